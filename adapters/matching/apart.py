"""Does a job in a process of its own, which ends with it or when it is cancelled."""

import asyncio
import contextlib
import pickle
import sys
from typing import Any

from adapters.matching.work import LENGTH, Job, Told
from bot.errors import BotError


class SolverDied(BotError):
    """The process that computed the pairs ended early: perhaps the machine ran out of memory."""


async def apart(job: Job, told: Told) -> Any:
    """Return what a picklable job returns, and raise the BotError it raises.

    ``told`` is called in this process. The other one is a fresh interpreter that loads no more than
    the job needs: it holds no lock, connection or secret of this one, and gives all memory back.
    Cancelling the task that awaits this ends it.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "adapters.matching.work",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        return await _talk(process, pickle.dumps(job), told)
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        raise SolverDied from error
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def _talk(process: asyncio.subprocess.Process, job: bytes, told: Told) -> Any:
    if process.stdin is None or process.stdout is None:
        raise SolverDied
    process.stdin.write(job)
    await process.stdin.drain()
    process.stdin.close()
    while True:
        length = int.from_bytes(await process.stdout.readexactly(LENGTH), "big")
        body = await process.stdout.readexactly(length)
        kind, content = pickle.loads(body)  # noqa: S301  written by our own child process
        if kind == "done":
            return content
        if kind == "failed":
            raise content
        told(*content)
