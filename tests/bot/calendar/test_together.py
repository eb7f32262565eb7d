from datetime import UTC, datetime, timedelta

from bot.calendar import WorkingTime, is_open
from bot.calendar.together import Fit, Free, common_times, series

MONTREAL = WorkingTime("America/Toronto")
PARIS = WorkingTime("Europe/Paris", "FR", None)
TOKYO = WorkingTime("Asia/Tokyo", "JP", None)
MONDAY = datetime(2026, 9, 14, 13, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


def locally(moment: datetime) -> str:
    return f"{moment.astimezone(UTC) - timedelta(hours=4):%a %H:%M}"


def test_moments_lie_in_parts_of_the_week_both_named():
    mentor = Free(where=MONTREAL, slots=frozenset({"3-am", "4-pm"}))
    mentee = Free(where=MONTREAL, slots=frozenset({"3-am", "1-am"}))
    shared = common_times(MONDAY, mentor, mentee, HOUR)
    assert shared.fit is Fit.SUITS
    assert len(shared.times) == 6, "9, 10 and 11 on two Thursdays"
    assert {locally(moment)[:3] for moment in shared.times} == {"Thu"}


def test_the_first_page_spreads_over_the_days():
    shared = common_times(MONDAY, Free(where=MONTREAL), Free(where=MONTREAL), HOUR)
    assert [locally(m) for m in shared.page(0, 3)] == ["Tue 10:00", "Wed 10:00", "Thu 10:00"]
    assert [locally(m) for m in shared.page(3, 3)] == ["Fri 10:00", "Mon 10:00", "Tue 10:00"]


def test_past_the_last_page_the_first_comes_again():
    shared = common_times(MONDAY, Free(where=MONTREAL), Free(where=MONTREAL), HOUR)
    assert shared.page(10_000, 3) == shared.page(0, 3)


def test_a_pair_over_the_ocean_meets_in_open_hours_of_both():
    shared = common_times(MONDAY, Free(where=MONTREAL), Free(where=PARIS), HOUR)
    assert shared.fit is Fit.SUITS
    for moment in shared.times:
        assert is_open(moment, MONTREAL)
        assert is_open(moment + HOUR - timedelta(seconds=1), PARIS)


def test_without_a_common_slot_open_hours_are_offered_and_said_so():
    mentor = Free(where=MONTREAL, slots=frozenset({"0-am"}))
    mentee = Free(where=MONTREAL, slots=frozenset({"4-pm"}))
    assert common_times(MONDAY, mentor, mentee, HOUR).fit is Fit.OPEN


def test_hours_that_never_meet_give_the_nearest():
    shared = common_times(MONDAY, Free(where=MONTREAL), Free(where=TOKYO), HOUR)
    assert shared.fit is Fit.NEAREST
    strains = [Free(where=TOKYO).strain(moment, HOUR) for moment in shared.times]
    assert strains == sorted(strains)


def test_holidays_of_either_side_and_moments_taken_are_left_out():
    thanksgiving = datetime(2026, 10, 9, 13, 30, tzinfo=UTC)
    taken = datetime(2026, 10, 13, 14, 0, tzinfo=UTC)
    shared = common_times(
        thanksgiving,
        Free(where=MONTREAL, busy=(taken,)),
        Free(where=PARIS),
        HOUR,
    )
    assert taken not in shared.times
    assert all(moment.astimezone(UTC).date().day != 12 for moment in shared.times)


def test_a_series_keeps_the_local_hour_through_the_end_of_summer_time():
    first = datetime(2026, 10, 15, 14, 0, tzinfo=UTC)
    free = Free(where=MONTREAL)
    moments = series(first, free, free, count=4, weeks=2)
    assert moments[0] == first
    assert [moment.hour for moment in moments] == [14, 14, 15, 15]


def test_a_series_steps_around_a_holiday():
    # Twelve weeks on lies Christmas Day.
    first = datetime(2026, 12, 11, 15, 0, tzinfo=UTC)
    free = Free(where=MONTREAL)
    _, second = series(first, free, free, count=2, weeks=2)
    assert is_open(second, MONTREAL)
    assert abs(second - first - timedelta(weeks=2)) <= timedelta(days=2)
