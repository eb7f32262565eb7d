"""A pairing's meetings: when both can, how dates are set, moved and called off, what was held."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot import calendar
from bot.calendar import together
from bot.calendar.people import working_time
from bot.calendar.together import Free, Shared
from bot.domain import meeting as rules
from bot.domain.checkin import Met
from bot.domain.meeting import A_WEEK, Meeting, MeetingState
from bot.domain.pairing import LIVE, Pairing
from bot.domain.people import Person
from bot.ports import Work
from bot.services.pairings import person_of, prepare_at, programme_of

MINUTES = 60
"""PRODUCT.md, section 0: six meetings of 45 to 60 minutes."""
SHORT_MINUTES = 20
"""What is offered after a second cancellation in a row (PRODUCT.md, 4.5)."""
DENIALS = frozenset({Met.NOT_THIS_WEEK, Met.STUCK})


def free_time(work: Work, pairing: Pairing, person: Person, *, but: Collection[str] = ()) -> Free:
    """Return when a person of a pairing can meet; meetings ``but`` do not stand in the way."""
    enrolment = work.enrolments.part(pairing.cycle_id, person.id)
    busy = [
        meeting.starts_at
        for other in work.pairings.of(person.id, *LIVE)
        for meeting in work.pairings.meetings(other.id)
        if meeting.is_open and meeting.id not in but
    ]
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
    minutes: int = MINUTES,
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
    work: Work,
    now: datetime,
    pairing: Pairing,
    first: datetime,
    *,
    agreed: bool,
) -> list[Meeting]:
    """Set the dates of all meetings still to come, from the first on; return them.

    Meetings nobody agreed to yet, or that were called off, get a new date; all others keep theirs,
    that of yesterday too, of which nobody has spoken. ``agreed`` when both said yes to the moment,
    else the mentee is still to answer.
    """
    programme = programme_of(work, pairing)
    open_rows = [m for m in work.pairings.meetings(pairing.id) if m.is_undated]
    past = [m for m in work.pairings.meetings(pairing.id) if not m.is_undated]
    count = max(1, programme.meetings - len(past))
    mentor = person_of(work, pairing.mentor_id)
    moments = together.series(
        first,
        Free(where=working_time(mentor)),
        Free(where=working_time(person_of(work, pairing.mentee_id))),
        count=count,
        weeks=max(1, programme.weeks // programme.meetings),
    )
    number = max((m.number for m in past), default=0)
    settle = Meeting.agree if agreed else Meeting.propose
    planned = []
    for offset, starts_at in enumerate(moments):
        row = open_rows[offset] if offset < len(open_rows) else None
        meeting = row or _new(work, pairing, number + offset + 1, starts_at)
        settle(meeting)
        _set(meeting, now, starts_at, mentor)
        if not agreed and meeting.due_at == now:
            # The mentee is asked about these dates right now; once more would be twice.
            meeting.due_at = starts_at + A_WEEK
        planned.append(meeting)
    return planned


def agree(work: Work, now: datetime, pairing: Pairing) -> list[Meeting]:
    """Note the mentee's yes to every proposed meeting; return them."""
    proposed = [m for m in work.pairings.meetings(pairing.id) if m.state is MeetingState.PROPOSED]
    mentor = person_of(work, pairing.mentor_id)
    for meeting in proposed:
        meeting.agree()
        _set(meeting, now, meeting.starts_at, mentor)
    return proposed


def call_off(pairing: Pairing, meeting: Meeting, person: Person) -> None:
    """Cancel one meeting; only the mentee's count, since theirs are what ends programmes."""
    meeting.cancel()
    meeting.rebooked = False
    if person.id == pairing.mentee_id:
        pairing.cancellations += 1


def rebook(
    work: Work,
    now: datetime,
    pairing: Pairing,
    *,
    meeting: Meeting,
    starts_at: datetime,
) -> None:
    """Give one meeting another date, which both have free."""
    meeting.rebook()
    _set(meeting, now, starts_at, person_of(work, pairing.mentor_id))


def next_to_rebook(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Return the meeting that was called off and has no new date, if the plan has one."""
    lost = [m for m in meetings if m.state is MeetingState.CANCELLED and m.starts_at > now - A_WEEK]
    return min(lost, key=lambda meeting: meeting.starts_at, default=None)


def record_answer(work: Work, now: datetime, pairing: Pairing, met: Met) -> None:
    """Take what one side says in a check-in about having met.

    Held = at least one side says yes and the other does not say no. A "yes" without any planned
    meeting makes one, so that it counts; PLANNED says nothing about the past.
    """
    meetings = work.pairings.meetings(pairing.id)
    rules.forget_old(meetings, now)
    if met is Met.YES:
        _record_yes(work, now, pairing, meetings)
    elif met in DENIALS and (denied := rules.say_no(meetings, now)) is not None:
        mentor = person_of(work, pairing.mentor_id)
        held = [m.starts_at for m in meetings if m.state is MeetingState.HELD and m is not denied]
        last = max((start for start in held if start <= now), default=None)
        pairing.last_met_on = calendar.local_date(last, mentor.zone) if last else None


def _record_yes(work: Work, now: datetime, pairing: Pairing, meetings: list[Meeting]) -> None:
    mentor = person_of(work, pairing.mentor_id)
    meant = rules.say_yes(meetings, now)
    if meant is None:
        meant = _new(work, pairing, 1 + max((m.number for m in meetings), default=0), now)
        meant.hold()
    if meant.state is MeetingState.HELD:
        pairing.record_meeting(calendar.local_date(min(meant.starts_at, now), mentor.zone))


def _new(work: Work, pairing: Pairing, number: int, starts_at: datetime) -> Meeting:
    meeting = Meeting(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        pairing_id=pairing.id,
        number=number,
        starts_at=starts_at,
        minutes=MINUTES,
    )
    work.add(meeting)
    return meeting


def _set(meeting: Meeting, now: datetime, starts_at: datetime, mentor: Person) -> None:
    """Give a date; its preparation comes the day before, or what follows it when it is too late."""
    due_at = prepare_at(starts_at, mentor)
    today = calendar.local_date(now, mentor.zone)
    is_today = calendar.local_date(starts_at, mentor.zone) <= today
    meeting.move(starts_at, starts_at + A_WEEK if is_today else max(due_at, now))
