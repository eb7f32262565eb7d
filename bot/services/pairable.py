"""Whether two people may be paired at this very moment, whatever held when they were proposed.

Between an offer and the second yes somebody leaves, gets another manager, has no room any more or
would rather not meet somebody. What the matching promised then is asked again when it counts.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from bot.domain.pairing import LIVE
from bot.domain.people import Person
from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import Answer, Proposal, ProposalState, RuleKind
from bot.ports import Work
from bot.services.pairings import part_of


class Side(NamedTuple):
    """One of two people who may be paired: who they are, and their part in the cycle."""

    person: Person
    part: Enrolment


def may_be_offered(work: Work, proposal: Proposal) -> bool:
    """Whether nothing that may be told speaks against asking the two of a draft now.

    Their places are counted; whom they would rather not meet is not looked at: see ``refusing``.
    """
    sides = [_read(work, proposal, person_id) for person_id in _ids(proposal)]
    return _may_meet(work, proposal, sides) and all(
        side.part.state is EnrolmentState.JOINED and _places_taken(work, side) < side.part.capacity
        for side in sides
        if side is not None
    )


def refusing(work: Work, proposal: Proposal) -> frozenset[str]:
    """Return who said no before they are asked: by a wish not to meet, or to an earlier offer."""
    one, other = (_read(work, proposal, person_id) for person_id in _ids(proposal))
    if one is None or other is None:
        return frozenset()
    return frozenset(
        mine.person.id
        for mine, theirs in ((one, other), (other, one))
        if _avoids(mine, theirs) or _said_no(work, mine.person.id, theirs.person.id)
    )


def may_begin(work: Work, proposal: Proposal, *, saying_yes: str) -> bool:
    """Whether the two of an offer may be paired, now that one of them gives the second yes.

    Whoever says yes is back from a break by that; the other one's break holds. What is asked about
    stays as it is until the end of the unit of work, and no other pairing begins meanwhile.
    """
    work.one_at_a_time()
    sides = [_locked(work, proposal, person_id) for person_id in sorted(_ids(proposal))]
    return _may_meet(work, proposal, sides, avoids=_avoids) and all(
        _is_in(side, back=side.person.id == saying_yes) and has_room(work, side.part)
        for side in sides
        if side is not None
    )


def has_room(work: Work, part: Enrolment) -> bool:
    """Whether somebody has fewer partners than they have room for."""
    return len(work.pairings.of(part.person_id, *LIVE)) < part.capacity


def _may_meet(
    work: Work,
    proposal: Proposal,
    sides: Iterable[Side | None],
    avoids: Callable[[Side, Side], bool] = lambda *_: False,
) -> bool:
    """Whether both are there, and neither HR's chart, a rule nor a wish keeps them apart."""
    match tuple(sides):
        case (Side() as one, Side() as other):
            in_line = one.person.is_above(other.person) or other.person.is_above(one.person)
            avoided = avoids(one, other) or avoids(other, one)
            return not (in_line or avoided or _is_forbidden(work, proposal))
    return False


def _said_no(work: Work, person_id: str, to: str) -> bool:
    declined = work.proposals.of(person_id, ProposalState.DECLINED)
    return any(
        each.other(person_id) == to and each.answer_of(person_id) is Answer.NO for each in declined
    )


def _ids(proposal: Proposal) -> tuple[str, str]:
    return proposal.mentor_id, proposal.mentee_id


def _read(work: Work, proposal: Proposal, person_id: str) -> Side | None:
    return _side(work.get(Person, person_id), work.enrolments.part(proposal.cycle_id, person_id))


def _locked(work: Work, proposal: Proposal, person_id: str) -> Side | None:
    return _side(work.hold(Person, person_id), part_of(work, proposal, person_id))


def _side(person: Person | None, part: Enrolment | None) -> Side | None:
    """Put a side together; whoever left the organisation or the programme is none."""
    if person is None or part is None or not (person.active and part.takes_part):
        return None
    return Side(person, part)


def _is_in(side: Side, *, back: bool) -> bool:
    return back or side.part.state is EnrolmentState.JOINED


def _places_taken(work: Work, side: Side) -> int:
    live = work.pairings.of(side.person.id, *LIVE)
    return len(live) + len(work.proposals.of(side.person.id, ProposalState.OFFERED))


def _avoids(one: Side, other: Side) -> bool:
    by_name = other.person.id in one.part.excluded_people
    return by_name or other.person.department in one.part.excluded_departments


def _is_forbidden(work: Work, proposal: Proposal) -> bool:
    rules = work.proposals.rules(proposal.cycle_id)
    forbidden = [(r.mentor_id, r.mentee_id) for r in rules if r.kind is RuleKind.FORBID]
    return _ids(proposal) in forbidden
