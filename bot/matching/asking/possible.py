"""Whether there is a pair to be found at all, without looking for the best ones."""

import numpy as np

from bot.matching.model.filters import filters
from bot.matching.model.people import Request
from bot.matching.model.table import Table
from bot.matching.solver.edges import STRIP_CELLS


def may_pair(request: Request) -> bool:
    """Whether a run would pair any two: nothing rules them out, or a coordinator locked them."""
    table = Table(request)
    if request.locked:
        return True
    if not len(table.mentees) or not len(table.mentors):
        return False
    columns = np.arange(len(table.mentors))[None, :]
    height = max(1, STRIP_CELLS // columns.size)
    for start in range(0, len(table.mentees), height):
        rows = np.arange(start, min(start + height, len(table.mentees)))[:, None]
        ruled_out = np.any([mask for _, mask in filters(table, rows, columns)], axis=0)
        if not ruled_out.all():
            return True
    return False
