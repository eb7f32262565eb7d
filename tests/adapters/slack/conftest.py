"""Fixtures of the Slack adapter."""

from collections.abc import AsyncIterator

import pytest

from tests.adapters.slack.office import Office, one_workspace


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """The app of one workspace, in service."""
    async with one_workspace() as office:
        yield office
