"""Keep how platforms reach people, who was left out, and sealed secrets.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NEW = {
    "accounts": (("route", 2000, ""),),
    "outbox": (("also_to", 32, ""),),
}
"""New lines of text by table: name, length, and what rows hold that are there already."""


def line(length: int) -> sa.String:
    """Text that PostgreSQL, too, compares byte by byte."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Go forward; defaults fill the rows that are there, and let an older release go on writing."""
    op.create_table(
        "secrets",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(200), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_secrets")),
    )
    for table, columns in NEW.items():
        with op.batch_alter_table(table) as batch:
            for name, length, held in columns:
                batch.add_column(sa.Column(name, line(length), nullable=False, server_default=held))
    with op.batch_alter_table("tenants") as batch:
        batch.add_column(sa.Column("left_out", sa.JSON(), nullable=False, server_default="{}"))
        batch.add_column(sa.Column("forgotten", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Go back; installations and routes are lost, and are made anew by whoever installs again."""
    with op.batch_alter_table("tenants") as batch:
        batch.drop_column("forgotten")
        batch.drop_column("left_out")
    for table, columns in NEW.items():
        with op.batch_alter_table(table) as batch:
            for name, *_ in columns:
                batch.drop_column(name)
    op.drop_table("secrets")
