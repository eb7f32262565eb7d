"""What somebody asks of the command ``match``, checked before anything starts."""

import math
import os
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from adapters.matching.faults import WrongInstance
from bot.matching import Fairness

SIZES = range(1, 200_001)
STANDARD_OUTPUT = "-"


@dataclass(frozen=True, kw_only=True)
class Options:
    """Which pairs to look for, and where the answer goes; the empty text is what was not given.

    ``seconds`` 0 sets no limit of time. ``fairness`` is for invented people; a programme has its
    own settings.
    """

    programme: str = ""
    instance: str = ""
    synthetic: int = 0
    seed: int = 7
    fairness: Fairness = "total"
    seconds: float = 0
    json_file: str = ""
    verify: str = ""
    dry_run: bool = False
    language: str = "fr"

    def check(self) -> None:
        """Raise WrongInstance for the first option that cannot be used."""
        if bool(self.programme) + bool(self.instance) + bool(self.synthetic) != 1:
            raise WrongInstance("match-one-source")
        if self.verify and self.programme:
            raise WrongInstance("match-verify-programme")
        if self.synthetic and self.synthetic not in SIZES:
            low, high = SIZES[0], SIZES[-1]
            raise WrongInstance("match-wrong-size", low=low, high=high, given=self.synthetic)
        if self.fairness not in get_args(Fairness):
            known = ", ".join(get_args(Fairness))
            raise WrongInstance("match-wrong-fairness", known=known, given=self.fairness)
        if self.seed < 0:
            raise WrongInstance("match-wrong-seed", given=str(self.seed))
        if not (math.isfinite(self.seconds) and self.seconds >= 0):
            raise WrongInstance("match-wrong-seconds", given=str(self.seconds))
        if self.programme and not self.dry_run:
            raise WrongInstance("match-needs-dry-run")
        self._check_file()

    def _check_file(self) -> None:
        """Refuse a place that cannot be written before minutes are spent on what goes there."""
        if self.json_file in {"", STANDARD_OUTPUT}:
            return
        path = Path(self.json_file)
        place = path if path.exists() else path.parent
        if path.is_dir() or not path.parent.is_dir() or not os.access(place, os.W_OK):
            raise WrongInstance("match-wrong-file", given=self.json_file)
