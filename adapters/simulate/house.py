"""What a rehearsal is given: an empty store, and places where people chat without the outside."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from adapters.clocks import MovableClock
from bot.domain.people import Person
from bot.engine import Engine
from bot.events import Event, Reply
from bot.messages.card import Card
from bot.messages.form import Form
from bot.ports import ChatPlatform, Store

Json = dict[str, Any]


class Answers(Protocol):
    """What answers events: the engine, or a whole platform in front of it."""

    async def turn(self, event: Event) -> Reply:
        """Play one event and return what is shown; the same event again changes nothing."""
        ...


class Chats(ChatPlatform, Protocol):
    """A platform whose chats can be read, as a page would show them."""

    def answer(self, tenant: str, address: str, card: Card) -> Any:
        """Show a card that answers in the request itself; return the message."""
        ...

    def message(self, tenant: str, address: str, message_id: str) -> Any:
        """Return one message of a chat, or None."""
        ...


@dataclass(frozen=True, kw_only=True)
class Place:
    """One tenant of a platform, and how its people see and act there.

    ``tenant`` is its id, in the store and on the platform. ``admit`` lets people be written to, at
    the addresses of their accounts. ``draw`` (a message, for a zone) and ``draw_form`` return what
    somebody sees as the playground's JSON; ``read`` turns a gesture ("say", "press", "submit" and
    its data) into an event, or raises BotError. ``front`` puts the platform in front of the engine.
    """

    tenant: str
    platform: Chats
    admit: Callable[[Sequence[Person]], Awaitable[None]]
    draw: Callable[[Any, str], Json]
    draw_form: Callable[[Form], Json]
    read: Callable[[str, Mapping[str, Any]], Event]
    front: Callable[[Engine], Answers] = lambda engine: engine


@dataclass(frozen=True, kw_only=True)
class House:
    """The theatre; ``adapters.bootstrap`` builds one on a fresh database.

    The store holds ``population.organisation`` and nobody yet. The people are dealt out to the
    places in turn. ``stopwatch`` counts seconds of real time from any start.
    """

    store: Store
    clock: MovableClock
    places: Sequence[Place]
    stopwatch: Callable[[], float]

    def seated(self, people: Sequence[Person]) -> dict[str, Place]:
        """Return where each person sits, by their id."""
        count = len(self.places)
        return {person.id: self.places[number % count] for number, person in enumerate(people)}
