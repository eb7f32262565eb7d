"""The playground as a chat platform: everybody's messages, kept in memory and in a journal."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from adapters.playground.broadcast import Broadcast
from adapters.playground.journal import Journal
from adapters.playground.limits import PACE
from adapters.playground.message import Change, Message
from bot.errors import Gone
from bot.messages.card import Card
from bot.ports import Capabilities, Clock, Recipient


@dataclass(slots=True)
class Chat:
    """One person's chat with the bot, oldest message first; ``keys`` finds what was sent."""

    messages: dict[str, Message] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    closed: bool = True


class PlaygroundPlatform:
    """Chats without a network: what the page shows, and what the dress rehearsal plays on.

    ``path`` names the journal (none: memory only), ``keep`` bounds the messages kept in memory per
    chat (None: all). ``changes`` tells every Change, ``sent`` counts the messages that deliveries
    made.
    """

    name = "playground"
    capabilities = Capabilities(forms=True, charts=True, finds_sent=True)
    pace = PACE

    def __init__(
        self,
        clock: Clock,
        *,
        path: Path | None = None,
        keep: int | None = None,
    ) -> None:
        self._clock = clock
        self._keep = keep
        self._chats: dict[tuple[str, str], Chat] = {}
        self._journal = Journal(path) if path else None
        self.changes = Broadcast()
        self.version = 0
        self.sent = 0
        self._stood: datetime | None = None
        for told in self._journal.read() if self._journal else ():
            if isinstance(told, Change):
                self._take(told)
            else:
                self._stood = told

    def admit(self, tenant: str, *addresses: str) -> None:
        """Let people be written to; before that, and for all others, sending raises Gone."""
        for address in addresses:
            self._chat(tenant, address).closed = False

    def admits(self, tenant: str, address: str) -> bool:
        """Whether somebody may be written to."""
        chat = self._chats.get((tenant, address))
        return chat is not None and not chat.closed

    def dismiss(self, tenant: str, address: str) -> None:
        """Let somebody leave: sending to them raises Gone."""
        self._chat(tenant, address).closed = True

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        """Post a card and return its message's id; raises Gone."""
        chat = self._chats.get((to.tenant, to.address))
        if chat is None or chat.closed:
            raise Gone(f"{to.address} is not in the playground")
        remote_id = chat.keys.get(key)
        if remote_id is None:
            remote_id = self._add(to.tenant, to.address, card=card, key=key).id
            self.sent += 1
        return remote_id

    async def find(self, to: Recipient, *, key: str) -> str | None:
        """Return the id of the message sent with a key, or None."""
        chat = self._chats.get((to.tenant, to.address))
        return chat.keys.get(key) if chat else None

    def hear(self, tenant: str, address: str, text: str) -> Message:
        """Show what a person typed or chose in their own chat."""
        return self._add(tenant, address, text=text)

    def answer(self, tenant: str, address: str, card: Card) -> Message:
        """Show a card that answers in the request itself."""
        return self._add(tenant, address, card=card)

    def replace(self, tenant: str, address: str, old: Message, card: Card, chosen: str) -> Message:
        """Show a card in the place of an earlier one."""
        new = replace(old, version=self.version + 1, card=card, text="", chosen=chosen)
        return self._publish(tenant, address, new)

    def message(self, tenant: str, address: str, message_id: str) -> Message | None:
        """Return one message of a chat."""
        chat = self._chats.get((tenant, address))
        return chat.messages.get(message_id) if chat else None

    def messages(self, tenant: str, address: str, after: int = 0) -> list[Message]:
        """Return the messages of a chat that changed after a version, oldest first."""
        chat = self._chats.get((tenant, address))
        return [m for m in chat.messages.values() if m.version > after] if chat else []

    def keep_clock(self) -> None:
        """Keep where the clock stands, so that no restart goes back behind it."""
        self._stood = self._clock.now()
        if self._journal:
            self._journal.write(self._stood)

    def latest(self) -> datetime | None:
        """Return the last instant known of: the newest message, or where the clock was moved."""
        known = [m.at for chat in self._chats.values() for m in chat.messages.values()]
        known += [self._stood] if self._stood else []
        return max(known, default=None)

    def close(self) -> None:
        """Close the journal and stop telling changes."""
        self.changes.close()
        if self._journal:
            self._journal.close()

    def _add(
        self,
        tenant: str,
        address: str,
        *,
        text: str = "",
        card: Card | None = None,
        key: str = "",
    ) -> Message:
        version = self.version + 1
        message = Message(
            id=str(version),
            version=version,
            at=self._clock.now(),
            text=text,
            card=card,
            key=key,
        )
        return self._publish(tenant, address, message)

    def _publish(self, tenant: str, address: str, message: Message) -> Message:
        change = Change(tenant, address, message)
        if self._journal:
            self._journal.write(change)
        self._take(change)
        self.changes.tell(change)
        return message

    def _take(self, change: Change) -> None:
        message = change.message
        chat = self._chat(change.tenant, change.address)
        chat.messages[message.id] = message
        if message.key:
            chat.keys[message.key] = message.id
        if self._keep is not None and len(chat.messages) > self._keep:
            oldest = chat.messages.pop(next(iter(chat.messages)))
            chat.keys.pop(oldest.key, None)
        self.version = max(self.version, message.version)

    def _chat(self, tenant: str, address: str) -> Chat:
        return self._chats.setdefault((tenant, address), Chat())
