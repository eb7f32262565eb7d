"""Know people again by a number or a former address, and keep who left or is away.

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def line(length: int) -> sa.String:
    """Text that PostgreSQL, too, compares byte by byte."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Go forward; defaults fill the rows that are there, and let an older release go on writing."""
    with op.batch_alter_table("people") as batch:
        batch.add_column(sa.Column("employee_number", line(40), nullable=False, server_default=""))
        batch.add_column(sa.Column("departure", line(24), nullable=False, server_default=""))
        batch.add_column(sa.Column("left_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("due_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("absent_until", sa.Date(), nullable=True))
    op.create_index(
        op.f("ix_people_organisation_id_due_at"),
        "people",
        ["organisation_id", "due_at"],
        unique=False,
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.create_table(
        "aliases",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("email", line(320), nullable=False),
        sa.Column("person_id", line(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_aliases_organisation_id_person_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "email", name=op.f("pk_aliases")),
    )
    op.create_index(
        op.f("ix_aliases_organisation_id_person_id"),
        "aliases",
        ["organisation_id", "person_id"],
        unique=False,
    )


def downgrade() -> None:
    """Go back; numbers, former addresses, and who is away or has left since when are lost."""
    op.drop_index(op.f("ix_aliases_organisation_id_person_id"), table_name="aliases")
    op.drop_table("aliases")
    op.drop_index(op.f("ix_people_organisation_id_due_at"), table_name="people")
    with op.batch_alter_table("people") as batch:
        batch.drop_column("absent_until")
        batch.drop_column("due_at")
        batch.drop_column("left_at")
        batch.drop_column("departure")
        batch.drop_column("employee_number")
