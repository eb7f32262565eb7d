"""Keep who leads, what people call their work, and the days on which an office is closed.

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def line(length: int) -> sa.String:
    """Text that PostgreSQL, too, compares byte by byte."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Go forward; defaults fill the rows that are there, and let an older release go on writing."""
    op.create_table(
        "closings",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("name", line(120), nullable=False),
        sa.Column("office", line(120), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_closings")),
    )
    with op.batch_alter_table("people") as batch:
        batch.add_column(sa.Column("title", line(120), nullable=False, server_default=""))
        batch.add_column(sa.Column("leads", sa.Boolean(), nullable=True))
        batch.add_column(sa.Column("closed", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Go back; what was said of leaders, titles and closing days is lost."""
    with op.batch_alter_table("people") as batch:
        batch.drop_column("closed")
        batch.drop_column("leads")
        batch.drop_column("title")
    op.drop_table("closings")
