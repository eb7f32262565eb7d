"""The other process: ``python -m adapters.matching.work`` does one job and says how far it is.

It reads a pickled job from standard input and writes messages to standard output, each a length of
eight bytes and a pickle: ("step", (done, total)) any number of times, then ("done", result) or
("failed", error). Only the bot itself starts it, and talks to it through pipes of its own.
"""

import gc
import os
import pickle
import sys
from collections.abc import Callable
from typing import Any

from bot.errors import BotError

LENGTH = 8
MOST_WORKERS = 4
"""The rest of the machine belongs to those who use the bot meanwhile."""

Told = Callable[[int, int], None]
Job = Callable[[Told], Any]


def workers() -> int:
    """Return how many processes may look through pairs beside one another."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(MOST_WORKERS, allowed or 1)


def message(kind: str, content: object) -> bytes:
    """Return a message as it travels."""
    body = pickle.dumps((kind, content))
    return len(body).to_bytes(LENGTH, "big") + body


def main() -> None:
    """Do the job."""
    # Nothing here multiplies matrices: the threads numpy would start for it only take memory.
    os.putenv("OPENBLAS_NUM_THREADS", "1")
    # One job and the process ends: looking for circles among its objects would only cost time.
    gc.disable()
    out = sys.stdout.buffer
    # Whatever else may print must not end up among the messages.
    sys.stdout = sys.stderr
    job: Job = pickle.load(sys.stdin.buffer)  # noqa: S301  written by our own parent process
    percent = -1

    def tell(done: int, total: int) -> None:
        nonlocal percent
        if 100 * done // max(1, total) != percent:
            percent = 100 * done // max(1, total)
            out.write(message("step", (done, total)))
            out.flush()

    try:
        answer = message("done", job(tell))
    except BotError as error:
        answer = message("failed", error)
    out.write(answer)
    out.flush()


if __name__ == "__main__":
    main()
