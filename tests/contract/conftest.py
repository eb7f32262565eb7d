"""One database of each kind for all questions, and two stores on one PostgreSQL for replicas."""

from collections.abc import AsyncIterator, Iterator

import pytest

from storage.database import SqlStore, open_store
from tests.builders import KEYS, an_organisation
from tests.conftest import KINDS, migrated_database
from tests.contract.asking import Ask


@pytest.fixture(scope="session", params=KINDS)
def ask(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Asks the records of an empty database something; whatever that needs is undone after it."""
    for url in migrated_database(request, tmp_path_factory.mktemp("asked")):
        store = open_store(url, KEYS)
        yield Ask(store)
        store.close()


@pytest.fixture
async def first(postgres_url: str) -> AsyncIterator[SqlStore]:
    """The store of one replica, with nobody in it."""
    store = open_store(postgres_url, KEYS)
    await store.found(an_organisation())
    yield store
    store.close()


@pytest.fixture
async def second(first: SqlStore, postgres_url: str) -> AsyncIterator[SqlStore]:
    """The store of another replica on the same database."""
    store = open_store(postgres_url, KEYS)
    yield store
    store.close()
