"""Brings a database to a revision of the schema."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

import migrations
from storage.sealing import Keys


def migrate(url: str, revision: str = "head", keys: Keys | None = None) -> None:
    """Upgrade a database to a revision; its own engine, since migrations need other settings.

    Raises NoKey or LostKey, and changes nothing, where answers have to be sealed and cannot be.
    """
    engine = create_engine(make_url(url), poolclass=NullPool, hide_parameters=True)
    try:
        migrate_engine(engine, revision, keys)
    finally:
        engine.dispose()


def migrate_engine(engine: Engine, revision: str = "head", keys: Keys | None = None) -> None:
    """Upgrade the database behind an engine, such as one in memory."""
    with engine.connect() as connection:
        command.upgrade(_config(connection, keys), revision)


def downgrade(url: str, revision: str, keys: Keys | None = None) -> None:
    """Go back to a revision; data of newer columns is lost, so back up first."""
    engine = create_engine(make_url(url), poolclass=NullPool, hide_parameters=True)
    with engine.connect() as connection:
        command.downgrade(_config(connection, keys), revision)
    engine.dispose()


def _config(connection: object, keys: Keys | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.attributes |= {"connection": connection, "keys": keys}
    return config
