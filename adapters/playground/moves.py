"""Moving the clock: through every due instant on the way, in steps the page can watch and stop."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from adapters.playground.broadcast import Broadcast
from adapters.playground.limits import SEARCH
from adapters.playground.send import PlaygroundPlatform
from bot.ports import Clock, Store

SPANS = {"day": timedelta(days=1), "week": timedelta(weeks=1)}
NEXT = "next"
NUDGE, LONGEST_NUDGE = timedelta(seconds=1), timedelta(hours=1)
"""Step taken when something is still due after all due was done (a closed lane, for instance).

It doubles while that lasts, so that nothing that stays due for ever holds the clock.
"""

RunDue = Callable[[], Awaitable[object]]
Work = Callable[[], Coroutine[Any, Any, None]]


class Movable(Clock, Protocol):
    """A clock that goes where it is told."""

    def move_to(self, instant: datetime) -> None:
        """Move forward to an instant; an earlier one changes nothing."""
        ...


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Where the clock stands; ``running`` names what is under way: a move, or anything else long.

    ``version`` grows, so that an older answer never covers a newer one. ``done`` is how much of the
    action is done (0 to 1, None: nobody can say), ``arrived`` how many messages came since it
    began; ``failed`` is whether the last one broke off.
    """

    version: int
    now: datetime
    running: str = ""
    done: float | None = None
    arrived: int = 0
    failed: bool = False


class Moves:
    """The one thing that runs what is due and moves the clock; one long action at a time."""

    def __init__(
        self, clock: Movable, store: Store, platform: PlaygroundPlatform, *, run_due: RunDue
    ) -> None:
        self.changes = Broadcast()
        self._clock, self._store, self._platform = clock, store, platform
        self._run_due = run_due
        self._one_run = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None
        self._stopping = False
        self._state: dict[str, Any] = {}
        self._version = 0

    def progress(self) -> Progress:
        """Return where the clock stands."""
        return Progress(version=self._version, now=self._clock.now(), **self._state)

    async def run_due(self) -> None:
        """Do and send what is due now, and tell all pages."""
        async with self._one_run:
            await self._run_due()
        self._tell()

    def start(self, name: str, work: Work) -> bool:
        """Begin a long action in the background; False while another one is under way."""
        if self._task and not self._task.done():
            return False
        self._stopping = False
        self._state = {"running": name}
        self._task = asyncio.create_task(self._watched(work))
        self._tell()
        return True

    def move(self, to: str) -> bool:
        """Begin a move: to the "next" prompt, by a "day", by a "week"."""
        return self.start(to, self._to_next if to == NEXT else lambda: self._by(SPANS[to]))

    @property
    def stopping(self) -> bool:
        """Whether the page asked to stop; a long action looks here between its steps."""
        return self._stopping

    def note(self, done: float) -> bool:
        """Note how much of a long action is done (0 to 1); whether all of it is."""
        self._state["done"] = done
        return done >= 1

    def stop(self) -> None:
        """Ask what is under way to end after its present step."""
        self._stopping = True

    async def finished(self) -> None:
        """Wait until nothing is under way."""
        if self._task:
            await asyncio.wait([self._task])

    async def close(self) -> None:
        """Break off what is under way, and stop telling."""
        self.changes.close()
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await self._task

    def _tell(self) -> None:
        self._version += 1
        self.changes.tell(self.progress())

    async def _watched(self, work: Work) -> None:
        sent = self._platform.sent
        failed = True
        try:
            await work()
            failed = False
        finally:
            self._state = {"failed": failed, "arrived": self._platform.sent - sent}
            self._platform.keep_clock()
            self._tell()

    async def _by(self, span: timedelta) -> None:
        began, target = self._clock.now(), self._clock.now() + span
        await self._through(target, enough=lambda: self.note((self._clock.now() - began) / span))
        if not self._stopping:
            self._clock.move_to(target)
            await self.run_due()

    async def _to_next(self) -> None:
        """Go on until a message arrives; stand still where none is in sight."""
        sent = self._platform.sent
        await self._through(self._clock.now() + SEARCH, enough=lambda: self._platform.sent > sent)

    async def _through(self, target: datetime, *, enough: Callable[[], bool]) -> None:
        """Do what is due at each instant up to the target."""
        sent, nudge = self._platform.sent, NUDGE
        await self.run_due()
        while not (self._stopping or enough()):
            due, now = await self._store.next_due(), self._clock.now()
            if due is None or due > target or now >= target:
                return
            nudge = NUDGE if due > now else min(2 * nudge, LONGEST_NUDGE)
            self._clock.move_to(min(target, max(due, now + nudge)))
            self._state["arrived"] = self._platform.sent - sent
            await self.run_due()
