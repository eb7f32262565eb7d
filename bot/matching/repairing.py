"""Answers again after a few declines: only those who must move, and few around them, are weighed.

Everybody else keeps their pairs. That takes a fraction of a second where all pairs would take some,
and leaves people in peace; but the best choice of all might look different, so nothing is claimed
about it (``upper_bound`` is None).
"""

from dataclasses import replace

import numpy as np

from bot.matching.edges import Edges, best, grid, merged
from bot.matching.flow import Demand
from bot.matching.locks import Locks, settle_locks
from bot.matching.pool import Listed
from bot.matching.population import Request
from bot.matching.proposing import answer, pairs_of, propose
from bot.matching.result import Pair, Result
from bot.matching.rules import feasible
from bot.matching.score import largest_score, scores
from bot.matching.solving import Problem, solve
from bot.matching.table import Ints, Mask, Table
from bot.matching.worth import Worth

NEIGHBOURS = 40
"""How many of the best partners of somebody who was left alone are weighed, with whom they have."""
FEW = 0.25
"""Above this share of all pairs, weighing everything is no slower."""


def repair(request: Request, result: Result) -> Result:
    """Return pairs for a request of which ``result`` is an earlier answer, changing few of them.

    The request has the new facts (declined pairs forbidden, accepted ones locked, people who left
    taken out), else it is as it was. Where much has changed, everything is weighed again, with
    the earlier pairs as kept ones. Raises ContradictoryRules.
    """
    before = frozenset((pair.mentor_id, pair.mentee_id) for pair in result.pairs)
    asked = replace(request, kept=before)
    table = Table(asked)
    locks = settle_locks(asked, table)
    standing = _standing(table, table.cells(before))
    near = _near(table, standing)
    released = _released(table, locks, standing, near)
    if len(np.setdiff1d(locks.cells, standing)) or len(released) > FEW * max(1, len(standing)):
        return propose(asked)
    staying = np.setdiff1d(standing, released)
    problem = Problem(
        pool=_pool(table, near, staying, released),
        demand=_room(table, staying),
        worth=replace(
            Worth.of(asked.rules.fairness, largest_score(table)),
            kept=released,
            stay=asked.rules.stay_bonus,
            least=max(asked.rules.minimum_score, result.least_score),
        ),
        decided=staying,
    )
    found = solve(problem, _silent, _never)
    cells = np.sort(np.concatenate([staying, found.cells]))
    pairs = _pairs(table, cells, np.isin(cells, locks.cells), result)
    return answer(asked, table, pairs, found, least=problem.worth.least, gap=None)


def _standing(table: Table, cells: Ints) -> Ints:
    """Return the pairs that still break no rule and fit into the capacities."""
    rows, columns = np.divmod(cells, max(1, len(table.mentors)))
    fine = feasible(table, rows, columns)
    cells, rows, columns = cells[fine], rows[fine], columns[fine]
    fits = _turn(rows) < table.mentees.capacity[rows]
    fits &= _turn(columns) < table.mentors.capacity[columns]
    return cells[fits]


def _turn(owners: Ints) -> Ints:
    """Return for each entry how many earlier ones have the same owner."""
    order = np.argsort(owners, kind="stable")
    turn = np.empty(len(owners), np.int64)
    turn[order] = np.arange(len(owners)) - np.searchsorted(owners[order], owners[order])
    return turn


def _used(table: Table, cells: Ints) -> tuple[Ints, Ints]:
    rows, columns = np.divmod(cells, max(1, len(table.mentors)))
    return (
        np.bincount(rows, minlength=len(table.mentees)),
        np.bincount(columns, minlength=len(table.mentors)),
    )


def _near(table: Table, standing: Ints) -> Edges:
    """Return the best pairs of those who are alone, or whose second place is free."""
    by_row, by_column = _used(table, standing)
    rows = np.flatnonzero(by_row < table.mentees.capacity)
    columns = np.flatnonzero(by_column == 0)
    everybody = np.arange(len(table.mentees)), np.arange(len(table.mentors))
    theirs = grid(table, rows, everybody[1])
    others = grid(table, everybody[0], columns)
    return merged(
        [
            theirs.only(best(theirs.rows, theirs, NEIGHBOURS)),
            others.only(best(others.columns, others, NEIGHBOURS)),
        ],
        len(table.mentors),
    )


def _released(table: Table, locks: Locks, standing: Ints, near: Edges) -> Ints:
    """Return the pairs of those whom somebody alone might have instead, but the locked ones."""
    rows, columns = np.divmod(standing, max(1, len(table.mentors)))
    asked = np.isin(rows, near.rows) | np.isin(columns, near.columns)
    return np.setdiff1d(standing[asked], locks.cells)


def _pool(table: Table, near: Edges, staying: Ints, released: Ints) -> Listed:
    """Return the pairs near those who are alone, and all among those released and who has room."""
    width = len(table.mentors)
    by_row, by_column = _used(table, staying)
    rows, columns = np.divmod(released, max(1, width))
    free = np.flatnonzero(by_column < table.mentors.capacity)
    among_released = grid(table, np.unique(rows), np.union1d(np.unique(columns), free))
    edges = merged([near, among_released], width)
    room = (by_row[edges.rows] < table.mentees.capacity[edges.rows]) & (
        by_column[edges.columns] < table.mentors.capacity[edges.columns]
    )
    decided = np.isin(edges.rows * width + edges.columns, staying)
    return Listed(edges.only(room & ~decided), rows=len(table.mentees), width=width)


def _room(table: Table, staying: Ints) -> Demand:
    by_row, by_column = _used(table, staying)
    return Demand(
        rows=table.mentees.capacity - by_row,
        columns=table.mentors.capacity - by_column,
        rows_served=by_row > 0,
        columns_served=by_column > 0,
        rows_waited=table.mentees.rounds,
        columns_waited=table.mentors.rounds,
    )


def _pairs(table: Table, cells: Ints, locked: Mask, result: Result) -> tuple[Pair, ...]:
    """Return the pairs with their reasons; most are as they were."""
    rows, columns = np.divmod(cells, max(1, len(table.mentors)))
    facts = zip(rows, columns, scores(table, rows, columns), locked, strict=True)
    known = {(pair.mentor_id, pair.mentee_id): pair for pair in result.pairs}
    same, other = [], list[int]()
    for place, (row, column, score, is_locked) in enumerate(facts):
        ids = (table.mentors.people[column].person_id, table.mentees.people[row].person_id)
        pair = known.get(ids)
        if pair is not None and (pair.score, pair.locked) == (score, is_locked):
            same.append(pair)
        else:
            other.append(place)
    pairs = [
        *same,
        *pairs_of(table, cells[np.array(other, np.int64)], locked[np.array(other, np.int64)]),
    ]
    return tuple(sorted(pairs, key=lambda pair: (-pair.score, pair.mentor_id, pair.mentee_id)))


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
