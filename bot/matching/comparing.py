"""What would change: the price of an override, of another setting, or of two people together."""

from collections.abc import Iterable
from dataclasses import replace

from bot.matching.population import Request, Rules
from bot.matching.proposing import pair_score, run
from bot.matching.result import Price, Refusal, Result


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
    return _compared(result, changed)


def what_if(request: Request, result: Result, rules: Rules) -> Price:
    """Return what other settings would change; each total is in points of its own settings.

    Raises ContradictoryRules if a locked pair would break a rule.
    """
    return _compared(result, replace(request, rules=rules))


def why_not(request: Request, result: Result, mentor_id: str, mentee_id: str) -> Refusal | Price:
    """Return the rules against two people, or what having them together would change.

    Raises LookupError if one of them is not in the request, and ContradictoryRules if other locked
    pairs leave no room for them.
    """
    answer = pair_score(request, mentor_id, mentee_id)
    if isinstance(answer, Refusal):
        return answer
    return price(request, result, lock=(mentor_id, mentee_id))


def _compared(result: Result, changed: Request) -> Price:
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
