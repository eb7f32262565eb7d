"""When two people can meet: hours both have open, in the parts of the week both said suit them.

The first person leads: days and whole hours are those of their wall clock. Parts of the week are
words such as "3-am" (Thursday morning; Monday is 0) in each person's own time.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.calendar.working import WorkingTime, closes_at, is_open
from bot.calendar.zones import at_local, local_date, zone_of
from bot.domain import rhythm

LAST_PART = list(rhythm.PARTS_OF_DAY)[-1]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Free:
    """One person's time: working hours, slots that suit (none named: all), moments taken."""

    where: WorkingTime
    slots: frozenset[str] = frozenset()
    busy: tuple[datetime, ...] = ()

    def works(self, start: datetime, length: timedelta) -> bool:
        """Whether a meeting fits into open hours and clashes with nothing planned."""
        if not is_open(start, self.where) or closes_at(start, self.where) < start + length:
            return False
        return all(abs(start - other) >= rhythm.BETWEEN_MEETINGS for other in self.busy)

    def suits(self, start: datetime) -> bool:
        """Whether a meeting begins in a part of the week this person named."""
        local = start.astimezone(zone_of(self.where.zone))
        parts = (part for part, hours in rhythm.PARTS_OF_DAY.items() if local.hour <= hours[-1])
        return not self.slots or f"{local.weekday()}-{next(parts, LAST_PART)}" in self.slots

    def strain(self, start: datetime, length: timedelta) -> timedelta:
        """How far outside this person's opening hours a meeting lies, on that local day."""
        day = local_date(start, self.where.zone)
        opens = at_local(day, self.where.opens, self.where.zone)
        closes = at_local(day, self.where.closes, self.where.zone)
        return max(opens - start, start + length - closes, timedelta(0))


class Fit(StrEnum):
    """How well the moments found suit both."""

    SUITS = "suits"  # in parts of the week both named
    OPEN = "open"  # in open hours of both, but not in parts of the week both named
    NEAREST = "nearest"  # open hours never meet: as little outside them as can be


@dataclass(frozen=True)
class Shared:
    """Moments two people may choose from, the best first, and how well they suit."""

    times: tuple[datetime, ...]
    fit: Fit

    def page(self, start: int, count: int) -> tuple[datetime, ...]:
        """Return some of the moments in the order of the calendar; past the end, from the start."""
        first = start if start < len(self.times) else 0
        return tuple(sorted(self.times[first : first + count]))


def common_times(after: datetime, first: Free, second: Free, length: timedelta) -> Shared:
    """Return moments for a meeting from the day after an instant on, within some working days.

    Every day gives its best moment before any day gives its second.
    """
    days = _days(local_date(after, first.where.zone), first.where)
    every = [[start for start in _hours(day, first.where) if start > after] for day in days]

    def both_open(start: datetime) -> bool:
        return first.works(start, length) and second.works(start, length)

    def suits_both(start: datetime) -> bool:
        return both_open(start) and first.suits(start) and second.suits(start)

    for fit, fits in ((Fit.SUITS, suits_both), (Fit.OPEN, both_open)):
        found = _day_by_day(every, fits)
        if found:
            return Shared(found, fit)
    mine = _day_by_day(every, lambda start: first.works(start, length))
    return Shared(tuple(sorted(mine, key=lambda s: second.strain(s, length))), Fit.NEAREST)


def series(start: datetime, first: Free, second: Free, *, count: int, weeks: int) -> list[datetime]:
    """Return the moments of meetings that recur every few weeks, the first one as given.

    Each keeps the local time of the first; a date on which somebody is off moves to the nearest
    day on which both are there, or the first person at least.
    """
    day = local_date(start, first.where.zone)
    at = start.astimezone(zone_of(first.where.zone)).time()
    moments = [start]
    for number in range(1, count):
        wish = day + timedelta(weeks=weeks * number)
        moments.append(_near(wish, at, first, second))
    return moments


def _near(wish: date, at: time, first: Free, second: Free) -> datetime:
    near = [
        at_local(wish + timedelta(days=days), at, first.where.zone) for days in rhythm.DAYS_NEARBY
    ]
    there = [start for start in near if first.works(start, timedelta(0))]
    both = [start for start in there if second.works(start, timedelta(0))]
    return next(iter(both or there or near))


def _days(today: date, where: WorkingTime) -> list[date]:
    days: list[date] = []
    day = today
    while len(days) < rhythm.FIRST_MEETING_WITHIN:
        day += ONE_DAY
        if is_open(at_local(day, where.opens, where.zone), where):
            days.append(day)
    return days


def _hours(day: date, where: WorkingTime) -> list[datetime]:
    return [at_local(day, time(hour), where.zone) for hour in rhythm.HOURS_TO_MEET]


def _day_by_day(
    days: Iterable[list[datetime]], fits: Callable[[datetime], bool]
) -> tuple[datetime, ...]:
    ranked = [
        (rank, start)
        for starts in days
        for rank, start in enumerate(start for start in starts if fits(start))
    ]
    return tuple(start for _, start in sorted(ranked))
