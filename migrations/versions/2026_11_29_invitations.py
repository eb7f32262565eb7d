"""Keep whom a coordinator invites, with which first lines, and which parts came of it.

Revision ID: 0008
Revises: 0007
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def line(length: int) -> sa.String:
    """Text up to a length, compared byte by byte on both databases."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Go forward; who was invited before belongs to no invitation that could be taken back."""
    op.create_table(
        "invitations",
        sa.Column("organisation_id", line(32), nullable=False),
        sa.Column("id", line(32), nullable=False),
        sa.Column("cycle_id", line(32), nullable=False),
        sa.Column("author_id", line(32), nullable=False),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("departments", sa.JSON(), nullable=False),
        sa.Column("offices", sa.JSON(), nullable=False),
        sa.Column("lowest", sa.Integer(), nullable=False),
        sa.Column("highest", sa.Integer(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "cycle_id"],
            ["cycles.organisation_id", "cycles.id"],
            name=op.f("fk_invitations_organisation_id_cycle_id_cycles"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "author_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_invitations_organisation_id_author_id_people"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_invitations")),
    )
    with op.batch_alter_table("enrolments") as batch:
        batch.add_column(sa.Column("invitation_id", line(32), nullable=False, server_default=""))
    op.create_index(
        op.f("ix_enrolments_organisation_id_invitation_id"),
        "enrolments",
        ["organisation_id", "invitation_id"],
        unique=False,
    )


def downgrade() -> None:
    """Go back; whom a round was for is lost, and so are first lines of a coordinator's own."""
    op.drop_index(op.f("ix_enrolments_organisation_id_invitation_id"), table_name="enrolments")
    with op.batch_alter_table("enrolments") as batch:
        batch.drop_column("invitation_id")
    op.drop_table("invitations")
