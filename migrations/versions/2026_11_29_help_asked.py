"""Keep when a pair asked for a hand: a meeting before it does not answer it.

Revision ID: 0012
Revises: 0011

The new column is empty at first, so that a release that does not know it may go on writing beside
this one. Pairs that asked already count as if they had asked now.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("pairings") as batch:
        batch.add_column(sa.Column("help_asked_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE pairings SET help_asked_at = CURRENT_TIMESTAMP WHERE help_label = 'asked'")


def downgrade() -> None:
    """Go back."""
    with op.batch_alter_table("pairings") as batch:
        batch.drop_column("help_asked_at")
