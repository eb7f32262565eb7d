"""When a person may be written to: in every zone, over every change of the clocks in two years."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.calendar import (
    UnknownHolidays,
    UnknownZone,
    WorkingTime,
    add_working_days,
    at_local,
    closes_at,
    is_open,
    local_date,
    local_week,
    next_open,
    opening_before,
)
from bot.calendar.working import _subdivisions
from bot.calendar.zones import _names
from bot.domain.rhythm import OPENS

ZONES = sorted(_names())
YEARS = (2026, 2027)
MONTREAL = WorkingTime("America/Toronto")
HALF_HOURS = st.integers(0, 47).map(lambda half: time(half // 2, 30 * (half % 2)))
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=729)).map(lambda past: NEW_YEAR + past)


@cache
def changes_of(zone: str) -> tuple[datetime, ...]:
    """The UTC instants of 2026 and 2027 at which a zone's offset changes, to the second."""
    found = []
    low = datetime(YEARS[0], 1, 1, tzinfo=UTC)
    while low.year <= YEARS[-1]:
        high = low + timedelta(days=1)
        if offset(low, zone) != offset(high, zone):
            found.append(_change_between(low, high, zone))
        low = high
    return tuple(found)


def _change_between(low: datetime, high: datetime, zone: str) -> datetime:
    before = offset(low, zone)
    while high - low > timedelta(seconds=1):
        middle = (low + (high - low) / 2).replace(microsecond=0)
        low, high = (middle, high) if offset(middle, zone) == before else (low, middle)
    return high


def offset(instant: datetime, zone: str) -> timedelta | None:
    return instant.astimezone(ZoneInfo(zone)).utcoffset()


def wall(instant: datetime, where: WorkingTime) -> datetime:
    return instant.astimezone(ZoneInfo(where.zone)).replace(tzinfo=None)


CHANGES = [(zone, change) for zone in ZONES for change in changes_of(zone)]
"""Every change of every zone: the tests that walk it say how many there must be."""

near_a_change = st.builds(
    lambda edge, minutes: (edge[0], edge[1] + timedelta(minutes=minutes)),
    st.sampled_from(CHANGES),
    st.integers(-2_000, 2_000),
)
anywhere = st.tuples(st.sampled_from(ZONES), INSTANTS)
moments = st.one_of(near_a_change, anywhere)
days_open = st.lists(HALF_HOURS, min_size=2, max_size=2, unique=True).map(sorted)


def test_the_walk_sees_all_zones_and_their_changes():
    assert len(ZONES) > 550
    assert len(CHANGES) > 600


@given(moments, days_open)
@settings(deadline=None, max_examples=300)
def test_the_next_open_instant_is_never_in_quiet_hours(moment, hours):
    zone, instant = moment
    where = WorkingTime(zone, opens=hours[0], closes=hours[1])

    opened = next_open(instant, where)

    assert opened >= instant
    assert where.opens <= wall(opened, where).time() < where.closes
    assert wall(opened, where).weekday() < 5
    assert is_open(opened, where)
    assert next_open(opened, where) == opened


@given(moments, days_open, st.integers(0, 99))
@settings(deadline=None, max_examples=300)
def test_open_hours_hold_from_opening_to_closing_and_end_there(moment, hours, part):
    zone, instant = moment
    where = WorkingTime(zone, opens=hours[0], closes=hours[1])
    opened = next_open(instant, where)
    closed = closes_at(opened, where)
    inside = opened + (closed - opened) * part / 100

    assert is_open(inside, where)
    assert where.opens <= wall(inside, where).time() < where.closes
    assert closes_at(inside, where) == closed
    assert not is_open(closed, where)


@given(moments)
@settings(deadline=None)
def test_nothing_is_open_between_an_instant_and_the_next_opening(moment):
    zone, instant = moment
    where = WorkingTime(zone)
    opened = next_open(instant, where)
    assume(opened > instant)

    steps = [instant + (opened - instant) * part / 20 for part in range(20)]

    assert not any(is_open(step, where) for step in steps)


@given(moments)
@settings(deadline=None, max_examples=300)
def test_a_wall_time_goes_to_utc_and_back(moment):
    zone, instant = moment
    local = instant.astimezone(ZoneInfo(zone))
    back = at_local(local.date(), local.time(), zone)

    assert local_date(back, zone) == local.date() == local_date(instant, zone)
    assert back == instant or (local.fold == 1 and back < instant)


def test_a_skipped_time_moves_forward_by_the_gap():
    assert at_local(date(2026, 3, 8), time(2, 30), "America/Toronto") == datetime(
        2026, 3, 8, 7, 30, tzinfo=UTC
    )


def test_a_repeated_time_means_the_first():
    assert at_local(date(2026, 11, 1), time(1, 30), "America/Toronto") == datetime(
        2026, 11, 1, 5, 30, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2026-11-23T13:30:00Z", True),  # Monday 08:30
        ("2026-11-23T13:29:59Z", False),
        ("2026-11-23T22:29:59Z", True),  # Monday 17:29:59
        ("2026-11-23T22:30:00Z", False),
        ("2026-11-21T17:00:00Z", False),  # Saturday
        ("2026-06-24T17:00:00Z", False),  # Saint-Jean-Baptiste
        ("2026-06-25T17:00:00Z", True),
    ],
)
def test_quiet_hours_weekends_and_holidays_are_closed(instant, expected):
    assert is_open(datetime.fromisoformat(instant), MONTREAL) is expected


def test_a_long_weekend_is_waited_out():
    friday_evening = datetime(2026, 9, 4, 23, 0, tzinfo=UTC)

    assert next_open(friday_evening, MONTREAL) == datetime(2026, 9, 8, 12, 30, tzinfo=UTC)


def test_a_holiday_of_the_neighbour_is_not_ours():
    saint_jean = datetime(2026, 6, 24, 17, 0, tzinfo=UTC)

    assert is_open(saint_jean, WorkingTime("America/Toronto", subdivision="ON"))


def test_hours_that_fall_wholly_into_a_gap_do_not_open_that_day():
    where = WorkingTime("Africa/Cairo", "EG", None, opens=time(0, 10), closes=time(0, 50))
    gap = datetime(2026, 4, 23, 22, 0, tzinfo=UTC)  # Friday 00:00, the clocks show 01:00

    assert local_date(next_open(gap, where), where.zone) == date(2026, 4, 27)


def test_nothing_closes_while_nothing_is_open():
    with pytest.raises(ValueError, match="next_open"):
        closes_at(datetime(2026, 11, 22, 17, 0, tzinfo=UTC), MONTREAL)


@given(moments, st.integers(1, 30))
@settings(deadline=None)
def test_working_days_count_only_working_days(moment, days):
    zone, instant = moment
    where = WorkingTime(zone, opens=time(0, 0), closes=time(23, 59))
    later = add_working_days(instant, days, where)
    start, end = local_date(instant, zone), local_date(later, zone)

    between = [start + timedelta(days=n + 1) for n in range((end - start).days)]

    noons = [at_local(day, time(12), zone) for day in between]
    assert sum(is_open(noon, where) for noon in noons) == days
    assert is_open(noons[-1], where)


def test_working_days_keep_the_local_time_over_a_change_of_the_clocks():
    friday = at_local(date(2026, 10, 30), time(9, 15), "America/Toronto")

    assert add_working_days(friday, 1, MONTREAL) == datetime(2026, 11, 2, 14, 15, tzinfo=UTC)
    assert add_working_days(friday, 0, MONTREAL) == friday


def test_working_days_do_not_run_backwards():
    with pytest.raises(ValueError, match="forward"):
        add_working_days(datetime(2026, 1, 5, tzinfo=UTC), -1, MONTREAL)


def test_a_day_opens_so_many_working_days_before():
    monday = at_local(date(2026, 10, 5), time(14), "America/Toronto")

    assert opening_before(monday, 0, MONTREAL) == at_local(date(2026, 10, 5), OPENS, MONTREAL.zone)
    assert opening_before(monday, 1, MONTREAL) == at_local(date(2026, 10, 2), OPENS, MONTREAL.zone)
    assert opening_before(monday, 3, MONTREAL) == at_local(date(2026, 9, 30), OPENS, MONTREAL.zone)


def test_a_week_is_the_iso_week_of_the_local_date():
    sunday_night_utc = datetime(2026, 11, 29, 23, 30, tzinfo=UTC)

    assert local_week(sunday_night_utc, "America/Toronto") == "2026-W48"
    assert local_week(sunday_night_utc, "Asia/Tokyo") == "2026-W49"
    assert local_week(datetime(2027, 1, 2, tzinfo=UTC), "UTC") == "2026-W53"


def test_any_aware_instant_will_do_and_comes_back_in_utc():
    local = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("America/Toronto"))

    assert next_open(local, MONTREAL).tzinfo is UTC
    assert add_working_days(local, 0, MONTREAL).tzinfo is UTC


@pytest.mark.parametrize(
    "instant",
    [datetime(2026, 1, 5, tzinfo=UTC).replace(tzinfo=None), datetime(1969, 1, 5, tzinfo=UTC)],
)
def test_naive_and_faraway_instants_are_refused(instant):
    for question in (is_open, next_open, closes_at):
        with pytest.raises(ValueError, match=r"aware|outside 1970"):
            question(instant, MONTREAL)


def test_a_wall_time_with_a_zone_is_refused():
    with pytest.raises(ValueError, match="naive"):
        at_local(date(2026, 1, 5), time(9, tzinfo=UTC), "America/Toronto")


@pytest.mark.parametrize(
    ("country", "part", "says"),
    [("ZZ", None, "country 'ZZ'"), ("CA", "XX", "AB, BC"), ("VA", "QC", "only for: none")],
)
def test_a_place_without_a_holiday_calendar_is_refused(country, part, says):
    with pytest.raises(UnknownHolidays, match=says):
        WorkingTime("America/Toronto", country, part)


def test_every_country_and_part_has_a_calendar():
    places = [(land, part) for land, parts in _subdivisions().items() for part in (None, *parts)]

    openings = [next_open(NEW_YEAR, WorkingTime("UTC", *place)) for place in places]

    assert len(places) > 800
    assert max(openings) < datetime(2026, 1, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "hours",
    [(time(9), time(9)), (time(17), time(9)), (time(9, tzinfo=UTC), time(17, tzinfo=UTC))],
)
def test_a_day_opens_before_it_closes_on_the_wall_clock(hours):
    with pytest.raises(ValueError, match=r"wall times|cannot close"):
        WorkingTime("America/Toronto", opens=hours[0], closes=hours[1])


def test_an_unknown_zone_has_no_working_time():
    with pytest.raises(UnknownZone):
        WorkingTime("Atlantis/Capital")
