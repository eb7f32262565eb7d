"""The day by which whoever joins hears back: promised when they join, and kept by itself."""

from datetime import datetime, timedelta

from bot import calendar
from bot.calendar.people import working_time
from bot.domain.pairing import LIVE
from bot.domain.people import Person
from bot.domain.programme import Cycle, Enrolment
from bot.domain.proposal import UNDECIDED, ProposalState
from bot.ports import Work


def promise(work: Work, now: datetime, person: Person, enrolment: Enrolment) -> None:
    """Have somebody who waits hear back on their last working day up to the one of their cycle.

    Nothing is promised when that morning is past, nor to whom an answer came already.
    """
    cycle = work.get(Cycle, enrolment.cycle_id)
    if cycle is None or heard(work, person.id):
        return
    where = working_time(person)
    day_after = calendar.at_local(cycle.answer_by + timedelta(days=1), where.opens, where.zone)
    due_at = calendar.opening_before(day_after, 1, where)
    if due_at > now:
        enrolment.await_answer(due_at)


def heard(work: Work, person_id: str) -> bool:
    """Whether somebody has a partner, or was offered one; an approved offer is on its way."""
    return bool(work.pairings.of(person_id, *LIVE)) or any(
        proposal.state is ProposalState.OFFERED or proposal.due_at is not None
        for proposal in work.proposals.of(person_id, *UNDECIDED)
        if not proposal.is_over_for(person_id)
    )
