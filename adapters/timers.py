"""The wake-up: APScheduler ticks, and everything due is found in the store."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

TICK_SECONDS = 1.0
DAILY_HOUR = 8
"""In UTC: past midnight on both coasts."""

log = structlog.get_logger()


class Timers:
    """Calls a coroutine every second; a long tick delays the next one and never doubles it.

    ``daily`` is called at the start and then once a day, at night in the Americas. ``apart`` is
    called every second as well, beside it, because it may take minutes.
    """

    def __init__(
        self,
        run_due: Callable[[], Awaitable[object]],
        *,
        daily: Callable[[], Awaitable[object]] | None = None,
        apart: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        self._run_due = run_due
        self._ticking = asyncio.Lock()
        # The store holds what is due, so a late or merged tick loses nothing.
        self._scheduler = AsyncIOScheduler(
            timezone=UTC,
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )
        self._scheduler.add_job(self._tick, "interval", seconds=TICK_SECONDS)
        if apart is not None:
            self._apart = apart
            self._scheduler.add_job(self._work_apart, "interval", seconds=TICK_SECONDS)
        if daily is not None:
            self._daily = daily
            self._scheduler.add_job(self._once_a_day, "date")
            self._scheduler.add_job(self._once_a_day, "cron", hour=DAILY_HOUR)

    def start(self) -> None:
        """Begin to tick on the running loop."""
        self._scheduler.start()

    async def stop(self) -> None:
        """Stop ticking, once the tick under way has come to its end."""
        self._scheduler.pause()
        async with self._ticking:
            self._scheduler.shutdown(wait=False)

    async def _once_a_day(self) -> None:
        try:
            await self._daily()
        except Exception as error:  # noqa: BLE001  a platform that is down must not end the clock
            # Never what an error says: its words may hold a name, a text or a token.
            log.error("daily.failed", error=type(error).__name__)  # noqa: TRY400

    async def _work_apart(self) -> None:
        try:
            await self._apart()
        except Exception as error:  # noqa: BLE001  it is tried again; the clock must go on
            log.error("apart.failed", error=type(error).__name__)  # noqa: TRY400

    async def _tick(self) -> None:
        async with self._ticking:
            try:
                await self._run_due()
            except Exception as error:  # noqa: BLE001  rolled back and still due: tried again next time
                log.error("tick.failed", error=type(error).__name__)  # noqa: TRY400
