"""How every table is made: its key starts with the organisation, so no row is reached without it.

Foreign keys are checked at commit (deferred), so a unit of work may write in any order. Times are
UTC; enums are strings; ``due_at`` and ``next_due_at`` are indexed only where something is due.
"""

from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Index, MetaData, Table
from sqlalchemy.schema import SchemaItem

from storage.types import line

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    },
)

ID = line(32)


def key(name: str) -> Column[str]:
    """Make a part of the primary key."""
    return Column(name, ID, primary_key=True)


def column(name: str, kind: Any, *, default: Any = None) -> Column[Any]:
    """Make a column that always holds a value: a new row's own, or the one it begins with."""
    return Column(name, kind, nullable=False, default=default)


def refers(table: str, column: str) -> ForeignKeyConstraint:
    """Make a reference within the organisation, checked at commit."""
    return ForeignKeyConstraint(
        ["organisation_id", column],
        [f"{table}.organisation_id", f"{table}.id"],
        deferrable=True,
        initially="DEFERRED",
    )


def entity(name: str, *columns: SchemaItem) -> Table[Any]:
    """Make a table keyed by organisation and id."""
    return Table(name, metadata, key("organisation_id"), key("id"), *columns)


def due_index(table: Table[Any], column: str) -> None:
    """Index what is due, and only that: looking costs what is due, not what exists."""
    due = table.c[column]
    where = due.is_not(None)
    # The organisation comes first: without it SQLite would rather read all rows of the key's index.
    Index(None, table.c.organisation_id, due, postgresql_where=where, sqlite_where=where)
