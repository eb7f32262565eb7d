"""From a table to the best cells: find edges, solve, and look again where some room is left."""

from dataclasses import dataclass

import numpy as np

from bot.matching.edges import EVERY_PAIR_UP_TO, Edges, Open, Progress, find_edges, merged
from bot.matching.flow import Demand, Network
from bot.matching.locks import Locks
from bot.matching.table import Ints, Table


@dataclass(frozen=True)
class Best:
    """The chosen cells besides the locked ones, and how good they are known to be.

    ``bound`` is what no choice with as many people and pairs can exceed in total; None where not
    all feasible pairs were edges (``exact`` is false).
    """

    cells: Ints
    bound: int | None
    exact: bool
    edges: int


def solve(
    table: Table,
    locks: Locks,
    kept: Ints,
    progress: Progress,
    *,
    every_up_to: int = EVERY_PAIR_UP_TO,
) -> Best:
    """Return the best cells; of equals those that hold most of the ``kept`` cells.

    Where only the most promising pairs were edges, pairs between people who have room left are
    added and all is solved again, until no such pair remains.
    """
    steps = 1

    def scored(done: int, total: int) -> None:
        nonlocal steps
        steps = total
        progress(done, total)

    width = len(table.mentors)
    demand = locks.demand
    room = Open(demand.rows > 0, demand.columns > 0, kept)
    edges = _without(find_edges(table, room, scored, every_up_to=every_up_to), locks.cells, width)
    cells, bound = _flow(table, edges, demand, kept)
    while not edges.complete and len(extra := _overlooked(table, locks, cells)):
        edges = merged([edges, extra], width)
        cells, bound = _flow(table, edges, demand, kept)
    progress(steps, steps)
    return Best(cells, bound, edges.complete, len(edges))


def _overlooked(table: Table, locks: Locks, cells: Ints) -> Edges:
    """Return feasible pairs of two people who both have room left: each would be one more pair."""
    rows, columns = np.divmod(cells, len(table.mentors))
    rows_left = locks.demand.rows - np.bincount(rows, minlength=len(table.mentees))
    columns_left = locks.demand.columns - np.bincount(columns, minlength=len(table.mentors))
    room = Open(rows_left > 0, columns_left > 0, np.zeros(0, np.int64))
    taken = np.concatenate([cells, locks.cells])
    return _without(find_edges(table, room, lambda *_: None), taken, len(table.mentors))


def _without(edges: Edges, cells: Ints, width: int) -> Edges:
    """Leave out pairs that are decided."""
    return edges.only(~np.isin(edges.rows * width + edges.columns, cells))


def _flow(table: Table, edges: Edges, demand: Demand, kept: Ints) -> tuple[Ints, int | None]:
    """Return the chosen cells and, where all pairs were weighed, the proven bound of their total.

    ``kept`` cells break ties: scores are stretched so far that one point outweighs all of them.
    """
    if not len(edges):
        return np.zeros(0, np.int64), 0 if edges.complete else None
    cells = edges.rows * len(table.mentors) + edges.columns
    weights, stretch = edges.scores, 1
    if len(kept):
        stretch = 2 * min(len(table.mentees), len(table.mentors)) + 3
        weights = weights * stretch + np.isin(cells, kept)
    network = Network(edges.rows, edges.columns, weights, demand)
    units = network.solve()
    chosen = units[network.pairs] > 0
    if not edges.complete:
        return cells[chosen], None
    reached = -int((units * network.costs).sum())
    slack = network.bound(units) - reached
    return cells[chosen], int(edges.scores[chosen].sum()) + slack // stretch
