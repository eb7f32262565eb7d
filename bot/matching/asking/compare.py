"""What would change: the price of an override."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from bot.matching.asking.override import Override, cells_with
from bot.matching.asking.propose import Effort, run
from bot.matching.asking.start import warm_of
from bot.matching.model.people import Request
from bot.matching.model.result import Price, Result
from bot.matching.model.score import scores


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
    after = _nearby(changed, result, lock=lock, forbid=forbid)
    if after is None:
        new = run(changed, Effort.whole(), ties=before, warm=warm_of(result))
        after = _After.of(new)
    had, have = _people(before), _people(after.pairs)
    return Price(
        total_before=result.total_score,
        total_after=after.total,
        mentees_before=result.mentees_served,
        mentees_after=len({mentee for _, mentee in after.pairs}),
        pairs_before=len(before),
        pairs_after=len(after.pairs),
        least_before=result.least_score,
        least_after=after.least,
        lost=tuple(sorted(before - after.pairs)),
        gained=tuple(sorted(after.pairs - before)),
        moved=tuple(sorted(_people(before ^ after.pairs))),
        unserved=tuple(sorted(had - have)),
        served=tuple(sorted(have - had)),
    )


@dataclass(frozen=True)
class _After:
    """What matters of the pairs afterwards."""

    pairs: frozenset[tuple[str, str]]
    total: int
    least: int

    @classmethod
    def of(cls, result: Result) -> "_After":
        pairs = frozenset((pair.mentor_id, pair.mentee_id) for pair in result.pairs)
        return cls(pairs, result.total_score, result.least_score)


def _nearby(
    changed: Request,
    result: Result,
    *,
    lock: tuple[str, str] | None,
    forbid: tuple[str, str] | None,
) -> _After | None:
    """Return the pairs after one override of a proven answer in this process, if that suffices."""
    warm, pair = warm_of(result), lock or forbid
    if warm is None or pair is None or (lock and forbid) or not result.certified:
        return None
    was = replace(changed, locked=changed.locked - {pair}, forbidden=changed.forbidden - {pair})
    before = _After.of(result)
    if was != warm.request or (lock and pair in before.pairs):
        return None
    if forbid and pair not in before.pairs:
        return before
    cells = cells_with(Override(changed, pair, bool(lock)), result, warm)
    if cells is None:
        return None
    table = warm.table
    rows, columns = np.divmod(cells, max(1, len(table.mentors)))
    mentors, mentees = table.mentors.people, table.mentees.people
    pairs = frozenset(
        (mentors[column].person_id, mentees[row].person_id)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    )
    return _After(pairs, int(scores(table, rows, columns).sum()), result.least_score)


def _people(pairs: Iterable[tuple[str, str]]) -> set[str]:
    return {person for pair in pairs for person in pair}
