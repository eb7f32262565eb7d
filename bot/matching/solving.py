"""From a table to the best cells: find edges, solve, and look again where some room is left."""

from dataclasses import dataclass

import numpy as np

from bot.matching.edges import EVERY_PAIR_UP_TO, Edges, Open, Progress, find_edges, merged
from bot.matching.flow import Demand, Network
from bot.matching.locks import Locks
from bot.matching.population import ROUNDS_THAT_COUNT
from bot.matching.table import Ints, Mask, Table


@dataclass(frozen=True)
class Best:
    """The chosen cells besides the locked ones, and how good they are known to be.

    ``bound`` is what no choice with as many people, who waited as long, and as many pairs can
    exceed in total; None where not all feasible pairs were edges (``exact`` is false).
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

    Where only the most promising pairs were edges, those that are better for sure are added and all
    is solved again, until none remains: two people with room left, or somebody without a partner
    and one who could be theirs in turn.
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
    while not edges.complete and len(extra := _overlooked(table, locks, edges, cells)):
        edges = merged([edges, extra], width)
        cells, bound = _flow(table, edges, demand, kept)
    progress(steps, steps)
    return Best(cells, bound, edges.complete, len(edges))


def _overlooked(table: Table, locks: Locks, edges: Edges, cells: Ints) -> Edges:
    """Return feasible pairs, not yet edges, each of which would make the choice better at once."""
    width, demand = len(table.mentors), locks.demand
    rows, columns = np.divmod(cells, width)
    rows_used = np.bincount(rows, minlength=len(table.mentees))
    columns_used = np.bincount(columns, minlength=width)
    mentees = _Taken(rows, rows_used + demand.rows_served, demand.rows_waited)
    mentors = _Taken(columns, columns_used + demand.columns_served, demand.columns_waited)
    better = [(demand.rows > rows_used, demand.columns > columns_used)]
    better += mentees.turns(mentors)
    better += [(row, column) for column, row in mentors.turns(mentees)]
    none = np.zeros(0, np.int64)
    found = [
        find_edges(table, Open(row, column, none), lambda *_: None)
        for row, column in better
        if row.any() and column.any()
    ]
    known = np.concatenate([edges.rows * width + edges.columns, locks.cells])
    return _without(merged(found, width), known, width)


@dataclass(frozen=True)
class _Taken:
    """One side of the chosen pairs: whose each pair is, how many partners each has, has waited."""

    places: Ints
    partners: Ints
    waited: Ints

    def turns(self, other: "_Taken") -> list[tuple[Mask, Mask]]:
        """Return who is left on this side, and whose partner here could be given to them instead.

        That partner has others, or waited less. Whoever changes partner has one before and after.
        """
        turns = []
        for waited in range(ROUNDS_THAT_COUNT + 1):
            left = (self.partners == 0) & (self.waited == waited)
            gives = (self.partners > 1) | (self.waited < waited)
            theirs = np.zeros(len(other.partners), np.bool_)
            theirs[other.places[gives[self.places]]] = True
            turns.append((left, theirs))
        return turns


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
