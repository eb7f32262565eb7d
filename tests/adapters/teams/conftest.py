"""A company whose people use Teams; whatever the bot sends must be right by the fake's book."""

from collections.abc import AsyncIterator

import pytest

from tests.adapters.teams.company import Company, company


@pytest.fixture
async def acme() -> AsyncIterator[Company]:
    async with company() as acme:
        yield acme
        assert acme.teams.faults == []
