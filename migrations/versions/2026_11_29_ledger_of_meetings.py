"""Keep who picked a moment and what each side says of a meeting, and when news is worthless.

Revision ID: 0009
Revises: 0008
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def line(length: int) -> sa.String:
    """Text that PostgreSQL, too, compares byte by byte."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def instant(name: str) -> sa.Column[Any]:
    """Make a column of an instant that may be none."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=True)


def word(name: str, length: int) -> sa.Column[Any]:
    """Make a column of a word, empty where nothing was said."""
    return sa.Column(name, line(length), nullable=False, server_default="")


def upgrade() -> None:
    """Go forward; defaults fill the rows that are there, and let an older release go on writing."""
    with op.batch_alter_table("outbox") as batch:
        batch.add_column(instant("expires_at"))
    with op.batch_alter_table("pairings") as batch:
        batch.add_column(instant("cancelled_at"))
    with op.batch_alter_table("checkins") as batch:
        batch.add_column(word("meeting_id", 32))
    with op.batch_alter_table("meetings") as batch:
        batch.add_column(word("proposed_by", 32))
        batch.add_column(instant("wanted_at"))
        batch.add_column(word("off_by", 32))
        batch.add_column(word("news", 200))
        batch.add_column(instant("prepared_for"))
        batch.add_column(
            sa.Column("noted", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch.add_column(word("mentor_said", 24))
        batch.add_column(word("mentee_said", 24))


def downgrade() -> None:
    """Go back; moments that await a yes, and what each side said of a meeting, are lost."""
    # A state that the release before does not know.
    op.execute("UPDATE meetings SET state = 'cancelled' WHERE state = 'lapsed'")
    with op.batch_alter_table("meetings") as batch:
        for name in ("mentee_said", "mentor_said", "noted", "prepared_for"):
            batch.drop_column(name)
        for name in ("news", "off_by", "wanted_at", "proposed_by"):
            batch.drop_column(name)
    with op.batch_alter_table("checkins") as batch:
        batch.drop_column("meeting_id")
    with op.batch_alter_table("pairings") as batch:
        batch.drop_column("cancelled_at")
    with op.batch_alter_table("outbox") as batch:
        batch.drop_column("expires_at")
