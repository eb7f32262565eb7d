"""All that may rule a pair out, in one list: the hard rules, then too few points."""

from collections.abc import Iterator

import numpy as np

from bot.matching.arrays import Ints, Mask
from bot.matching.model.rules import CODES, PRIVATE, broken
from bot.matching.model.score import scores
from bot.matching.model.table import Table

MINIMUM_SCORE = "minimum_score"
FILTERS = (*CODES, MINIMUM_SCORE)
"""Whoever passes all of these may be paired by a run; a lock lifts the last one alone."""


def filters(table: Table, rows: Ints, columns: Ints) -> Iterator[tuple[str, Mask]]:
    """Yield each filter's code and which pairs it rules out, all pairs of a column and a line.

    Only pairs that break no rule but the private one are asked for their points.
    """
    fine = np.ones(np.broadcast_shapes(rows.shape, columns.shape), np.bool_)
    for code, mask in broken(table, rows, columns):
        if code != PRIVATE:
            fine &= ~mask
        yield code, mask
    poor = np.zeros_like(fine)
    least = table.rules.minimum_score
    if least:
        row, column = np.nonzero(fine)
        poor[row, column] = scores(table, rows.ravel()[row], columns.ravel()[column]) < least
    yield MINIMUM_SCORE, poor
