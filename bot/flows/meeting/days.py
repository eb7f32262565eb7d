"""When two people met: days as buttons, told apart in the tap unless only one can be meant."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot import calendar
from bot.calendar.people import working_time
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.meeting import may_mean, obvious
from bot.domain.pairing import Pairing
from bot.domain.people import Role
from bot.errors import Sorry
from bot.messages.card import Button

ANOTHER = "another"
"""The value of a "we met" on none of the days that were offered."""


@dataclass(frozen=True)
class Meant:
    """What a "we met" may mean: planned days of late, and the only one, if there is but one."""

    days: tuple[date, ...]
    only: date | None


def meant(turn: Turn, pairing: Pairing, *, besides: str = "") -> Meant:
    """Return what this person's "we met" may mean; ``besides`` is the meeting it meant before."""
    role = pairing.role_of(turn.person.id) or Role.MEMBER
    rows = turn.work.pairings.meetings(pairing.id)
    found = may_mean(rows, role, turn.now, besides=besides)
    days = [calendar.local_date(meeting.starts_at, turn.person.zone) for meeting in found]
    only = obvious(found, turn.now)
    return Meant(tuple(dict.fromkeys(days)), days[0] if only else None)


def yes_taps(turn: Turn, pairing: Pairing, action: str, *, besides: str = "") -> list[Button]:
    """Return the ways to say "we met", as buttons of the step being shown.

    Where it is not obvious when, each names its day, and the last one asks on.
    """
    found = meant(turn, pairing, besides=besides)
    if found.only is not None:
        return [turn.tap(action, turn.say("days-yes"), value=found.only.isoformat())]
    taps = [
        turn.tap(action, turn.say("days-yes.on", day=turn.day(day)), value=day.isoformat())
        for day in found.days
    ]
    if turn.today not in found.days:
        taps.append(turn.tap(action, turn.say("days-yes.today"), value=turn.today.isoformat()))
    if set(recent(turn, pairing)) - set(found.days):
        taps.append(turn.tap(action, turn.say("days-yes.another"), value=ANOTHER))
    return taps


def day_taps(turn: Turn, days: Iterable[date]) -> list[Button]:
    """Return days as buttons of the step being shown."""
    return [turn.tap("day", turn.day(day), value=day.isoformat()) for day in days]


def to_choose(turn: Turn, pairing: Pairing, *, besides: str = "") -> list[date]:
    """Return the days of the week past, and those a "we met" may mean, the last one first."""
    days = {turn.today, *recent(turn, pairing), *meant(turn, pairing, besides=besides).days}
    return sorted(days, reverse=True)


def but_today(turn: Turn, pairing: Pairing, *, besides: str = "") -> list[date]:
    """Return the same days for whoever saw today offered, and pressed another day."""
    return [day for day in to_choose(turn, pairing, besides=besides) if day != turn.today]


def recent(turn: Turn, pairing: Pairing) -> list[date]:
    """Return the working days before today on which two people can have met, the last one first."""
    return _working_days(turn, pairing, range(1, rhythm.DAYS_BACK + 1))


def earlier(turn: Turn, pairing: Pairing) -> list[date]:
    """Return the working days before those, as far back as anybody remembers."""
    further = range(rhythm.DAYS_BACK + 1, rhythm.DAYS_BACK + rhythm.DAYS_FURTHER_BACK + 1)
    return _working_days(turn, pairing, further)


def chosen(turn: Turn, pairing: Pairing, *, besides: str = "") -> date | None:
    """Return the day of the pressed button; None when it names none, and several may be meant."""
    if turn.value == ANOTHER:
        return None
    if not turn.value:
        return meant(turn, pairing, besides=besides).only
    try:
        day = date.fromisoformat(turn.value)
    except ValueError as fault:
        raise Sorry("stale") from fault
    if not pairing.started_on <= day <= turn.today:
        raise Sorry("stale")
    return day


def _working_days(turn: Turn, pairing: Pairing, counts: range) -> list[date]:
    where = working_time(turn.person)
    openings = (calendar.opening_before(turn.now, count, where) for count in counts)
    days = (calendar.local_date(opening, where.zone) for opening in openings)
    return [day for day in days if day >= pairing.started_on]
