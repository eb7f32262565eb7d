"""The questions one may ask first: who with whom, and why (not) these two."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from bot.matching.asking.answer import answer, pairs_of
from bot.matching.asking.locks import settle_locks
from bot.matching.asking.problem import problem_of
from bot.matching.asking.steps import Steps
from bot.matching.model.people import Request
from bot.matching.model.result import Pair, Refusal, Result
from bot.matching.model.rules import broken
from bot.matching.model.table import Table
from bot.matching.solver.edges import Progress
from bot.matching.solver.fairness import fairest
from bot.matching.solver.generation import solve


def propose(
    request: Request,
    *,
    progress: Callable[[int, int], None] | None = None,
    stop: Callable[[], bool] | None = None,
) -> Result:
    """Return the best pairs: first people served, then who waited, then the best scores.

    In this order: mentees served, mentors served, the rounds these waited (two each at most),
    pairs, what the fairness asks for, total. So whoever waited goes before a newcomer, however well
    the newcomer fits. ``progress`` is called with the steps done and the steps in all; the second
    number may grow on the way. ``stop`` is asked now and then; once it says yes, the best pairs so
    far are the answer, with a bound if there is one. The answer does not depend on the order of the
    request. Raises ContradictoryRules, and TooLarge beyond what the solver can hold.
    """
    return run(request, progress=progress or _silent, stop=stop or _never)


def pair_score(request: Request, mentor_id: str, mentee_id: str) -> Pair | Refusal:
    """Return the score of two people with its reasons, or the rules against it.

    Capacities do not matter here. Raises LookupError if one of them is not in the request.
    """
    mentor = {p.person_id: p for p in request.mentors}[mentor_id]
    mentee = {p.person_id: p for p in request.mentees}[mentee_id]
    two = replace(
        request, mentors=[replace(mentor, capacity=1)], mentees=[replace(mentee, capacity=1)]
    )
    table = Table(two)
    here = np.zeros(1, np.int64)
    codes = [code for code, grid in broken(table, here, here) if grid[0]]
    if codes:
        named = [code for code in codes if code != "excluded"] or codes
        return Refusal(named[0], tuple(named))
    locked = (mentor_id, mentee_id) in request.locked
    return pairs_of(table, here, np.array([locked], np.bool_))[0]


def run(
    request: Request,
    *,
    ties: Iterable[tuple[str, str]] = (),
    progress: Progress,
    stop: Callable[[], bool],
) -> Result:
    """Answer a request; of equally good choices, with one that has the most of ``ties``."""
    table, steps = Table(request), Steps(progress)
    locks = settle_locks(request, table)
    kept, tied = table.cells(request.kept), table.cells(ties)
    problem = problem_of(table, locks, kept=kept, ties=tied)
    best = solve(problem, steps, stop)
    least = request.rules.minimum_score
    if request.rules.fairness == "worst":
        best, least = fairest(problem, best, steps, stop)
    steps.end()
    cells = np.sort(np.concatenate([best.cells, locks.cells]))
    gap = None if best.gap is None else best.gap // problem.worth.stretch
    return answer(request, table, cells, best, locked=locks.cells, least=least, gap=gap)


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
