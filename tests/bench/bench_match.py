"""Measures the pairing of invented people: score, solve, prove and explain, by size.

    python -m tests.bench.bench_match [--large] [--fairness total|worst|concave]

500, 1,000 and 10,000 people a side, with ``--large`` 100,000 as well; each in a process of its own
that does nothing else. Reported: seconds of the clock and of both processors together, without
inventing the people; the peak of resident memory, with them; pairs, whether it is proven that
nothing is better; then the growth of the processors' seconds as an exponent of the size. At 10,000
a side also what questions after the run take, and how looking through all pairs is shared by two
workers: on two processors with nothing else to do it takes what the original and half of what the
workers take.
"""

import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice, pairwise
from statistics import median
from typing import Any

import numpy as np
from rich import table as rich_table
from rich.console import Console

from adapters.matching.synthetic import population
from bot.matching import Pair, Request, pair_score, price, propose, repair
from bot.matching.asking.locks import settle_locks
from bot.matching.asking.problem import problem_of
from bot.matching.model.matrix import ScoreMatrix
from bot.matching.model.table import Table
from bot.matching.solver.edges import Open
from bot.matching.solver.generation import EACH, MARGIN, solve
from bot.matching.solver.pool import Wanted
from bot.matching.solver.pricing import Search

SIZES, LARGE = (500, 1_000, 10_000), 100_000
SEED = 1
OVERRIDES, FEW = 20, 5
"""How many overrides are priced, and tried as a run tries them."""
HEADINGS = ("a side", "seconds", "CPU", "peak MiB", "pairs", "total", "rounds", "proven")


def measure(size: int, fairness: str) -> dict[str, Any]:
    """Match so many people; return the answer of the command."""
    command = [sys.executable, "-m", "adapters", "match", "--json", "-"]
    options = {"--synthetic": size, "--seed": SEED, "--fairness": fairness}
    for name, value in options.items():
        command += [name, str(value)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def afterwards(size: int) -> dict[str, list[float]]:
    """Return the seconds of processor that questions after a run take, each asked a few times."""
    asked = population(size, SEED, fairness="total")
    result = propose(asked)
    pairs = [(pair.mentor_id, pair.mentee_id) for pair in result.pairs]
    changed = replace(asked, forbidden=frozenset(pairs[::100]), kept=frozenset(pairs))
    apart = pairs[:: len(pairs) // OVERRIDES][:OVERRIDES]
    together = list(islice(_possible(asked, pairs), OVERRIDES))
    trials = [replace(asked, forbidden=frozenset({two}), kept=frozenset(pairs)) for two in apart]
    questions: dict[str, list[Callable[[], object]]] = {
        "repair after 1 % declines, with nothing at hand": [lambda: repair(changed)],
        "the same after the run": [lambda: repair(changed, before=result)],
        "price of keeping two apart": [partial(price, asked, result, forbid=two) for two in apart],
        "price of two together": [partial(price, asked, result, lock=two) for two in together],
        "trial of keeping two apart": [
            partial(propose, trial, before=result) for trial in trials[:FEW]
        ],
    }
    return {name: [_busy(ask) for ask in asks] for name, asks in questions.items()}


def _possible(asked: Request, pairs: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield pairs that were not chosen, and break no rule."""
    for (mentor_id, _), (_, mentee_id) in pairwise(pairs[::7]):
        if isinstance(pair_score(asked, mentor_id, mentee_id), Pair):
            yield mentor_id, mentee_id


def _busy(ask: Callable[[], object]) -> float:
    began = time.process_time()
    ask()
    return time.process_time() - began


def shared(size: int) -> Iterator[tuple[int, float, float, float]]:
    """Yield, by workers, the seconds of looking through all pairs: clock, original, workers."""
    asked = population(size, SEED, fairness="total")
    table = Table(asked)
    problem = problem_of(table, settle_locks(asked, table), kept=table.cells(()))
    best = solve(problem, _silent, lambda: False)
    wanted = Wanted(
        prices=best.prices,
        worth=problem.worth,
        pair=best.bonus.pair,
        known=np.sort(best.cells),
        margin=problem.worth.largest // MARGIN,
        each=EACH,
    )
    room = Open(problem.demand.rows > 0, problem.demand.columns > 0)
    for workers in (1, 2):
        search, clock, before = (
            Search(ScoreMatrix(table), room, workers),
            time.perf_counter(),
            _own(),
        )
        search.through(wanted, _silent, lambda: False)
        own, others = (now - then for now, then in zip(_own(), before, strict=True))
        yield workers, time.perf_counter() - clock, own, others


def _own() -> tuple[float, float]:
    """Return the seconds of processor of this process and of those it waited for."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, others = (each.ru_utime + each.ru_stime for each in map(resource.getrusage, who))
    return own, others


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def main(sizes: tuple[int, ...], fairness: str) -> None:
    """Measure each size and print a table."""
    console, table = Console(), rich_table.Table(*HEADINGS)
    busy = {}
    for size in sizes:
        answer = measure(size, fairness)
        busy[size] = answer["cpu_seconds"]
        table.add_row(
            f"{size:,}",
            f"{answer['seconds']:.2f}",
            f"{answer['cpu_seconds']:.2f}",
            f"{answer['peak_mib']:.0f}",
            f"{len(answer['pairs']):,}",
            f"{answer['total_score']:,}",
            f"{answer['rounds']}",
            "yes" if answer["certified"] else "no",
        )
    console.print(table)
    low, high = sizes[1], sizes[-1]
    exponent = math.log(busy[high] / busy[low]) / math.log(high / low)
    console.print(f"growth from {low:,} to {high:,}: exponent {exponent:.2f}", highlight=False)
    for name, seconds in afterwards(SIZES[-1]).items():
        middle, longest = median(seconds), max(seconds)
        console.print(
            f"{name}: {middle:.2f} s of processor, longest {longest:.2f} of {len(seconds)}",
            highlight=False,
        )
    for workers, clock, own, others in shared(SIZES[-1]):
        console.print(
            f"looked through by {workers}: {clock:.2f} s; processor {own:.2f} + {others:.2f} s",
            highlight=False,
        )


if __name__ == "__main__":
    chosen = sys.argv[sys.argv.index("--fairness") + 1] if "--fairness" in sys.argv else "total"
    main((*SIZES, LARGE) if "--large" in sys.argv else SIZES, chosen)
