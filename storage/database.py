"""The engine for SQLite or PostgreSQL, and the store: one unit of work, one transaction.

Units of work run as plain synchronous SQLAlchemy in a worker thread, not through its asyncio
layer: a step of a conversation is synchronous anyway and reads what it needs when it needs it, and
one hop to a thread per turn costs less than several per statement. Two reads, three writes and a
commit on a SQLite file took 1.5 ms of CPU this way and 4.2 ms through aiosqlite (1,500 of each in
one run, twice).
SQLite gets one worker, since it has one writer; PostgreSQL one per pooled connection.

A unit of work sees one state of the database, and never writes over what another changed since it
looked: SQLite runs one at a time, PostgreSQL ends the later one (REPEATABLE READ), which is then
done again from the start.
"""

import asyncio
import secrets
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from random import random
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Engine, Table, create_engine, event, func, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from bot.domain.people import Organisation, Tenant
from bot.errors import BotError
from bot.ports import Records
from storage import tables as t
from storage.mapping import DUE
from storage.races import may_be_lost
from storage.records import SqlRecords

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

TENANTS = select(Tenant).where(t.tenants.c.active)


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
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


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
    """The store on one database; open it once per process, close it at the end.

    ``alone`` tells that nobody else waits for the caller's thread, as in a rehearsal: units of work
    run there, which spares two hand-overs each.
    """

    def __init__(
        self, engine: Engine, *, new_id: Callable[[], str] = random_id, alone: bool = False
    ) -> None:
        workers = 1 if engine.dialect.name == "sqlite" else POSTGRES_WORKERS
        self._engine = engine
        self._new_id = new_id
        self._alone = alone
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="store")

    async def transact(self, organisation_id: str, work: Callable[[Records], Result]) -> Result:
        """Run work in one transaction, again after a lost race; raises what work raises."""
        return await self._in_thread(lambda: self._transact(organisation_id, work))

    async def tenants(self) -> Sequence[Tenant]:
        """Return the active tenants of all organisations."""

        def ask() -> Sequence[Tenant]:
            with Session(self._engine, expire_on_commit=False) as session:
                return session.scalars(TENANTS).all()

        return await self._in_thread(ask)

    async def next_due(self) -> datetime | None:
        """Return the earliest instant at which something becomes due, deliveries included."""

        def ask() -> datetime | None:
            with self._engine.connect() as connection:
                found = connection.execute(NEXT_DUE).one()
            return min((instant for instant in found if instant), default=None)

        return await self._in_thread(ask)

    async def found(self, organisation: Organisation) -> None:
        """Keep a new organisation, before it has any rows of its own."""

        def keep() -> None:
            with Session(self._engine, expire_on_commit=False) as session, session.begin():
                session.merge(organisation)

        await self._in_thread(keep)

    def close(self) -> None:
        """Let running units of work end, then close all connections."""
        self._threads.shutdown(wait=True)
        self._engine.dispose()

    async def _in_thread(self, ask: Callable[[], Result]) -> Result:
        if self._alone:
            return ask()
        return await asyncio.get_running_loop().run_in_executor(self._threads, ask)

    def _transact(self, organisation_id: str, work: Callable[[Records], Result]) -> Result:
        for tries in range(1, TRIES + 1):
            try:
                with Session(self._engine, expire_on_commit=False) as session, session.begin():
                    records = SqlRecords(session, organisation_id, self._new_id)
                    result = work(records)
                    records.write_outbox()
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
    except OperationalError as error:
        engine.dispose()
        if "locked" in str(error.orig):
            raise StoreInUse(url) from error
        raise
    return SqlStore(engine, new_id=new_id)
