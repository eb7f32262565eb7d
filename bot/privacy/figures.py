"""Rules for small groups: what may be shown of counts, means and shares, and what is held back.

Pure functions over plain values. Five persons, and hiding the next smallest group as well, are
what surveys of employees go by: "Confidentiality and suppression in reports" of Viva Glint
(learn.microsoft.com) is one; the rules against comparing digests with one another are our own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

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


def mean_of(by_person: Mapping[str, float], low: float, high: float) -> float | None:
    """Return the mean over persons to 0.1, or None where it would say too much.

    Held back for fewer than five persons; where all of them agree, since a mean that everybody
    shares is everybody's answer; and where it rounds to an end of the scale (``low`` or ``high``),
    since everybody must then be near it.
    """
    values = list(by_person.values())
    if len(values) < K or len(set(values)) == 1:
        return None
    mean = round(sum(values) / len(values), 1)
    return mean if low < mean < high else None


def suppressed(cells: Mapping[str, int]) -> dict[str, int | None]:
    """Return the cells of a table that may be shown beside their total; None for those held back.

    A cell of one to four is held back, and with it the next smallest, so that the hidden value
    cannot be worked out from the total, until two or more are hidden that sum to at least five.
    Where one cell holds everything, the table says the same of everybody: all of it is held back.
    """
    filled = sorted((count, name) for name, count in cells.items() if count > 0)
    hidden = {name for count, name in filled if count < K}
    if len(filled) <= 1:
        return dict.fromkeys(cells)
    for _, name in filled:
        if not hidden or (len(hidden) > 1 and sum(cells[one] for one in hidden) >= K):
            break
        hidden.add(name)
    return {name: None if name in hidden else count for name, count in cells.items()}


def may_follow(cohort: Iterable[str], earlier: Iterable[Sequence[str]]) -> bool:
    """Whether a value of a cohort may be published after those of earlier cohorts.

    Two published cohorts that differ by one to four persons could be subtracted from one another;
    so each earlier one must be the same set of persons, or differ by at least five.
    """
    mine = set(cohort)
    return all((apart := len(mine ^ set(other))) == 0 or apart >= K for other in earlier)


def isolates(cohorts: Iterable[Sequence[str]]) -> bool:
    """Whether the sums of all these cohorts, solved together, give the sum of one to four persons.

    Persons who are in the very same cohorts cannot be told apart, so they are one column; a row of
    the reduced matrix with a single entry is what a solver learns about that column alone.
    """
    sets = [set(cohort) for cohort in cohorts]
    patterns = Counter(
        tuple(person in one for one in sets) for person in sorted(set[str]().union(*sets))
    )
    sizes = list(patterns.values())
    rows = [[Fraction(pattern[i]) for pattern in patterns] for i in range(len(sets))]
    for row in reduced(rows):
        alone = [column for column, entry in enumerate(row) if entry]
        if len(alone) == 1 and sizes[alone[0]] < K:
            return True
    return False


def reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """Return the reduced row echelon form of a matrix, without its empty rows."""
    left, done = rows[:], list[list[Fraction]]()
    for column in range(len(rows[0]) if rows else 0):
        found = next((row for row in left if row[column]), None)
        if found is None:
            continue
        left.remove(found)
        pivot = [entry / found[column] for entry in found]
        left = [_cleared(row, pivot, column) for row in left]
        done = [*(_cleared(row, pivot, column) for row in done), pivot]
    return done


def _cleared(row: list[Fraction], pivot: list[Fraction], column: int) -> list[Fraction]:
    factor = row[column]
    return [a - factor * b for a, b in zip(row, pivot, strict=True)] if factor else row


def smoothed(ratings: Iterable[float]) -> float | None:
    """Return the exponentially weighted mean (0.5) of one person's ratings, oldest first."""
    value: float | None = None
    for rating in ratings:
        value = rating if value is None else (value + rating) / 2
    return value


def per_cent(part: int, whole: int) -> int | None:
    """Return a share in whole per cent; None of nothing."""
    return round(100 * part / whole) if whole else None
