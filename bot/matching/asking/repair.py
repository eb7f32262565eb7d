"""Answers again while most pairs stay: only those who must move, and few around them, are weighed.

Everybody else keeps their pairs. That leaves people in peace, and where few are without a partner
it takes a fraction of the time; but the best choice of all might look different, so nothing is
claimed about it (``upper_bound`` is None).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from bot.matching.arrays import Ints, among
from bot.matching.asking.answer import answer, worded
from bot.matching.asking.locks import Locks, settle_locks
from bot.matching.asking.problem import problem_of
from bot.matching.asking.propose import propose
from bot.matching.asking.start import warm_of
from bot.matching.asking.steps import Steps
from bot.matching.model.matrix import ScoreMatrix
from bot.matching.model.people import Request
from bot.matching.model.result import Result
from bot.matching.model.rules import feasible
from bot.matching.model.score import scores
from bot.matching.model.table import Table
from bot.matching.solver.edges import STRIP_CELLS, Edges, Progress, best, grid
from bot.matching.solver.generation import Problem, Solution, Start, solve

NEIGHBOURS = 40
"""How many of the best partners of somebody who was left alone are weighed, with whom they have."""
FEW = 0.25
"""Above this share of kept pairs that must move, everything is weighed."""
ANYWAY = 0.02
"""This share of the drafts that stand may move in any case, and one of them."""


def repair(
    request: Request,
    *,
    progress: Callable[[int, int], None] | None = None,
    before: Result | None = None,
) -> Result:
    """Return pairs that change few of the kept ones of a request.

    What holds of them:

    1. No rule is broken, nobody has more partners than places, and all locked pairs are there.
    2. A kept pair goes if it must: it breaks a rule, lacks points, has no room beside the locked
       ones, or names somebody who takes no part any more. Every other one that goes has moved.
    3. Only such pairs move as somebody without a partner, or with a place that fell empty, would
       like best; and only where that serves more people, or those who waited longer, or wins more
       than the stay bonus.
    4. After declines no larger share of the others moves than was declined, or ANYWAY. Where more
       would, the bonus is doubled until they do not; where that is of no use, since they move to
       serve more people, none moves.
    5. No pair falls below the worst that stands, if fairness asks for that, unless somebody would
       be left for it.
    6. Nobody is left while somebody suitable has room.
    7. Nothing is claimed beyond that: a run that weighs everybody may serve a person or two more.

    Where many must move, nothing is kept, or staying is worth nothing, ``propose`` answers. Where
    ``before`` is the answer to a similar question, it begins there, and words only pairs that are
    new. Raises ContradictoryRules, and TooLarge beyond what the solver can hold.
    """
    warm = warm_of(before)
    table, steps = warm.table_of(request) if warm else Table(request), Steps(progress or _silent)
    locks, kept = settle_locks(request, table), table.cells(request.kept)
    standing = _standing(table, locks, kept)
    must_move = len(request.kept) - int(np.count_nonzero(among(kept, standing)))
    calm = request.kept and request.rules.stay_bonus and must_move <= FEW * len(request.kept)
    if not calm:
        return propose(request, progress=progress, before=before)
    drafts = np.setdiff1d(standing, locks.cells)
    may_move = max(1, int(max(ANYWAY, must_move / len(request.kept)) * len(drafts)))
    start = warm.start(table) if warm else None
    core = start.edges if start else None
    floor, released = _worst(table, drafts), _released(table, locks, standing, core)
    problems = _calmer(table, standing, released, last=must_move > 0)
    problem = next(problems)
    found, least = _solved(problem, floor, steps, start)
    while len(np.setdiff1d(released, found.cells)) > may_move and (calmer := next(problems, None)):
        problem, (found, least) = calmer, _solved(calmer, floor, steps, start)
    steps.end()
    cells = np.sort(np.concatenate([problem.decided, found.cells]))
    known = worded(request, before, warm) if before and warm else {}
    return answer(
        request, table, cells, found, locked=locks.cells, least=least, gap=None, known=known
    )


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


def _released(table: Table, locks: Locks, standing: Ints, core: Edges | None) -> Ints:
    """Return the pairs of those whom somebody alone might have instead, but the locked ones.

    Alone is whoever has no partner, or only one where there were two. Whom they would like is asked
    of the ``core`` of an earlier run, if there is one, else of everybody.
    """
    room, matrix = Locks.of(table, standing).demand, ScoreMatrix(table)
    rows, columns = np.arange(len(table.mentees)), np.arange(len(table.mentors))
    near_rows = np.zeros(len(rows), np.bool_)
    near_columns = np.zeros(len(columns), np.bool_)
    lonely_rows, lonely_columns = room.rows > 0, ~room.columns_served
    if core is None:
        some_rows = _strips(np.flatnonzero(lonely_rows), len(columns))
        some_columns = _strips(np.flatnonzero(lonely_columns), len(rows))
        by_row: Iterator[Edges] = (grid(matrix, some, columns) for some in some_rows)
        by_column: Iterator[Edges] = (grid(matrix, rows, some) for some in some_columns)
    else:
        by_row = iter([core.only(lonely_rows[core.rows])])
        by_column = iter([core.only(lonely_columns[core.columns])])
    for theirs in by_row:
        liked = best(theirs.rows, theirs, NEIGHBOURS)
        near_rows[theirs.rows[liked]] = near_columns[theirs.columns[liked]] = True
    for theirs in by_column:
        liked = best(theirs.columns, theirs, NEIGHBOURS)
        near_rows[theirs.rows[liked]] = near_columns[theirs.columns[liked]] = True
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


def _solved(
    problem: Problem, floor: int, steps: Progress, start: Start | None
) -> tuple[Solution, int]:
    """Return the best choice and its lowest score allowed: the floor, if as many are served."""
    found, least = solve(problem, steps, _never, start), problem.worth.least
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
