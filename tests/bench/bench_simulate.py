"""Measures how the cost of a dress rehearsal grows with the number of people.

    python -m tests.bench.bench_simulate [--large]

200 and 2,000 people for twelve weeks, with ``--large`` 20,000 as well; each in its own process, so
that its memory is its own. Reported: seconds from start to end, peak resident memory, turns and
deliveries, and microseconds per turn and delivery together.
"""

import json
import resource
import subprocess
import sys
import time

from rich.console import Console
from rich.table import Table

SIZES, LARGE = (200, 2_000), 20_000
WEEKS, SEED = 12, 7
HEADINGS = ("people", "seconds", "peak MiB", "turns", "deliveries", "µs each")


def measure(people: int) -> tuple[int, float, float, int, int]:
    """Play one rehearsal; return people, seconds, MiB, turns and deliveries."""
    command = [sys.executable, "-m", "adapters", "simulate"]
    options = {"--people": people, "--weeks": WEEKS, "--seed": SEED, "--json": "-"}
    for name, value in options.items():
        command += [name, str(value)]
    began = time.perf_counter()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - began
    figures = json.loads(done.stdout)
    # The largest child so far: sizes grow, so it is always the one just ended.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return people, seconds, peak, figures["turns"], figures["deliveries_total"]


def main(sizes: tuple[int, ...]) -> None:
    """Measure each size and print a table."""
    table = Table(*HEADINGS)
    for size in sizes:
        people, seconds, peak, turns, deliveries = measure(size)
        each = seconds / (turns + deliveries) * 1e6
        table.add_row(
            f"{people:,}",
            f"{seconds:.1f}",
            f"{peak:.0f}",
            f"{turns:,}",
            f"{deliveries:,}",
            f"{each:,.0f}",
        )
    Console().print(table)


if __name__ == "__main__":
    main((*SIZES, LARGE) if "--large" in sys.argv else SIZES)
