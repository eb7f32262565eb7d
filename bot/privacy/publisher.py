"""The publisher: the one way out for what people answered, in groups that hide each of them.

A figure is computed over persons of one role who consented to statistics, never over both roles
together: without a total, a role that is held back cannot be worked out from the one that is shown.
A new value goes out only if nothing can be learnt by comparing it with what went out before;
otherwise the former value stands.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.digest import Digest, Shown
from bot.privacy.figures import K, isolates, may_follow, mean_of


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A value for each person of one role, on a scale from ``low`` to ``high``.

    ``cycle_id`` says whose figure it is; ``answered_at`` holds the instants of newest answers.
    """

    name: str
    cycle_id: str
    by_person: Mapping[str, float]
    answered_at: Mapping[str, datetime]
    low: float
    high: float


@dataclass(frozen=True)
class Release:
    """What a digest shows of a measure: nothing, a new value with its cohort, or the former one."""

    figure: Shown | None
    cohort: tuple[str, ...] = ()


def release(measure: Measure, history: Sequence[Digest], now: datetime) -> Release:
    """Return what may be published of a measure after earlier digests, oldest first.

    New only if at least five persons contribute and do not all say the same; if the persons differ
    from every cohort published before by none or by at least five; if solving all cohorts together
    gives nobody away; and, for the very same persons, if at least five of them have answered since,
    so that no single answer shows in the difference.
    """
    former = _former(measure, history)
    value = mean_of(measure.by_person, measure.low, measure.high)
    earlier = [digest.cohorts[measure.name] for digest in history if measure.name in digest.cohorts]
    cohort = tuple(sorted(measure.by_person))
    if value is None or not may_follow(cohort, earlier) or isolates([*earlier, cohort]):
        return Release(former)
    if any(set(cohort) == set(other) for other in earlier) and not _is_fresh(measure, history):
        return Release(former)
    return Release(Shown(value, measure.cycle_id, now.isoformat()), cohort)


def _former(measure: Measure, history: Sequence[Digest]) -> Shown | None:
    """Return the figure that was shown last, if it was about the same cycle."""
    for digest in reversed(history):
        shown = digest.figures.shown(measure.name)
        if shown is not None:
            return shown if shown.cycle_id == measure.cycle_id else None
    return None


def _is_fresh(measure: Measure, history: Sequence[Digest]) -> bool:
    """Whether at least five persons answered since this cohort's value was last made anew."""
    mine = set(measure.by_person)
    made = [d.at for d in history if set(d.cohorts.get(measure.name, ())) == mine]
    since = max(made)
    return sum(at > since for at in measure.answered_at.values()) >= K
