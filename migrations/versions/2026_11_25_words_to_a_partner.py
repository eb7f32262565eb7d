"""Keep what somebody writes to their partner until it is sent.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; defaults fill the rows that are there, and let an older release go on writing."""
    with op.batch_alter_table("seats") as batch:
        batch.add_column(sa.Column("words", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("told_on", sa.Date(), nullable=True))
        batch.add_column(sa.Column("told", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    """Go back; words that were not sent yet are lost."""
    with op.batch_alter_table("seats") as batch:
        batch.drop_column("told")
        batch.drop_column("told_on")
        batch.drop_column("words")
