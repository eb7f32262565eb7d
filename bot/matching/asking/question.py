"""A question with what would be different, and both answers: the second begins at the first."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.matching.asking.propose import propose
from bot.matching.asking.repair import repair
from bot.matching.model.people import Request
from bot.matching.model.result import Result

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Question:
    """What a run asks: as things stand, and for a trial what would be different.

    One that ``repairs`` keeps the drafts, and moves only those who must and few around them.
    """

    now: Request
    trial: Request | None = None
    repairs: bool = False

    @property
    def people(self) -> int:
        """How many take part."""
        return len(self.now.mentors) + len(self.now.mentees)


@dataclass(frozen=True)
class Answer:
    """The pairs as things stand, and those of the trial."""

    now: Result
    trial: Result | None = None


def answer_to(
    question: Question,
    *,
    progress: Callable[[int, int], None] | None = None,
    workers: int = 1,
) -> Answer:
    """Answer a question; the trial keeps as many pairs of the first answer as it can.

    Both are computed in one process, for the trial begins where the first ended. ``progress`` is
    told of the one and then of the other; ``workers`` are those of ``propose``. Raises
    ContradictoryRules, and TooLarge beyond what the solver can hold.
    """
    if question.repairs:
        now = repair(question.now, progress=progress)
    else:
        now = propose(question.now, progress=progress, workers=workers)
    if question.trial is None:
        return Answer(now)
    trial = replace(question.trial, kept=pairs_of(now))
    return Answer(now, propose(trial, progress=progress, workers=workers, before=now))


def pairs_of(result: Result) -> Pairs:
    """Return (mentor, mentee) of every pair of a result."""
    return frozenset((pair.mentor_id, pair.mentee_id) for pair in result.pairs)
