"""What a rehearsal is given: an empty store, a clock, and chats on some platform."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from adapters.clocks import MovableClock
from adapters.simulate.seen import Gesture, Seen
from bot.domain.people import Person
from bot.ports import ChatPlatform, Recipient, Store
from bot.runtime.solver import Solver


class Chats(Protocol):
    """The chats of a rehearsal, as people see and touch them on one platform.

    ``platform`` is what the outbox writes to; ``tenant`` is the workspace's own id there.
    """

    tenant: str

    @property
    def platform(self) -> ChatPlatform:
        """The platform as the outbox writes to it."""
        ...

    def opened(self, people: Sequence[Person]) -> AbstractAsyncContextManager[None]:
        """Let people be written to, for as long as this is open."""
        ...

    def address(self, person_id: str) -> str:
        """Return the address of somebody on the platform."""
        ...

    def received(self, to: Recipient, remote_id: str) -> Seen:
        """Return what somebody sees of a message that was sent to them."""
        ...

    async def tell(self, person_id: str, gesture: Gesture, *, on: Seen, again: bool) -> Seen | None:
        """Do something on the platform, and return what is seen then.

        ``on`` is what was seen before; with ``again`` the platform tells it the bot a second time,
        as real ones do. None: the platform let nothing through.
        """
        ...


Seats = Mapping[str, Chats]
"""Where people chat, by their ids."""


def platforms(seats: Seats) -> list[Chats]:
    """Return each platform's chats once."""
    return list(dict.fromkeys(seats.values()))


@dataclass(frozen=True, kw_only=True)
class House:
    """The theatre; ``adapters.rehearsal`` builds one on a fresh database.

    The store holds ``population.organisation`` and nobody yet. Each of ``chats_on`` makes the chats
    of one platform, on the store as a rehearsal watches it; people are dealt out to them in turn.
    ``stopwatch`` counts seconds of real time from any start.
    """

    store: Store
    clock: MovableClock
    chats_on: Sequence[Callable[[Store], Chats]]
    solver: Solver
    stopwatch: Callable[[], float]

    def seated(self, people: Sequence[Person], store: Store) -> Seats:
        """Return where each person chats, by their id."""
        chats = [make(store) for make in self.chats_on]
        return {person.id: chats[number % len(chats)] for number, person in enumerate(people)}
