"""Where and when one person works, and when their next working day begins."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from bot.calendar.working import WorkingTime, next_open
from bot.calendar.zones import at_local, local_date
from bot.domain.people import Person


def working_time(person: Person) -> WorkingTime:
    """Return where and when a person works."""
    return _working_time(person.zone, person.country, person.subdivision, person.closed)


@lru_cache(maxsize=1024)
def _working_time(
    zone: str, country: str, subdivision: str | None, closed: tuple[date, ...]
) -> WorkingTime:
    return WorkingTime(zone, country, subdivision, closed=frozenset(closed))


def next_morning(now: datetime, person: Person) -> datetime:
    """Return the opening of a person's next working day: when news that is nobody's fault comes."""
    where = working_time(person)
    tomorrow = local_date(now, where.zone) + timedelta(days=1)
    return next_open(at_local(tomorrow, where.opens, where.zone), where)
