"""What a pair is worth to the solver: the weight of its score, and whether it stays."""

from dataclasses import dataclass, field

import numpy as np

from bot.matching.arrays import Ints, among


def _none() -> Ints:
    return np.zeros(0, np.int64)


@dataclass(frozen=True, kw_only=True)
class Worth:
    """How points become weights of 0 or more.

    ``by_score`` holds the weight of each score; ``kept`` are sorted cells that earn ``stay`` more.
    ``least`` is the lowest score a pair may have. ``ties`` are sorted cells of which the most are
    chosen among equals: every weight is multiplied by ``stretch``, and each of them adds one.
    """

    by_score: Ints
    kept: Ints = field(default_factory=_none)
    stay: int = 0
    ties: Ints = field(default_factory=_none)
    stretch: int = 1
    least: int = 0

    @property
    def flat(self) -> "Worth":
        """Return the same with nothing to choose by: only whether a pair may be."""
        return Worth(by_score=np.zeros_like(self.by_score), least=self.least)

    @property
    def largest(self) -> int:
        """The weight that no pair exceeds."""
        stay = self.stay if len(self.kept) else 0
        return (int(self.by_score.max(initial=0)) + stay) * self.stretch + bool(len(self.ties))

    @property
    def above_score(self) -> int:
        """How much more than its score a pair that is not kept can weigh, before stretching."""
        return int((self.by_score - np.arange(len(self.by_score))).max(initial=0))

    def weights(self, cells: Ints, scores: Ints) -> Ints:
        """Return the weights of pairs."""
        stay = self.stay * among(cells, self.kept)
        return np.asarray((self.by_score[scores] + stay) * self.stretch + among(cells, self.ties))

    @property
    def held(self) -> Ints:
        """The sorted cells that differ from others of their score: a solver must hold them."""
        return np.union1d(self.kept, self.ties)
