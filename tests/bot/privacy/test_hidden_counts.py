"""Whoever reads every count of many weeks, and can calculate, still works out no hidden one."""

from collections.abc import Iterable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.privacy.figures import K, band, ends_of, share

MOST = 40
WEEKS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=5)
"""Week by week: how many more meetings were held, and how many more were agreed but not held."""
State = tuple[int, int]
EVERY_STATE = [(held, agreed) for agreed in range(MOST + 1) for held in range(agreed + 1)]


def seen(state: State) -> tuple[str, str, int | None]:
    """Return all that a digest says of meetings held and agreed."""
    held, agreed = state
    return band(held), band(agreed), share(held, agreed)


def story(weeks: Iterable[tuple[int, int]]) -> list[State]:
    """Return the totals week by week."""
    held, agreed, totals = 0, 0, list[State]()
    for more, missed in weeks:
        held, agreed = held + more, agreed + more + missed
        totals.append((held, agreed))
    return totals


def follows(earlier: State, later: State) -> bool:
    """Whether one week's totals may come after another's: none of the three ever falls."""
    (held, agreed), (held_then, agreed_then) = earlier, later
    return held <= held_then and agreed - held <= agreed_then - held_then


def thought(totals: list[State]) -> list[set[State]]:
    """Return for each week the totals that fit all digests, before and after it."""
    weeks = [{s for s in EVERY_STATE if seen(s) == seen(real)} for real in totals]
    for i in range(1, len(weeks)):
        weeks[i] = {s for s in weeks[i] if any(follows(before, s) for before in weeks[i - 1])}
    for i in reversed(range(len(weeks) - 1)):
        weeks[i] = {s for s in weeks[i] if any(follows(s, after) for after in weeks[i + 1])}
    return weeks


def is_given_away(values: set[int]) -> bool:
    """Whether only one value is left, and it is one that is hidden."""
    return len(values) == 1 and 0 < min(values) < K


@given(WEEKS)
def test_no_hidden_count_follows_from_all_digests(weeks: list[tuple[int, int]]) -> None:
    totals = story(weeks)
    possible = thought(totals)

    for real, states in zip(totals, possible, strict=True):
        assert real in states
        assert not is_given_away({held for held, _ in states})
        assert not is_given_away({agreed for _, agreed in states})
        assert not is_given_away({agreed - held for held, agreed in states})


@given(WEEKS)
def test_nor_does_what_came_in_any_one_week(weeks: list[tuple[int, int]]) -> None:
    possible = thought(story(weeks))

    for before, after in pairwise(possible):
        steps = [(a, b) for a in before for b in after if follows(a, b)]
        assert not is_given_away({b[0] - a[0] for a, b in steps})
        assert not is_given_away({b[1] - a[1] for a, b in steps})


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_says_no_more_than_its_bands(part: int, whole: int) -> None:
    (part, whole), ends = sorted((part, whole)), (ends_of(band(part)), ends_of(band(whole)))
    said = share(part, whole)

    alike = {share(p, w) for p in ends[0] for w in ends[1] if p <= w}
    assert alike == {said} or not alike
    if said is not None:
        assert abs(said - 100 * part / whole) <= 15
        assert not {1, 2, 3, 4} & {part, whole}


def test_a_share_is_about_right_or_not_said() -> None:
    assert share(4, 11) is None
    assert share(12, 12) is None
    assert share(24, 24) == 90
    assert share(12, 24) is None
    assert share(150, 200) == 80
    assert share(0, 40) == 0
    assert share(3, 0) is None


@given(st.integers(0, 500))
def test_a_count_is_within_the_ends_of_its_band(count: int) -> None:
    least, most = ends_of(band(count))

    assert least <= count <= most
    assert band(least) == band(most) == band(count)


def test_a_number_of_an_earlier_release_is_read_as_its_band() -> None:
    assert ends_of("18") == (15, 19)
