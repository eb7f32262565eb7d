"""The org chart as nested intervals, against a plain climb up the reporting line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.org_chart import ReportingLoop, reporting_intervals, reporting_loops

DEPTH = 10_000


@st.composite
def charts(draw):
    """A chart without circles, in any order: everybody reports to a lower number or nobody."""
    size = draw(st.integers(0, 30))
    pairs = [(n, draw(st.none() | st.integers(0, n - 1)) if n else None) for n in range(size)]
    return draw(st.permutations(pairs))


def line_above(person, managers):
    above = []
    while (person := managers.get(person)) is not None:
        above.append(person)
    return above


@given(charts())
def test_an_interval_lies_inside_another_exactly_for_those_below(pairs):
    intervals = reporting_intervals(pairs)

    managers = dict(pairs)
    for low, (low_left, low_right) in intervals.items():
        above = {
            high
            for high, (left, right) in intervals.items()
            if left < low_left and low_right < right
        }
        assert above == set(line_above(low, managers))


@given(charts())
def test_every_number_is_used_once(pairs):
    numbers = [number for interval in reporting_intervals(pairs).values() for number in interval]

    assert sorted(numbers) == list(range(1, 2 * len(pairs) + 1))


def test_a_small_chart_is_numbered_in_the_order_of_the_list():
    pairs = [("ann", None), ("bo", "ann"), ("cy", "ann"), ("di", "bo"), ("ed", None)]

    assert reporting_intervals(pairs) == {
        "di": (3, 4),
        "bo": (2, 5),
        "cy": (6, 7),
        "ann": (1, 8),
        "ed": (9, 10),
    }


def test_a_chart_may_be_very_deep():
    chain = [(n, n - 1 if n else None) for n in range(DEPTH)]

    intervals = reporting_intervals(chain)

    assert intervals[0] == (1, 2 * DEPTH)
    assert intervals[DEPTH - 1] == (DEPTH, DEPTH + 1)


def test_somebody_whose_line_manager_is_not_listed_is_at_the_top():
    assert reporting_intervals([("bo", "gone"), ("cy", "bo")]) == {"cy": (2, 3), "bo": (1, 4)}


def test_a_circle_cannot_be_numbered():
    with pytest.raises(ReportingLoop, match="2 people") as circle:
        reporting_intervals([("top", None), ("bo", "cy"), ("cy", "bo"), ("di", "cy")])

    assert circle.value.loop == ("bo", "cy")


def test_circles_are_named_once_from_the_first_listed():
    pairs = [("x", "c"), ("a", "b"), ("b", "c"), ("c", "a"), ("me", "me"), ("ok", None)]

    assert reporting_loops(pairs) == [("a", "b", "c"), ("me",)]


@given(charts())
def test_a_chart_without_circles_has_none(pairs):
    assert reporting_loops(pairs) == []


def test_a_very_long_circle_is_found():
    circle = [(n, (n + 1) % DEPTH) for n in range(DEPTH)]

    assert reporting_loops(circle) == [tuple(range(DEPTH))]
