"""What returns every week: the date of a prompt, its jitter, and the hours people have free."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from bot.calendar.working import WorkingTime, is_holiday
from bot.calendar.zones import at_local, local_date, utc, zone_of

NO_TIME = timedelta(0)
ONE_DAY = timedelta(days=1)
ONE_WEEK = timedelta(weeks=1)
MICROSECOND = timedelta(microseconds=1)
DAYS_A_WEEK, HOURS_A_DAY = 7, 24
MINUTES_AN_HOUR = 60
HOURS_A_WEEK = DAYS_A_WEEK * HOURS_A_DAY


def next_weekly(
    after: datetime,
    where: WorkingTime,
    *,
    weekday: int,
    at: time,
    spread: timedelta = NO_TIME,
) -> datetime:
    """Return the first weekly date strictly after an instant, in UTC.

    ``weekday`` counts from Monday (0) and ``at`` is local wall time: 10:00 stays 10:00 when the
    clocks change. A time they skip moves forward by the gap; a time they show twice happens once,
    the first time. ``spread``, less than a day, is added last. A week whose date is a public
    holiday, before or after the spread, has no occurrence. Weekends and quiet hours are the
    caller's choice. Raises ValueError for a weekday or spread out of range.
    """
    if not 0 <= weekday < DAYS_A_WEEK:
        raise ValueError(f"a weekday is 0 (Monday) to 6, not {weekday}")
    if not NO_TIME <= spread < ONE_DAY:
        raise ValueError("a spread is at least nothing and less than a day")
    moment = utc(after)
    day = local_date(moment - spread, where.zone)
    day -= timedelta(days=(day.weekday() - weekday) % DAYS_A_WEEK)
    while (due := at_local(day, at, where.zone) + spread) <= moment or _is_off(day, due, where):
        day += ONE_WEEK
    return due


def jitter(key: str, limit: timedelta) -> timedelta:
    """Return a delay from nothing up to, but not including, a limit: always the same for a key.

    It spreads a cohort evenly because the platforms' rate limits are the bottleneck. A limit of
    nothing gives nothing; a negative one raises ValueError.
    """
    if limit < NO_TIME:
        raise ValueError("a delay cannot be negative")
    fraction = int.from_bytes(sha256(key.encode()).digest()[:8])
    return MICROSECOND * (fraction * (limit // MICROSECOND) >> 64)


def hours_mask(slots: Iterable[tuple[int, int]], zone: str, on: date) -> int:
    """Return the free hours of a week as 168 bits, bit 0 being Monday 00:00 to 01:00 UTC.

    A slot is a local weekday (Monday is 0) and the hour it begins (0 to 23). All slots are shifted
    by the zone's offset at noon on one date, so two masks compare what holds on that date. In
    zones 30 or 45 minutes off the hour, a slot counts for the UTC hour it begins in: the number of
    hours stays true, and two people with a bit in common really share half an hour or more of it.
    Raises UnknownZone, and ValueError for a slot that does not exist.
    """
    noon = at_local(on, time(12), zone).astimezone(zone_of(zone))
    offset = (noon.utcoffset() or NO_TIME) // timedelta(minutes=1)
    mask = 0
    for weekday, hour in slots:
        if not (0 <= weekday < DAYS_A_WEEK and 0 <= hour < HOURS_A_DAY):
            raise ValueError(f"no such hour in a week: weekday {weekday}, hour {hour}")
        begins = (weekday * HOURS_A_DAY + hour) * MINUTES_AN_HOUR - offset
        mask |= 1 << begins // MINUTES_AN_HOUR % HOURS_A_WEEK
    return mask


def _is_off(day: date, due: datetime, where: WorkingTime) -> bool:
    return is_holiday(day, where) or is_holiday(local_date(due, where.zone), where)
