"""A table as a matrix of scores, for whoever looks for pairs and need not know what they mean."""

from collections.abc import Sequence

import numpy as np

from bot.matching.arrays import Bytes, Ints, Mask
from bot.matching.model.rules import feasible
from bot.matching.model.score import TERMS, scores, topic_points
from bot.matching.model.table import Table


class ScoreMatrix:
    """The pairs of a table (the protocol is bot.matching.solver.matrix)."""

    most_gain = 1
    others: Sequence[str] = (
        "interests",
        "hours",
        "gap",
        "department",
        "format",
        "languages",
        "waiting",
    )

    def __init__(self, table: Table) -> None:
        self._table = table
        self.height, self.width = len(table.mentees), len(table.mentors)

    @property
    def wishes(self) -> Ints:
        """Lines of ``gains`` for what each mentee wants."""
        return self._table.wishes

    @property
    def gains(self) -> Bytes:
        """What each mentor is worth for a topic wanted."""
        return self._table.gains

    def feasible(self, rows: Ints, columns: Ints) -> Mask:
        """Say which pairs break no rule."""
        return feasible(self._table, rows, columns)

    def scores(self, rows: Ints, columns: Ints) -> Ints:
        """Return the scores of pairs."""
        return scores(self._table, rows, columns)

    def first_term(self, rows: Ints, gain: Ints) -> Ints:
        """Return the points of the topics for what mentees gain."""
        return topic_points(self._table, rows, gain)

    def term(self, name: str, rows: Ints, columns: Ints) -> Ints:
        """Return the points of another reason."""
        return TERMS[name].earned(self._table, rows, columns)

    def most(self, name: str) -> Ints:
        """Return what each mentee could earn for another reason."""
        return np.asarray(TERMS[name].most(self._table))
