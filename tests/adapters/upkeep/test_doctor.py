"""The doctor says what is still missing before a programme can begin."""

import asyncio
import io
from pathlib import Path

import pytest
from pydantic import SecretStr
from rich.console import Console

from adapters.bootstrap import ORGANISATION
from adapters.sealing import new_key
from adapters.settings import Settings
from adapters.upkeep.doctor import ILL, examine
from bot.domain.people import Organisation
from storage.database import open_store
from tests.builders import KEYS
from tests.world import a_person

HOUSE = Organisation(id=ORGANISATION, name="Acme", language="en")


@pytest.fixture
def url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "doctor.db"
    path.write_bytes(sqlite_template.read_bytes())
    return f"sqlite:///{path}"


def said(url: str) -> str:
    """Return what the doctor prints; no platform is set up, so that all is never well."""
    printed = io.StringIO()
    found = Settings(database_url=url, secret_key=SecretStr(new_key()))
    assert asyncio.run(examine(found, Console(file=printed, width=200))) == ILL
    return printed.getvalue()


def appoint(url: str) -> None:
    """Keep a coordinator."""

    async def act() -> None:
        store = open_store(url, KEYS)
        await store.found(HOUSE)
        claire = a_person("Claire", organisation_id=ORGANISATION, is_coordinator=True)
        await store.transact(ORGANISATION, lambda work: work.add(claire))
        store.close()

    asyncio.run(act())


def test_that_nobody_coordinates_is_named_with_what_to_do(url: str) -> None:
    found = said(url)

    assert " ill  somebody coordinates" in found
    assert "--coordinator" in found


def test_somebody_who_was_imported_will_do(url: str) -> None:
    appoint(url)

    assert "well  somebody coordinates" in said(url)
