"""The troupe: everybody looks at what reached them, plans what they do about it, and does it.

What people do happens at its own instant. The order is that of the clock, then of planning, and
depends on nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import chain, count

from adapters.clocks import MovableClock
from adapters.simulate.chronicle import Chronicle
from adapters.simulate.house import Seats
from adapters.simulate.observer import Arrivals, Observer
from adapters.simulate.outside.jury import Jury
from adapters.simulate.personas import Persona
from adapters.simulate.seen import Doing, Errand, Gesture, Plan, Seen, Sitting
from adapters.simulate.transcript import Transcript
from adapters.simulate.watch import WatchedStore
from bot import calendar

TOLD_TWICE = 50
"""Every so many gestures the platform tells one a second time, as real ones do."""


@dataclass(frozen=True, kw_only=True)
class Watchers:
    """Who looks on: store, observer, jury and chronicle, and the transcripts by person."""

    store: WatchedStore
    observer: Observer
    jury: Jury
    chronicle: Chronicle
    transcripts: Mapping[str, Transcript]


class Troupe:
    """``cast`` maps people's ids to those who answer for them."""

    def __init__(
        self, seats: Seats, clock: MovableClock, cast: Mapping[str, Persona], watchers: Watchers
    ) -> None:
        self._seats = seats
        self._clock = clock
        self._cast = cast
        self._store = watchers.store
        self._observer = watchers.observer
        self._jury = watchers.jury
        self._chronicle = watchers.chronicle
        self._transcripts = watchers.transcripts
        self._plans: list[Plan] = []
        self._numbers = count()
        self._newest: dict[str, Seen] = {}
        self._gestures = 0

    @property
    def acts_at(self) -> datetime | None:
        """When somebody does something next; None: nobody plans to."""
        return self._plans[0].at if self._plans else None

    def plan(self, at: datetime, person_id: str, doing: Doing) -> None:
        """Have somebody do something at an instant, or have it happen to them."""
        heappush(self._plans, Plan(at, next(self._numbers), person_id, doing))

    def look(self, arrived: list[Arrivals], *, answering: bool) -> None:
        """Let people look at what arrived, each in their own time, and at new partners."""
        now = self._clock.now()
        for person_id, seen in chain.from_iterable(arrived):
            self._newest[person_id] = seen
            self._write(person_id, seen)
            self._jury.saw(person_id, seen)
            at = self._cast[person_id].notices(seen, now)
            if answering and at is not None:
                self.plan(at, person_id, Sitting(seen))
        for pairing in self._store.newly_begun():
            for person_id in (pairing.mentor_id, pairing.mentee_id):
                for at, errand in self._cast[person_id].errands(now):
                    self.plan(at, person_id, errand)

    async def act(self, until: datetime) -> None:
        """Let everybody do what they planned to do before an instant."""
        while self._plans and self._plans[0].at < until:
            plan = heappop(self._plans)
            self._clock.move_to(plan.at)
            await self._do(plan.person_id, plan.doing)

    async def _do(self, person_id: str, doing: Doing) -> None:
        if callable(doing):
            await doing()
        elif not self._jury.truth.is_here(person_id, self._clock.now().date()):
            return
        elif isinstance(doing, Gesture):
            again = await self._tell(person_id, doing, Seen())
            if again is not None:
                self._write(person_id, again)
                self._jury.saw(person_id, replace(again, key=""))
        else:
            await self._sit_down(person_id, doing)

    async def _sit_down(self, person_id: str, doing: Sitting | Errand) -> None:
        """Let somebody begin an errand, or go on with what they see."""
        now = self._clock.now()
        persona = self._cast[person_id]
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
        for at, thought in persona.second_thoughts(sitting, gesture, now):
            self.plan(at, person_id, thought)
        seen = await self._tell(person_id, gesture, sitting.seen)
        if seen is not None:
            self._go_on(person_id, sitting, seen)

    async def _tell(self, person_id: str, gesture: Gesture, on: Seen) -> Seen | None:
        """Do something on the platform; None when it let nothing through."""
        self._gestures += 1
        self._jury.did(person_id, gesture, on)
        self._chronicle.did(self._cast[person_id].person, gesture, on, self._clock.now())
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
        self._jury.saw(person_id, replace(seen, key=""))
        sitting.seen = seen
        self.plan(self._cast[person_id].next_tap(self._clock.now()), person_id, sitting)

    def _write(self, person_id: str, seen: Seen) -> None:
        if person_id in self._transcripts:
            faults = [str(fault) for fault in seen.faults.values()]
            text = "\n".join(faults) if faults else seen.plain
            self._transcripts[person_id].reads(self._clock.now(), text)
