"""Count the moments that one side of a pairing picked without an answer.

Revision ID: 0013
Revises: 0012

The count keeps its default in the database, so that a release that does not know it may go on
writing beside this one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("seats") as batch:
        batch.add_column(sa.Column("in_vain", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("in_vain_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    """Go back; nobody has to wait any more."""
    with op.batch_alter_table("seats") as batch:
        batch.drop_column("in_vain_at")
        batch.drop_column("in_vain")
