"""Closing days and holidays: they belong to the office, the hours to where somebody is."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot import calendar
from bot.calendar import WorkingTime
from bot.calendar.people import next_morning, working_time
from bot.calendar.together import Fit, Free, common_times
from bot.domain.closing import days_closed
from tests.builders import a_closing, a_person

HOUR = timedelta(hours=1)
MONDAY, TUESDAY = date(2026, 9, 14), date(2026, 9, 15)
CLOSED = WorkingTime("America/Toronto", "CA", "QC", closed=frozenset({TUESDAY}))


def noon(day: date, zone: str = "America/Toronto") -> datetime:
    return calendar.at_local(day, time(12), zone)


def test_nobody_is_written_to_on_a_closing_day() -> None:
    assert calendar.is_open(noon(MONDAY), CLOSED)
    assert not calendar.is_open(noon(TUESDAY), CLOSED)
    assert calendar.next_open(noon(TUESDAY), CLOSED) == datetime(2026, 9, 16, 12, 30, tzinfo=UTC)


def test_a_closing_day_is_no_working_day_forwards_or_back() -> None:
    assert calendar.add_working_days(noon(MONDAY), 1, CLOSED) == noon(date(2026, 9, 16))
    opening = calendar.at_local(MONDAY, time(8, 30), "America/Toronto")
    assert calendar.opening_before(noon(date(2026, 9, 16)), 1, CLOSED) == opening


def test_a_week_whose_day_is_closed_has_no_check_in() -> None:
    due = calendar.next_weekly(noon(MONDAY), CLOSED, weekday=1, at=time(10))

    assert due == datetime(2026, 9, 22, 14, tzinfo=UTC)


def test_no_meeting_is_offered_on_a_closing_day() -> None:
    free = Free(where=CLOSED)

    assert free.works(noon(MONDAY), HOUR)
    assert not free.works(noon(TUESDAY), HOUR)


@pytest.mark.parametrize(
    ("zone", "opens_at"),
    [("America/Toronto", (13, 30)), ("Europe/Paris", (7, 30)), ("Asia/Tokyo", (23, 30))],
)
def test_somebody_on_a_journey_keeps_the_holidays_of_their_office(
    zone: str, opens_at: tuple[int, int]
) -> None:
    """Québec’s holiday is a day off in Paris, too; France’s own one is not."""
    ana = a_person("ana", zone=zone, closed=(date(2026, 12, 24),))
    for day in (date(2026, 6, 24), date(2026, 12, 24)):
        assert not calendar.is_open(noon(day, zone), working_time(ana))
    for day in (date(2026, 7, 14), date(2026, 12, 23)):
        assert calendar.is_open(noon(day, zone), working_time(ana))
    morning = next_morning(datetime(2026, 12, 23, 10, tzinfo=UTC), ana)
    # Christmas and its eve are over for Ana on the Monday after them, at home as elsewhere.
    assert (morning.hour, morning.minute) == opens_at
    assert calendar.local_date(morning, zone) == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("change", "zone"),
    [
        (date(2026, 3, 8), "America/Toronto"),
        (date(2026, 11, 1), "America/Toronto"),
        (date(2026, 3, 29), "Europe/Paris"),
        (date(2026, 10, 25), "Europe/Paris"),
    ],
)
def test_closed_days_around_a_change_of_clocks_are_whole_days(change: date, zone: str) -> None:
    """The clocks change on a Sunday: a Friday and a Monday around it are closed, each its own."""
    friday, monday = change - timedelta(days=2), change + timedelta(days=1)
    where = WorkingTime(zone, "CA", "QC", closed=frozenset({friday, monday}))
    thursday, tuesday = friday - timedelta(days=1), monday + timedelta(days=1)

    evening = calendar.at_local(thursday, time(17, 30), zone)
    opens = calendar.next_open(evening, where)
    assert opens == calendar.at_local(tuesday, time(8, 30), zone)
    assert calendar.add_working_days(noon(thursday, zone), 1, where) == noon(tuesday, zone)


def test_two_people_are_offered_no_day_that_is_closed_for_one_of_them() -> None:
    mentor = Free(where=CLOSED)
    mentee = Free(where=WorkingTime("America/Vancouver", "CA", "BC"))

    shared = common_times(noon(MONDAY), mentor, mentee, HOUR)

    days = {calendar.local_date(start, "America/Toronto") for start in shared.times}
    assert shared.fit is Fit.SUITS
    assert days
    assert TUESDAY not in days


def test_an_office_has_its_own_days_and_those_of_all() -> None:
    closings = [
        a_closing("all", first=date(2026, 12, 31), last=date(2027, 1, 1)),
        a_closing("here", office="Ottawa", first=date(2026, 12, 30), last=date(2026, 12, 31)),
    ]

    ottawa = (date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1))
    assert days_closed(closings, "Ottawa") == ottawa
    assert days_closed(closings, "Montréal") == days_closed(closings, "") == ottawa[1:]
