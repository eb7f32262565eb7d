"""What the command ``match`` answers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.matching import Result
from bot.matching.asking.instance import Outcome


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The pairs (mentor, mentee, score) and how good they are; ``more`` are further figures."""

    pairs: Sequence[tuple[str, str, int]]
    matched_mentees: int
    matched_mentors: int
    total_score: int
    upper_bound: int | None
    unmatched: Sequence[Mapping[str, str]]
    seconds: float
    is_proven: bool
    more: Mapping[str, float | str] = field(default_factory=dict)

    @classmethod
    def of_result(cls, result: Result, seconds: float, **more: float | str) -> "Answer":
        """Return the answer of a pairing run."""
        return cls(
            pairs=[(pair.mentor_id, pair.mentee_id, pair.score) for pair in result.pairs],
            matched_mentees=result.mentees_served,
            matched_mentors=result.mentors_served,
            total_score=result.total_score,
            upper_bound=result.upper_bound,
            unmatched=[
                {"id": left.person_id, "role": left.role, "reason": left.reason}
                for left in result.unmatched
            ],
            seconds=seconds,
            is_proven=result.is_proven,
            more={"least_score": result.least_score, **more},
        )

    @classmethod
    def of_outcome(cls, outcome: Outcome, seconds: float) -> "Answer":
        """Return the answer to a plain instance."""
        return cls(
            pairs=outcome.pairs,
            matched_mentees=outcome.matched_mentees,
            matched_mentors=len({mentor for mentor, _, _ in outcome.pairs}),
            total_score=outcome.total_score,
            upper_bound=outcome.upper_bound,
            unmatched=[
                {"id": left.person_id, "role": left.role, "reason": left.reason}
                for left in outcome.unmatched
            ],
            seconds=seconds,
            is_proven=outcome.is_proven,
        )

    @property
    def certified(self) -> bool:
        """Whether it is proven that nothing better exists."""
        return self.is_proven and self.upper_bound == self.total_score

    @property
    def gap(self) -> int | None:
        """How much more could be reached at most."""
        return None if self.upper_bound is None else self.upper_bound - self.total_score

    def as_json(self) -> str:
        """Return one JSON object on one line."""
        content = {
            "pairs": self.pairs,
            "matched_mentees": self.matched_mentees,
            "total_score": self.total_score,
            "upper_bound": self.upper_bound,
            "gap": self.gap,
            "certified": self.certified,
            "unmatched": self.unmatched,
            "seconds": round(self.seconds, 3),
            **self.more,
        }
        return json.dumps(content, ensure_ascii=False) + "\n"
