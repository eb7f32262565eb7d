"""Weekly dates, jitter and the hours of the week, in every zone and over every clock change."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendar import (
    WorkingTime,
    at_local,
    hours_mask,
    jitter,
    local_date,
    local_week,
    next_weekly,
)
from bot.calendar.working import is_holiday
from tests.bot.calendar.test_calendar import CHANGES, HALF_HOURS, MONTREAL, ZONES, moments, wall

spreads = st.timedeltas(timedelta(0), timedelta(hours=23, minutes=59))
weekdays = st.integers(0, 6)


@pytest.mark.parametrize("weekday", [3, 6])
def test_every_local_week_of_two_years_has_its_one_prompt_in_every_zone(weekday):
    for zone in ZONES:
        where = WorkingTime(zone)
        monday = date(2026, 1, 5)
        due = at_local(monday, time(0), zone) - timedelta(seconds=1)
        prompted = []
        while (due := next_weekly(due, where, weekday=weekday, at=time(2, 30))).year < 2028:
            prompted.append(local_week(due, zone))

        wanted = [monday + timedelta(weeks=week, days=weekday) for week in range(103)]
        weeks = [f"{day:%G-W%V}" for day in wanted if not is_holiday(day, where)]
        assert prompted[: len(weeks)] == weeks


@pytest.mark.parametrize("minutes", [-90, -30, -1, 0, 1, 29, 30, 59, 60, 90])
def test_a_prompt_at_the_change_of_the_clocks_comes_once(minutes):
    for zone, change in CHANGES:
        where = WorkingTime(zone)
        # The wall time is read off the clocks before they change: in a gap it is never shown.
        before = wall(change - timedelta(minutes=1), where) + timedelta(minutes=1 + minutes)
        following = partial(next_weekly, where=where, weekday=before.weekday(), at=before.time())

        dues = [following(change - timedelta(days=20))]
        while dues[-1] < change + timedelta(days=15):
            dues.append(following(dues[-1]))

        gaps = {round((later - due) / timedelta(days=1)) for due, later in pairwise(dues)}
        assert gaps <= {7, 14, 21}
        on_the_day = [due for due in dues if abs(due - change) < timedelta(hours=12)]
        assert len(on_the_day) == (not is_holiday(before.date(), where))


@given(moments, weekdays, HALF_HOURS, spreads)
@settings(deadline=None, max_examples=300)
def test_the_next_prompt_is_later_on_its_weekday_and_none_lies_between(moment, weekday, at, spread):
    zone, after = moment
    where = WorkingTime(zone)
    due = next_weekly(after, where, weekday=weekday, at=at, spread=spread)
    nominal = wall(due - spread, where)

    assert after < due
    assert nominal.time() == at or due - spread == at_local(nominal.date(), at, zone)
    assert (
        next_weekly(due - timedelta(microseconds=1), where, weekday=weekday, at=at, spread=spread)
        == due
    )
    assert not is_holiday(local_date(due, zone), where)
    week_before = nominal.date() - timedelta(weeks=1)
    missed = at_local(week_before, at, zone) + spread
    landed = local_date(missed, zone)
    assert missed <= after or is_holiday(week_before, where) or is_holiday(landed, where)


def test_nine_in_london_stays_nine_over_both_changes():
    where = WorkingTime("Europe/London", "GB", None)
    due = datetime(2026, 1, 1, tzinfo=UTC)
    hours = set()
    for _ in range(50):
        due = next_weekly(due, where, weekday=1, at=time(9))
        hours.add((due.hour, wall(due, where).hour))

    assert hours == {(8, 9), (9, 9)}


def test_a_date_that_has_come_is_behind_us():
    due = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)

    assert next_weekly(due, MONTREAL, weekday=3, at=time(10)) == due + timedelta(weeks=1)
    assert next_weekly(due - timedelta(seconds=1), MONTREAL, weekday=3, at=time(10)) == due


def test_a_holiday_skips_the_week():
    tuesday = datetime(2026, 6, 23, 12, 0, tzinfo=UTC)

    due = next_weekly(tuesday, MONTREAL, weekday=2, at=time(10))

    assert local_date(due, MONTREAL.zone) == date(2026, 7, 8)  # Wednesdays: Saint-Jean, Canada Day


def test_a_spread_does_not_carry_a_prompt_into_a_holiday():
    tuesday = datetime(2026, 6, 23, 12, 0, tzinfo=UTC)

    due = next_weekly(tuesday, MONTREAL, weekday=1, at=time(20), spread=timedelta(hours=5))

    assert local_date(due, MONTREAL.zone) == date(2026, 7, 8)


@pytest.mark.parametrize(
    "wish",
    [
        {"weekday": 7},
        {"weekday": -1},
        {"weekday": 3, "spread": timedelta(days=1)},
        {"weekday": 3, "spread": timedelta(seconds=-1)},
    ],
)
def test_impossible_weekly_dates_are_refused(wish):
    with pytest.raises(ValueError, match=r"weekday|spread"):
        next_weekly(datetime(2026, 1, 5, tzinfo=UTC), MONTREAL, at=time(10), **wish)


@given(st.text(), st.timedeltas(timedelta(microseconds=1), timedelta(days=7)))
def test_a_jitter_is_the_same_every_time_and_below_its_limit(key, limit):
    assert timedelta(0) <= jitter(key, limit) == jitter(key, limit) < limit


def test_jitter_spreads_a_cohort_evenly():
    hour = timedelta(hours=1)
    quarters = [jitter(f"person-{n}", hour) // timedelta(minutes=15) for n in range(4_000)]

    assert all(900 < quarters.count(quarter) < 1_100 for quarter in range(4))


def test_no_room_for_jitter_is_no_jitter_and_less_is_refused():
    assert jitter("key", timedelta(0)) == timedelta(0)
    with pytest.raises(ValueError, match="negative"):
        jitter("key", timedelta(seconds=-1))


slots = st.sets(st.tuples(weekdays, st.integers(0, 23)))
dates = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(slots, st.sampled_from(ZONES), dates)
@settings(deadline=None)
def test_a_mask_keeps_the_number_of_hours(free, zone, on):
    assert hours_mask(free, zone, on).bit_count() == len(free)


@given(slots, slots, st.sampled_from(ZONES), dates)
@settings(deadline=None)
def test_two_people_of_one_zone_share_exactly_their_common_hours(ours, theirs, zone, on):
    common = hours_mask(ours, zone, on) & hours_mask(theirs, zone, on)

    assert common == hours_mask(ours & theirs, zone, on)


@given(slots, dates)
def test_in_utc_the_mask_is_the_week_itself(free, on):
    assert hours_mask(free, "UTC", on) == sum(1 << day * 24 + hour for day, hour in free)


@given(dates)
@settings(deadline=None, max_examples=20)
def test_a_shared_bit_is_half_an_hour_together_or_more(on):
    past_the_hour = {at_local(on, time(9), zone).minute for zone in ZONES}

    assert len(past_the_hour) > 1
    assert max(past_the_hour) <= 30


@pytest.mark.parametrize(
    ("zone", "on", "bit"),
    [
        ("America/Toronto", date(2026, 1, 15), 14),
        ("America/Toronto", date(2026, 7, 15), 13),
        ("Asia/Kolkata", date(2026, 1, 15), 3),
        ("Pacific/Kiritimati", date(2026, 1, 15), 168 - 5),
    ],
)
def test_nine_on_monday_is_another_hour_of_the_week_elsewhere(zone, on, bit):
    assert hours_mask([(0, 9)], zone, on) == 1 << bit


@pytest.mark.parametrize("slot", [(7, 0), (-1, 0), (0, 24), (0, -1)])
def test_hours_that_no_week_has_are_refused(slot):
    with pytest.raises(ValueError, match="no such hour"):
        hours_mask([slot], "UTC", date(2026, 1, 5))
