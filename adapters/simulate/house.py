"""What a rehearsal is given: an empty store and a chat platform without a network."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from adapters.clocks import MovableClock
from bot.events import Event
from bot.messages.card import Card
from bot.messages.form import Form
from bot.ports import ChatPlatform, Solver, Store

Json = dict[str, Any]


class Chats(ChatPlatform, Protocol):
    """A platform whose chats are kept in memory, as a page would show them."""

    def admit(self, tenant: str, *addresses: str) -> None:
        """Let people be written to."""
        ...

    def answer(self, tenant: str, address: str, card: Card) -> Any:
        """Show a card that answers in the request itself; return the message."""
        ...

    def message(self, tenant: str, address: str, message_id: str) -> Any:
        """Return one message of a chat, or None."""
        ...


@dataclass(frozen=True, kw_only=True)
class House:
    """The theatre; ``adapters.bootstrap`` builds one on a fresh database.

    The store holds ``population.organisation`` and nobody yet. ``draw`` (a message, for a zone) and
    ``draw_form`` are the platform's pure renderers to JSON; ``read`` is its reader of gestures
    ("say", "press", "submit" and their data), which raises BotError. ``stopwatch`` counts seconds
    of real time from any start.
    """

    store: Store
    clock: MovableClock
    platform: Chats
    solver: Solver
    draw: Callable[[Any, str], Json]
    draw_form: Callable[[Form], Json]
    read: Callable[[str, Mapping[str, Any]], Event]
    stopwatch: Callable[[], float]
