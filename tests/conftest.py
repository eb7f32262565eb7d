"""Fixtures every test may ask for: databases of both kinds, and a browser."""

import os
import shutil
import zoneinfo
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import NoReturn
from uuid import uuid4

import pytest
import pytest_asyncio
import structlog
from hypothesis import settings
from playwright.async_api import Browser, Page, async_playwright

from storage.migrate import migrate
from tests import postgres

# A shared two-core machine pauses at will, so no example has a deadline.
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile("ci", max_examples=300, deadline=None, derandomize=True)
settings.load_profile("ci" if postgres.is_required() else "dev")

# The pinned tzdata, as the product has it: a system's own may be years older.
zoneinfo.reset_tzpath(to=())

KINDS = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]
# The tests' pages live on loopback; every other name leads nowhere.
CHROMIUM_OPTIONS = ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"]


def unavailable(reason: str) -> NoReturn:
    """Skip with the reason, or fail with it where everything must be installed."""
    if postgres.is_required():
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(autouse=True)
def _logs_as_by_default() -> Iterator[None]:
    """A command points the log at the standard error of its run, which ends with the test."""
    yield
    structlog.reset_defaults()


@pytest.fixture(scope="session")
def create_schema() -> Callable[[str], None]:
    """Bring the empty database at an address to the newest schema."""
    return migrate


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """One PostgreSQL server for each test worker."""
    try:
        with postgres.running() as server:
            yield server
    except postgres.NoServerError as reason:
        unavailable(str(reason))


@pytest.fixture(scope="session")
def postgres_template(
    postgres_server: postgres.Server, create_schema: Callable[[str], None]
) -> Iterator[str]:
    """The name of a database with the newest schema, from which tests get their copies."""
    name = f"passerelle_template_{uuid4().hex}"
    create_schema(postgres_server.create(name))
    yield name
    postgres_server.drop(name)


@pytest.fixture(scope="session")
def sqlite_template(
    tmp_path_factory: pytest.TempPathFactory, create_schema: Callable[[str], None]
) -> Path:
    """A SQLite file with the newest schema, from which tests get their copies."""
    path = tmp_path_factory.mktemp("template") / "passerelle.db"
    create_schema(f"sqlite:///{path}")
    path.touch()
    return path


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of this test's own, at the newest schema, of both kinds."""
    yield from migrated_database(request, tmp_path)


def migrated_database(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Lend a database of the kind a fixture is asked for, at the newest schema."""
    if request.param == "sqlite":
        path = folder / "passerelle.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
    else:
        template = request.getfixturevalue("postgres_template")
        yield from postgres_database(request.getfixturevalue("postgres_server"), template)


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database of this test's own without any table, of both kinds."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'passerelle.db'}"
    else:
        yield from postgres_database(request.getfixturevalue("postgres_server"), "template0")


@pytest.fixture
def postgres_url(postgres_server: postgres.Server, postgres_template: str) -> Iterator[str]:
    """The address of a PostgreSQL database of this test's own, at the newest schema."""
    yield from postgres_database(postgres_server, postgres_template)


def postgres_database(server: postgres.Server, template: str) -> Iterator[str]:
    """Lend one database for the length of a test."""
    name = f"passerelle_test_{uuid4().hex}"
    yield server.create(name, template=template)
    server.drop(name)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser installed on this machine; Playwright's own builds are never downloaded."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if found is None:
        unavailable("no chromium on the PATH (Debian: apt-get install chromium)")
    return Path(found)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: Path) -> AsyncIterator[Browser]:
    """One headless browser for each test worker; it reaches nothing but this machine."""
    # Chromium's sandbox refuses to start for root, which is who runs CI in a container.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(
            executable_path=chromium, args=[*CHROMIUM_OPTIONS, *sandbox]
        )
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A blank page that remembers nothing of any other test's."""
    context = await browser.new_context()
    yield await context.new_page()
    await context.close()
