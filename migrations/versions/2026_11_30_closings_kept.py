"""Keep a closing day only after a coordinator said yes to what it means for pairs.

Revision ID: 0016
Revises: 0015

All closing days there are count as kept, and so do those that a release writes which does not know
of the question.
"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("closings") as batch:
        batch.add_column(sa.Column("kept", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    """Go back; what nobody said yes to was never kept."""
    op.execute("DELETE FROM closings WHERE NOT kept")
    with op.batch_alter_table("closings") as batch:
        batch.drop_column("kept")
