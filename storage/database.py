"""The engine for SQLite or PostgreSQL, and the store: one unit of work, one transaction.

Units of work are plain synchronous code on SQLAlchemy's Core, not on its asyncio layer: a step of a
conversation is synchronous anyway and reads what it needs when it needs it. Two reads, three writes
and a commit on a SQLite file took 1.5 ms of CPU this way and 4.2 ms through aiosqlite (1,500 of
each in one run, twice).

A unit of work sees one state of the database, and never writes over what another changed since it
looked: SQLite runs one at a time, PostgreSQL ends the later one (REPEATABLE READ), which is then
done again from the start (storage.running).
"""

import secrets
import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
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
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import StaticPool

from bot.domain.people import Organisation, Tenant
from bot.errors import BotError
from bot.ports import Work
from storage import tables as t
from storage.asking import INSERTS
from storage.mapping import DUE, MAPPERS
from storage.rotation import check_keys, count_former, seal_tokens, wrap_some
from storage.running import POSTGRES_WORKERS, runner_for
from storage.sealing import Keys, LostKey, own_keys
from storage.seals import Ring
from storage.work import SqlWork

Result = TypeVar("Result")


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

PRIVATE: dict[str, Any] = {"hide_parameters": True}
"""An error of the database names the statement, never the values: they may be personal."""

TENANTS = select(t.tenants).where(t.tenants.c.active)


def random_id() -> str:
    """Return an opaque id of 96 random bits."""
    return secrets.token_urlsafe(12)


def make_engine(url: str, *, durable: bool = True) -> Engine:
    """Return an engine with the settings each database needs; ``durable`` off is for rehearsals."""
    address = make_url(url)
    if address.get_backend_name() != "sqlite":
        settings = {"pool_pre_ping": True, "pool_size": POSTGRES_WORKERS, **PRIVATE}
        return create_engine(address, isolation_level="REPEATABLE READ", **settings)
    in_memory = address.database in {None, "", ":memory:"}
    pool: dict[str, Any] = {"poolclass": StaticPool} if in_memory else {"pool_size": 1}
    engine = create_engine(address, connect_args={"check_same_thread": False}, **PRIVATE, **pool)
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
    """The store on one database; open it once per process, close it at the end.

    Without keys it seals with one of this process's own, for a database that ends with it.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        keys: Keys | None = None,
        new_id: Callable[[], str] = random_id,
    ) -> None:
        self._engine = engine
        self._keys = own_keys() if keys is None else keys
        # The lock on a SQLite file lets no other process near it.
        self._ring = Ring(self._keys, alone=engine.dialect.name == "sqlite")
        self._new_id = new_id
        self._runner = runner_for(engine)

    async def transact(self, organisation_id: str, act: Callable[[Work], Result]) -> Result:
        """Do something in one transaction, again after a lost race; raises what it raises."""

        def whole(connection: Connection) -> Result:
            work = SqlWork(connection, organisation_id, new_id=self._new_id, ring=self._ring)
            result = act(work)
            work.write()
            return result

        return await self._runner.run(whole)

    async def tenants(self) -> Sequence[Tenant]:
        """Return the active tenants of all organisations."""

        def ask(connection: Connection) -> Sequence[Tenant]:
            return [MAPPERS[Tenant].entity(row) for row in connection.execute(TENANTS)]

        return await self._runner.run(ask)

    async def next_due(self) -> datetime | None:
        """Return the earliest instant at which something becomes due, deliveries included."""

        def ask(connection: Connection) -> datetime | None:
            found = connection.execute(NEXT_DUE).one()
            return min((instant for instant in found if instant), default=None)

        return await self._runner.run(ask)

    async def found(self, organisation: Organisation) -> None:
        """Keep a new organisation, before it has any rows of its own."""
        mapper = MAPPERS[Organisation]
        row = dict(zip(mapper.names, mapper.values(organisation), strict=True))
        new = INSERTS[self._engine.dialect.name](t.organisations).values(row)
        kept = new.on_conflict_do_update(index_elements=["id"], set_=row)
        await self._runner.run(lambda connection: connection.execute(kept))

    async def former_keys(self) -> int:
        """Return how many keys of owners another key than the newest still opens."""
        return await self._runner.run(lambda connection: count_former(connection, self._keys))

    async def rotate(self, seal_anew: Callable[[str], str]) -> int:
        """Wrap all keys by the newest, and seal tokens anew; return how many keys were not yet.

        Whatever is interrupted is whole, and the next one goes on.
        """
        await self._runner.run(lambda connection: seal_tokens(connection, seal_anew))
        wrapped = 0
        while some := await self._runner.run(lambda connection: wrap_some(connection, self._keys)):
            wrapped += some
        return wrapped

    def close(self) -> None:
        """Let running units of work end, then close all connections."""
        self._runner.close()
        self._engine.dispose()


def open_store(
    url: str, keys: Keys, *, durable: bool = True, new_id: Callable[[], str] = random_id
) -> SqlStore:
    """Open a migrated database.

    Raises StoreInUse when another process holds the SQLite file, and LostKey where something is
    sealed with a key that is not among these: nothing is read and nothing is written then.
    """
    engine = make_engine(url, durable=durable)
    try:
        with engine.begin() as connection:
            check_keys(connection, keys)
    except LostKey:
        engine.dispose()
        raise
    except (OperationalError, sqlite3.OperationalError) as error:
        engine.dispose()
        if "locked" in str(error):
            raise StoreInUse(url) from error
        raise
    return SqlStore(engine, keys=keys, new_id=new_id)
