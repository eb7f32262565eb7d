"""The questions one may ask first: who with whom, and why (not) these two."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import numpy as np

from bot.matching.asking.answer import answer, pairs_of
from bot.matching.asking.locks import settle_locks
from bot.matching.asking.problem import problem_of
from bot.matching.asking.start import Warm, warm_of
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
    workers: int = 1,
    before: Result | None = None,
) -> Result:
    """Return the best pairs: first people served, then who waited, then the best scores.

    In this order: mentees served, mentors served, the rounds these waited (two each at most),
    pairs, what the fairness asks for, total. So whoever waited goes before a newcomer, however well
    the newcomer fits. ``progress`` is called with the steps done and the steps in all; the second
    number may grow on the way. ``stop`` is asked now and then; once it says yes, the best pairs so
    far are the answer, with a bound. The answer does not depend on the order of the request, nor on
    ``workers``, of which more than one take a process without other threads
    (bot.matching.solver.beside). It begins where ``before`` ended, the answer to a similar
    question; then it is as good, though of equally good pairs it may be another. Raises
    ContradictoryRules, and TooLarge beyond what the solver can hold.
    """
    effort = Effort(progress or _silent, stop or _never, workers)
    return run(request, effort, warm=warm_of(before))


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


@dataclass(frozen=True)
class Effort:
    """Whom a run tells how far it is, when it stops, and how many processes it may take."""

    progress: Progress
    stop: Callable[[], bool]
    workers: int = 1

    @classmethod
    def whole(cls) -> "Effort":
        """Return that of a run which tells nobody and never stops."""
        return cls(_silent, _never)


def run(
    request: Request,
    effort: Effort,
    *,
    ties: Iterable[tuple[str, str]] = (),
    warm: Warm | None = None,
) -> Result:
    """Answer a request; of equally good choices, with one that has the most of ``ties``."""
    table = warm.table_of(request) if warm else Table(request)
    steps, stop = Steps(effort.progress), effort.stop
    locks = settle_locks(request, table)
    kept, tied = table.cells(request.kept), table.cells(ties)
    by_levels = request.by_levels and not len(tied)
    problem = problem_of(
        table, locks, kept=kept, ties=tied, by_levels=by_levels, workers=effort.workers
    )
    best = whole = solve(problem, steps, stop, warm.start(table) if warm else None)
    least = request.rules.minimum_score
    if request.rules.fairness == "worst":
        best, least = fairest(problem, best, steps, stop)
    steps.end()
    cells = np.sort(np.concatenate([best.cells, locks.cells]))
    gap = best.gap // problem.worth.stretch
    result = answer(request, table, cells, best, locked=locks.cells, least=least, gap=gap)
    return replace(result, warm=Warm.of(request, table, best if best.is_proven else whole))


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
