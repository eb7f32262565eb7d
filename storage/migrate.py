"""Brings a database to a revision of the schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

import migrations


def migrate(url: str, revision: str = "head") -> None:
    """Upgrade a database to a revision; its own engine, since migrations need other settings."""
    engine = create_engine(make_url(url), poolclass=NullPool)
    migrate_engine(engine, revision)
    engine.dispose()


def migrate_engine(engine: Engine, revision: str = "head") -> None:
    """Upgrade the database behind an engine, such as one in memory."""
    with engine.connect() as connection:
        command.upgrade(_config(connection), revision)


def downgrade(url: str, revision: str) -> None:
    """Go back to a revision; data of newer columns is lost, so back up first."""
    engine = create_engine(make_url(url), poolclass=NullPool)
    with engine.connect() as connection:
        command.downgrade(_config(connection), revision)
    engine.dispose()


def _config(connection: object) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes["connection"] = connection
    return config
