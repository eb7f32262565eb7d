"""Chats without a network: gestures go to the engine, and cards come back as a page draws them."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from itertools import count
from typing import Any, Protocol

from adapters.simulate.seen import Gesture, Json, Seen
from bot.conversation.events import Event, Reply
from bot.domain.people import Person
from bot.errors import BotError
from bot.messages.card import Card
from bot.messages.form import Form
from bot.messages.plain import plain
from bot.ports import ChatPlatform, Recipient
from bot.runtime.engine import Engine


class Pages(ChatPlatform, Protocol):
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
class Drawing:
    """A platform's pure functions: messages and forms to JSON, and gestures to events.

    ``read`` takes the kind of a gesture ("say", "press", "submit") and its data; it raises BotError
    for what the page would refuse.
    """

    message: Callable[[Any], Json]
    form: Callable[[Form], Json]
    read: Callable[[str, Mapping[str, Any]], Event]


class PageChats:
    """Everybody's chat on the page; addresses are the people's ids, ``engine`` answers them."""

    def __init__(self, platform: Pages, drawing: Drawing, engine: Engine, tenant: str) -> None:
        self.platform = platform
        self.tenant = tenant
        self._drawing = drawing
        self.engine = engine
        self._numbers = count(1)

    @asynccontextmanager
    async def opened(self, people: Sequence[Person]) -> AsyncIterator[None]:
        """Let people be written to."""
        self.platform.admit(self.tenant, *(person.id for person in people))
        yield

    def address(self, person_id: str) -> str:
        """Return the address of somebody."""
        return person_id

    def received(self, to: Recipient, remote_id: str) -> Seen:
        """Return what somebody sees of a message that was sent to them."""
        return self._drawn(self.platform.message(to.tenant, to.address, remote_id))

    async def tell(self, person_id: str, gesture: Gesture, *, on: Seen, again: bool) -> Seen | None:
        """Hand a gesture to the engine as the page would; None when the page refuses it."""
        data = {**gesture.data, "address": person_id, "key": f"gesture-{next(self._numbers)}"}
        try:
            event = self._drawing.read(gesture.kind, data)
        except BotError:
            return None
        reply = await self.engine.turn(event)
        if again:
            await self.engine.turn(event)
        return self._shown(person_id, on, reply)

    def _shown(self, person_id: str, on: Seen, reply: Reply) -> Seen | None:
        if reply.faults:
            return replace(on, faults=dict(reply.faults))
        if reply.form is not None:
            form = self._drawing.form(reply.form)
            return Seen(form=form, plain=f"{form['title']}\n{form['intro']}")
        answers = [self.platform.answer(self.tenant, person_id, card) for card in reply.cards]
        return self._drawn(answers[-1]) if answers else None

    def _drawn(self, message: Any) -> Seen:
        return Seen(card=self._drawing.message(message)["card"], plain=plain(message.card))
