"""Whose public holidays people of a time zone have, as far as a zone can tell."""

from babel.core import get_global

from bot.calendar.working import UnknownHolidays, WorkingTime

HOME = "CA"
"""The country of a zone that lies in none."""
SUBDIVISIONS = {
    "America/Montreal": "QC",
    "America/Vancouver": "BC",
    "America/Edmonton": "AB",
    "America/Regina": "SK",
    "America/Winnipeg": "MB",
    "America/Halifax": "NS",
    "America/Moncton": "NB",
    "America/St_Johns": "NL",
}
"""Zones that lie in one province; America/Toronto covers several, so its office must be named."""


def region_of(zone: str) -> tuple[str, str | None]:
    """Return the country and subdivision whose holidays count in a zone; raises UnknownZone."""
    country = str(get_global("zone_territories").get(zone, HOME))
    try:
        WorkingTime(zone, country, None)
    except UnknownHolidays:  # a zone of no country, such as Etc/UTC
        country = HOME
    return country, SUBDIVISIONS.get(zone)
