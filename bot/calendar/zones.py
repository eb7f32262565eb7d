"""Time zones by name, and the way between local wall time and UTC."""

from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from functools import cache, cached_property
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

from bot.errors import BotError

FIRST_YEAR, LAST_YEAR = 1970, 2099
"""Years the tz database and the holiday calendars can both speak for."""

LONGEST_NAME = 64
"""Characters of a zone name worth comparing; the longest real one has 32."""

# Names the tz database carries for machines: the zone of this computer, and "not set".
NOBODY_LIVES_IN = frozenset({"Factory", "localtime"})


class UnknownZone(BotError):
    """The time zone is not in the tz database."""

    def __init__(self, name: str) -> None:
        # One more character than is compared, so that a name cut short stays too long to compare.
        self.name = name[: LONGEST_NAME + 1]
        super().__init__(self.name)

    @cached_property
    def nearest(self) -> tuple[str, ...]:
        """Up to three names it may mean; found when asked for, because comparing takes long."""
        return _nearest(self.name)

    def __str__(self) -> str:
        hint = f"; did you mean {' or '.join(self.nearest)}?" if self.nearest else ""
        return f"unknown time zone {self.name!r}{hint}"


def check_zone(name: str) -> str:
    """Return the name if it is an IANA zone, exactly as the tz database spells it.

    Only names the database lists pass, so a path ("../", "posix/...") never reaches the disk.
    Raises UnknownZone.
    """
    if name not in _names():
        raise UnknownZone(name)
    return name


@cache
def zone_of(name: str) -> ZoneInfo:
    """Return the zone of a checked name; raises UnknownZone."""
    return ZoneInfo(check_zone(name))


def utc(instant: datetime) -> datetime:
    """Return the same instant in UTC; raises ValueError if naive or in a year out of range."""
    if instant.tzinfo is None:
        raise ValueError("an instant must be aware: attach UTC")
    _check_year(instant)
    return instant if instant.tzinfo is UTC else instant.astimezone(UTC)


def half_hour(instant: datetime, zone: str) -> datetime:
    """Return the last full or half hour of a zone's clocks, as people name a time."""
    wall = utc(instant).astimezone(zone_of(zone))
    return utc(wall.replace(minute=wall.minute // 30 * 30, second=0, microsecond=0))


def at_local(day: date, at: time, zone: str) -> datetime:
    """Return the UTC instant of a local wall time.

    A time the clocks skip moves forward by the length of the gap (02:30 becomes 03:30); a time
    they show twice means the first. Raises UnknownZone, and ValueError if ``at`` carries a zone.
    """
    return reading(day, at, zone, fold=0)


def reading(day: date, at: time, zone: str, *, fold: int) -> datetime:
    """Return a UTC reading of a wall time: the two differ only in a gap or an overlap."""
    if at.tzinfo is not None:
        raise ValueError("a wall time must be naive: its zone is given apart")
    _check_year(day)
    wall = datetime.combine(day, at, tzinfo=zone_of(zone))
    return wall.replace(fold=fold).astimezone(UTC)


def local_date(instant: datetime, zone: str) -> date:
    """Return the date on the wall calendar of a zone; raises UnknownZone."""
    return utc(instant).astimezone(zone_of(zone)).date()


def local_week(instant: datetime, zone: str) -> str:
    """Return the ISO week of the local date, as "2026-W48"; raises UnknownZone."""
    year, week, _ = local_date(instant, zone).isocalendar()
    return f"{year}-W{week:02}"


def _check_year(day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"the year {day.year} is outside {FIRST_YEAR} to {LAST_YEAR}")


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones()) - NOBODY_LIVES_IN


@cache
def _names_by_hint() -> dict[str, str]:
    """Every zone by the words people use for it: its full name, and its city alone."""
    places = sorted(name for name in _names() if "/" in name and not name.startswith("Etc/"))
    hints = {name.rsplit("/", 1)[-1].casefold(): name for name in reversed(places)}
    return hints | {name.casefold(): name for name in places}


def _nearest(name: str) -> tuple[str, ...]:
    if len(name) > LONGEST_NAME:
        return ()
    # Exports of Microsoft directories say "Eastern Standard Time"; Unicode CLDR knows the zone.
    meant = get_global("windows_zone_mapping").get(name.strip())
    if meant in _names():
        return (meant,)
    hints, wanted = _names_by_hint(), name.strip().casefold().replace(" ", "_")
    close = [wanted] if wanted in hints else get_close_matches(wanted, hints, n=3, cutoff=0.7)
    return tuple(dict.fromkeys(hints[hint] for hint in close))
