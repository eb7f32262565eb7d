"""When a person may be written to: zones, working hours, public holidays, weekly dates.

Instants go in and come out as aware UTC datetimes; a naive one raises ValueError, as does a year
outside 1970 to 2099. Nothing here reads a clock: the present is always an argument.
"""

from bot.calendar.regions import region_of
from bot.calendar.weekly import hours_mask, jitter, next_weekly
from bot.calendar.working import (
    UnknownHolidays,
    WorkingTime,
    add_working_days,
    closes_at,
    is_open,
    next_open,
    opening_before,
)
from bot.calendar.zones import (
    UnknownZone,
    at_local,
    check_zone,
    half_hour,
    local_date,
    local_week,
)

__all__ = [
    "UnknownHolidays",
    "UnknownZone",
    "WorkingTime",
    "add_working_days",
    "at_local",
    "check_zone",
    "closes_at",
    "half_hour",
    "hours_mask",
    "is_open",
    "jitter",
    "local_date",
    "local_week",
    "next_open",
    "next_weekly",
    "opening_before",
    "region_of",
]
