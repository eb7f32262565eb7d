"""Measures the pairing of invented people: score, solve, prove and explain, by size.

    python -m tests.bench.bench_match [--large] [--fairness total|worst|concave]

500, 1,000 and 10,000 people a side, with ``--large`` 100,000 as well; each in a process of its own
that does nothing else. Reported: seconds of the clock and of both processors together, without
inventing the people; the peak of resident memory, with them; pairs, whether it is proven that
nothing is better; then the growth of the processors' seconds as an exponent of the size, and what
repairs after declines and the price of an override take at 10,000 a side.
"""

import json
import math
import subprocess
import sys
import time
from dataclasses import replace
from typing import Any

from rich.console import Console
from rich.table import Table

from adapters.matching.synthetic import population
from bot.matching import price, propose, repair

SIZES, LARGE = (500, 1_000, 10_000), 100_000
SEED = 1
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


def afterwards(size: int) -> dict[str, float]:
    """Return the seconds of processor that questions after a run take."""
    asked = population(size, SEED, fairness="total")
    result = propose(asked)
    pairs = [(pair.mentor_id, pair.mentee_id) for pair in result.pairs]
    changed = replace(asked, forbidden=frozenset(pairs[::100]), kept=frozenset(pairs))
    questions = {
        "repair after 1 % declines, with nothing at hand": lambda: repair(changed),
        "the same after the run": lambda: repair(changed, before=result),
        "price of keeping two apart": lambda: price(asked, result, forbid=pairs[size // 2]),
    }
    took = {}
    for name, ask in questions.items():
        busy = time.process_time()
        ask()
        took[name] = time.process_time() - busy
    return took


def main(sizes: tuple[int, ...], fairness: str) -> None:
    """Measure each size and print a table."""
    console, table = Console(), Table(*HEADINGS)
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
        console.print(f"{name}: {seconds:.2f} s of processor", highlight=False)


if __name__ == "__main__":
    chosen = sys.argv[sys.argv.index("--fairness") + 1] if "--fairness" in sys.argv else "total"
    main((*SIZES, LARGE) if "--large" in sys.argv else SIZES, chosen)
