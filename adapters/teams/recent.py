"""Answers of the last minute: Teams tells an activity again when it takes us for slow."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any, Generic, TypeVar

from adapters.teams.limits import ANSWERS_KEPT, ANSWERS_LAST
from bot.ports import Clock

T = TypeVar("T")


class Recent(Generic[T]):
    """Gives one answer to all who ask under one key, also while it is still being made.

    Without it the second asking would be told, truly but unhelpfully, that it was taken already;
    the store sees to that where the first answer was another process's or is older.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._made: OrderedDict[str, tuple[datetime, asyncio.Task[T]]] = OrderedDict()

    async def once(self, key: str, make: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Return what was or is being made under a key, or make it now; a failure is not kept."""
        self._forget_old()
        if key not in self._made:
            self._made[key] = (self._clock.now(), asyncio.create_task(make()))
        task = self._made[key][1]
        try:
            return await asyncio.shield(task)
        except Exception:
            self._made.pop(key, None)
            raise

    def _forget_old(self) -> None:
        now = self._clock.now()
        while self._made:
            key, (since, _) = next(iter(self._made.items()))
            if now - since < ANSWERS_LAST and len(self._made) < ANSWERS_KEPT:
                return
            del self._made[key]
