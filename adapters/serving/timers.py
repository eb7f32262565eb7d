"""The wake-up: APScheduler calls what looks for work, and everything due is found in the store."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

TICK = timedelta(seconds=1)
DAILY_HOUR = 8
"""In UTC: past midnight on both coasts."""

Work = Callable[[], Awaitable[timedelta | None]]
"""Does what is due; returns when to be called again, where a tick later is too late."""

log = structlog.get_logger()


# The library has no types, so its classes are unknown to the type checker.
class After(BaseTrigger):  # type: ignore[misc]
    """Fires once, so long after it was planned by the scheduler's own clock."""

    def __init__(self, wait: timedelta) -> None:
        self._wait = wait

    def get_next_fire_time(
        self, previous_fire_time: datetime | None, now: datetime
    ) -> datetime | None:
        """Return the one instant, and none after it."""
        return now + self._wait if previous_fire_time is None else None


class Timers:
    """Calls each work at once, then always a tick after its last call ended, or sooner if it asks.

    So a long call delays the next one of its own work, never doubles it, and holds up no other.
    ``daily`` is called at the start and then once a day, at night in the Americas. ``apart`` is
    called as a work is. Neither is waited for at the end, because both may take minutes.
    """

    def __init__(
        self,
        works: Sequence[Work],
        *,
        daily: Work | None = None,
        apart: Work | None = None,
    ) -> None:
        self._works = works
        self._daily = daily
        self._apart = apart
        self._under_way: set[asyncio.Task[object]] = set()
        # The store holds what is due, so a late call loses nothing.
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None})

    def start(self) -> None:
        """Begin to call on the running loop."""
        for work in self._works:
            self._scheduler.add_job(self._go_on, args=[work])
        if self._apart is not None:
            self._scheduler.add_job(self._go_on, args=[self._apart])
        if self._daily is not None:
            self._scheduler.add_job(_call, args=["daily.failed", self._daily])
            daily = {"args": ["daily.failed", self._daily], "hour": DAILY_HOUR}
            self._scheduler.add_job(_call, "cron", **daily)
        self._scheduler.start()

    async def stop(self) -> None:
        """Stop calling, once the works under way have come to their end."""
        self._scheduler.pause()
        while self._under_way:
            await asyncio.wait(self._under_way)
        self._scheduler.shutdown(wait=False)

    async def _go_on(self, work: Work) -> None:
        """Call a work, then plan its next call: there is never more than one."""
        call = asyncio.current_task()
        if call is not None and work is not self._apart:
            self._under_way.add(call)
        try:
            again_in = await _call("tick.failed", work)
        finally:
            if call is not None:
                self._under_way.discard(call)
        wait = TICK if again_in is None else min(TICK, again_in)
        self._scheduler.add_job(self._go_on, After(wait), args=[work])


async def _call(event: str, work: Work) -> timedelta | None:
    """Call a work; if it fails, what was due still is, and the clock goes on."""
    try:
        return await work()
    except Exception as error:  # noqa: BLE001  a platform that is down must not end the clock
        # Never what an error says: its words may hold a name, a text or a token.
        log.error(event, error=type(error).__name__)  # noqa: TRY400
    return None
