"""Accounts that a platform has closed: an absence at first, taken for a departure only in the end.

A platform closes the account of somebody who left, of somebody on a long leave, and by mistake; it
never says which. So what they take part in rests, until the account is open again, somebody knows
better, or it has been closed for long.
"""

from datetime import datetime

from bot import calendar
from bot.calendar.people import working_time
from bot.domain import rhythm
from bot.domain.people import Departure, Person
from bot.domain.programme import EnrolmentState
from bot.domain.rhythm import WorkingDays
from bot.ports import Work
from bot.services import pauses, second_thoughts


def asked_at(person: Person) -> datetime:
    """Return when coordinators are asked what became of somebody whose account was closed."""
    return _after(person, rhythm.CLOSED_ASKED)


def gone_at(person: Person) -> datetime:
    """Return from when on a closed account means that somebody has left."""
    return _after(person, rhythm.CLOSED_FOR_GOOD)


def asked_again_at(now: datetime, person: Person) -> datetime:
    """Return when coordinators are asked again who would rather wait; the end stays where it is."""
    later = calendar.add_working_days(now, rhythm.CLOSED_ASKED, working_time(person))
    return min(later, gone_at(person))


def reopen(work: Work, now: datetime, person: Person) -> None:
    """Let somebody work here again; a rest that came of the closed account ends, told as any.

    What they were said to have left goes on, as long as no partner was told of it.
    """
    rests_for_it = person.departure is Departure.AWAY
    person.come_back()
    second_thoughts.stay(work, now, person)
    today = calendar.local_date(now, person.zone)
    for part in pauses.live_enrolments(work, person.id):
        is_over = part.paused_until is not None and part.paused_until <= today
        if part.state is EnrolmentState.PAUSED and (rests_for_it or is_over):
            # The schedule ends it, and tells them and their partners.
            part.due_at = now


def _after(person: Person, days: WorkingDays) -> datetime:
    if person.left_at is None:
        raise LookupError(person.id)
    return calendar.add_working_days(person.left_at, days, working_time(person))
