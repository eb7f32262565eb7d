"""Keep what is over for one side until the other may know, and when a rest comes to its end.

Revision ID: 0011
Revises: 0010

The new columns keep their defaults in the database, so that a release that does not know them may
go on writing beside this one. Who read along in a room is found by an index. Pairings that rest
already are looked at once, and get the end that every rest has now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

IN_A_ROOM = sa.text("also_to != ''")


def line(length: int) -> sa.String:
    """Text that PostgreSQL, too, compares byte by byte."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Go forward."""
    for table in ("pairings", "proposals"):
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("over_at", sa.DateTime(timezone=True), nullable=True))
            batch.add_column(sa.Column("over_by", line(32), nullable=False, server_default=""))
    with op.batch_alter_table("pairings") as batch:
        batch.add_column(sa.Column("rests_until", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE pairings SET due_at = CURRENT_TIMESTAMP WHERE state = 'paused'")
    op.create_index(
        "ix_outbox_also_to",
        "outbox",
        ["organisation_id", "also_to"],
        postgresql_where=IN_A_ROOM,
        sqlite_where=IN_A_ROOM,
    )


def downgrade() -> None:
    """Go back; an end that was not told yet is forgotten, so that both sides go on."""
    op.drop_index("ix_outbox_also_to", "outbox")
    op.execute("UPDATE pairings SET due_at = NULL WHERE state = 'paused'")
    with op.batch_alter_table("pairings") as batch:
        batch.drop_column("rests_until")
    for table in ("proposals", "pairings"):
        with op.batch_alter_table(table) as batch:
            batch.drop_column("over_by")
            batch.drop_column("over_at")
