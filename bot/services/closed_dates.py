"""Dates of pairs that fall on days off: called off when a day is closed, put back if it opens."""

from collections.abc import Iterator
from datetime import datetime

from bot import calendar
from bot.domain import rhythm
from bot.domain.closing import Closing
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing
from bot.domain.people import Person
from bot.ports import Work
from bot.services import known


def fall_on(work: Work, now: datetime, closing: Closing) -> int:
    """Return how many agreed meetings fall on days that would be closed."""
    return sum(
        meeting.state is MeetingState.AGREED
        and any(_is_closed_by(closing, meeting, person) for person in sides)
        for _, meeting, *sides in _ahead(work, now)
    )


def settle(work: Work, now: datetime) -> None:
    """Call off the agreed meetings to come that fall on a day off, and put back those that do not.

    Put back is what a closing had taken, as long as nobody acted on it. Both are told with the
    next round of what is due, or when their pairing goes on after a rest.
    """
    for pairing, meeting, mentor, mentee in _ahead(work, now):
        is_off = known.is_day_off(meeting.starts_at, mentor, mentee)
        if is_off and meeting.state is MeetingState.AGREED:
            meeting.close(now)
        elif not is_off and meeting.is_closed and _can_take_place(work, now, pairing, meeting):
            meeting.reopen(now)


def news_of(pairing: Pairing, meeting: Meeting) -> dict[str, str]:
    """Return the keys of the deliveries that told of a meeting last, and to whom they go."""
    return {f"{meeting.news}:{i}": i for i in (pairing.mentor_id, pairing.mentee_id)}


def tells_of_closing(meeting: Meeting) -> bool:
    """Whether the last news of a meeting is that its day is closed."""
    return meeting.news.startswith(closing_key(meeting))


def closing_key(meeting: Meeting) -> str:
    """Return how the keys begin of the deliveries that tell that a day is closed."""
    return f"pairing:{meeting.pairing_id}:closed:{meeting.id}:"


def _ahead(work: Work, now: datetime) -> Iterator[tuple[Pairing, Meeting, Person, Person]]:
    """Return the meetings to come that have a date, or lost it, each with its pairing's sides."""
    meetings = work.pairings.dated(now, now + rhythm.CLOSED_AHEAD)
    pairings = {p.id: p for p in work.load(Pairing, {each.pairing_id for each in meetings})}
    people = work.people.by_id({i for p in pairings.values() for i in (p.mentor_id, p.mentee_id)})
    for meeting in meetings:
        pairing = pairings[meeting.pairing_id]
        yield pairing, meeting, people[pairing.mentor_id], people[pairing.mentee_id]


def _is_closed_by(closing: Closing, meeting: Meeting, person: Person) -> bool:
    day = calendar.local_date(meeting.starts_at, person.zone)
    return closing.closes(person.office) and closing.first <= day <= closing.last


def _can_take_place(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> bool:
    """Whether nobody acted since its day was closed, and whoever read that hears of it in time."""
    if meeting.wanted_at is not None or (meeting.news and not tells_of_closing(meeting)):
        return False
    keys = news_of(pairing, meeting)
    readers = work.people.by_id({keys[key] for key in work.deliveries.seen(keys)})
    return all(known.is_in_time(now, meeting.starts_at, each) for each in readers.values())
