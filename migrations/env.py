"""Runs migrations on the connection that storage.migrate hands over, one transaction each."""

from typing import Any

from alembic import context
from sqlalchemy import Connection

from storage import mapping as _mapping  # noqa: F401  every table is known once mapped
from storage.tables import metadata

LOCK_TIMEOUT = "4s"
TURN = 2026_11_23
"""The advisory lock of whoever migrates; any number will do that nothing else uses."""


def run(connection: Connection) -> None:
    """Migrate; on SQLite with foreign keys off, since batch mode would delete child rows.

    On PostgreSQL replicas that start together take turns; the second finds nothing left to do.
    """
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        # On the bare connection, because SQLite ignores this one inside a transaction.
        _bare(connection).execute("PRAGMA foreign_keys = OFF")
        # What a migration seals or drops is not to be found among the freed pages.
        _bare(connection).execute("PRAGMA secure_delete = ON")
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({TURN})")
        connection.exec_driver_sql(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
        connection.commit()
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=sqlite,
        transaction_per_migration=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    if sqlite:
        _check_references(connection)
    else:
        connection.exec_driver_sql(f"SELECT pg_advisory_unlock({TURN})")
        connection.commit()


def _check_references(connection: Connection) -> None:
    broken = _bare(connection).execute("PRAGMA foreign_key_check").fetchall()
    _bare(connection).execute("PRAGMA foreign_keys = ON")
    if broken:
        message = f"{len(broken)} rows point nowhere after the migration; restore the backup"
        raise RuntimeError(message)


def _bare(connection: Connection) -> Any:
    return connection.connection.dbapi_connection


run(context.config.attributes["connection"])
