"""The score matrix as the solver sees it: never held as a whole, asked for in parts."""

from collections.abc import Sequence
from typing import Protocol

from bot.matching.arrays import Bytes, Ints, Mask


class Matrix(Protocol):
    """Which pairs may be, and their scores: a sum of integer terms of 0 or more.

    The first term comes from ``gains``: row r brings ``gains[wish, column]`` for each of its
    ``wishes[r]`` (0, an empty line, fills up the rest), at most ``most_gain`` each, and
    ``first_term`` turns the sum into points. Whoever gains nothing breaks a rule. ``others`` names
    the further terms, those first that rule out most pairs for the least time.
    """

    height: int
    width: int
    most_gain: int
    others: Sequence[str]

    @property
    def wishes(self) -> Ints:
        """Lines of ``gains`` for each row."""
        ...

    @property
    def gains(self) -> Bytes:
        """What each column brings for a wish."""
        ...

    def feasible(self, rows: Ints, columns: Ints) -> Mask:
        """Say which pairs may be; pair by pair, or a column and a line of numbers for all pairs."""
        ...

    def scores(self, rows: Ints, columns: Ints) -> Ints:
        """Return the scores of pairs."""
        ...

    def first_term(self, rows: Ints, gain: Ints) -> Ints:
        """Return the first term for sums of gains."""
        ...

    def term(self, name: str, rows: Ints, columns: Ints) -> Ints:
        """Return another term of pairs."""
        ...

    def most(self, name: str) -> Ints:
        """Return what each row could earn by another term."""
        ...
