"""Rules for small groups: what may be shown of counts, means and shares, and what is held back.

Pure functions over plain values. Five persons are what surveys of employees go by: "Confidentiality
and suppression in reports" of Viva Glint (learn.microsoft.com) is one; the rules against comparing
digests with one another are our own.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

K = 5
"""Persons of one role behind any mean or share that is shown."""
STEP = 5
"""How many counts in a row read alike, from five on."""
NONE, FEW, SOME = "none", "few", "some"
"""The first bands, as they are stored: 0, 1 to 4, 5 to 9; from ten on, what a band begins with."""
CLOSE = 20
"""Per cent a share may lie between, at most, for the middle of it to be shown."""


def band(count: int) -> str:
    """Return a count as it may be shown: only the band it is in, however large it is.

    A number beside bands would give away what they hide: its own growth, and all that adds up to
    it. So whatever coordinators read of people, and do not read by name, goes through here.
    """
    if count <= 0:
        return NONE
    if count < K:
        return FEW
    return SOME if count < 2 * STEP else str(count - count % STEP)


def ends_of(shown: str) -> tuple[int, int]:
    """Return the least and the most a band stands for; numbers of earlier releases are in one."""
    if shown == NONE:
        return 0, 0
    if shown == FEW:
        return 1, K - 1
    least = K if shown == SOME else int(shown) - int(shown) % STEP
    return least, least + STEP - 1


def share(part: int, whole: int) -> int | None:
    """Return about how many per cent, to the nearest ten, or None.

    It is made of the two bands alone, so that it tells nothing they do not tell. None where one of
    them is hidden, or where they leave open more than it would be honest to call "about".
    """
    if FEW in (band(part), band(whole)) or whole < K:
        return None
    (fewest, most), (least, largest) = ends_of(band(min(part, whole))), ends_of(band(whole))
    low, high = 100 * fewest / largest, min(100.0, 100 * most / least)
    return round((low + high) / 20) * 10 if high - low <= CLOSE else None


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
