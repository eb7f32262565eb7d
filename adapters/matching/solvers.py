"""Where pairing runs are computed: in this process, or in one of their own."""

from functools import partial
from typing import cast

from adapters.matching.apart import apart
from adapters.matching.work import Told, workers
from bot.matching import Answer, Question, answer_to
from bot.runtime.solver import Progress


class SolverHere:
    """Computes in this process and holds it up: for small programmes, tests and rehearsals."""

    async def answer(self, question: Question, progress: Progress) -> Answer:
        """Answer a question."""
        return answer_to(question, progress=progress)


class SolverApart:
    """Computes each run in a process of its own, so that this one goes on answering.

    A trial begins there where the pairs as things stand ended; what that was ends with the process.
    """

    async def answer(self, question: Question, progress: Progress) -> Answer:
        """Answer a question; ``progress`` is called in this process."""
        return cast("Answer", await apart(partial(_answer, question), progress))


def _answer(question: Question, told: Told) -> Answer:
    return answer_to(question, progress=told, workers=workers())
