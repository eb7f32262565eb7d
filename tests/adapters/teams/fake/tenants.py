"""Who and what there is in Teams: tenants, their people, personal chats and their messages."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class Message:
    """One message of a chat as it stands; ``activity`` is what was sent, ``by_bot`` by whom."""

    id: str
    at: datetime
    activity: Json
    by_bot: bool

    @property
    def text(self) -> str:
        """The words beside the card, or what a person typed."""
        return str(self.activity.get("text") or "")

    @property
    def card(self) -> Json | None:
        """The Adaptive Card of the message."""
        for attachment in self.activity.get("attachments") or ():
            if attachment.get("contentType") == "application/vnd.microsoft.card.adaptive":
                return dict(attachment["content"])
        return None


@dataclass(kw_only=True)
class User:
    """Somebody in a tenant; ``mri`` is their id for this bot, ``object_id`` that of Entra."""

    tenant: str
    mri: str
    object_id: str
    name: str
    email: str
    locale: str = "en-CA"
    zone: str = "America/Toronto"
    role: str = "user"
    present: bool = True


@dataclass(kw_only=True)
class Chat:
    """A personal chat of somebody with the bot; ``messages`` are what the screen shows."""

    id: str
    user: User
    installed: bool = False
    blocked: bool = False
    messages: dict[str, Message] = field(default_factory=dict)

    @property
    def screen(self) -> list[Message]:
        """The messages, oldest first."""
        return list(self.messages.values())


class Directory:
    """All tenants together; ids are unique over all of them."""

    def __init__(self) -> None:
        self._chats: dict[str, Chat] = {}
        self._users: dict[tuple[str, str], User] = {}
        self._numbers: Iterator[int] = count(1)

    def number(self) -> int:
        """Return a number that no other message, person or activity has."""
        return next(self._numbers)

    def add(self, tenant: str, name: str, email: str, **more: Any) -> User:
        """Add somebody to a tenant; they have no chat with the bot yet."""
        number = self.number()
        more.setdefault("object_id", f"00000000-0000-4000-8000-{number:012}")
        mri = f"29:{number:04}-{name.lower().replace(' ', '-')}"
        user = User(tenant=tenant, mri=mri, name=name, email=email, **more)
        self._users[tenant, user.mri] = self._users[tenant, user.object_id] = user
        return user

    def user(self, tenant: str, named: str) -> User | None:
        """Return somebody by either id."""
        return self._users.get((tenant, named))

    def users(self, tenant: str) -> list[User]:
        """Return everybody of a tenant."""
        found = {user.mri: user for (place, _), user in self._users.items() if place == tenant}
        return list(found.values())

    def chat_with(self, user: User) -> Chat:
        """Return somebody's personal chat with the bot, made at the first asking."""
        chat_id = f"a:{user.tenant[:8]}-{user.mri.removeprefix('29:')}"
        return self._chats.setdefault(chat_id, Chat(id=chat_id, user=user))

    def chats(self) -> list[Chat]:
        """Return every chat there is."""
        return list(self._chats.values())

    def chat(self, chat_id: str) -> Chat | None:
        """Return a chat by its id."""
        return self._chats.get(chat_id)
