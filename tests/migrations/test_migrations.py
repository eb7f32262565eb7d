"""Migrations forward and back, with data, on both databases; the models equal the newest schema."""

import asyncio

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from bot.domain.people import Person
from bot.ports import Records
from storage.database import open_store
from storage.migrate import downgrade, migrate
from storage.tables import metadata
from tests.builders import ORGANISATION, a_checkin, a_programme, an_organisation


def test_up_down_and_up_again_leaves_a_usable_schema(empty_database_url: str) -> None:
    migrate(empty_database_url)
    downgrade(empty_database_url, "base")
    assert _tables(empty_database_url) <= {"alembic_version"}

    migrate(empty_database_url)

    assert _tables(empty_database_url) >= set(metadata.tables)


def test_the_models_equal_the_newest_schema(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, metadata)
    engine.dispose()

    assert differences == []
    assert len(metadata.tables) > 15


def test_migrating_again_keeps_what_people_answered(database_url: str) -> None:
    async def fill() -> None:
        store = open_store(database_url)
        await store.found(an_organisation())
        await store.transact(ORGANISATION, a_programme)
        await store.transact(ORGANISATION, lambda r: r.add(a_checkin(rating=5, note="kept")))
        store.close()

    async def look() -> tuple[int | None, int]:
        store = open_store(database_url)

        def ask(records: Records) -> tuple[int | None, int]:
            return records.last_checkins("pair", "ana", 1)[0].rating, len(records.staff())

        found = await store.transact(ORGANISATION, ask)
        store.close()
        return found

    asyncio.run(fill())
    migrate(database_url)

    assert asyncio.run(look()) == (5, 2)


def test_every_key_starts_with_the_organisation() -> None:
    """The outbox is ordered by a number, and organisations are what the others belong to."""
    exempt = {"organisations", "outbox"}
    keys = {name: list(table.primary_key.columns.keys()) for name, table in metadata.tables.items()}

    assert {name for name, key in keys.items() if key[0] != "organisation_id"} == exempt
    assert "organisation_id" in metadata.tables["outbox"].columns


def _tables(url: str) -> set[str]:
    engine = create_engine(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names


@pytest.mark.parametrize("kind", [Person])
def test_the_domain_knows_nothing_of_its_table(kind: type) -> None:
    assert "sqlalchemy" not in kind.__module__
