"""Keep the day on which somebody was last heard of, so that who writes is not called silent.

Revision ID: 0014
Revises: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward; until somebody writes again, only answered check-ins count, as before."""
    with op.batch_alter_table("accounts") as batch:
        batch.add_column(sa.Column("heard_on", sa.Date))


def downgrade() -> None:
    """Go back; weeks counted so far stay counted."""
    with op.batch_alter_table("accounts") as batch:
        batch.drop_column("heard_on")
