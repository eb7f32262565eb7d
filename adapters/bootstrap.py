"""Composition root: the only module that names concrete classes of storage and platforms."""

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from adapters.playground.send import PlaygroundPlatform
from bot.domain.people import Organisation, Tenant
from bot.engine import Engine
from bot.outbox import Outbox
from bot.ports import Clock
from bot.schedule import Schedule
from storage.database import SqlStore, make_engine, open_store, random_id
from storage.migrate import migrate, migrate_engine

ORGANISATION = "main"
"""The one organisation of a self-hosted installation."""
PLAYGROUND = Tenant(
    organisation_id=ORGANISATION,
    id="playground",
    platform="playground",
    external_id="playground",
)


@dataclass(frozen=True, kw_only=True)
class Parts:
    """A running core: the store, the platform, and what drives them."""

    store: SqlStore
    clock: Clock
    platform: PlaygroundPlatform
    engine: Engine
    schedule: Schedule
    outbox: Outbox

    async def run_due(self) -> int:
        """Do and deliver what is due now; return how much it was."""
        return await self.schedule.run() + await self.outbox.run()


@contextlib.asynccontextmanager
async def opened(url: str, organisation: Organisation) -> AsyncIterator[SqlStore]:
    """Open the database at an address, brought to the newest schema; closed at the end."""
    migrate(url)
    store = open_store(url)
    try:
        await store.found(organisation)
        yield store
    finally:
        store.close()


@contextlib.asynccontextmanager
async def rehearsal_store(
    organisation: Organisation,
    new_id: Callable[[], str] = random_id,
) -> AsyncIterator[SqlStore]:
    """Open a database in memory that is gone at the end."""
    engine = make_engine("sqlite://", durable=False)
    migrate_engine(engine)
    store = SqlStore(engine, new_id=new_id)
    try:
        await store.found(organisation)
        yield store
    finally:
        store.close()


def assemble(store: SqlStore, clock: Clock, platform: PlaygroundPlatform) -> Parts:
    """Put the core together around an opened store."""
    return Parts(
        store=store,
        clock=clock,
        platform=platform,
        engine=Engine(store, clock),
        schedule=Schedule(store, clock),
        outbox=Outbox(store, clock, {platform.name: platform}, owner=random_id()),
    )
