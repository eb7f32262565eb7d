"""Answers again while most pairs stay: only those who must move, and few around them, are weighed.

Everybody else keeps their pairs. That leaves people in peace, and where few are without a partner
it takes a fraction of the time; but the best choice of all might look different, so nothing is
claimed about it (``upper_bound`` is None).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from bot.matching.arrays import Ints, among
from bot.matching.asking.answer import answer
from bot.matching.asking.locks import Locks, settle_locks
from bot.matching.asking.problem import problem_of
from bot.matching.asking.propose import propose
from bot.matching.asking.steps import Steps
from bot.matching.model.matrix import ScoreMatrix
from bot.matching.model.people import Request
from bot.matching.model.result import Result
from bot.matching.model.rules import feasible
from bot.matching.model.score import scores
from bot.matching.model.table import Table
from bot.matching.solver.edges import STRIP_CELLS, Progress, best, grid
from bot.matching.solver.generation import Problem, Solution, Start, solve

NEIGHBOURS = 40
"""How many of the best partners of somebody who was left alone are weighed, with whom they have."""
FEW = 0.25
"""Above this share of kept pairs that must move, everything is weighed."""
ANYWAY = 0.02
"""This share of the drafts that stand may move in any case, and one of them."""


def repair(request: Request, *, progress: Callable[[int, int], None] | None = None) -> Result:
    """Return pairs that change few of the kept ones of a request.

    A kept pair must move if it breaks a rule, lacks points, has no room beside the locked ones, or
    names somebody who takes no part any more. Weighed are those without a partner, newcomers among
    them, everybody who has room, and whom those without one would like best: the drafts of these
    move where that serves more people, or those who waited longer, or wins more than the stay
    bonus. After declines no larger share of the others moves than was declined, or ANYWAY: where
    more would, the bonus is doubled until they do not, and where that is of no use, since they move
    to serve more people, only those without a partner are weighed. No pair falls below the worst
    that stands, if fairness asks for that, unless somebody would be left for it. Where many must
    move, nothing is kept, or staying is worth nothing, ``propose`` answers. Raises
    ContradictoryRules, and TooLarge beyond what the solver can hold.
    """
    table, steps = Table(request), Steps(progress or _silent)
    locks, kept = settle_locks(request, table), table.cells(request.kept)
    standing = _standing(table, locks, kept)
    must_move = len(request.kept) - int(np.count_nonzero(among(kept, standing)))
    calm = request.kept and request.rules.stay_bonus and must_move <= FEW * len(request.kept)
    if not calm:
        return propose(request, progress=progress)
    drafts = np.setdiff1d(standing, locks.cells)
    may_move = max(1, int(max(ANYWAY, must_move / len(request.kept)) * len(drafts)))
    floor, released = _worst(table, drafts), _released(table, locks, standing)
    problems = _calmer(table, standing, released, last=must_move > 0)
    problem = next(problems)
    found, least = _solved(problem, floor, steps)
    while len(np.setdiff1d(released, found.cells)) > may_move and (calmer := next(problems, None)):
        problem, (found, least) = calmer, _solved(calmer, floor, steps)
    steps.end()
    cells = np.sort(np.concatenate([problem.decided, found.cells]))
    return answer(request, table, cells, found, locked=locks.cells, least=least, gap=None)


def _calmer(table: Table, standing: Ints, released: Ints, *, last: bool) -> Iterator[Problem]:
    """Yield what may be solved, each time with more in favour of the drafts that stand.

    First with higher and higher stay bonuses, up to one above all points; with ``last`` also
    without moving any draft.
    """
    problem = problem_of(table, Locks.of(table, np.setdiff1d(standing, released)), kept=released)
    yield problem
    while problem.worth.stay <= int(problem.worth.by_score.max()):
        problem = replace(problem, worth=replace(problem.worth, stay=2 * problem.worth.stay))
        yield problem
    if last:
        yield problem_of(table, Locks.of(table, standing), kept=released[:0])


def _standing(table: Table, locks: Locks, kept: Ints) -> Ints:
    """Return the locked pairs, and of the kept ones those that may still be beside them.

    Where there is no more room for all, the best stay.
    """
    rows, columns = np.divmod(kept, max(1, len(table.mentors)))
    fine = feasible(table, rows, columns) & ~among(kept, locks.cells)
    kept, rows, columns = kept[fine], rows[fine], columns[fine]
    points = scores(table, rows, columns)
    row_room, column_room = locks.demand.rows.copy(), locks.demand.columns.copy()
    stands = np.zeros(len(kept), np.bool_)
    for place in np.argsort(-points, kind="stable"):
        row, column = rows[place], columns[place]
        if points[place] >= table.rules.minimum_score and row_room[row] and column_room[column]:
            row_room[row] -= 1
            column_room[column] -= 1
            stands[place] = True
    return np.union1d(locks.cells, kept[stands])


def _released(table: Table, locks: Locks, standing: Ints) -> Ints:
    """Return the pairs of those whom somebody alone might have instead, but the locked ones.

    Alone is whoever has no partner, or only one where there were two.
    """
    room, matrix = Locks.of(table, standing).demand, ScoreMatrix(table)
    rows, columns = np.arange(len(table.mentees)), np.arange(len(table.mentors))
    near_rows = np.zeros(len(rows), np.bool_)
    near_columns = np.zeros(len(columns), np.bool_)
    for some in _strips(np.flatnonzero(room.rows), len(columns)):
        theirs = grid(matrix, some, columns)
        theirs = theirs.only(best(theirs.rows, theirs, NEIGHBOURS))
        near_rows[theirs.rows] = near_columns[theirs.columns] = True
    for some in _strips(np.flatnonzero(~room.columns_served), len(rows)):
        theirs = grid(matrix, rows, some)
        theirs = theirs.only(best(theirs.columns, theirs, NEIGHBOURS))
        near_rows[theirs.rows] = near_columns[theirs.columns] = True
    row, column = np.divmod(standing, max(1, len(columns)))
    return np.setdiff1d(standing[near_rows[row] | near_columns[column]], locks.cells)


def _strips(places: Ints, others: int) -> Iterator[Ints]:
    """Yield so many people at once that their pairs with all others stay few."""
    height = max(1, STRIP_CELLS // max(1, others))
    for start in range(0, len(places), height):
        yield places[start : start + height]


def _worst(table: Table, cells: Ints) -> int:
    """Return the score no pair should fall below: the lowest of some, if the fairness asks so."""
    if table.rules.fairness != "worst" or not len(cells):
        return 0
    rows, columns = np.divmod(cells, len(table.mentors))
    return int(scores(table, rows, columns).min())


def _solved(problem: Problem, floor: int, steps: Progress) -> tuple[Solution, int]:
    """Return the best choice and its lowest score allowed: the floor, if as many are served."""
    found, least = solve(problem, steps, _never), problem.worth.least
    if floor > least:
        above = replace(problem, worth=replace(problem.worth, least=floor))
        edges = found.edges.only(found.edges.scores >= floor)
        fair = solve(above, steps, _never, Start(edges=edges))
        if fair.earned == found.earned:
            return fair, floor
    return found, least


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
