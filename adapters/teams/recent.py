"""Answers of the last minute: Teams tells an activity again when it takes us for slow."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar

from adapters.teams.limits import ANSWERS_KEPT, ANSWERS_LAST
from bot.ports import Clock

T = TypeVar("T")


class Recent:
    """Gives one answer to all who ask under one key, also while it is still being made.

    Without it the second asking would be told, truly but unhelpfully, that it was taken already;
    the store sees to that where the first answer was another process's or is older.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._made: OrderedDict[str, tuple[datetime, asyncio.Task[object]]] = OrderedDict()

    async def once(self, key: str, make: Callable[[], Awaitable[T]]) -> T:
        """Return what was or is being made under a key, or make it now; a failure is not kept."""
        now = self._clock.now()
        while self._made:
            oldest, (since, _) = next(iter(self._made.items()))
            if now - since < ANSWERS_LAST and len(self._made) < ANSWERS_KEPT:
                break
            del self._made[oldest]
        if key in self._made:
            return await asyncio.shield(self._made[key][1])  # type: ignore[arg-type]  made by T
        task: asyncio.Task[T] = asyncio.ensure_future(make())  # type: ignore[assignment]
        self._made[key] = (now, task)  # type: ignore[assignment]  kept by key, whatever it gives
        try:
            return await asyncio.shield(task)
        except Exception:
            self._made.pop(key, None)
            raise
