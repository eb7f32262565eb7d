"""What people do in their chats: each gesture becomes one turn, and its answer is shown."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Protocol

from adapters.playground.message import Message
from adapters.playground.moves import Movable, Moves, RunDue
from adapters.playground.parse import BadRequest, Place
from adapters.playground.send import PlaygroundPlatform
from bot.conversation.events import Event, Pressed, Reply, Said
from bot.conversation.registry import Registry
from bot.ports import Store


class Answers(Protocol):
    """What plays events: the engine."""

    async def turn(self, event: Event) -> Reply:
        """Play one event and return what to show; committed when this returns."""
        ...


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What the playground is made of; ``tenant`` is the tenant's external id.

    ``registry`` is all that the engine answers; ``run_due`` does and sends everything that is due
    at the clock's present instant.
    """

    engine: Answers
    registry: Registry
    store: Store
    platform: PlaygroundPlatform
    clock: Movable
    run_due: RunDue
    organisation_id: str
    tenant: str


@dataclass(frozen=True, kw_only=True)
class Gesture:
    """An event of the page; ``message_id`` names the message whose button was pressed."""

    event: Event
    message_id: str = ""


@dataclass
class Chats:
    """Everybody's chat with the bot: takes gestures one after the other per person.

    ``played`` are the ids of messages that were answered in somebody's place.
    """

    parts: Parts
    moves: Moves
    played: set[str] = field(default_factory=set)
    _locks: dict[str, asyncio.Lock] = field(default_factory=lambda: defaultdict(asyncio.Lock))
    _chores: set[asyncio.Task[None]] = field(default_factory=set)
    _due_soon: bool = False

    @property
    def place(self) -> Place:
        """Where events of this playground happen."""
        return Place(
            organisation_id=self.parts.organisation_id,
            platform=self.parts.platform.name,
            tenant=self.parts.tenant,
        )

    def check(self, address: str) -> str:
        """Return the address of somebody who is here; raises BadRequest."""
        if not self.parts.platform.admits(self.parts.tenant, address):
            raise BadRequest("playground-nobody")
        return address

    def messages(self, address: str, after: int = 0) -> list[Message]:
        """Return the messages of a chat that changed after a version."""
        return self.parts.platform.messages(self.parts.tenant, address, after)

    async def take(self, gesture: Gesture) -> Reply:
        """Play one gesture, show its answer in the chat, and send what it made due."""
        async with self._locks[self.check(gesture.event.address)]:
            reply = await self.parts.engine.turn(gesture.event)
            self._show(gesture, reply)
        self._run_due_soon()
        return reply

    async def settle(self) -> None:
        """Wait until what the gestures made due was done."""
        while self._chores:
            await asyncio.wait(self._chores)

    def _show(self, gesture: Gesture, reply: Reply) -> None:
        """Show the answer, below what the person is seen to say or in the pressed card's place."""
        platform, tenant, address = self.parts.platform, self.parts.tenant, gesture.event.address
        cards = list(reply.cards)
        match gesture.event:
            case Said(text=text):
                platform.hear(tenant, address, text)
            case Pressed() as press if (pressed := self._pressed(gesture, press)) and cards:
                message, label = pressed
                if reply.replace:
                    platform.replace(tenant, address, message, cards.pop(0), label)
                else:
                    platform.hear(tenant, address, label)
        for card in cards:
            platform.answer(tenant, address, card)

    def _pressed(self, gesture: Gesture, press: Pressed) -> tuple[Message, str] | None:
        """Return the message that was pressed on and the button's label, if it still shows it."""
        platform = self.parts.platform
        message = platform.message(self.parts.tenant, press.address, gesture.message_id)
        carried = (press.action, press.subject, press.value)
        for button in message.card.buttons if message and message.card else ():
            if message and (button.action, button.subject, button.value) == carried:
                return message, button.label
        return None

    def _run_due_soon(self) -> None:
        """Send what a turn made due, after the answer; once for turns that come close together."""
        if self._due_soon:
            return
        self._due_soon = True
        task = asyncio.create_task(self._run_due())
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)

    async def _run_due(self) -> None:
        await asyncio.sleep(0)
        self._due_soon = False
        await self.moves.run_due()
