"""What the command ``match`` has done in another process: answers to each kind of question."""

import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path

from adapters.matching.answer import Answer
from adapters.matching.faults import WrongInstance
from adapters.matching.files import check_memory
from adapters.matching.options import Options
from adapters.matching.reading import read_instance
from adapters.matching.synthetic import population
from adapters.matching.work import Job, Told, workers
from bot.matching import Request, propose
from bot.matching.asking.instance import solve_instance
from bot.matching.solver.flow import TooLarge

BYTES_PER_PERSON = 14 << 10
"""What an invented mentee and an invented mentor take together at the peak: 1.24 GiB for 100,000 a
side."""


def job_of(options: Options, request: Request | None) -> Job:
    """Return the job that answers; ``request`` is a programme's, if that was asked."""
    if options.instance:
        return partial(_plain, options)
    if request is None:
        return partial(_synthetic, options)
    return partial(_answer, request, options.seconds)


def _plain(options: Options, told: Told) -> Answer:
    instance = read_instance(Path(options.instance))
    began = time.perf_counter()
    try:
        outcome = solve_instance(instance, told, _after(options.seconds))
    except TooLarge as error:
        raise WrongInstance("match-too-large") from error
    if outcome.missing:
        raise WrongInstance("match-minimum-impossible", count=outcome.missing)
    return Answer.of_outcome(outcome, time.perf_counter() - began)


def _synthetic(options: Options, told: Told) -> Answer:
    check_memory(options.synthetic * BYTES_PER_PERSON)
    request = population(options.synthetic, options.seed, fairness=options.fairness)
    return _answer(request, options.seconds, told)


def _answer(request: Request, limit: float, told: Told) -> Answer:
    # Loading the solver belongs to starting this process, like loading all else.
    import_module("ortools.graph.python.min_cost_flow")
    began, busy = time.perf_counter(), _busy()
    try:
        result = propose(request, progress=told, stop=_after(limit), workers=workers())
    except TooLarge as error:
        raise WrongInstance("match-too-large") from error
    seconds = time.perf_counter() - began
    return Answer.of_result(
        result,
        seconds,
        edges_considered=result.edges,
        peak_mib=round(_peak(), 1),
        rounds=result.rounds,
        cpu_seconds=round(_busy() - busy, 3),
    )


def _after(seconds: float) -> Callable[[], bool]:
    """Return whether so many seconds are over, from now on; 0 are never over."""
    began = time.perf_counter()
    return lambda: 0 < seconds < time.perf_counter() - began


def _busy() -> float:
    """Return the seconds of processor that this process and those it waited for have taken."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in spent)


def _peak() -> float:
    """Return the most memory this process has held, in MiB.

    Linux says it in a file; what getrusage says there counts the process that started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
