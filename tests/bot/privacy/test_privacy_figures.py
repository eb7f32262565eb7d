"""Small groups: bands, means, tables and cohorts that say nothing of one person."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.privacy.figures import (
    K,
    band,
    may_follow,
    mean_of,
    smoothed,
)

COUNTS = st.integers(0, 30)
PEOPLE = st.sets(st.integers(0, 15).map(str), max_size=16)
RATINGS = st.dictionaries(st.integers(0, 30).map(str), st.integers(1, 5), max_size=12)


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        *((0, "none"), (1, "few"), (4, "few"), (5, "some"), (9, "some")),
        *((10, "10"), (14, "10"), (15, "15"), (4321, "4320")),
    ],
)
def test_every_count_is_a_band_however_large_it_is(count, shown):
    assert band(count) == shown


def test_a_mean_needs_five_persons():
    assert mean_of({"a": 1, "b": 5, "c": 3, "d": 4}, 1, 5) is None
    assert mean_of({"a": 1, "b": 5, "c": 3, "d": 4, "e": 4}, 1, 5) == 3.4


def test_a_mean_everybody_shares_is_held_back():
    assert mean_of(dict.fromkeys("abcdef", 4.0), 1, 5) is None


@given(st.lists(st.floats(1, 5), min_size=5, max_size=40))
def test_a_mean_never_stands_at_an_end_of_its_scale(values):
    mean = mean_of({str(i): value for i, value in enumerate(values)}, 1, 5)
    assert mean is None or 1 < mean < 5


@given(RATINGS)
def test_no_mean_of_whole_ratings_tells_any_one_of_them(ratings):
    """Whoever knows the persons and the mean still finds two ratings possible for each."""
    mean = mean_of(ratings, 1, 5)
    assume(mean is not None)
    count = len(ratings)
    sums = [s for s in range(count, 5 * count + 1) if round(s / count, 1) == mean]
    # A person may have rated r exactly if the others' sum can be what is left.
    for _ in ratings:
        possible = {r for r in range(1, 6) for s in sums if count - 1 <= s - r <= 5 * (count - 1)}
        assert len(possible) > 1


@given(PEOPLE, PEOPLE)
def test_cohorts_follow_one_another_only_if_equal_or_far_apart(mine, other):
    assert may_follow(mine, [sorted(other)]) is (mine == other or len(mine ^ other) >= K)


@given(PEOPLE, st.lists(PEOPLE, max_size=4))
def test_every_earlier_cohort_counts(mine, earlier):
    expected = all(may_follow(mine, [sorted(one)]) for one in earlier)
    assert may_follow(mine, [sorted(one) for one in earlier]) is expected


def test_the_newest_rating_weighs_half():
    assert smoothed([]) is None
    assert smoothed([4]) == 4
    assert smoothed([4, 2]) == 3
    assert smoothed([4, 2, 5]) == 4
