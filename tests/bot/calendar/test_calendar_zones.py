"""Which names are time zones, and what is said of the others."""

import pytest

from bot.calendar import UnknownZone, check_zone
from tests.bot.calendar.test_calendar import ZONES


def test_every_zone_of_the_database_is_known():
    assert [check_zone(zone) for zone in ZONES] == ZONES


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "/", "../../etc/passwd", "/etc/localtime", "posix/Europe/Paris"),
        *("right/UTC", "posixrules", "localtime", "Factory", "zone.tab", "UTC\0", "UTC\n", " UTC"),
        *("America", "America/", "america/toronto", "C:\\Windows", "x" * 2**20, "é" * 70),
    ],
)
def test_anything_else_is_refused_shortly(name):
    with pytest.raises(UnknownZone) as refusal:
        check_zone(name)

    assert len(str(refusal.value)) < 400


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("America/Tornto", "America/Toronto"),
        ("america/toronto", "America/Toronto"),
        ("Montréal", "America/Montreal"),
        ("New York", "America/New_York"),
        ("Eastern Standard Time", "America/New_York"),
    ],
)
def test_the_nearest_zone_is_suggested(name, meant):
    with pytest.raises(UnknownZone, match=meant) as refusal:
        check_zone(name)

    assert refusal.value.nearest[0] == meant
