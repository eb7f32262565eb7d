"""Find departments and levels without reading everybody.

Revision ID: 0003
Revises: 0002
"""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_people_organisation_id_active_department": "department",
    "ix_people_organisation_id_active_level": "level",
}


def upgrade() -> None:
    """Go forward."""
    for name, column in INDEXES.items():
        op.create_index(op.f(name), "people", ["organisation_id", "active", column], unique=False)


def downgrade() -> None:
    """Go back."""
    for name in INDEXES:
        op.drop_index(op.f(name), table_name="people")
