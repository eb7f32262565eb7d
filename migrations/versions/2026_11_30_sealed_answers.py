"""Seal what people answered and wrote, each person's with a key of their own.

Revision ID: 0015
Revises: 0014

What is there is sealed as it is, and unsealed on the way back, so that no answer is lost. A release
that does not know of seals cannot run beside this one: stop it first.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import context, op

from storage import sealing

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

PAGE = 500


def line(length: int) -> sa.String:
    """Text that PostgreSQL, too, compares byte by byte."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


SEALED: dict[str, dict[str, tuple[Any, str, str]]] = {
    "accounts": {"draft": (sa.JSON(), "person_id", "null")},
    "checkins": {
        "step": (line(24), "person_id", '"met"'),
        "met": (line(24), "person_id", '""'),
        "rating": (sa.Integer(), "person_id", "null"),
        "progress": (line(24), "person_id", '""'),
        "stuck_on": (line(24), "person_id", '""'),
        "note": (sa.Text(), "person_id", '""'),
        "thanks": (sa.Text(), "person_id", '""'),
        "taps": (sa.Integer(), "person_id", "0"),
    },
    "digests": {"cohorts": (sa.JSON(), "organisation_id", "{}")},
    "enrolments": {
        "topics": (sa.JSON(), "person_id", "{}"),
        "wishes": (sa.JSON(), "person_id", "[]"),
        "wishes_shared": (sa.Boolean(), "person_id", "false"),
        "goal": (sa.Text(), "person_id", '""'),
        "obstacle": (line(24), "person_id", '""'),
        "excluded_people": (sa.JSON(), "person_id", "[]"),
        "excluded_departments": (sa.JSON(), "person_id", "[]"),
    },
    "feedbacks": {"answers": (sa.JSON(), "person_id", "{}")},
    "outbox": {"payload": (sa.JSON(), "person_id", "{}")},
    "proposals": {
        "mentor_answer": (line(24), "mentor_id", '""'),
        "mentee_answer": (line(24), "mentee_id", '""'),
    },
    "seats": {
        "silent_weeks": (sa.Integer(), "person_id", "0"),
        "low_ratings": (sa.Integer(), "person_id", "0"),
        "good_weeks": (sa.Integer(), "person_id", "0"),
        "stuck_weeks": (sa.Integer(), "person_id", "0"),
        "words": (sa.Text(), "person_id", '""'),
    },
}
"""By table and column: the type before, the column that names the owner, and nothing as JSON."""


def upgrade() -> None:
    """Go forward; without a key nothing is begun."""
    if any(_has_rows(table) for table in SEALED):
        _keys().check()
    op.create_table(
        "owner_keys",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("owner_id", line(32), nullable=False),
        sa.Column("under", line(12), nullable=False),
        sa.Column("wrapped", line(120), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "owner_id", name=op.f("pk_owner_keys")),
    )
    op.create_index("ix_owner_keys_under", "owner_keys", ["under"])
    for table, columns in SEALED.items():
        with op.batch_alter_table(table) as batch:
            for name, (kind, *_) in columns.items():
                batch.alter_column(
                    name,
                    existing_type=kind,
                    type_=sa.Text(),
                    server_default=None,
                    postgresql_using=f"{name}::text",
                )
    Sealing().rewrite(Sealing.seal)
    with op.batch_alter_table("checkins") as batch:
        batch.alter_column("rating", existing_type=sa.Text(), nullable=False)


def downgrade() -> None:
    """Go back; what no key opens any more reads as if it had never been written."""
    with op.batch_alter_table("checkins") as batch:
        batch.alter_column("rating", existing_type=sa.Text(), nullable=True)
    Sealing().rewrite(Sealing.unseal)
    for table, columns in SEALED.items():
        with op.batch_alter_table(table) as batch:
            for name, (kind, *_) in columns.items():
                using = f"{name}::{kind.compile(op.get_bind().dialect)}"
                batch.alter_column(
                    name, existing_type=sa.Text(), type_=kind, postgresql_using=using
                )
    op.drop_index("ix_owner_keys_under", "owner_keys")
    op.drop_table("owner_keys")


def _has_rows(table: str) -> bool:
    first = sa.select(sa.literal(1)).select_from(sa.table(table)).limit(1)
    return op.get_bind().execute(first).first() is not None


def _keys() -> sealing.Keys:
    return context.config.attributes.get("keys") or sealing.Keys()


class Sealing:
    """Seals the text of every row, or unseals it, with the keys of the owners."""

    def __init__(self) -> None:
        self._connection = op.get_bind()
        self._keys = _keys()
        self._ciphers: dict[tuple[str, str], sealing.Cipher] = {}
        for organisation, owner, *kept in self._connection.execute(
            sa.text("SELECT organisation_id, owner_id, under, wrapped FROM owner_keys")
        ):
            key = self._keys.unwrap(sealing.Wrapped(*kept), owner)
            self._ciphers[organisation, owner] = sealing.Cipher(key)

    def rewrite(self, how: Callable[..., str | None]) -> None:
        """Write all values anew."""
        for name, columns in SEALED.items():
            table = sa.Table(name, sa.MetaData(), autoload_with=self._connection)
            key = list(table.primary_key.columns)
            change = sa.update(table).where(
                *(each == sa.bindparam(f"_{each.name}") for each in key)
            )
            for rows in _pages(self._connection, table):
                changes = [
                    {
                        **{f"_{each.name}": row[each.name] for each in key},
                        **{column: how(self, name, column, row) for column in columns},
                    }
                    for row in rows
                ]
                self._connection.execute(
                    change.values({c: sa.bindparam(c) for c in columns}), changes
                )

        if self._connection.dialect.name == "postgresql":
            # References are checked at the end, and no table is altered before they are.
            self._connection.execute(sa.text("SET CONSTRAINTS ALL IMMEDIATE"))

    def seal(self, table: str, column: str, row: Any) -> str | None:
        """Return what is kept from now on, of what an older release kept."""
        kind, by, _ = SEALED[table][column]
        kept = row[column]
        if kept is None and column == "draft":
            return None
        cipher = self._cipher(row["organisation_id"], row[by])
        return sealing.sealed(cipher, row[by], f"{table}.{column}", _said(kind, kept))

    def unseal(self, table: str, column: str, row: Any) -> str | None:
        """Return what an older release keeps."""
        kind, _, nothing = SEALED[table][column]
        kept = row[column]
        if kept is None:
            return None
        cipher = (
            self._ciphers.get((row["organisation_id"], sealing.owner_of(kept))) if kept else None
        )
        said = sealing.opened(cipher, f"{table}.{column}", kept) if cipher else json.loads(nothing)
        return _written(kind, said)

    def _cipher(self, organisation: str, owner: str) -> sealing.Cipher:
        if (organisation, owner) not in self._ciphers:
            key = sealing.new_key()
            kept = self._keys.wrap(key, owner)
            self._connection.execute(
                sa.text("INSERT INTO owner_keys VALUES (:organisation, :owner, :under, :wrapped)"),
                {"organisation": organisation, "owner": owner, **kept._asdict()},
            )
            self._ciphers[organisation, owner] = sealing.Cipher(key)
        return self._ciphers[organisation, owner]


def _said(kind: Any, kept: str | None) -> Any:
    """Return the value that a text was before its column became text."""
    if kept is None:
        return None
    if isinstance(kind, sa.JSON):
        return json.loads(kept)
    if isinstance(kind, sa.Boolean):
        return kept in {"1", "true"}
    return int(kept) if isinstance(kind, sa.Integer) else kept


def _written(kind: Any, said: Any) -> str | None:
    """Return the text that becomes a value again with its column."""
    if isinstance(kind, sa.JSON):
        return json.dumps(said)
    if said is None:
        return None
    return str(int(said)) if isinstance(kind, sa.Boolean | sa.Integer) else str(said)


def _pages(connection: sa.Connection, table: sa.Table) -> Iterator[list[Any]]:
    """Give all rows of a table by the order of its key, some at a time."""
    key = list(table.primary_key.columns)
    question = sa.select(table).order_by(*key).limit(PAGE)
    rows = connection.execute(question).mappings().all()
    while rows:
        yield list(rows)
        last = [rows[-1][column.name] for column in key]
        rows = connection.execute(question.where(sa.tuple_(*key) > last)).mappings().all()
