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

    async def send(self, *, tenant: str, address: str, card: Card, key: str) -> str:
        """Post a card and return the platform's own id of the message.

        ``tenant`` is the tenant's external id, ``key`` the delivery's key: sending twice with one
        key shows one message where the platform can see to it. Raises RateLimited, Unreachable,
        Gone or Refused (bot.errors), and nothing else.
        """
        ...

    async def find(self, *, tenant: str, address: str, key: str) -> str | None:
        """Return the id of the message sent with a key, or None; only if ``finds_sent``."""
        ...
