"""Which meetings took place: each is dated, each side may say its word of it, and take it back."""

from datetime import date, datetime, time, timedelta

from bot import calendar
from bot.domain import meeting as rules
from bot.domain import rhythm
from bot.domain.meeting import Meeting, MeetingState, Said
from bot.domain.pairing import Pairing
from bot.domain.people import Person, Role
from bot.ports import Work
from bot.services.pairings import person_of


def we_met(work: Work, now: datetime, pairing: Pairing, *, person: Person, on: date) -> Meeting:
    """Take one side's "we met" on a local day of theirs; return the meeting it speaks of.

    What was planned for that day is meant; else what the other side told of that week; else what
    nobody had planned, which is noted. What was called off, or is still to come, is never meant.
    """
    role = _role(pairing, person)
    meetings = work.pairings.meetings(pairing.id)
    rules.forget_old(meetings, now)
    meant = _planned(meetings, now, person, on) or _told(meetings, person, on, role=role)
    if meant is None:
        meant = _note(work, now, pairing, starts_at=_instant(now, person, on))
        meetings.append(meant)
    meant.hear(role, Said.YES, now)
    if meant.state is MeetingState.HELD:
        pairing.record_meeting(_day(work, pairing, meant), _surely_began(work, pairing, meant))
    else:
        _count_anew(work, pairing, meetings)
    return meant


def we_did_not(work: Work, now: datetime, pairing: Pairing, *, person: Person) -> Meeting | None:
    """Take one side's "not this week": the last meeting of the week past was not held.

    Return it, or None when nothing was to take place.
    """
    role = _role(pairing, person)
    meetings = work.pairings.meetings(pairing.id)
    rules.forget_old(meetings, now)
    denied = rules.denied_by_a_no(meetings, role, now)
    if denied is not None:
        denied.hear(role, Said.NO, now)
        _count_anew(work, pairing, meetings)
    return denied


def take_back(
    work: Work, now: datetime, pairing: Pairing, *, person: Person, meeting_id: str
) -> None:
    """Forget what one side said of a meeting; what nobody planned goes with the last word of it."""
    meetings = work.pairings.meetings(pairing.id)
    meeting = next((each for each in meetings if each.id == meeting_id), None)
    if meeting is None or meeting.starts_at > now or meeting.state not in rules.SPEAKABLE:
        return  # it was given another date since
    meeting.hear(_role(pairing, person), Said.NOTHING, now)
    if meeting.noted and {meeting.mentor_said, meeting.mentee_said} == {Said.NOTHING}:
        meetings.remove(meeting)
        work.remove(meeting)
    _count_anew(work, pairing, meetings)


def _planned(meetings: list[Meeting], now: datetime, person: Person, on: date) -> Meeting | None:
    """Return what was planned for a day, and has come."""
    that_day = [
        meeting
        for meeting in meetings
        if meeting.state in rules.SPEAKABLE
        and not meeting.noted
        and meeting.starts_at <= now
        and calendar.local_date(meeting.starts_at, person.zone) == on
    ]
    return max(that_day, key=lambda meeting: meeting.starts_at, default=None)


def _told(meetings: list[Meeting], person: Person, on: date, *, role: Role) -> Meeting | None:
    """Return what the other side told of: the two seldom agree on the day to the letter."""

    def distance(meeting: Meeting) -> timedelta:
        return abs(calendar.local_date(meeting.starts_at, person.zone) - on)

    told = [
        meeting
        for meeting in meetings
        if meeting.noted
        and meeting.said_by(role) is Said.NOTHING
        and distance(meeting) < rhythm.MISSED_AFTER
    ]
    return min(told, key=distance, default=None)


def _note(work: Work, now: datetime, pairing: Pairing, *, starts_at: datetime) -> Meeting:
    """Keep a meeting that nobody had planned; it was agreed to by taking place."""
    numbers = [meeting.number for meeting in work.pairings.meetings(pairing.id)]
    meeting = Meeting(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        pairing_id=pairing.id,
        number=1 + max(numbers, default=0),
        starts_at=min(starts_at, now),
        noted=True,
    )
    meeting.agree()
    work.add(meeting)
    return meeting


def _instant(now: datetime, person: Person, on: date) -> datetime:
    is_today = on == calendar.local_date(now, person.zone)
    return now if is_today else calendar.at_local(on, rhythm.NOON, person.zone)


def _count_anew(work: Work, pairing: Pairing, meetings: list[Meeting]) -> None:
    held = [meeting for meeting in meetings if meeting.state is MeetingState.HELD]
    pairing.forget_meetings(
        met_on=max((_day(work, pairing, meeting) for meeting in held), default=None),
        began_at=max((_surely_began(work, pairing, meeting) for meeting in held), default=None),
    )


def _surely_began(work: Work, pairing: Pairing, meeting: Meeting) -> datetime:
    """Return since when a meeting may have begun: of one that nobody planned the day is known."""
    if not meeting.noted:
        return meeting.starts_at
    zone = person_of(work, pairing.mentor_id).zone
    return calendar.at_local(_day(work, pairing, meeting), time.min, zone)


def _day(work: Work, pairing: Pairing, meeting: Meeting) -> date:
    mentor = person_of(work, pairing.mentor_id)
    return calendar.local_date(meeting.starts_at, mentor.zone)


def _role(pairing: Pairing, person: Person) -> Role:
    return pairing.role_of(person.id) or Role.MEMBER
