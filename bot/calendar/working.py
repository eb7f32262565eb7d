"""Working hours: when somebody's day is open, and the public holidays on which it is not."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache

from holidays import country_holidays, list_supported_countries

from bot.calendar.zones import at_local, check_zone, local_date, reading, utc, zone_of
from bot.domain import rhythm
from bot.errors import BotError

ONE_DAY = timedelta(days=1)


class UnknownHolidays(BotError):
    """There is no calendar of public holidays for this country, or for this part of it."""

    def __init__(self, country: str, subdivision: str | None) -> None:
        self.country, self.subdivision = country[:16], subdivision and subdivision[:16]
        parts = _subdivisions().get(country)
        if parts is None:
            super().__init__(f"no public holidays known for the country {self.country!r}")
        else:
            known = ", ".join(parts) or "none"
            super().__init__(
                f"no public holidays known for {self.subdivision!r} in {country}, only for: {known}"
            )


@dataclass(frozen=True)
class WorkingTime:
    """Where and when a person works: Monday to Friday, between two local times.

    ``zone`` is an IANA name; ``country`` (ISO 3166-1) and ``subdivision`` (ISO 3166-2, or None for
    the whole country) choose the public holidays; ``closed`` are days off besides. ``opens``
    belongs to the day, ``closes`` does not. Raises UnknownZone, UnknownHolidays, and ValueError if
    it closes before it opens.
    """

    zone: str
    country: str = "CA"
    subdivision: str | None = "QC"
    opens: time = rhythm.OPENS
    closes: time = rhythm.CLOSES
    closed: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        check_zone(self.zone)
        _check_region(self.country, self.subdivision)
        if self.opens.tzinfo or self.closes.tzinfo:
            raise ValueError("opening hours are wall times: give them without a zone")
        if self.opens >= self.closes:
            raise ValueError(f"a day that opens at {self.opens} cannot close at {self.closes}")


def is_open(instant: datetime, where: WorkingTime) -> bool:
    """Whether a person may be written to: a working day, in working hours, in their local time."""
    return _window_around(instant, where) is not None


def next_open(instant: datetime, where: WorkingTime) -> datetime:
    """Return the first instant, this one or a later one, at which the person may be written to."""
    moment = utc(instant)
    day = local_date(moment, where.zone)
    while (window := _window(where, day)) is None or window[1] <= moment:
        day += ONE_DAY
    return max(moment, window[0])


def closes_at(instant: datetime, where: WorkingTime) -> datetime:
    """Return when the open hours that hold this instant end; raises ValueError outside them."""
    window = _window_around(instant, where)
    if window is None:
        raise ValueError("nothing is open at this instant: ask next_open first")
    return window[1]


def add_working_days(instant: datetime, days: int, where: WorkingTime) -> datetime:
    """Return the same local time so many working days later; raises ValueError for days < 0.

    Weekends and public holidays do not count, whatever day the instant itself falls on. Zero days
    later is the instant itself.
    """
    if days < 0:
        raise ValueError("working days are counted forward only")
    moment = utc(instant)
    if days == 0:
        return moment
    local = moment.astimezone(zone_of(where.zone))
    day = local.date()
    while days:
        day += ONE_DAY
        days -= _is_working_day(day, where)
    return at_local(day, local.time(), where.zone)


def opening_before(instant: datetime, days: int, where: WorkingTime) -> datetime:
    """Return when a day opens, so many working days before an instant; 0 is its own day."""
    day = local_date(instant, where.zone)
    while days:
        day -= ONE_DAY
        days -= _is_working_day(day, where)
    return at_local(day, where.opens, where.zone)


def is_holiday(day: date, where: WorkingTime) -> bool:
    """Whether a local date is a public holiday there, days in lieu included, or a closing day."""
    return day in where.closed or day in _holidays(where.country, where.subdivision, day.year)


def _is_working_day(day: date, where: WorkingTime) -> bool:
    return day.weekday() in rhythm.WORKWEEK and not is_holiday(day, where)


def _window_around(instant: datetime, where: WorkingTime) -> tuple[datetime, datetime] | None:
    moment = utc(instant)
    window = _window(where, moment.astimezone(zone_of(where.zone)).date())
    return window if window and window[0] <= moment < window[1] else None


@lru_cache(maxsize=16_384)
def _window(where: WorkingTime, day: date) -> tuple[datetime, datetime] | None:
    """The open hours of a local date in UTC, or None.

    Where the clocks skip or repeat an opening or closing time, the narrower reading counts, so
    that no instant inside the window shows a wall time outside working hours.
    """
    if not _is_working_day(day, where):
        return None
    opens = max(reading(day, where.opens, where.zone, fold=fold) for fold in (0, 1))
    closes = min(reading(day, where.closes, where.zone, fold=fold) for fold in (0, 1))
    return (opens, closes) if opens < closes else None


@cache
def _subdivisions() -> dict[str, list[str]]:
    return list_supported_countries(include_aliases=False)


@cache
def _check_region(country: str, subdivision: str | None) -> None:
    parts = _subdivisions().get(country)
    if parts is None or (subdivision is not None and subdivision not in parts):
        raise UnknownHolidays(country, subdivision)


@lru_cache(maxsize=4_096)
def _holidays(country: str, subdivision: str | None, year: int) -> frozenset[date]:
    return frozenset(country_holidays(country, subdiv=subdivision, years=year))
