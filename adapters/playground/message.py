"""One message of a chat, as it is shown first and shown anew."""

from dataclasses import dataclass
from datetime import datetime

from bot.messages.card import Card


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One message of a chat; ``version`` grows with every change anywhere on the platform.

    Either ``card`` (from the bot) or ``text`` (from the person) is set; ``chosen`` is the label of
    the button that put this card in the place of an earlier one; ``key`` that of its delivery.
    """

    id: str
    version: int
    at: datetime
    text: str = ""
    card: Card | None = None
    chosen: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A message that is new, or shown anew in its place."""

    tenant: str
    address: str
    message: Message
