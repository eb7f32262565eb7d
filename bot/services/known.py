"""Who knows of a date in time, and when something is next to be done about a meeting."""

from datetime import datetime

from bot import calendar
from bot.calendar.people import working_time
from bot.domain import rhythm
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.people import Person


def is_in_time(now: datetime, starts_at: datetime, reader: Person) -> bool:
    """Whether what is said now is read on a working day before the day of a meeting."""
    where = working_time(reader)
    reads_on = calendar.local_date(calendar.next_open(now, where), where.zone)
    return reads_on < calendar.local_date(starts_at, where.zone)


def can_still_hear(now: datetime, starts_at: datetime, reader: Person) -> bool:
    """Whether somebody reads what is said now before a meeting begins, on its day perhaps."""
    return calendar.next_open(now, working_time(reader)) < starts_at


def is_day_off(starts_at: datetime, *people: Person) -> bool:
    """Whether a moment falls on a holiday or closing day of one of these people."""
    places = (working_time(person) for person in people)
    return any(calendar.is_holiday(calendar.local_date(starts_at, p.zone), p) for p in places)


def last_call(starts_at: datetime, reader: Person) -> datetime:
    """Return when the last working day of a reader before the day of a meeting closes."""
    where = working_time(reader)
    opens = calendar.opening_before(starts_at, rhythm.PREPARED, where)
    return calendar.closes_at(opens, where)


def prepare_at(starts_at: datetime, mentor: Person) -> datetime:
    """Return when a meeting is prepared: the mentor's day opens, a working day or more before."""
    return calendar.opening_before(starts_at, rhythm.PREPARED, working_time(mentor))


def decided_at(meeting: Meeting) -> datetime | None:
    """Return the moment that awaits a yes; None when none does."""
    if meeting.state is MeetingState.PROPOSED:
        return meeting.starts_at
    return meeting.wanted_at


def lapses_at(meeting: Meeting, moment: datetime) -> datetime:
    """Return until when a moment can be agreed to: it comes, or what it was to replace does."""
    replaces = meeting.state is MeetingState.AGREED
    return min(moment, meeting.starts_at) if replaces else moment


def look_again(meeting: Meeting, now: datetime, *, mentor: Person, asked: Person) -> None:
    """Set when something is next to be done about a meeting; ``asked`` is who owes an answer."""
    instants = [instant for instant in _instants(meeting, asked) if instant > now]
    starts_at = meeting.starts_at
    if meeting.is_open and not meeting.is_prepared and starts_at > now:
        instants.append(max(now, prepare_at(starts_at, mentor)))
    meeting.due_at = min(instants, default=None)


def _instants(meeting: Meeting, asked: Person) -> list[datetime]:
    """Return when a question about it has come too late, and when its own time has gone by."""
    instants = []
    moment = decided_at(meeting)
    if moment is not None:
        instants += [last_call(moment, asked), lapses_at(meeting, moment)]
    if meeting.state is MeetingState.AGREED:
        instants.append(meeting.starts_at + rhythm.MISSED_AFTER)
    if meeting.state is MeetingState.CANCELLED and meeting.off_by and not meeting.is_closed:
        instants.append(meeting.starts_at)
    return instants
