"""The questions one may ask first: who with whom, and why (not) these two."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from bot.matching.changes import changes
from bot.matching.edges import Open, Progress, every_edge
from bot.matching.fairness import fairest
from bot.matching.locks import Locks, settle_locks
from bot.matching.pool import Listed, Pool
from bot.matching.population import Request
from bot.matching.pricing import Search
from bot.matching.result import Pair, Refusal, Result
from bot.matching.rules import broken
from bot.matching.score import largest_score, points, reasons
from bot.matching.solving import Best, Problem, solve
from bot.matching.steps import Steps
from bot.matching.table import Ints, Mask, Table
from bot.matching.unmatched import unmatched
from bot.matching.worth import Worth

LISTED_UP_TO = 1_000_000
"""Pairs that are all scored beforehand; above, they are looked through as they are wanted."""


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
    pairs = pairs_of(table, cells, np.isin(cells, locks.cells))
    gap = None if best.gap is None else best.gap // problem.worth.stretch
    return answer(request, table, pairs, best, least=least, gap=gap)


def answer(  # noqa: PLR0913  a result has as many parts
    request: Request,
    table: Table,
    pairs: tuple[Pair, ...],
    best: Best,
    *,
    least: int,
    gap: int | None,
) -> Result:
    """Return the result that these pairs, best first, come to; ``gap`` None: nothing is proven."""
    total = sum(pair.score for pair in pairs)
    mentees = {pair.mentee_id for pair in pairs}
    mentors = {pair.mentor_id for pair in pairs}
    return Result(
        pairs=pairs,
        unmatched=unmatched(table, mentees, mentors),
        total_score=total,
        upper_bound=None if gap is None else total + gap,
        least_score=least,
        edges=len(best.edges),
        rounds=best.rounds,
        mentees_served=len(mentees),
        mentors_served=len(mentors),
        changes=changes(request, {(pair.mentor_id, pair.mentee_id) for pair in pairs}),
    )


def problem_of(table: Table, locks: Locks, *, kept: Ints, ties: Ints | None = None) -> Problem:
    """Return what is left to solve beside pairs that are settled.

    ``kept`` cells earn the stay bonus, and the most of ``ties`` are chosen among equals.
    """
    ties = kept[:0] if ties is None else ties
    rules, demand = table.rules, locks.demand
    room = Open(demand.rows > 0, demand.columns > 0)
    # One point must outweigh every tie that one exchange along a cycle may win or lose.
    stretch = 2 * min(len(table.mentees), len(table.mentors)) + 3 if len(ties) else 1
    worth = replace(
        Worth.of(rules.fairness, largest_score(table)),
        kept=kept if rules.stay_bonus else kept[:0],
        stay=rules.stay_bonus,
        ties=ties,
        stretch=stretch,
        least=rules.minimum_score,
    )
    rows, width = len(table.mentees), len(table.mentors)
    pool: Pool = Search(table, room)
    if np.count_nonzero(room.rows) * np.count_nonzero(room.columns) <= LISTED_UP_TO:
        pool = Listed(every_edge(table, room), rows=rows, width=width)
    return Problem(pool=pool, demand=demand, worth=worth, decided=locks.cells)


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


def pairs_of(table: Table, cells: Ints, locked: Mask) -> tuple[Pair, ...]:
    """Return pairs with their reasons, best first and then by id."""
    rows, columns = np.divmod(cells, max(1, len(table.mentors)))
    terms = {code: term.tolist() for code, term in points(table, rows, columns).items()}
    found = []
    for index, (row, column) in enumerate(zip(rows, columns, strict=True)):
        mentor, mentee = table.mentors.people[column], table.mentees.people[row]
        earned = {code: term[index] for code, term in terms.items()}
        found.append(
            Pair(
                mentor.person_id,
                mentee.person_id,
                sum(earned.values()),
                reasons(mentor, mentee, earned),
                bool(locked[index]),
            )
        )
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.mentor_id, pair.mentee_id)))
