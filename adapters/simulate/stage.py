"""The stage: moves the clock from one happening to the next, and lets people act in between.

What is due is done every few minutes, as by a server that sleeps in between; what people do happens
at its own instant. The order is that of the clock, then of planning, and depends on nothing else.
"""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count

from adapters.simulate.house import House
from adapters.simulate.observer import Observer, WatchedPlatform
from adapters.simulate.personas import Persona
from adapters.simulate.population import ORGANISATION, TENANT
from adapters.simulate.seen import Errand, Gesture, Plan, Seen, Sitting
from adapters.simulate.transcript import Transcript
from adapters.simulate.watch import WatchedStore
from bot import calendar
from bot.domain.delivery import LIVE_STATES
from bot.engine import Engine
from bot.errors import BotError
from bot.events import Reply
from bot.messages.plain import plain
from bot.outbox import Outbox
from bot.ports import ChatPlatform, Records
from bot.schedule import Schedule
from bot.solving import Solving

TICK = timedelta(minutes=15)
"""How often what is due is done: so seldom that a large company still takes minutes, not hours."""
HOP = timedelta(hours=6)
"""Steps in which the last messages are waited for; shorter than any day's open hours."""
TOLD_TWICE = 50
"""Every so many gestures the platform tells one a second time, as real ones do."""


@dataclass(frozen=True, kw_only=True)
class Watchers:
    """Who looks on: the watched store, the observer, and the transcripts kept by address."""

    store: WatchedStore
    observer: Observer
    transcripts: Mapping[str, Transcript]


class Stage:
    """Plays a programme; ``cast`` maps addresses to those who answer there."""

    def __init__(self, house: House, cast: Mapping[str, Persona], watchers: Watchers) -> None:
        self._house = house
        self._cast = cast
        self._store = watchers.store
        self._observer = watchers.observer
        self._transcripts = watchers.transcripts
        self._platform = WatchedPlatform(house, watchers.observer)
        self._engine = Engine(self._store, house.clock)
        self._schedule = Schedule(self._store, house.clock)
        self._solving = Solving(self._store, house.clock, house.solver)
        platforms: dict[str, ChatPlatform] = {self._platform.name: self._platform}
        self._outbox = Outbox(self._store, house.clock, platforms, owner="rehearsal")
        self._plans: list[Plan] = []
        self._numbers = count()
        self._newest: dict[str, Seen] = {}
        self._gestures = 0
        self._may_wake_at = house.clock.now()

    def plan(self, at: datetime, address: str, doing: Sitting | Errand | Gesture) -> None:
        """Have somebody do something at an instant."""
        heappush(self._plans, Plan(at, next(self._numbers), address, doing))

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
            passed(self._house.clock.now())
            await asyncio.sleep(0)  # nothing else waits here, and Ctrl-C has to get its turn
            wake = await self._next_wake()
        self._house.clock.move_to(until)

    async def deliver(self) -> None:
        """Send whatever is still on its way, with nobody asking or answering anything more."""
        while await self._store.transact(ORGANISATION, _on_its_way):
            self._house.clock.advance(HOP)
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
        self._house.clock.move_to(at)
        # What is due and could not be done now (a closed lane) is looked at a tick later.
        self._may_wake_at = at + TICK
        await self._schedule.run()
        await self._solving.run()
        await self._outbox.run()
        self._hand_round()

    def _hand_round(self, *, answering: bool = True) -> None:
        """Let people look at what arrived, each in their own time."""
        now = self._house.clock.now()
        for address, seen in self._platform.arrived:
            self._newest[address] = seen
            self._write(address, seen)
            at = self._cast[address].notices(seen, now)
            if answering and at is not None:
                self.plan(at, address, Sitting(seen))
        self._platform.arrived.clear()
        for pairing in self._store.newly_begun():
            for person_id in (pairing.mentor_id, pairing.mentee_id):
                for at, errand in self._cast[person_id].errands(now):
                    self.plan(at, person_id, errand)

    async def _act(self, until: datetime) -> None:
        """Let everybody do what they planned to do before an instant."""
        while self._plans and self._plans[0].at < until:
            plan = heappop(self._plans)
            self._house.clock.move_to(plan.at)
            await self._do(plan.address, plan.doing)

    async def _do(self, address: str, doing: Sitting | Errand | Gesture) -> None:
        now = self._house.clock.now()
        persona = self._cast[address]
        if isinstance(doing, Gesture):
            reply = await self._tell(address, doing, now)
            again = self._shown(address, Sitting(Seen()), reply) if reply else None
            if again is not None:
                self._write(address, again)
            return
        if isinstance(doing, Errand):
            today = calendar.local_date(now, persona.person.zone)
            gesture: Gesture | None = persona.begins(doing, today)
            sitting = Sitting(Seen(), errand=doing, wishes=list(doing.wishes))
        else:
            sitting = doing
            newest = self._newest.get(address) is sitting.seen
            gesture = persona.answers(sitting, now, newest=newest)
        if gesture is None:
            return
        self._observer.gesture(address, sitting.seen)
        if gesture.kind == "press" and persona.presses_twice():
            self.plan(now + timedelta(seconds=1), address, gesture)
        reply = await self._tell(address, gesture, now)
        if reply is not None:
            self._go_on(address, sitting, reply)

    async def _tell(self, address: str, gesture: Gesture, now: datetime) -> Reply | None:
        """Hand a gesture to the engine as the page would; None when the page refuses it."""
        self._gestures += 1
        data = {**gesture.data, "address": address, "key": f"gesture-{self._gestures}"}
        try:
            event = self._house.read(gesture.kind, data)
        except BotError:
            self._observer.note("refused_by_page")
            return None
        if address in self._transcripts:
            self._transcripts[address].says(now, gesture.words)
        reply = await self._engine.turn(event)
        if self._gestures % TOLD_TWICE == 0:
            await self._engine.turn(event)
        return reply

    def _go_on(self, address: str, sitting: Sitting, reply: Reply) -> None:
        """Show the answer, and plan what its reader does about it."""
        self._observer.note("turns")
        seen = self._shown(address, sitting, reply)
        if seen is None:
            return
        self._newest[address] = seen
        self._write(address, seen)
        sitting.seen = seen
        self.plan(self._cast[address].next_tap(self._house.clock.now()), address, sitting)

    def _shown(self, address: str, sitting: Sitting, reply: Reply) -> Seen | None:
        if reply.faults:
            self._observer.note("forms_sent_back")
            return Seen(form=sitting.seen.form, faults=dict(reply.faults))
        if reply.form is not None:
            form = self._house.draw_form(reply.form)
            return Seen(form=form, plain=f"{form['title']}\n{form['intro']}")
        seen = None
        for card in reply.cards:
            message = self._house.platform.answer(TENANT, address, card)
            drawn = self._house.draw(message, self._observer.zone(address))
            seen = Seen(card=drawn["card"], plain=plain(card))
        return seen

    def _write(self, address: str, seen: Seen) -> None:
        if address in self._transcripts:
            faults = [str(fault) for fault in seen.faults.values()]
            text = "\n".join(faults) if faults else seen.plain
            self._transcripts[address].reads(self._house.clock.now(), text)


def _last_tick(instant: datetime) -> datetime:
    """Return the last multiple of a tick, counted from midnight."""
    midnight = instant.replace(hour=0, minute=0, second=0, microsecond=0)
    return midnight + (instant - midnight) // TICK * TICK


def _on_its_way(records: Records) -> int:
    counts = records.delivery_counts()
    return sum(counts.get(state.value, 0) for state in LIVE_STATES)
