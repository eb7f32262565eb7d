"""What a chat platform needs to be served: its web routes, its daily work, and its self-checks."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from aiohttp import web

from adapters.sealing import Sealer
from bot.ports import ChatPlatform, Clock, Store
from bot.runtime.engine import Engine

Sleep = Callable[[float], Awaitable[None]]
"""Waits for so many seconds."""


@dataclass(frozen=True, kw_only=True)
class Core:
    """What every platform in service stands on."""

    organisation_id: str
    store: Store
    clock: Clock
    engine: Engine
    sealer: Sealer


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that was checked; ``remedy`` says what to do where it is not well."""

    what: str
    well: bool
    remedy: str = ""


class Service(Protocol):
    """One platform in service; the server starts and stops it and mounts its routes."""

    @property
    def platform(self) -> ChatPlatform:
        """The platform as the outbox writes to it."""
        ...

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return the routes the platform calls."""
        ...

    async def start(self) -> None:
        """Open what is kept open, such as a client session or a socket."""
        ...

    async def stop(self) -> None:
        """Close it; nothing is answered any more."""
        ...

    async def daily(self) -> None:
        """Do what is done once a day, such as looking who works here."""
        ...

    async def checks(self) -> list[Finding]:
        """Ask the platform whether all is well; each fault comes with its remedy."""
        ...
