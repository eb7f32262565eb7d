"""What somebody did in Teams, as far as it matters, and what kind of answer is awaited."""

from dataclasses import dataclass
from enum import StrEnum

from bot.conversation.events import Event


class Asks(StrEnum):
    """What kind of answer an activity awaits."""

    MESSAGE = "message"  # cards in the chat
    ACTION = "action"  # a card in the pressed one's place
    DIALOG = "dialog"  # the next dialog, or the end of it
    SEARCH = "search"  # what a typed text may mean
    NOTHING = "nothing"


class Change(StrEnum):
    """What happened to the app in somebody's chat."""

    INSTALLED = "installed"
    REMOVED = "removed"


@dataclass(frozen=True, kw_only=True)
class Query:
    """A search by typing in one field of a form."""

    field: str
    text: str
    most: int


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """An activity as far as it matters: its ``kind``, and the person's id in Entra (``address``).

    ``member`` is their id in the conversation, ``origin`` the message a dialog was opened from.
    ``conversation`` and ``service_url`` are where an answer goes; ``personal`` says that nobody
    else reads it. ``locale`` and ``zone`` are the client's, and may be empty.
    """

    kind: str
    asks: Asks
    tenant: str
    address: str
    member: str
    conversation: str
    service_url: str
    activity_id: str = ""
    origin: str = ""
    personal: bool = True
    locale: str = ""
    zone: str = ""
    event: Event | None = None
    query: Query | None = None
    change: Change | None = None
