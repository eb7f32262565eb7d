"""The clock and the chat platforms."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.messages.card import Card


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


@dataclass(frozen=True, kw_only=True)
class Capabilities:
    """What a platform can do; the core never asks for its name."""

    forms: bool = True
    charts: bool = True
    finds_sent: bool = False
    rooms: bool = False


@dataclass(frozen=True)
class Recipient:
    """Where a message goes, in the platform's own words.

    ``tenant`` is the tenant's external id, ``address`` the person's there; ``route`` is what the
    platform said last that it needs to write to them (``Account.route``). ``also`` is the address
    of a second person of the tenant, who reads the message in one room with the first; that is only
    asked for where ``Capabilities.rooms`` says that there are any.
    """

    tenant: str
    address: str
    route: str = ""
    also: str = ""


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How fast a tenant may be written to: a bucket of ``burst`` filled at ``per_second``."""

    per_second: float
    burst: float


class ChatPlatform(Protocol):
    """A place where people chat: Slack, Teams, or the playground."""

    name: str
    capabilities: Capabilities
    pace: Pace

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        """Post a card and return the platform's own id of the message.

        ``key`` is the delivery's: sending twice with one key shows one message where the platform
        can see to it. Raises RateLimited, Unreachable, Gone or Refused (bot.errors), and nothing
        else.
        """
        ...

    async def find(self, to: Recipient, *, key: str) -> str | None:
        """Return the id of the message sent with a key, or None; only if ``finds_sent``."""
        ...
