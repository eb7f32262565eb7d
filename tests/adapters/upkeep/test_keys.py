"""The keys of an installation: a playground's own, a change of them, and what the doctor says."""

import asyncio
import io
import stat
from pathlib import Path

import pytest
from pydantic import SecretStr
from rich.console import Console
from typer.testing import CliRunner

from adapters.__main__ import app
from adapters.keys import keys_of, make_own_key
from adapters.sealing import new_key
from adapters.settings import Settings
from adapters.upkeep.doctor import examine
from adapters.upkeep.rotating import rotate
from bot.domain.checkin import CheckIn
from storage.database import open_store
from storage.sealing import Keys
from tests.builders import ORGANISATION, a_checkin, a_programme, an_organisation

FORMER, NEWEST = new_key(), new_key()


@pytest.fixture
def url(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "kept.db"
    path.write_bytes(sqlite_template.read_bytes())
    return f"sqlite:///{path}"


def answer(url: str, *keys: str) -> None:
    """Keep somebody's answer, sealed with some keys."""

    async def act() -> None:
        store = open_store(url, Keys(keys))
        await store.found(an_organisation())
        await store.transact(ORGANISATION, a_programme)
        await store.transact(ORGANISATION, lambda work: work.add(a_checkin(note="oui")))
        store.close()

    asyncio.run(act())


def note(url: str, keys: Keys) -> str:
    async def look() -> str:
        store = open_store(url, keys)
        [found] = await store.transact(ORGANISATION, lambda work: work.load(CheckIn, ["check"]))
        store.close()
        return found.note

    return asyncio.run(look())


def settings(url: str, *keys: str) -> Settings:
    return Settings(database_url=url, secret_key=SecretStr(",".join(keys)))


def test_a_playground_keeps_a_key_of_its_own_beside_its_file(url: str, tmp_path: Path) -> None:
    make_own_key(settings(url))
    made = (tmp_path / "kept.key").read_text(encoding="ascii")
    make_own_key(settings(url))

    assert (tmp_path / "kept.key").read_text(encoding="ascii") == made
    assert stat.S_IMODE((tmp_path / "kept.key").stat().st_mode) == 0o600
    answer(url, made.strip())
    assert note(url, keys_of(settings(url, NEWEST))) == "oui"


def test_no_key_is_made_where_the_settings_have_one(url: str, tmp_path: Path) -> None:
    make_own_key(settings(url, NEWEST))
    make_own_key(settings("postgresql+psycopg://localhost/p"))

    assert list(tmp_path.glob("*.key")) == []


def test_a_change_of_the_key_says_what_the_former_one_is_still_for(url: str) -> None:
    answer(url, FORMER)
    printed = io.StringIO()
    console = Console(file=printed, width=200)

    asyncio.run(examine(settings(url, NEWEST, FORMER), console))
    assert " ill  the newest key opens all that is sealed" in printed.getvalue()
    assert asyncio.run(rotate(settings(url, NEWEST, FORMER), console)) == 0
    asyncio.run(examine(settings(url, NEWEST), console))

    assert "well  the newest key opens all that is sealed" in printed.getvalue()
    assert "Backups made before this moment open only with them" in printed.getvalue()
    assert note(url, Keys([NEWEST])) == "oui"


def test_a_start_without_the_key_is_one_sentence(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(url, FORMER)
    monkeypatch.setenv("PASSERELLE_SECRET_KEY", NEWEST)

    told = CliRunner().invoke(app, ["doctor", "--database", url])

    assert told.exit_code == 2
    assert "PASSERELLE_SECRET_KEY does not hold" in told.stderr
    assert "Traceback" not in told.stderr
    assert note(url, Keys([FORMER])) == "oui"


def test_the_command_still_prints_a_key() -> None:
    printed = CliRunner().invoke(app, ["key"])

    assert Keys([printed.stdout.strip()]).newest
