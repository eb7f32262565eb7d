"""Migrations forward and back, with data, on both databases; the models equal the newest schema."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine, inspect, select
from sqlalchemy.pool import NullPool

from bot.domain.people import Person
from storage.database import make_engine, open_store
from storage.migrate import downgrade, migrate
from storage.tables import metadata
from tests import postgres
from tests.builders import KEYS, ORGANISATION, an_organisation, everything
from tests.conftest import postgres_database
from tests.migrations.trial import Trial

Rows = dict[str, list[str]]
MIGRATE = "import sys; from storage.migrate import migrate; migrate(sys.argv[1])"


@pytest.fixture
def full_url(database_url: str) -> str:
    """A database at the newest schema with something in every table."""

    async def fill() -> None:
        store = open_store(database_url, KEYS)
        await store.found(an_organisation())
        await store.transact(ORGANISATION, everything)
        store.close()

    asyncio.run(fill())
    return database_url


def rows(url: str) -> Rows:
    """Return all that is kept."""

    def read(connection: sa.Connection) -> Rows:
        return {
            name: sorted(str(row) for row in connection.execute(select(table)))
            for name, table in metadata.tables.items()
        }

    found: Rows = _ask(url, read)
    return found


def test_up_down_and_up_again_leaves_a_usable_schema(empty_database_url: str) -> None:
    migrate(empty_database_url)
    downgrade(empty_database_url, "base")
    assert _tables(empty_database_url) <= {"alembic_version"}

    migrate(empty_database_url)

    assert _tables(empty_database_url) >= set(metadata.tables)


def test_full_tables_can_be_taken_down(full_url: str) -> None:
    downgrade(full_url, "base", KEYS)

    assert _tables(full_url) <= {"alembic_version"}


def test_migrating_again_changes_nothing(full_url: str) -> None:
    before = rows(full_url)

    migrate(full_url)

    assert rows(full_url) == before
    assert [name for name, found in before.items() if not found] == []


def test_later_revisions_keep_every_row_there_and_back(full_url: str, tmp_path: Path) -> None:
    trial, before = Trial(full_url, tmp_path), rows(full_url)

    trial.upgrade()
    after = rows(full_url)
    badges = _ask(full_url, lambda c: c.exec_driver_sql("SELECT * FROM badges").all())
    trial.downgrade()

    assert after == before
    assert len(badges) == len(before["people"])
    assert rows(full_url) == before
    assert not _differences(full_url)


def test_foreign_keys_left_on_would_have_deleted_rows(
    sqlite_template: Path, tmp_path: Path
) -> None:
    """Why migrations have an engine of their own: the store's deletes what refers to a table."""
    url = f"sqlite:///{tmp_path / 'copy.db'}"
    (tmp_path / "copy.db").write_bytes(sqlite_template.read_bytes())
    engine = make_engine(url)
    with engine.begin() as connection:
        for statement in (
            "CREATE TABLE parents (id INTEGER PRIMARY KEY, name VARCHAR(9) NOT NULL)",
            "CREATE TABLE children (id INTEGER REFERENCES parents ON DELETE CASCADE)",
            "INSERT INTO parents VALUES (1, 'Ana')",
            "INSERT INTO children VALUES (1)",
        ):
            connection.exec_driver_sql(statement)
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("parents") as batch:
            batch.alter_column("name", type_=sa.String(10))
        parents = connection.exec_driver_sql("SELECT * FROM parents").all()
        children = connection.exec_driver_sql("SELECT * FROM children").all()
    engine.dispose()

    assert (parents, children) == ([(1, "Ana")], [])


def test_the_models_equal_the_newest_schema(database_url: str) -> None:
    differences = _differences(database_url)

    assert not differences, f"add a migration to migrations/versions that does: {differences}"
    assert len(metadata.tables) > 15


@pytest.mark.postgres
def test_every_line_of_text_is_compared_byte_by_byte(postgres_url: str) -> None:
    def collations(connection: sa.Connection) -> dict[str, str | None]:
        return {
            f"{table}.{column['name']}": column["type"].collation
            for table in metadata.tables
            for column in inspect(connection).get_columns(table)
            if isinstance(column["type"], sa.VARCHAR)
        }

    found = _ask(postgres_url, collations)

    assert len(found) > 100
    assert {name for name, collation in found.items() if collation != "C"} == set()


@pytest.mark.postgres
@pytest.mark.slow
def test_two_replicas_may_start_on_an_empty_database(postgres_server: postgres.Server) -> None:
    for url in postgres_database(postgres_server, "template0"):
        both = [subprocess.Popen([sys.executable, "-c", MIGRATE, url]) for _ in range(2)]

        assert [replica.wait(60) for replica in both] == [0, 0]
        assert not _differences(url)


def test_every_key_starts_with_the_organisation() -> None:
    """The outbox is ordered by a number, and organisations are what the others belong to."""
    exempt = {"organisations", "outbox"}
    keys = {name: list(table.primary_key.columns.keys()) for name, table in metadata.tables.items()}

    assert {name for name, key in keys.items() if key[0] != "organisation_id"} == exempt
    assert "organisation_id" in metadata.tables["outbox"].columns


@pytest.mark.parametrize("kind", [Person])
def test_the_domain_knows_nothing_of_its_table(kind: type) -> None:
    assert "sqlalchemy" not in kind.__module__


def _tables(url: str) -> set[str]:
    return set(_ask(url, lambda connection: inspect(connection).get_table_names()))


def _differences(url: str) -> Any:
    def compare(connection: sa.Connection) -> Any:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, metadata)

    return _ask(url, compare)


def _ask(url: str, question: Callable[[sa.Connection], Any]) -> Any:
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        answer = question(connection)
    engine.dispose()
    return answer
