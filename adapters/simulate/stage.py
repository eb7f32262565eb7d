"""The stage: moves the clock from one happening to the next, of the product or of the troupe.

What is due is done every few minutes, as by a server that sleeps in between.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from adapters.simulate.house import House, Seats, platforms
from adapters.simulate.observer import Arrivals, WatchedPlatform
from adapters.simulate.population import ORGANISATION
from adapters.simulate.troupe import Troupe, Watchers
from bot.domain.delivery import LIVE_STATES
from bot.ports import ChatPlatform, Work
from bot.runtime.outbox import Outbox
from bot.runtime.schedule import Schedule
from bot.runtime.solving import Solving

TICK = timedelta(minutes=15)
"""How often what is due is done: so seldom that a large company still takes minutes, not hours."""
HOP = timedelta(hours=6)
"""Steps in which the last messages are waited for; shorter than any day's open hours."""


class Stage:
    """Plays a programme with a troupe."""

    def __init__(self, seats: Seats, house: House, troupe: Troupe, watchers: Watchers) -> None:
        self._seats = seats
        self._clock = house.clock
        self._troupe = troupe
        self._store = watchers.store
        self._observer = watchers.observer
        self._arrived: list[Arrivals] = []
        self._schedule = Schedule(self._store, self._clock)
        report = self._store.note_failure
        self._solving = Solving(self._store, self._clock, house.solver, report=report)
        self._outbox = Outbox(self._store, self._clock, self._watched(), owner="rehearsal")
        self._may_wake_at = self._clock.now()

    def _watched(self) -> dict[str, ChatPlatform]:
        return {
            chats.platform.name: WatchedPlatform(
                chats,
                self._clock,
                observer=self._observer,
                people=[person_id for person_id, seat in self._seats.items() if seat is chats],
                arrived=self._arrived,
            )
            for chats in platforms(self._seats)
        }

    async def play(self, until: datetime, passed: Callable[[datetime], None]) -> None:
        """Play up to an instant; ``passed`` is told the clock's instant as it moves on."""
        wake = await self._next_wake()
        while True:
            acts_at = self._troupe.acts_at or until
            if min(wake or until, acts_at) >= until:
                break
            if wake is not None and wake <= acts_at:
                await self._wake_up(wake)
            else:
                await self._troupe.act(min(until, wake or until, _last_tick(acts_at) + TICK))
            passed(self._clock.now())
            await asyncio.sleep(0)  # nothing else waits here, and Ctrl-C has to get its turn
            wake = await self._next_wake()
        self._clock.move_to(until)

    async def deliver(self) -> None:
        """Send whatever is still on its way, with nobody asking or answering anything more."""
        while await self._store.transact(ORGANISATION, _on_its_way):
            self._clock.advance(HOP)
            await self._outbox.run()
            self._hand_round(answering=False)

    async def _next_wake(self) -> datetime | None:
        """Return the next tick at which something is due."""
        due = await self._store.next_due()
        if due is None:
            return None
        tick = _last_tick(due)
        return max(tick if tick == due else tick + TICK, self._may_wake_at)

    async def _wake_up(self, at: datetime) -> None:
        self._clock.move_to(at)
        # What is due and could not be done now (a closed lane) is looked at a tick later.
        self._may_wake_at = at + TICK
        await self._schedule.run()
        await self._solving.run()
        await self._outbox.run()
        self._hand_round()

    def _hand_round(self, *, answering: bool = True) -> None:
        self._troupe.look(self._arrived, answering=answering)
        self._arrived.clear()


def _last_tick(instant: datetime) -> datetime:
    """Return the last multiple of a tick, counted from midnight."""
    midnight = instant.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + (instant - midnight) // TICK * TICK


def _on_its_way(work: Work) -> int:
    counts = work.outbox.counts()
    return sum(counts.get(state.value, 0) for state in LIVE_STATES)
