"""Fixtures of the outbox's tests."""

from collections.abc import AsyncIterator

import pytest

from storage.database import SqlStore, make_engine
from storage.migrate import migrate_engine
from tests.post import Post


@pytest.fixture
async def post() -> AsyncIterator[Post]:
    """An outbox on a database in memory, and two people to write to."""
    engine = make_engine("sqlite://", durable=False)
    migrate_engine(engine)
    store = SqlStore(engine)
    opened = Post(store)
    await opened.open("ana", "bob")
    yield opened
    store.close()
