"""The wake-up: APScheduler ticks, and everything due is found in the store."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

TICK_SECONDS = 1.0

log = structlog.get_logger()


class Timers:
    """Calls a coroutine every second; a long tick delays the next one and never doubles it."""

    def __init__(self, run_due: Callable[[], Awaitable[object]]) -> None:
        self._run_due = run_due
        self._ticking = asyncio.Lock()
        # The store holds what is due, so a late or merged tick loses nothing.
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._scheduler.add_job(self._tick, "interval", seconds=TICK_SECONDS)

    def start(self) -> None:
        """Begin to tick on the running loop."""
        self._scheduler.start()

    async def stop(self) -> None:
        """Stop ticking, once the tick under way has come to its end."""
        self._scheduler.pause()
        async with self._ticking:
            self._scheduler.shutdown(wait=False)

    async def _tick(self) -> None:
        async with self._ticking:
            try:
                await self._run_due()
            except Exception:
                # What failed was rolled back and stays due; the next tick tries again.
                log.exception("tick.failed")
