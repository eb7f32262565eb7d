"""Two more revisions after the newest, as a later release may bring them."""

import os
from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

import migrations
from storage.database import make_engine

SHIPPED = Path(migrations.__file__).parent
CHANGED = {
    "organisations": ("name", 200),
    "tenants": ("external_id", 80),
    "people": ("name", 200),
    "programmes": ("name", 120),
    "cycles": ("approved_by", 32),
    "pairings": ("proposal_id", 32),
}
"""Tables that others refer to; of each a column that becomes longer, and its length before."""
BADGES = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "badges", {head!r}

def upgrade():
    op.create_table(
        "badges",
        sa.Column("organisation_id", sa.String(32), primary_key=True),
        sa.Column("person_id", sa.String(32), primary_key=True),
        sa.ForeignKeyConstraint(
            ["organisation_id", "person_id"],
            ["people.organisation_id", "people.id"],
            name="fk_badges_people",
            ondelete="CASCADE",
        ),
    )
    op.execute("INSERT INTO badges SELECT organisation_id, id FROM people")

def downgrade():
    op.drop_table("badges")
"""
LONGER = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "longer", "badges"

def upgrade():
    for table, (column, _) in {changed!r}.items():
        with op.batch_alter_table(table) as batch:
            batch.alter_column(column, type_=sa.String(400), existing_nullable=False)

def downgrade():
    for table, (column, length) in {changed!r}.items():
        with op.batch_alter_table(table) as batch:
            batch.alter_column(column, type_=sa.String(length), existing_nullable=False)
"""


class Trial:
    """Migrates a database through revisions of its own, with the product's environment.

    Even on the store's own engine, where foreign keys are on, no row may be lost.
    """

    def __init__(self, url: str, folder: Path) -> None:
        self._url = url
        self._config = Config()
        self._config.set_main_option("script_location", str(SHIPPED))
        self.shipped = ScriptDirectory.from_config(self._config).get_current_head()
        (folder / "badges.py").write_text(BADGES.format(head=self.shipped), encoding="utf-8")
        (folder / "longer.py").write_text(LONGER.format(changed=CHANGED), encoding="utf-8")
        places = os.pathsep.join([str(SHIPPED / "versions"), str(folder)])
        self._config.set_main_option("path_separator", "os")
        self._config.set_main_option("version_locations", places)

    def upgrade(self) -> None:
        """Go to the newest of all revisions."""
        self._run(command.upgrade, "head")

    def downgrade(self) -> None:
        """Go back to the newest revision that is shipped."""
        self._run(command.downgrade, self.shipped or "base")

    def _run(self, move: Callable[[Config, str], None], revision: str) -> None:
        engine = make_engine(self._url)
        with engine.connect() as connection:
            self._config.attributes["connection"] = connection
            move(self._config, revision)
        engine.dispose()
