"""Rules for small groups: what may be shown of counts, means and shares, and what is held back.

Sources: PRODUCT 5.4; facts/reliability.md T20. Pure functions over plain values.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

K = 5
"""Persons of one role behind any mean or share that is shown."""
EXACT_FROM = 10
"""Counts below this are shown as a band."""
NONE, FEW, SOME = "none", "few", "some"
"""The bands, as they are stored: 0, 1 to 4, 5 to 9."""


def band(count: int) -> str:
    """Return a count as it may be shown: a band below ten, else the number."""
    if count <= 0:
        return NONE
    if count < K:
        return FEW
    return SOME if count < EXACT_FROM else str(count)


@dataclass(frozen=True)
class Published:
    """A value as it may be shown, and the sorted ids of the persons it was computed from."""

    value: float
    cohort: tuple[str, ...]


def mean_of(by_person: Mapping[str, float]) -> Published | None:
    """Return the mean over persons to 0.1, or None where it would say too much.

    Held back for fewer than five persons, and where all of them agree: a mean that everybody
    shares is everybody's answer.
    """
    values = list(by_person.values())
    if len(values) < K or len(set(values)) == 1:
        return None
    return Published(round(sum(values) / len(values), 1), tuple(sorted(by_person)))


def extreme(mean: float, low: float, high: float) -> bool:
    """Whether a rounded mean lies at an end of its scale, so that everybody must be near it."""
    return mean <= low or mean >= high


def share_of(yes: Collection[str], everybody: Collection[str]) -> Published | None:
    """Return the share of persons in whole per cent, or None where it would say too much.

    Held back for fewer than five persons, and at nought or a hundred per cent, which would tell
    each one's answer.
    """
    inside = set(everybody)
    count = len(inside & set(yes))
    if len(inside) < K or count in {0, len(inside)}:
        return None
    per_cent = round(100 * count / len(inside))
    return Published(float(min(99, max(1, per_cent))), tuple(sorted(inside)))


def may_follow(cohort: Iterable[str], earlier: Iterable[Sequence[str]]) -> bool:
    """Whether a value of a cohort may be published after those of earlier cohorts.

    Two published cohorts that differ by one to four persons could be subtracted from one another;
    so each earlier one must be the same set of persons, or differ by at least five.
    """
    mine = set(cohort)
    return all((apart := len(mine ^ set(other))) == 0 or apart >= K for other in earlier)


def suppressed(cells: Mapping[str, int]) -> dict[str, int | None]:
    """Return the cells of one table that may be shown beside their total; None for those held back.

    A cell below five is held back, and, so that it cannot be worked out from the total, the next
    smallest ones too, until those held back are none, or at least two that sum to at least five.
    Empty cells stay visible only if nothing else is hidden: they are part of no subtraction.
    """
    hidden = {name for name, count in cells.items() if 0 < count < K}
    rest = sorted(
        (name for name in cells if name not in hidden and cells[name] > 0),
        key=lambda name: (cells[name], name),
    )
    for name in rest:
        if not hidden or (len(hidden) > 1 and sum(cells[one] for one in hidden) >= K):
            break
        hidden.add(name)
    return {name: None if name in hidden else count for name, count in cells.items()}
