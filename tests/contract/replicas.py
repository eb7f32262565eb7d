"""Two processes on one database, brought to the same point at the same instant."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any, TypeVar, cast

from bot.ports import Work
from storage.database import SqlStore
from tests.builders import ORGANISATION
from tests.world import TENANT

Result = TypeVar("Result")
PATIENCE = 20
"""Seconds after which the others are not coming any more, and the test fails."""


class Halting:
    """A store as one process sees it: something happens around the first asking of a question.

    ``question`` is named with its repository ("people.all"), or alone where the unit of work itself
    is asked. ``before`` and ``after`` are called once, in the thread of the unit of work, which
    waits.
    """

    def __init__(
        self,
        store: SqlStore,
        question: str,
        *,
        before: Callable[[], object] = lambda: None,
        after: Callable[[], object] = lambda: None,
    ) -> None:
        self._store = store
        self._question = question
        self._around = [(before, after)]
        self.tries = 0

    async def transact(self, organisation_id: str, act: Callable[[Work], Result]) -> Result:
        """Run a unit of work that halts."""

        def halting(work: Work) -> Result:
            self.tries += 1
            return act(cast(Work, _Halts(work, self._question, self._around)))

        return await self._store.transact(organisation_id, halting)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


class _Halts:
    """A unit of work, or one of its repositories, that halts at a question."""

    def __init__(self, work: object, question: str, around: list[Any]) -> None:
        self._work = work
        self._question = question
        self._around = around

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._work, name)
        repository, _, question = self._question.rpartition(".")
        if name == repository:
            return _Halts(found, question, self._around)
        if name != self._question or not self._around:
            return found

        def asked(*args: Any, **values: Any) -> Any:
            before, after = self._around.pop() if self._around else (lambda: None, lambda: None)
            before()
            answer = found(*args, **values)
            after()
            return answer

        return asked


def comes_from(person: str, key: str = "") -> dict[str, str]:
    """Return where an event comes from: somebody's chat, under a key."""
    return {
        "organisation_id": ORGANISATION,
        "key": key or f"accept-{person}",
        "platform": "playground",
        "tenant": TENANT,
        "address": person,
    }


def meeting_point(parties: int = 2) -> Callable[[], object]:
    """Return what several units of work call to go on at the same instant."""
    barrier = threading.Barrier(parties, timeout=PATIENCE)
    return barrier.wait


def meanwhile(happening: Callable[[], Any]) -> Callable[[], object]:
    """Return what a unit of work calls to let something else happen to its end."""
    loop = asyncio.get_running_loop()

    def wait() -> object:
        return asyncio.run_coroutine_threadsafe(happening(), loop).result(PATIENCE)

    return wait
