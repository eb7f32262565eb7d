"""Why two people were proposed to each other, in plain words for each side and the coordinator."""

from collections.abc import Iterable, Mapping
from typing import cast

from babel import Locale

from bot import texts
from bot.conversation.turn import Turn
from bot.domain.people import Person, Role
from bot.domain.programme import Cycle
from bot.domain.proposal import Proposal
from bot.services.rounds.criteria import WEIGHT, rules_from, rules_of, settings_of

AT_MOST = 5
"""Reasons on a proposal card: one look, the weightiest first."""
OF_ANY_TWO = frozenset({"department", "gap"})
"""True of most pairs, so told after what these two have in common, and only where there is room."""
ABOUT_BOTH = frozenset({"topics", "hours", "interests", "department", "gap", "format", "languages"})
"""What each side is told. How often the other one waited is theirs to tell."""

Reason = Mapping[str, object]


def why(turn: Turn, proposal: Proposal, role: Role) -> list[str]:
    """Return the weightiest reasons in words for one side of a proposal."""
    partner = turn.someone(proposal.other(turn.person.id))
    about = [reason for reason in _sorted(proposal) if reason["code"] in ABOUT_BOTH]
    told = sorted(about, key=lambda reason: reason["code"] in OF_ANY_TWO)[:AT_MOST]
    name = turn.called(partner)
    lines = [
        turn.say(f"reason-{reason['code']}", role=role.value, partner=name, **_facts(turn, reason))
        for reason in told
    ]
    is_said = any(reason["code"] == "languages" for reason in told)
    return lines if is_said else [*lines, *shared_languages(turn, partner)]


def shared_languages(turn: Turn, partner: Person) -> list[str]:
    """Say what two people can speak who read me in different languages; nothing of others."""
    if turn.person.language == partner.language:
        return []
    theirs = {partner.language, *partner.spoken}
    both = sorted(theirs & {turn.person.language, *turn.person.spoken})
    return [turn.say("reason-languages", **_spoken(turn, both))] if both else []


def why_for_review(turn: Turn, proposal: Proposal) -> list[tuple[str, int]]:
    """Return every reason in words for the coordinator, with the points it is worth."""
    return [
        (turn.say(f"reason-{reason['code']}.review", **_facts(turn, reason)), _points(reason))
        for reason in _sorted(proposal)
    ]


def what_counted(turn: Turn, proposal: Proposal) -> dict[str, str]:
    """Return what earned these two their points, as far as both may know, in a list of words.

    What weighs most in the cycle comes first: an order by the points earned would tell of levels.
    How long the other one waited is theirs to tell, so it is named for all or for nobody.
    """
    cycle = turn.work.get(Cycle, proposal.cycle_id)
    settings = settings_of(rules_of(cycle) if cycle else rules_from({}))
    earned = {str(reason["code"]) for reason in proposal.reasons if _points(reason)} & ABOUT_BOTH
    ranked = sorted(sorted(earned), key=lambda code: -int(settings[f"{WEIGHT}{code}"]))
    return {
        "factors": turn.listing(turn.say(f"proposal-factor.{code}") for code in ranked) or "none",
        "waiting": "yes" if settings[f"{WEIGHT}waiting"] else "no",
    }


def shared_topics(turn: Turn, proposal: Proposal) -> list[str]:
    """Return the labels of what the mentee wants to learn and the mentor can show."""
    codes = next((_words(r, "topics") for r in proposal.reasons if r["code"] == "topics"), [])
    return [turn.topic(code) for code in codes]


def _sorted(proposal: Proposal) -> list[Reason]:
    return sorted(proposal.reasons, key=_points, reverse=True)


def _points(reason: Reason) -> int:
    return cast("int", reason["points"])


def _words(reason: Reason, name: str) -> list[str]:
    values = cast("dict[str, object]", reason["values"])
    return [str(word) for word in cast("Iterable[object]", values.get(name, ()))]


def _facts(turn: Turn, reason: Reason) -> dict[str, str | float]:
    """Return what a reason rests on as the texts name it."""
    values = cast("dict[str, str | int | list[str]]", reason["values"])
    facts: dict[str, str | float] = {
        name: value for name, value in values.items() if isinstance(value, str | int)
    }
    match reason["code"]:
        case "topics":
            labels = [turn.topic(code) for code in _words(reason, "topics")]
            facts |= {"topics": turn.listing(labels), "count": len(labels)}
        case "interests":
            liked = [turn.say(f"interest-{code}") for code in _words(reason, "interests")]
            facts |= {"interests": turn.listing(liked), "count": len(liked)}
        case "languages":
            facts |= _spoken(turn, _words(reason, "languages"))
        case "format":
            formats = _words(reason, "formats")
            facts |= {"format": "on_site" if "on_site" in formats else "video"}
            facts.setdefault("office", "")
    return facts


def _spoken(turn: Turn, codes: Iterable[str]) -> dict[str, str | float]:
    names = Locale.parse(texts.LOCALES[turn.person.language]).languages
    spoken = [names.get(code, code) for code in codes]
    return {"languages": turn.listing(spoken), "count": len(spoken)}
