"""The rows of a review: each draft with its reasons and the price of undoing it, then who is left.

Only what a coordinator may read in chat: no level of a topic, no exclusion, no goal, no answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from bot import calendar
from bot.conversation.turn import Turn
from bot.domain.people import Person, Role
from bot.domain.programme import Enrolment
from bot.domain.proposal import Proposal, RuleKind
from bot.errors import BotError
from bot.flows.coordinating.approval import why_left
from bot.flows.pairing.reasons import why_for_review
from bot.matching import Price, Request, price, propose
from bot.ports import Work
from bot.services.rounds.criteria import WEIGHT, WEIGHTS
from bot.services.rounds.drafts import drafts_of, left_over
from bot.services.rounds.request import request_for

TERMS = tuple(name.removeprefix(WEIGHT) for name in WEIGHTS)
COLUMNS = (
    *("part", "mentor", "mentor-team", "mentee", "mentee-team", "score"),
    *TERMS,
    *("reasons", "locked", "cost", "payers", "left", "waited"),
)

Cell = str | int
Row = dict[str, Cell]
"""The cells of a row by column; what is missing stays empty."""


class NothingUnderReview(BotError):
    """There are no drafts: run the pairing first."""


@dataclass(frozen=True, kw_only=True)
class Review:
    """What is under review: rows by pair, rows of those left, names, and the matching's question.

    The prices are found outside of the unit of work that made this.
    """

    pairs: Mapping[tuple[str, str], Row]
    left: tuple[Row, ...]
    names: Mapping[str, str]
    request: Request


def read(work: Work, now: datetime, language: str) -> Review:
    """Return what is under review, worded in a language; raises NothingUnderReview."""
    cycle = work.programmes.current_cycle()
    coordinator = next(iter(work.people.coordinators()), None)
    drafts = drafts_of(work, cycle) if cycle else []
    if cycle is None or coordinator is None or not drafts:
        raise NothingUnderReview
    turn = Turn(work=work, now=now, person=replace(coordinator, language=language))
    left = left_over(work, cycle, drafts)
    ids = [i for draft in drafts for i in (draft.mentor_id, draft.mentee_id)]
    people = work.people.by_id([*ids, *(enrolment.person_id for enrolment in left)])
    locked = {
        (rule.mentor_id, rule.mentee_id)
        for rule in work.proposals.rules(cycle.id)
        if rule.kind is RuleKind.LOCK
    }
    today = calendar.local_date(now, coordinator.zone)
    return Review(
        pairs={
            (draft.mentor_id, draft.mentee_id): _pair(turn, draft, people, locked)
            for draft in drafts
        },
        left=tuple(_left(turn, enrolment, people) for enrolment in left),
        names={person.id: person.name for person in people.values()},
        request=request_for(work, cycle, today).veiled,
    )


def prices(request: Request, pairs: Iterable[tuple[str, str]]) -> Iterable[Price]:
    """Yield what keeping each pair apart would cost; the best that is left is found each time."""
    best = propose(request)
    for pair in pairs:
        yield price(replace(request, locked=request.locked - {pair}), best, forbid=pair)


def _pair(
    turn: Turn, draft: Proposal, people: Mapping[str, Person], locked: set[tuple[str, str]]
) -> Row:
    mentor, mentee = people[draft.mentor_id], people[draft.mentee_id]
    is_locked = (draft.mentor_id, draft.mentee_id) in locked
    points = {str(reason["code"]): cast("int", reason["points"]) for reason in draft.reasons}
    return {
        "part": turn.say("export-pair"),
        "mentor": mentor.name,
        "mentor-team": _place(mentor),
        "mentee": mentee.name,
        "mentee-team": _place(mentee),
        "score": draft.score,
        **{term: points.get(term, 0) for term in TERMS},
        "reasons": "; ".join(words for words, _ in why_for_review(turn, draft)),
        "locked": turn.say("export-locked" if is_locked else "export-free"),
    }


def _left(turn: Turn, enrolment: Enrolment, people: Mapping[str, Person]) -> Row:
    person = people[enrolment.person_id]
    side = "mentor" if enrolment.role is Role.MENTOR else "mentee"
    return {
        "part": turn.say("export-left"),
        side: person.name,
        f"{side}-team": _place(person),
        "left": why_left(turn, enrolment),
        "waited": enrolment.rounds_waited + 1,
    }


def _place(person: Person) -> str:
    return ", ".join(filter(None, (person.department, person.office)))
