"""Days as people in the two offices read and work them, from a calendar on the wall."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.domain.people import Person

MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
WEEKDAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
BOTH = "2026-10-12 2026-12-25 2027-01-01 2027-03-26 2027-05-24 2027-07-01 2027-09-06 2027-10-11"
CLOSED = {
    "QC": frozenset(f"{BOTH} 2027-06-24".split()),
    "BC": frozenset(f"{BOTH} 2026-09-30 2026-11-11 2027-02-15 2027-08-02 2027-09-30".split()),
}
"""Public holidays of the thirteen months a rehearsal may last, by province."""
SATURDAY, NOON = 5, 12
ENDS = time(17, 30)


def local(instant: datetime, person: Person) -> datetime:
    """Return an instant as somebody's own clock shows it."""
    return instant.astimezone(ZoneInfo(person.zone))


def is_working(day: date, person: Person) -> bool:
    """Whether somebody's office is open on a day."""
    return day.weekday() < SATURDAY and day.isoformat() not in CLOSED[person.subdivision or "QC"]


def next_working_day(day: date, person: Person) -> date:
    """Return the first day after one on which somebody's office is open."""
    following = day + timedelta(days=1)
    while not is_working(following, person):
        following += timedelta(days=1)
    return following


def end_of_next_working_day(instant: datetime, person: Person) -> datetime:
    """Return when the working day after the one of an instant is over."""
    day = next_working_day(local(instant, person).date(), person)
    return datetime.combine(day, ENDS, ZoneInfo(person.zone))


def week_of(instant: datetime, person: Person) -> tuple[int, int]:
    """Return somebody's local week, as year and number."""
    calendar = local(instant, person).date().isocalendar()
    return calendar.year, calendar.week


def shows(text: str, instant: datetime, person: Person) -> bool:
    """Whether a text names a moment as its reader would understand it: local day and time."""
    day, clock = _words(instant, person.language, person.zone)
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    return bool(day.search(plain) and clock.search(plain))


@lru_cache(maxsize=4096)
def _words(instant: datetime, language: str, zone: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    when = instant.astimezone(ZoneInfo(zone))
    month = MONTHS[language].split()[when.month - 1]
    weekday = WEEKDAYS[language].split()[when.weekday()]
    if language == "fr":
        day = f"{weekday} {when.day}{'er' if when.day == 1 else ''} {month}"
        clock = f"{when.hour} h {when.minute:02}" if when.minute else f"{when.hour} h"
    else:
        day = f"{weekday}, {month} {when.day}"
        half = "a.m." if when.hour < NOON else "p.m."
        clock = f"{(when.hour - 1) % NOON + 1}:{when.minute:02} {half}"
    return _alone(day), _alone(clock)


def _alone(words: str) -> re.Pattern[str]:
    """Find words that are no part of a longer number."""
    return re.compile(rf"(?<!\d){re.escape(words)}(?!\d)")
