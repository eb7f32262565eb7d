"""One database of each kind for all questions; each is asked in a unit of work of its own."""

from collections.abc import Iterator

import pytest

from storage.database import open_store
from tests.conftest import KINDS, migrated_database
from tests.contract.asking import Ask


@pytest.fixture(scope="session", params=KINDS)
def ask(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Asks the records of an empty database something; whatever that needs is undone after it."""
    for url in migrated_database(request, tmp_path_factory.mktemp("asked")):
        store = open_store(url)
        yield Ask(store)
        store.close()
