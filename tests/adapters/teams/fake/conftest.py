"""A fake Teams with a stub of a bot, on a clock the test moves."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from adapters.clocks import MovableClock
from tests.adapters.teams.fake.server import FakeTeams
from tests.adapters.teams.fake.stub_bot import StubBot


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(datetime(2026, 9, 14, 14, 0, tzinfo=UTC))


@pytest.fixture
async def teams(clock: MovableClock) -> AsyncIterator[FakeTeams]:
    async with FakeTeams(clock) as teams:
        yield teams


@pytest.fixture
async def bot(teams: FakeTeams) -> AsyncIterator[StubBot]:
    async with StubBot(teams) as bot:
        yield bot
