"""The questions one may ask: who with whom, why (not) these two, what would an override cost."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from bot.matching.locks import settle_locks
from bot.matching.population import Request
from bot.matching.result import Pair, Price, Refusal, Result
from bot.matching.rules import broken
from bot.matching.score import points, reasons
from bot.matching.solving import solve
from bot.matching.table import Ints, Mask, Table
from bot.matching.unmatched import unmatched


def propose(request: Request, *, progress: Callable[[int, int], None] | None = None) -> Result:
    """Return the best pairs: first people served, then who waited, then the best scores.

    In this order: mentees served, mentors served, the rounds these waited (two each at most),
    pairs, total. So whoever waited goes before a newcomer, however well the newcomer fits.
    ``progress`` is called with the steps done and the steps in all; with very many people the
    second number grows once on the way. The answer does not depend on the order of the request.
    Raises ContradictoryRules, and TooLarge beyond what the solver can hold.
    """
    return _run(request, kept=(), progress=progress or _silent)


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
    codes = [code for code, grid in broken(table, here, here) if grid[0, 0]]
    if codes:
        named = [code for code in codes if code != "excluded"] or codes
        return Refusal(named[0], tuple(named))
    locked = (mentor_id, mentee_id) in request.locked
    return _pairs(table, here, np.array([locked], np.bool_))[0]


def price(
    request: Request,
    result: Result,
    *,
    lock: tuple[str, str] | None = None,
    forbid: tuple[str, str] | None = None,
) -> Price:
    """Return what locking or forbidding one pair (mentor_id, mentee_id) would change.

    ``result`` is what ``propose`` answered to the request. Of the new solutions that are best, one
    that keeps the most of its pairs is compared. Raises ContradictoryRules.
    """
    changed = replace(
        request,
        locked=request.locked | ({lock} if lock else set()),
        forbidden=request.forbidden | ({forbid} if forbid else set()),
    )
    before = {(pair.mentor_id, pair.mentee_id) for pair in result.pairs}
    new = _run(changed, kept=before, progress=_silent)
    after = {(pair.mentor_id, pair.mentee_id) for pair in new.pairs}
    had, have = _people(before), _people(after)
    return Price(
        total_before=result.total_score,
        total_after=new.total_score,
        lost=tuple(sorted(before - after)),
        gained=tuple(sorted(after - before)),
        moved=tuple(sorted(_people(before ^ after))),
        unserved=tuple(sorted(had - have)),
        served=tuple(sorted(have - had)),
    )


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _people(pairs: Iterable[tuple[str, str]]) -> set[str]:
    return {person for pair in pairs for person in pair}


def _run(
    request: Request, *, kept: Iterable[tuple[str, str]], progress: Callable[[int, int], None]
) -> Result:
    table = Table(request)
    locks = settle_locks(request, table)
    best = solve(table, locks, table.cells(kept), progress)
    cells = np.sort(np.concatenate([best.cells, locks.cells]))
    pairs = _pairs(table, cells, np.isin(cells, locks.cells))
    total = sum(pair.score for pair in pairs)
    mentees = {pair.mentee_id for pair in pairs}
    mentors = {pair.mentor_id for pair in pairs}
    fixed = sum(pair.score for pair in pairs if pair.locked)
    return Result(
        pairs=pairs,
        unmatched=unmatched(table, mentees, mentors),
        total_score=total,
        upper_bound=None if best.bound is None else fixed + best.bound,
        least_score=request.rules.minimum_score,
        edges=best.edges,
        rounds=1,
        mentees_served=len(mentees),
        mentors_served=len(mentors),
    )


def _pairs(table: Table, cells: Ints, locked: Mask) -> tuple[Pair, ...]:
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
