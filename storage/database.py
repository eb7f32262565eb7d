"""The engine for SQLite or PostgreSQL, and the store: one unit of work, one transaction.

Units of work are plain synchronous code on SQLAlchemy's Core, not on its asyncio layer: a step of a
conversation is synchronous anyway and reads what it needs when it needs it. Two reads, three writes
and a commit on a SQLite file took 1.5 ms of CPU this way and 4.2 ms through aiosqlite (1,500 of
each in one run, twice).

On SQLite they run where they are called, in the event loop's own thread. There is one writer, so
whoever has to wait would wait for it anyway; and a thread beside the loop's is no help, since the
driver lets go of Python's lock at every statement and the two then wrest it from each other: a
Slack command cost 2.2 to 2.6 ms of CPU with a thread and 1.7 to 1.8 ms without (16 at once, two
runs of each, by turns). PostgreSQL, whose answers come over a network, gets a worker thread for
each pooled connection.

A unit of work sees one state of the database, and never writes over what another changed since it
looked: SQLite runs one at a time, PostgreSQL ends the later one (REPEATABLE READ), which is then
done again from the start.
"""

import asyncio
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from random import random
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Table,
    create_engine,
    event,
    func,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import StaticPool

from bot.domain.people import Organisation, Tenant
from bot.errors import BotError
from bot.ports import Records
from storage import tables as t
from storage.mapping import DUE, MAPPERS
from storage.races import may_be_lost
from storage.records import SqlRecords
from storage.records.base import INSERTS

Result = TypeVar("Result")

TRIES = 12
"""How often a unit of work is tried while others come first: all threads of two processes may."""
FIRST_WAIT, LONGEST_WAIT = 0.005, 0.2
"""Seconds before a unit of work that lost a race begins again; a random part of it is waited."""
POSTGRES_WORKERS = 8


class StoreInUse(BotError):
    """Another process has the SQLite file open; stop it first, or use PostgreSQL to run several."""


def _earliest(column: Column[Any], *where: ColumnElement[bool], per: Table[Any]) -> Any:
    """The earliest value of a column, asked for each row of another table: the head of an index."""
    first = select(func.min(column)).where(*where).correlate(per).scalar_subquery()
    return select(func.min(first)).select_from(per).scalar_subquery()


NEXT_DUE = select(
    *(
        _earliest(
            column,
            column.table.c.organisation_id == t.organisations.c.id,
            column.is_not(None),
            per=t.organisations,
        )
        for column in DUE.values()
    ),
    _earliest(
        t.outbox.c.visible_at,
        t.outbox.c.organisation_id == t.tenants.c.organisation_id,
        t.outbox.c.tenant_id == t.tenants.c.id,
        t.LIVE,
        per=t.tenants,
    ),
)
"""The earliest instant of each kind, and of the outbox."""

TENANTS = select(t.tenants).where(t.tenants.c.active)


def random_id() -> str:
    """Return an opaque id of 96 random bits."""
    return secrets.token_urlsafe(12)


def make_engine(url: str, *, durable: bool = True) -> Engine:
    """Return an engine with the settings each database needs; ``durable`` off is for rehearsals."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        settings = {"pool_pre_ping": True, "pool_size": POSTGRES_WORKERS}
        return create_engine(address, isolation_level="REPEATABLE READ", **settings)
    in_memory = address.database in {None, "", ":memory:"}
    pool: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {"pool_size": 1}
    engine = create_engine(address, connect_args={"check_same_thread": False}, **pool)
    event.listen(engine, "connect", _sqlite_settings(durable=durable))
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _begin_immediate(connection: Connection) -> None:
    """Say it to the driver itself: SQLAlchemy would make a statement and a result of it."""
    connection.connection.cursor().execute("BEGIN IMMEDIATE")


def _sqlite_settings(*, durable: bool) -> Callable[[Any, Any], None]:
    def settings(connection: Any, record: Any) -> None:
        del record
        connection.isolation_level = None  # we say BEGIN IMMEDIATE: the driver's own loses updates
        for pragma in (
            "busy_timeout = 2000",
            "locking_mode = EXCLUSIVE",  # refuses a second process; needs no shared memory
            "journal_mode = WAL",
            f"synchronous = {'FULL' if durable else 'OFF'}",
            "foreign_keys = ON",
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    return settings


class SqlStore:
    """The store on one database; open it once per process, close it at the end."""

    def __init__(self, engine: Engine, *, new_id: Callable[[], str] = random_id) -> None:
        self._engine = engine
        self._new_id = new_id
        is_sqlite = engine.dialect.name == "sqlite"
        self._only = engine.connect() if is_sqlite else None
        self._threads = None if is_sqlite else ThreadPoolExecutor(POSTGRES_WORKERS, "store")

    async def transact(self, organisation_id: str, work: Callable[[Records], Result]) -> Result:
        """Run work in one transaction, again after a lost race; raises what work raises."""
        return await self._run(lambda: self._transact(organisation_id, work))

    async def tenants(self) -> Sequence[Tenant]:
        """Return the active tenants of all organisations."""

        def ask() -> Sequence[Tenant]:
            with self._begun() as connection:
                return [MAPPERS[Tenant].entity(row) for row in connection.execute(TENANTS)]

        return await self._run(ask)

    async def next_due(self) -> datetime | None:
        """Return the earliest instant at which something becomes due, deliveries included."""

        def ask() -> datetime | None:
            with self._begun() as connection:
                found = connection.execute(NEXT_DUE).one()
            return min((instant for instant in found if instant), default=None)

        return await self._run(ask)

    async def found(self, organisation: Organisation) -> None:
        """Keep a new organisation, before it has any rows of its own."""

        def keep() -> None:
            mapper = MAPPERS[Organisation]
            row = dict(zip(mapper.names, mapper.values(organisation), strict=True))
            new = INSERTS[self._engine.dialect.name](t.organisations).values(row)
            with self._begun() as connection:
                connection.execute(new.on_conflict_do_update(index_elements=["id"], set_=row))

        await self._run(keep)

    def close(self) -> None:
        """Let running units of work end, then close all connections."""
        if self._threads:
            self._threads.shutdown(wait=True)
        if self._only:
            self._only.close()
        self._engine.dispose()

    async def _run(self, work: Callable[[], Result]) -> Result:
        if self._threads:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        result = work()
        await asyncio.sleep(0)  # nothing above waits: one unit after another would keep others out
        return result

    @contextmanager
    def _begun(self) -> Iterator[Connection]:
        """Lend a connection for one transaction; SQLite's only one is never given back."""
        if self._only is None:
            with self._engine.begin() as connection:
                yield connection
        else:
            with self._only.begin():
                yield self._only

    def _transact(self, organisation_id: str, work: Callable[[Records], Result]) -> Result:
        for tries in range(1, TRIES + 1):
            try:
                with self._begun() as connection:
                    records = SqlRecords(connection, organisation_id, self._new_id)
                    result = work(records)
                    records.write()
            except DBAPIError as error:
                if tries == TRIES or not may_be_lost(error):
                    raise
                _step_back(tries)
            else:
                return result
        raise AssertionError  # unreachable: the last try returns or raises


def _step_back(tries: int) -> None:
    """Wait a random while, longer each time, so that those who met do not meet again."""
    longest = min(LONGEST_WAIT, FIRST_WAIT * 2**tries)
    time.sleep(longest * random())  # noqa: S311  chance to part two threads, not secrecy


def open_store(
    url: str, *, durable: bool = True, new_id: Callable[[], str] = random_id
) -> SqlStore:
    """Open a migrated database; raises StoreInUse when another process holds the SQLite file."""
    engine = make_engine(url, durable=durable)
    try:
        with engine.begin():
            pass
    except (OperationalError, sqlite3.OperationalError) as error:
        engine.dispose()
        if "locked" in str(error):
            raise StoreInUse(url) from error
        raise
    return SqlStore(engine, new_id=new_id)
