"""Keep what a delivery's card awaits, so that nobody answers a card that has not arrived.

Revision ID: 0010
Revises: 0009
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

COLUMNS = {"flow": 40, "step": 40, "subject": 32}


def word(name: str, length: int) -> sa.Column[Any]:
    """Make a column of a word, empty where nothing is awaited."""
    kind = sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False, server_default="")


def upgrade() -> None:
    """Go forward; what waits to be sent was awaited when it was queued, and awaits nothing more."""
    with op.batch_alter_table("outbox") as batch:
        for name, length in COLUMNS.items():
            batch.add_column(word(name, length))


def downgrade() -> None:
    """Go back; a card that is still to be sent can be answered by its buttons alone."""
    with op.batch_alter_table("outbox") as batch:
        for name in COLUMNS:
            batch.drop_column(name)
