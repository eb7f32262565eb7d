"""Blocks of work done beside one another, by copies of this process.

Threads gain next to nothing here: most steps are short, and between them only one thread may run.
A copy (fork) sees all arrays as they are at that moment, in the same memory, so that nothing has to
be sent to it; it takes numbers of blocks out of one pipe and writes what it finds into another.
Whoever asks for more than one worker must have a process of its own without other threads.
"""

import os
import pickle
import select
import signal
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

Found = TypeVar("Found")

NUMBER, LENGTH = 4, 8
"""Bytes of a block's number, and of the length before what was found."""
MOST_BLOCKS = 10_000
"""So many numbers fit into a pipe of 64 KiB at once, which is what Linux gives it (man 7 pipe)."""
READ = 1 << 20


def beside(work: Callable[[int], Found], blocks: int, workers: int) -> Iterator[Found]:
    """Yield what ``work`` returns for each number below ``blocks``, in any order."""
    if min(workers, blocks) < 2 or blocks > MOST_BLOCKS or not hasattr(os, "fork"):  # noqa: PLR2004
        yield from map(work, range(blocks))
        return
    numbers, give = os.pipe()
    os.write(give, b"".join(block.to_bytes(NUMBER, "big") for block in range(blocks)))
    os.close(give)
    copies: dict[int, int] = {}
    try:
        for _ in range(min(workers, blocks)):
            out, into = os.pipe()
            process = os.fork()
            if not process:
                # Whoever holds the reading end of a pipe keeps its writer alive, and waiting.
                for reading in (out, *copies):
                    os.close(reading)
                _work(work, numbers, into)
            os.close(into)
            copies[out] = process
        found = 0
        for each in _collected(list(copies)):
            found += 1
            yield each
        if found < blocks:
            raise ChildProcessError("a copy that looked through pairs ended early")
    finally:
        os.close(numbers)
        for out, process in copies.items():
            os.close(out)
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _work(work: Callable[[int], Any], numbers: int, into: int) -> None:
    """Be a copy: do blocks as long as there are any, and end without touching anything else."""
    failed = 1
    try:
        with os.fdopen(into, "wb") as file:
            while number := os.read(numbers, NUMBER):
                body = pickle.dumps(work(int.from_bytes(number, "big")), pickle.HIGHEST_PROTOCOL)
                file.write(len(body).to_bytes(LENGTH, "big") + body)
                file.flush()
        failed = 0
    finally:
        # No clean-up of what belongs to the original, nor its waiting for threads it does not have.
        os._exit(failed)


def _collected(pipes: list[int]) -> Iterator[Any]:
    """Yield what copies write until all have ended."""
    pending = {out: bytearray() for out in pipes}
    while pending:
        for out in select.select(list(pending), [], [])[0]:
            read, buffer = os.read(out, READ), pending[out]
            buffer += read
            while (end := LENGTH + int.from_bytes(buffer[:LENGTH], "big")) <= len(buffer):
                yield pickle.loads(bytes(buffer[LENGTH:end]))  # noqa: S301  written by a copy of us
                del buffer[:end]
            if not read:
                del pending[out]
