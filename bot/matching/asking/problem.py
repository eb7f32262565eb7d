"""A request as the numbers a solver takes."""

from dataclasses import replace

import numpy as np

from bot.matching.arrays import Ints
from bot.matching.asking.locks import Locks
from bot.matching.model.matrix import ScoreMatrix
from bot.matching.model.score import (
    SUITED_AT_MOST,
    largest_score,
    suited_by_levels,
    weights_by_score,
)
from bot.matching.model.table import Table
from bot.matching.solver.edges import Open, every_edge
from bot.matching.solver.generation import Problem
from bot.matching.solver.pool import Listed, Pool
from bot.matching.solver.pricing import Search
from bot.matching.solver.worth import Worth

LISTED_UP_TO = 1_000_000
"""Pairs that are all scored beforehand; above, they are looked through as they are wanted."""


def problem_of(  # noqa: PLR0913  each is another thing to be weighed
    table: Table,
    locks: Locks,
    *,
    kept: Ints,
    ties: Ints | None = None,
    by_levels: bool = False,
    workers: int = 1,
    is_listed: bool = True,
) -> Problem:
    """Return what is left to solve beside pairs that are settled.

    ``kept`` cells earn the stay bonus, and the most of ``ties`` are chosen among equals. Few pairs
    are all listed, unless the question looks at some of them only. With ``by_levels`` and without
    ``ties``, how far mentors are ahead decides among equals, as long as all pairs are listed.
    """
    ties = kept[:0] if ties is None else ties
    rules, demand = table.rules, locks.demand
    room = Open(demand.rows > 0, demand.columns > 0)
    # One point must outweigh every tie that one exchange along a cycle may win or lose.
    stretch = 2 * min(len(table.mentees), len(table.mentors)) + 3 if len(ties) else 1
    worth = Worth(
        by_score=weights_by_score(rules.fairness, largest_score(table)),
        kept=kept if rules.stay_bonus else kept[:0],
        stay=rules.stay_bonus,
        ties=ties,
        stretch=stretch,
        least=rules.minimum_score,
    )
    rows, width = len(table.mentees), len(table.mentors)
    matrix = ScoreMatrix(table)
    pool: Pool = Search(matrix, room, workers)
    if is_listed and np.count_nonzero(room.rows) * np.count_nonzero(room.columns) <= LISTED_UP_TO:
        listed = Listed(every_edge(matrix, room), rows=rows, width=width)
        worth = _by_levels(table, listed, worth) if by_levels else worth
        pool = listed
    return Problem(pool=pool, demand=demand, worth=worth, decided=locks.cells)


def _by_levels(table: Table, listed: Listed, worth: Worth) -> Worth:
    """Return what pairs are worth where levels decide among choices of equal points."""
    edges = listed.edges
    suited = suited_by_levels(table, edges.rows, edges.columns)
    # One point outweighs all that every pair of a choice could win or lose by levels.
    stretch = 2 * SUITED_AT_MOST * min(len(table.mentees), len(table.mentors)) + 3
    return replace(worth, ties=listed.cells, adds=suited, stretch=stretch)
