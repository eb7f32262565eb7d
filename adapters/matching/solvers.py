"""Where pairing runs are computed: in this process, or in one of their own."""

import asyncio
import multiprocessing
from multiprocessing.connection import Connection

from bot.errors import BotError
from bot.matching import Request, Result, propose
from bot.ports.solver import Progress


class SolverDied(BotError):
    """The process that computed the pairs ended early: perhaps the machine ran out of memory."""


class SolverHere:
    """Computes in this process and holds it up: for small programmes, tests and rehearsals."""

    async def propose(self, request: Request, progress: Progress) -> Result:
        """Return the best pairs."""
        return propose(request, progress=progress)


class SolverApart:
    """Computes each run in a process of its own, which ends with it or when it is cancelled.

    A fresh interpreter each time: it holds no lock, connection or secret of this one, and the
    memory a large run took is given back. Starting it takes about half a second.
    """

    async def propose(self, request: Request, progress: Progress) -> Result:
        """Return the best pairs; ``progress`` is called in this process."""
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=_work, args=(there, request), daemon=True)
        # Starting hands the whole request over, which may be tens of megabytes.
        starting = asyncio.create_task(asyncio.to_thread(process.start))
        try:
            await asyncio.shield(starting)
            there.close()
            return await _listen(here, progress)
        finally:
            # A thread cannot be cancelled: only what has started can be ended.
            await starting
            process.kill()
            await asyncio.to_thread(process.join)
            here.close()


async def _listen(here: Connection, progress: Progress) -> Result:
    while True:
        try:
            told = await asyncio.to_thread(here.recv)
        except EOFError as error:
            raise SolverDied from error
        if isinstance(told, Result):
            return told
        if isinstance(told, BaseException):
            raise told
        progress(*told)


def _work(there: Connection, request: Request) -> None:
    """Run in the other process: send progress as pairs of numbers, then a result or an error."""
    told = -1

    def tell(done: int, total: int) -> None:
        nonlocal told
        percent = 100 * done // max(1, total)
        if percent != told:
            told = percent
            there.send((done, total))

    try:
        there.send(propose(request, progress=tell))
    except BotError as error:
        there.send(error)
