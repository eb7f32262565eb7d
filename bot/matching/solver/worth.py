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
    ``least`` is the lowest score a pair may have. ``ties`` are sorted cells that decide among
    equals: every weight is multiplied by ``stretch``, and each of them adds one, or what ``adds``
    says of it.
    """

    by_score: Ints
    kept: Ints = field(default_factory=_none)
    stay: int = 0
    ties: Ints = field(default_factory=_none)
    adds: Ints | None = None
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
        tie = bool(len(self.ties)) if self.adds is None else int(self.adds.max(initial=0))
        return (int(self.by_score.max(initial=0)) + stay) * self.stretch + tie

    @property
    def above_score(self) -> int:
        """How much more than its score a pair that is not kept can weigh, before stretching."""
        return int((self.by_score - np.arange(len(self.by_score))).max(initial=0))

    def weights(self, cells: Ints, scores: Ints) -> Ints:
        """Return the weights of pairs."""
        stay = self.stay * among(cells, self.kept)
        return np.asarray((self.by_score[scores] + stay) * self.stretch + self._tie(cells))

    def _tie(self, cells: Ints) -> Ints:
        tied = among(cells, self.ties)
        if self.adds is None or not len(self.ties):
            return tied.astype(np.int64)
        place = np.minimum(np.searchsorted(self.ties, cells), len(self.ties) - 1)
        return np.asarray(self.adds[place] * tied)

    @property
    def held(self) -> Ints:
        """The sorted cells that differ from others of their score: a solver must hold them."""
        return self.kept if self.adds is not None else np.union1d(self.kept, self.ties)
