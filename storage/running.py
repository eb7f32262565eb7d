"""How units of work are run: where, one at a time or several, and what waits for the database.

On SQLite they run where they are called, in the event loop's own thread. There is one writer, so
whoever has to wait would wait for it anyway; and a thread beside the loop's is no help, since the
driver lets go of Python's lock at every statement and the two then wrest it from each other. A
Slack command cost 1.4 to 1.7 ms of CPU this way, 2.2 to 2.6 ms with units of work in a thread, and
2.5 ms with only their commits in one (16 at once, two runs of each, by turns).

PostgreSQL, whose answers come over a network, gets a worker thread for each pooled connection.
"""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import random
from typing import Protocol, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from storage.races import may_be_lost

Result = TypeVar("Result")
Work = Callable[[Connection], Result]

TRIES = 12
"""How often a unit of work is tried while others come first: all threads of two processes may."""
FIRST_WAIT, LONGEST_WAIT = 0.005, 0.2
"""Seconds before a unit of work that lost a race begins again; a random part of it is waited."""
POSTGRES_WORKERS = 8


class Runner(Protocol):
    """Runs work in a transaction: committed when it returns, rolled back when it raises."""

    async def run(self, work: Work[Result]) -> Result:
        """Run work and return its result."""
        ...

    def close(self) -> None:
        """Let running work end, and give its connections back."""
        ...


def runner_for(engine: Engine) -> Runner:
    """Return what runs work on an engine's kind of database."""
    return InTheLoop(engine) if engine.dialect.name == "sqlite" else InThreads(engine)


class InTheLoop:
    """One unit of work after the other, on the only connection."""

    def __init__(self, engine: Engine) -> None:
        self._connection = engine.connect()

    async def run(self, work: Work[Result]) -> Result:
        """Run work at once."""
        try:
            with self._connection.begin():
                result = work(self._connection)
        except BaseException:
            # SQLite leaves open what it refuses to commit, and SQLAlchemy takes it for ended.
            self._connection.connection.rollback()
            raise
        await asyncio.sleep(0)  # nothing above waits: one unit after another would keep others out
        return result

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


class InThreads:
    """Several at once, each on a connection of its own; whoever loses a race begins again."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(POSTGRES_WORKERS, "store")

    async def run(self, work: Work[Result]) -> Result:
        """Run work in a thread, again after a lost race."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._tried, work)

    def close(self) -> None:
        """Let running work end."""
        self._threads.shutdown(wait=True)

    def _tried(self, work: Work[Result]) -> Result:
        for tries in range(1, TRIES + 1):
            try:
                with self._engine.begin() as connection:
                    return work(connection)
            except DBAPIError as error:
                if tries == TRIES or not may_be_lost(error):
                    raise
                _step_back(tries)
        raise AssertionError  # unreachable: the last try returns or raises


def _step_back(tries: int) -> None:
    """Wait a random while, longer each time, so that those who met do not meet again."""
    longest = min(LONGEST_WAIT, FIRST_WAIT * 2**tries)
    time.sleep(longest * random())  # noqa: S311  chance to part two threads, not secrecy
