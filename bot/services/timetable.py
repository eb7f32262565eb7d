"""A pairing's dates: when both can, how a moment is proposed, agreed to, moved and called off."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot import calendar
from bot.calendar import together
from bot.calendar.people import working_time
from bot.calendar.together import Free, Shared
from bot.domain import rhythm
from bot.domain.meeting import SPEAKABLE, Meeting, MeetingState
from bot.domain.pairing import LIVE, Pairing
from bot.domain.people import Person
from bot.ports import Work
from bot.services import known
from bot.services.pairings import look_again, person_of, programme_of


def free_time(work: Work, pairing: Pairing, person: Person, *, but: Collection[str] = ()) -> Free:
    """Return when a person of a pairing can meet; meetings ``but`` do not stand in the way.

    A moment that was only suggested counts as taken, too: somebody may say yes to it any time.
    """
    enrolment = work.enrolments.part(pairing.cycle_id, person.id)
    others = [
        meeting
        for other in work.pairings.of(person.id, *LIVE)
        for meeting in work.pairings.meetings(other.id)
        if meeting.id not in but
    ]
    busy = [meeting.starts_at for meeting in others if meeting.is_open]
    busy += [meeting.wanted_at for meeting in others if meeting.wanted_at is not None]
    return Free(
        where=working_time(person),
        slots=frozenset(enrolment.slots if enrolment else ()),
        busy=tuple(busy),
    )


def times(
    work: Work,
    now: datetime,
    pairing: Pairing,
    *,
    minutes: int = rhythm.MEETING,
    but: Collection[str] = (),
) -> Shared:
    """Return the moments both sides could meet at, the best first; days are the mentor's.

    Meetings whose ids are in ``but`` are about to move, so that their moments count as free.
    """
    mentor = person_of(work, pairing.mentor_id)
    mentee = person_of(work, pairing.mentee_id)
    return together.common_times(
        now,
        free_time(work, pairing, mentor, but=but),
        free_time(work, pairing, mentee, but=but),
        timedelta(minutes=minutes),
    )


def plan(
    work: Work, now: datetime, pairing: Pairing, first: datetime, *, by: Person
) -> list[Meeting]:
    """Put the dates of all meetings still to come to the other side, from the first on.

    Meetings nobody agreed to yet, or that were called off, get a new date; all others keep theirs,
    that of yesterday too, of which nobody has spoken. Returns those that were proposed.
    """
    programme = programme_of(work, pairing)
    rows = work.pairings.meetings(pairing.id)
    undated = [meeting for meeting in rows if meeting.is_undated]
    count = max(1, programme.meetings - (len(rows) - len(undated)))
    moments = together.series(
        first,
        Free(where=working_time(person_of(work, pairing.mentor_id))),
        Free(where=working_time(person_of(work, pairing.mentee_id))),
        count=count,
        weeks=max(1, programme.weeks // programme.meetings),
    )
    number = max((meeting.number for meeting in rows), default=0)
    planned = []
    for offset, starts_at in enumerate(moments):
        number += offset >= len(undated)
        is_there = offset < len(undated)
        meeting = undated[offset] if is_there else _new(work, pairing, number, starts_at)
        meeting.propose(by.id)
        meeting.move(starts_at)
        if known.prepare_at(starts_at, person_of(work, pairing.mentor_id)) <= now:
            # The other side is asked about this date right now; once more would be twice.
            meeting.prepared_for = starts_at
        look_again(work, now, pairing, meeting)
        planned.append(meeting)
    return planned


def agree(work: Work, now: datetime, pairing: Pairing) -> list[Meeting]:
    """Note the yes to every proposed meeting that is still to come; return them."""
    proposed = [m for m in work.pairings.meetings(pairing.id) if m.state is MeetingState.PROPOSED]
    for meeting in proposed:
        meeting.agree()
        _date(work, now, pairing, meeting=meeting, starts_at=meeting.starts_at)
    return proposed


def accept(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> None:
    """Note the yes to another moment that was suggested for one meeting."""
    starts_at = meeting.wanted_at or meeting.starts_at
    if meeting.state is MeetingState.CANCELLED:
        if starts_at == meeting.starts_at or meeting.starts_at > now:
            _count_one_less(pairing, meeting)
        meeting.rebook()
    _date(work, now, pairing, meeting=meeting, starts_at=starts_at)


def keep(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> None:
    """Let a meeting that was called off stand, as long as nobody has heard of it."""
    _count_one_less(pairing, meeting)
    meeting.rebook()
    meeting.rebooked = False
    _date(work, now, pairing, meeting=meeting, starts_at=meeting.starts_at)


def call_off(work: Work, now: datetime, pairing: Pairing, *, meeting: Meeting, by: Person) -> None:
    """Cancel one meeting; only the mentee's count, since theirs are what ends programmes."""
    if by.id == pairing.mentee_id:
        pairing.cancellations = 1 + in_a_row(work, now, pairing)
        pairing.cancelled_at = now
    meeting.cancel(by.id)
    look_again(work, now, pairing, meeting)


def in_a_row(work: Work, now: datetime, pairing: Pairing) -> int:
    """Return how many meetings the mentee called off with none in between whose time has come."""
    since = pairing.cancelled_at
    meetings = work.pairings.meetings(pairing.id)
    if since is None or any(m.state in SPEAKABLE and since < m.starts_at <= now for m in meetings):
        return 0
    return pairing.cancellations


def next_to_rebook(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Return the meeting that was called off and has no new date, if the plan has one."""
    lost = [
        m
        for m in meetings
        if m.state is MeetingState.CANCELLED and m.starts_at > now - rhythm.MISSED_AFTER
    ]
    return min(lost, key=lambda meeting: meeting.starts_at, default=None)


def _count_one_less(pairing: Pairing, meeting: Meeting) -> None:
    """Take a cancellation back: the meeting takes place when it was to, or moved in time."""
    if meeting.off_by == pairing.mentee_id:
        pairing.cancellations = max(0, pairing.cancellations - 1)


def _new(work: Work, pairing: Pairing, number: int, starts_at: datetime) -> Meeting:
    meeting = Meeting(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        pairing_id=pairing.id,
        number=number,
        starts_at=starts_at,
    )
    work.add(meeting)
    return meeting


def _date(
    work: Work, now: datetime, pairing: Pairing, *, meeting: Meeting, starts_at: datetime
) -> None:
    """Give a date both agreed to; nobody is prepared for one of the same day."""
    zone = person_of(work, pairing.mentor_id).zone
    meeting.move(starts_at)
    is_today = calendar.local_date(starts_at, zone) <= calendar.local_date(now, zone)
    meeting.prepared_for = starts_at if is_today else None
    look_again(work, now, pairing, meeting)
