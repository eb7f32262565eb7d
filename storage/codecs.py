"""How typed values are kept as JSON: digests' figures, and what runs ask and come to.

What was kept by an earlier release stays readable: what it did not know yet may be missing.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.domain.digest import (
    Decide,
    Deliverability,
    Exits,
    Figures,
    Milestones,
    Momentum,
    NeedsHelp,
    Recruit,
    ShortTopic,
    Shown,
)
from bot.domain.run import (
    Change,
    Everybody,
    Failure,
    Found,
    Gone,
    HowFar,
    NewSettings,
    Outcome,
    Two,
)

Json = Mapping[str, Any]

SECTIONS = frozenset(
    {
        *("cycle", "number", "decide", "recruit", "help", "deliverability", "momentum"),
        *("answers", "milestones", "exits", "wins"),
    }
)
"""What is no measure among the figures of a digest."""
IF_ANY = ("gone", "refused", "expired")
"""Ends of deliveries that are kept only if there were some."""

NOT_SAID = {"held_now": "none", "agreed_now": "none"}
"""What a release before this one looks for in a digest, beside which it may run for a while."""


def figures_to_json(figures: Figures) -> Json:
    """Return the figures of a digest as they are kept."""
    return {
        "cycle": figures.cycle_id,
        "number": figures.number,
        "decide": asdict(figures.decide) if figures.decide else {},
        "recruit": _recruit_to_json(figures.recruit) if figures.recruit else {},
        "help": [
            {"pairing": each.pairing_id, "label": each.label, "days": each.days}
            for each in figures.help
        ],
        "deliverability": _deliverability_to_json(figures.deliverability),
        "momentum": asdict(figures.momentum) | NOT_SAID if figures.momentum else {},
        "answers": figures.answers,
        **{name: _shown_to_json(shown) for name, shown in figures.measures},
        "milestones": {n: count for n, count in asdict(figures.milestones).items() if count},
        "exits": _exits_to_json(figures.exits) if figures.exits else {},
        "wins": list(figures.wins),
    }


def _decide_from_json(data: Json) -> Decide:
    # It was once how many pairs could be made at most.
    return Decide(drafts=data["drafts"], free=bool(data["free"]))


def _exits_to_json(exits: Exits) -> dict[str, Any]:
    lost = {"lost": exits.lost} if exits.lost else {}
    return {"early": exits.early, "completed": exits.completed, **lost}


def figures_from_json(data: Json) -> Figures:
    """Return the figures of a digest that was kept."""
    return Figures(
        cycle_id=data["cycle"],
        number=data["number"],
        decide=_decide_from_json(data["decide"]) if data["decide"] else None,
        recruit=_recruit_from_json(data["recruit"]) if data["recruit"] else None,
        help=tuple(
            NeedsHelp(pairing_id=each["pairing"], label=each["label"], days=each["days"])
            for each in data["help"]
        ),
        deliverability=Deliverability(**data["deliverability"]) if data["deliverability"] else None,
        momentum=_momentum_from_json(data["momentum"]) if data["momentum"] else None,
        answers=data["answers"],
        measures=tuple(
            (name, _shown_from_json(shown)) for name, shown in data.items() if name not in SECTIONS
        ),
        milestones=Milestones(**data["milestones"]),
        exits=Exits(**data["exits"]) if data["exits"] else None,
        wins=tuple(data["wins"]),
    )


def change_to_json(change: Change) -> Json:
    """Return what a run tries as it is kept."""
    match change:
        case NewSettings(settings, different):
            return {"settings": dict(settings), "different": list(different)}
        case Two(mentor_id, mentee_id, score):
            sides: dict[str, object] = {"mentor": mentor_id, "mentee": mentee_id}
            return sides if score is None else {**sides, "score": score}
        case Everybody():
            return {"everybody": True}
    return {}


def change_from_json(data: Json) -> Change:
    """Return what a run that was kept tries."""
    if "settings" in data:
        return NewSettings(data["settings"], tuple(data["different"]))
    if "mentor" in data:
        return Two(data["mentor"], data["mentee"], data.get("score"))
    return Everybody() if "everybody" in data else None


def outcome_to_json(outcome: Outcome) -> Json:
    """Return what a run came to as it is kept."""
    match outcome:
        case HowFar():
            return asdict(outcome)
        case Failure(text=text) if text:
            return {"text": text}
        case Failure():
            sides = {"mentor": outcome.mentor_id, "mentee": outcome.mentee_id}
            return {"code": outcome.code, **sides}
        case Found():
            return _found_to_json(outcome)
    return {}


def outcome_from_json(data: Json) -> Outcome:
    """Return what a run that was kept came to."""
    if "pairs" in data:
        return _found_from_json(data)
    if "text" in data:
        return Failure(text=data["text"])
    if "code" in data:
        return Failure(code=data["code"], mentor_id=data["mentor"], mentee_id=data["mentee"])
    return HowFar(**data) if data else None


def _recruit_to_json(recruit: Recruit) -> Json:
    return {
        "waiting": {"mentor": recruit.mentors, "mentee": recruit.mentees},
        "topics": [asdict(topic) for topic in recruit.topics],
        "reach": recruit.reach,
        "matched": recruit.matched,
        "accepted": recruit.accepted,
    }


def _recruit_from_json(data: Json) -> Recruit:
    return Recruit(
        mentors=data["waiting"]["mentor"],
        mentees=data["waiting"]["mentee"],
        topics=tuple(ShortTopic(**topic) for topic in data["topics"]),
        reach=data["reach"],
        matched=data["matched"],
        accepted=data["accepted"],
    )


def _deliverability_to_json(counts: Deliverability | None) -> Json:
    if counts is None:
        return {}
    return {name: n for name, n in asdict(counts).items() if n or name not in IF_ANY}


def _momentum_from_json(data: Json) -> Momentum:
    return Momentum(
        held=data["held"],
        agreed=data["agreed"],
        percent=data["percent"],
        trend=tuple((day, share) for day, share in data["trend"]),
    )


def _shown_to_json(shown: Shown | None) -> Json | None:
    if shown is None:
        return None
    return {"value": shown.value, "cycle": shown.cycle_id, "at": shown.at}


def _shown_from_json(data: Json | None) -> Shown | None:
    if data is None:
        return None
    return Shown(data["value"], data.get("cycle", ""), data.get("at", ""))


def _found_to_json(found: Found) -> Json:
    by_kind: dict[str, object] = (
        {"settings": dict(found.settings), "repaired": found.repaired}
        if found.mentees is None
        else {"mentees": list(found.mentees)}
    )
    return {
        **by_kind,
        "pairs": list(found.pairs),
        "total": list(found.total),
        "changed": found.changed,
        "moved": found.moved,
        "gone": [list(each) for each in found.gone],
        "new": [list(pair) for pair in found.new],
        "left": list(found.left),
        "served": list(found.served),
    }


def _found_from_json(data: Json) -> Found:
    before, after = data["pairs"]
    total_before, total_after = data.get("total", (0, 0))
    return Found(
        mentees=tuple(data["mentees"]) if "mentees" in data else None,
        pairs=(before, after),
        total=(total_before, total_after),
        settings=data.get("settings", {}),
        repaired=data.get("repaired", False),
        changed=data.get("changed", 0),
        moved=data.get("moved", 0),
        gone=tuple(Gone(*each) for each in data.get("gone", ())),
        new=tuple((mentor_id, mentee_id) for mentor_id, mentee_id in data.get("new", ())),
        left=tuple(data.get("left", ())),
        served=tuple(data.get("served", ())),
    )
