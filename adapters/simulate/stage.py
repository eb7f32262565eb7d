"""The stage: moves the clock from one happening to the next, and lets people act in between.

What is due is done every few minutes, as by a server that sleeps in between; what people do happens
at its own instant. The order is that of the clock, then of planning, and depends on nothing else.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import chain, count

from adapters.simulate.house import House, Seats, platforms
from adapters.simulate.observer import Arrivals, Observer, WatchedPlatform
from adapters.simulate.personas import Persona
from adapters.simulate.population import ORGANISATION
from adapters.simulate.seen import Errand, Gesture, Plan, Seen, Sitting
from adapters.simulate.transcript import Transcript
from adapters.simulate.watch import WatchedStore
from bot import calendar
from bot.domain.delivery import LIVE_STATES
from bot.ports import ChatPlatform, Records
from bot.runtime.outbox import Outbox
from bot.runtime.schedule import Schedule
from bot.runtime.solving import Solving

TICK = timedelta(minutes=15)
"""How often what is due is done: so seldom that a large company still takes minutes, not hours."""
HOP = timedelta(hours=6)
"""Steps in which the last messages are waited for; shorter than any day's open hours."""
TOLD_TWICE = 50
"""Every so many gestures the platform tells one a second time, as real ones do."""


@dataclass(frozen=True, kw_only=True)
class Watchers:
    """Who looks on: the watched store, the observer, and the transcripts kept by person."""

    store: WatchedStore
    observer: Observer
    transcripts: Mapping[str, Transcript]


class Stage:
    """Plays a programme; ``cast`` maps people's ids to those who answer for them."""

    def __init__(
        self,
        seats: Seats,
        house: House,
        cast: Mapping[str, Persona],
        watchers: Watchers,
    ) -> None:
        self._seats = seats
        self._clock = house.clock
        self._cast = cast
        self._store = watchers.store
        self._observer = watchers.observer
        self._transcripts = watchers.transcripts
        self._arrived: list[Arrivals] = []
        self._schedule = Schedule(self._store, self._clock)
        self._solving = Solving(self._store, self._clock, house.solver)
        self._outbox = Outbox(self._store, self._clock, self._watched(), owner="rehearsal")
        self._plans: list[Plan] = []
        self._numbers = count()
        self._newest: dict[str, Seen] = {}
        self._gestures = 0
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

    def plan(self, at: datetime, person_id: str, doing: Sitting | Errand | Gesture) -> None:
        """Have somebody do something at an instant."""
        heappush(self._plans, Plan(at, next(self._numbers), person_id, doing))

    async def play(self, until: datetime, passed: Callable[[datetime], None]) -> None:
        """Play up to an instant; ``passed`` is told the clock's instant as it moves on."""
        wake = await self._next_wake()
        while True:
            acts_at = self._plans[0].at if self._plans else until
            if min(wake or until, acts_at) >= until:
                break
            if wake is not None and wake <= acts_at:
                await self._wake_up(wake)
            else:
                await self._act(min(until, wake or until, _last_tick(acts_at) + TICK))
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
        """Let people look at what arrived, each in their own time."""
        now = self._clock.now()
        for person_id, seen in chain.from_iterable(self._arrived):
            self._newest[person_id] = seen
            self._write(person_id, seen)
            at = self._cast[person_id].notices(seen, now)
            if answering and at is not None:
                self.plan(at, person_id, Sitting(seen))
        self._arrived.clear()
        for pairing in self._store.newly_begun():
            for person_id in (pairing.mentor_id, pairing.mentee_id):
                for at, errand in self._cast[person_id].errands(now):
                    self.plan(at, person_id, errand)

    async def _act(self, until: datetime) -> None:
        """Let everybody do what they planned to do before an instant."""
        while self._plans and self._plans[0].at < until:
            plan = heappop(self._plans)
            self._clock.move_to(plan.at)
            await self._do(plan.person_id, plan.doing)

    async def _do(self, person_id: str, doing: Sitting | Errand | Gesture) -> None:
        now = self._clock.now()
        persona = self._cast[person_id]
        if isinstance(doing, Gesture):
            again = await self._tell(person_id, doing, Seen())
            if again is not None:
                self._write(person_id, again)
            return
        if isinstance(doing, Errand):
            today = calendar.local_date(now, persona.person.zone)
            gesture: Gesture | None = persona.begins(doing, today)
            sitting = Sitting(Seen(), errand=doing, wishes=list(doing.wishes))
        else:
            sitting = doing
            newest = self._newest.get(person_id) is sitting.seen
            gesture = persona.answers(sitting, now, newest=newest)
        if gesture is None:
            return
        self._observer.gesture(person_id, sitting.seen)
        if gesture.kind == "press" and persona.presses_twice():
            self.plan(now + timedelta(seconds=1), person_id, gesture)
        seen = await self._tell(person_id, gesture, sitting.seen)
        if seen is not None:
            self._go_on(person_id, sitting, seen)

    async def _tell(self, person_id: str, gesture: Gesture, on: Seen) -> Seen | None:
        """Do something on the platform; None when it let nothing through."""
        self._gestures += 1
        again = self._gestures % TOLD_TWICE == 0
        seen = await self._seats[person_id].tell(person_id, gesture, on=on, again=again)
        if seen is not None and person_id in self._transcripts:
            self._transcripts[person_id].says(self._clock.now(), gesture.words)
        return seen

    def _go_on(self, person_id: str, sitting: Sitting, seen: Seen) -> None:
        """Show the answer, and plan what its reader does about it."""
        self._observer.note("turns")
        self._newest[person_id] = seen
        self._write(person_id, seen)
        sitting.seen = seen
        self.plan(self._cast[person_id].next_tap(self._clock.now()), person_id, sitting)

    def _write(self, person_id: str, seen: Seen) -> None:
        if person_id in self._transcripts:
            faults = [str(fault) for fault in seen.faults.values()]
            text = "\n".join(faults) if faults else seen.plain
            self._transcripts[person_id].reads(self._clock.now(), text)


def _last_tick(instant: datetime) -> datetime:
    """Return the last multiple of a tick, counted from midnight."""
    midnight = instant.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + (instant - midnight) // TICK * TICK


def _on_its_way(records: Records) -> int:
    counts = records.delivery_counts()
    return sum(counts.get(state.value, 0) for state in LIVE_STATES)
