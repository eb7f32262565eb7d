"""Turns that were taken, lanes, and the outbox."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    ColumnElement,
    Float,
    FromClause,
    Index,
    Integer,
    Table,
    UniqueConstraint,
    literal_column,
)

from bot.domain.delivery import LIVE_STATES, DeliveryState, Kind
from storage.tables.core import ID, column, key, metadata, refers
from storage.types import Instant, Sealed, Word, line

turns = Table(
    "turns",
    metadata,
    key("organisation_id"),
    Column("key", line(200), primary_key=True),
    column("at", Instant),
    Index(None, "at"),
)
lanes = Table(
    "lanes",
    metadata,
    key("organisation_id"),
    key("tenant_id"),
    column("tokens", Float),
    column("updated_at", Instant),
    Column("closed_until", Instant),
    refers("tenants", "tenant_id"),
)
outbox = Table(
    "outbox",
    metadata,
    Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    column("organisation_id", ID),
    column("tenant_id", ID),
    column("account_id", ID),
    column("person_id", ID),
    column("key", line(200)),
    column("kind", Word(Kind)),
    column("due_at", Instant),
    column("visible_at", Instant),
    column("closes_at", Instant),
    column("payload", Sealed(JSON(), of="person_id", nothing={})),
    column("also_to", ID),
    column("state", Word(DeliveryState)),
    column("attempts", Integer),
    column("lease_owner", line(64)),
    column("remote_id", line(120)),
    column("error", line(200)),
    Column("settled_at", Instant),
    Column("expires_at", Instant),
    column("flow", line(40)),
    column("step", line(40)),
    column("subject", ID),
    UniqueConstraint("organisation_id", "key"),
)


def live(table: FromClause) -> ColumnElement[bool]:
    """Whether a delivery is still on its way, spelt as the partial indexes below are.

    Only the same words, as literals, let a database see that such an index holds all it looks for.
    """
    return table.c.state.in_([literal_column(f"'{state}'") for state in LIVE_STATES])


LIVE = live(outbox)
Index(
    "ix_outbox_lane",
    outbox.c.organisation_id,
    outbox.c.tenant_id,
    outbox.c.visible_at,
    postgresql_where=LIVE,
    sqlite_where=LIVE,
)
Index(
    "ix_outbox_conversation",
    outbox.c.organisation_id,
    outbox.c.account_id,
    outbox.c.due_at,
    outbox.c.id,
    postgresql_where=LIVE,
    sqlite_where=LIVE,
)
IN_A_ROOM = outbox.c.also_to != literal_column("''")
"""Whether a delivery has a second reader, spelt as the partial index below is."""
Index(
    "ix_outbox_also_to",
    outbox.c.organisation_id,
    outbox.c.also_to,
    postgresql_where=IN_A_ROOM,
    sqlite_where=IN_A_ROOM,
)
Index("ix_outbox_person", outbox.c.organisation_id, outbox.c.person_id)
