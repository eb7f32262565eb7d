"""Where pairing runs are computed: in this process, or in one of their own."""

from functools import partial
from typing import cast

from adapters.matching.apart import apart
from adapters.matching.work import Told, workers
from bot.matching import Request, Result, propose, repair
from bot.runtime.solver import Progress


class SolverHere:
    """Computes in this process and holds it up: for small programmes, tests and rehearsals."""

    async def propose(self, request: Request, progress: Progress) -> Result:
        """Return the best pairs."""
        return propose(request, progress=progress)

    async def repair(self, request: Request, progress: Progress) -> Result:
        """Return pairs that change few of the kept ones."""
        return repair(request, progress=progress)


class SolverApart:
    """Computes each run in a process of its own, so that this one goes on answering."""

    async def propose(self, request: Request, progress: Progress) -> Result:
        """Return the best pairs; ``progress`` is called in this process."""
        return cast("Result", await apart(partial(_propose, request), progress))

    async def repair(self, request: Request, progress: Progress) -> Result:
        """Return pairs that change few of the kept ones; ``progress`` as above."""
        return cast("Result", await apart(partial(_repair, request), progress))


def _propose(request: Request, told: Told) -> Result:
    return propose(request, progress=told, workers=workers())


def _repair(request: Request, told: Told) -> Result:
    return repair(request, progress=told)
