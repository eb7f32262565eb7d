"""Plays many rehearsals, each another company, and tells every one in which a rule was broken.

    python -m tests.bench.bench_seeds [--long]

Seeds 1 to 20 of 24 people; with ``--long`` 1 to 200 of 24 people, 1 to 20 of 200 and 1 to 5 of
2,000, each for twelve weeks and each fourth one without a staff list. As many are played at once as
there are processors. The command ends with 1 if a rule was broken, or if something that a company
lives through happened in no rehearsal.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from adapters.simulate.report import MUST_BE_NONE

SHORT = ((24, 20),)
LONG = ((24, 200), (200, 20), (2_000, 5))
"""How many people, and up to which seed."""
WITHOUT_A_STAFF_LIST = 4


@dataclass(frozen=True)
class Played:
    """One rehearsal and what it came to."""

    people: int
    seed: int
    figures: dict[str, Any]

    @property
    def broken(self) -> dict[str, int]:
        """How often each rule was broken that must not be."""
        return {name: self.figures[name] for name in MUST_BE_NONE if self.figures[name]}


def play(company: tuple[int, int]) -> Played:
    """Play one rehearsal in a process of its own."""
    people, seed = company
    command = [sys.executable, "-m", "adapters", "simulate", "--json", "-"]
    command += ["--people", str(people), "--weeks", "12", "--seed", str(seed)]
    if seed % WITHOUT_A_STAFF_LIST == 0:
        command.append("--no-levels")
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if not done.stdout:
        raise SystemExit(done.stderr)
    return Played(people, seed, json.loads(done.stdout))


def main(sizes: tuple[tuple[int, int], ...]) -> int:
    """Play all of some sizes; print what was broken and what happened; return the exit code."""
    companies = [(people, seed) for people, last in sizes for seed in range(1, last + 1)]
    happened: Counter[str] = Counter()
    broken = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for played in pool.map(play, companies):
            happened.update(played.figures["happened"])
            broken += bool(played.broken)
            if played.broken:
                _tell(played)
    for what, count in happened.items():
        _line(f"{what:20}{count:8,}")
    _line(f"{len(companies):,} rehearsals, {broken:,} of them with a broken rule")
    return int(broken > 0 or not all(happened.values()))


def _tell(played: Played) -> None:
    _line(f"--people {played.people} --seed {played.seed}: {played.broken}")
    for violation in played.figures["violations"]:
        _line("    " + " ".join(violation.values()))


def _line(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(LONG if "--long" in sys.argv[1:] else SHORT))
