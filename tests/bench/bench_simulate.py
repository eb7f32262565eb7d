"""Measures how the cost of a dress rehearsal grows with the number of people.

    python -m tests.bench.bench_simulate [--large] [weeks]

200 and 2,000 people for twelve weeks, or as many as are named, with ``--large`` 20,000 as well;
each in its own process, so that its memory is its own. Reported: processor seconds (user and
system, which other work on the machine hardly changes) beside the seconds from start to end, peak
resident memory, turns and deliveries, and processor microseconds for each turn or delivery. A row
is printed as soon as its rehearsal has ended.

Measured for twelve weeks, the test suite beside most of it: 200 people took 10 s of processor, 168
MiB, 2,600 µs each; 2,000 people 63 s, 227 MiB, 2,121 µs; 20,000 people 642 s (795 s by the clock),
756 MiB, 2,313 µs. What one turn costs does not grow.
"""

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass

SIZES, LARGE = (200, 2_000), 20_000
WEEKS, SEED = 12, 7
HEADINGS = ("people", "CPU s", "seconds", "peak MiB", "turns", "deliveries", "CPU µs each")
WIDTH = 12


@dataclass(frozen=True)
class Measured:
    """One rehearsal: processor and wall seconds, peak memory in MiB, and what was done."""

    processor: float
    seconds: float
    peak: float
    turns: int
    deliveries: int


def measure(people: int, weeks: int) -> Measured:
    """Play one rehearsal in a process of its own."""
    command = [sys.executable, "-m", "adapters", "simulate"]
    options = {"--people": people, "--weeks": weeks, "--seed": SEED, "--json": "-"}
    for name, value in options.items():
        command += [name, str(value)]
    used, began = _processor(), time.perf_counter()
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - began
    figures = json.loads(done.stdout)
    # The largest child so far: sizes grow, so it is always the one just ended.
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    used = _processor() - used
    return Measured(used, seconds, peak, figures["turns"], figures["deliveries_total"])


def _processor() -> float:
    """Return the processor seconds of all children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


def main(sizes: tuple[int, ...], weeks: int) -> None:
    """Measure each size and print a row of it."""
    _row(*HEADINGS)
    for size in sizes:
        found = measure(size, weeks)
        each = found.processor / (found.turns + found.deliveries) * 1e6
        _row(
            f"{size:,}",
            f"{found.processor:.1f}",
            f"{found.seconds:.1f}",
            f"{found.peak:.0f}",
            f"{found.turns:,}",
            f"{found.deliveries:,}",
            f"{each:,.0f}",
        )


def _row(*cells: str) -> None:
    print("".join(cell.rjust(WIDTH) for cell in cells), flush=True)  # noqa: T201  a report


if __name__ == "__main__":
    *_, last = ("", *sys.argv)
    main(
        (*SIZES, LARGE) if "--large" in sys.argv else SIZES,
        int(last) if last.isdecimal() else WEEKS,
    )
