"""What would change: the price of an override."""

from collections.abc import Iterable
from dataclasses import replace

from bot.matching.asking.propose import run
from bot.matching.model.people import Request
from bot.matching.model.result import Price, Result


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
    new = run(changed, ties=before, progress=_silent, stop=_never)
    after = {(pair.mentor_id, pair.mentee_id) for pair in new.pairs}
    had, have = _people(before), _people(after)
    return Price(
        total_before=result.total_score,
        total_after=new.total_score,
        mentees_before=result.mentees_served,
        mentees_after=new.mentees_served,
        pairs_before=len(before),
        pairs_after=len(after),
        least_before=result.least_score,
        least_after=new.least_score,
        lost=tuple(sorted(before - after)),
        gained=tuple(sorted(after - before)),
        moved=tuple(sorted(_people(before ^ after))),
        unserved=tuple(sorted(had - have)),
        served=tuple(sorted(have - had)),
    )


def _people(pairs: Iterable[tuple[str, str]]) -> set[str]:
    return {person for pair in pairs for person in pair}


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
