"""Where a question to the matching is answered, so that the bot can go on meanwhile."""

from collections.abc import Callable
from typing import Protocol

from bot.matching import Answer, Question

Progress = Callable[[int, int], None]
"""Told the steps done and the steps in all; the second number may grow on the way."""


class Solver(Protocol):
    """Answers a question somewhere."""

    async def answer(self, question: Question, progress: Progress) -> Answer:
        """Return what ``bot.matching.answer_to`` does, and raise what it raises.

        Cancelling the task that awaits this stops the work.
        """
        ...
