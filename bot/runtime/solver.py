"""Where a pairing run is computed, so that the bot can go on answering meanwhile."""

from collections.abc import Callable
from typing import Protocol

from bot.matching import Request, Result

Progress = Callable[[int, int], None]
"""Told the steps done and the steps in all; the second number may grow on the way."""


class Solver(Protocol):
    """Computes a pairing run somewhere."""

    async def propose(self, request: Request, progress: Progress) -> Result:
        """Return what ``bot.matching.propose`` answers, and raise what it raises.

        Cancelling the task that awaits this stops the work.
        """
        ...

    async def repair(self, request: Request, progress: Progress) -> Result:
        """Return what ``bot.matching.repair`` answers; else the same."""
        ...
