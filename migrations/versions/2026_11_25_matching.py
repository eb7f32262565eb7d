"""Keep interests and shared wishes, runs of the matching, and an organisation's own topics.

Revision ID: 0005
Revises: 0004

The new columns keep their defaults in the database, so that a release that does not know them may
go on writing beside this one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def line(length: int) -> sa.String:
    """Text that PostgreSQL, too, compares byte by byte."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Go forward."""
    with op.batch_alter_table("enrolments") as batch:
        batch.add_column(
            sa.Column("wishes_shared", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch.add_column(sa.Column("interests", sa.JSON(), nullable=False, server_default="[]"))
    op.create_table(
        "topics",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("fr", line(120), nullable=False),
        sa.Column("en", line(120), nullable=False),
        sa.Column("synonyms", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_topics")),
    )
    op.create_table(
        "runs",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("cycle_id", line(32), nullable=False),
        sa.Column("asked_by", line(32), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", line(24), nullable=False),
        sa.Column("change", sa.JSON(), nullable=False),
        sa.Column("state", line(24), nullable=False),
        sa.Column("outcome", sa.JSON(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "cycle_id"],
            ["cycles.organisation_id", "cycles.id"],
            name=op.f("fk_runs_organisation_id_cycle_id_cycles"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_runs")),
    )
    op.create_index(
        op.f("ix_runs_organisation_id_cycle_id"),
        "runs",
        ["organisation_id", "cycle_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_runs_organisation_id_due_at"),
        "runs",
        ["organisation_id", "due_at"],
        unique=False,
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )


def downgrade() -> None:
    """Go back; what people said of interests and wishes is lost with its columns."""
    op.drop_index(
        op.f("ix_runs_organisation_id_due_at"),
        table_name="runs",
        postgresql_where=sa.text("due_at IS NOT NULL"),
        sqlite_where=sa.text("due_at IS NOT NULL"),
    )
    op.drop_index(op.f("ix_runs_organisation_id_cycle_id"), table_name="runs")
    op.drop_table("runs")
    op.drop_table("topics")
    with op.batch_alter_table("enrolments") as batch:
        batch.drop_column("interests")
        batch.drop_column("wishes_shared")
