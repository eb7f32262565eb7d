"""What the fake signs is taken by Microsoft's own check and by ours; what is wrong, by neither.

botframework-connector reads the wall clock, so these run on it.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from botframework.connector.auth import (
    ChannelValidation,
    JwtTokenExtractor,
    SimpleCredentialProvider,
)

from adapters.clocks import WallClock
from adapters.teams.http import PooledHttp
from adapters.teams.keys import KeysUnavailable, SigningKeys
from adapters.teams.tokens import Forged, TokenCheck
from tests.adapters.teams.company import cloud_of
from tests.adapters.teams.fake import keys
from tests.adapters.teams.fake.keys import SigningKey
from tests.adapters.teams.fake.server import FakeTeams
from tests.adapters.teams.fake.tenants import Json


@pytest.fixture
async def teams() -> AsyncIterator[FakeTeams]:
    async with FakeTeams(WallClock()) as teams:
        yield teams


@pytest.fixture(autouse=True)
def their_metadata(teams: FakeTeams) -> Iterator[None]:
    """Point Microsoft's check at the fake's keys, of which it knows none yet."""
    before = ChannelValidation.open_id_metadata_endpoint
    ChannelValidation.open_id_metadata_endpoint = teams.metadata_url
    JwtTokenExtractor.metadataCache.clear()
    yield
    ChannelValidation.open_id_metadata_endpoint = before
    JwtTokenExtractor.metadataCache.clear()


def an_activity(teams: FakeTeams) -> Json:
    return teams.wire.activity(teams.person("Ana Test").chat, "message", text="join")


async def their_verdict(teams: FakeTeams, token: str, activity: Json) -> bool:
    """Ask botframework-connector, which blocks, whether it would take a token."""

    def ask() -> bool:
        check = ChannelValidation.authenticate_channel_token_with_service_url(
            token,
            SimpleCredentialProvider(teams.app.id, ""),
            activity["serviceUrl"],
            activity["channelId"],
        )
        try:
            return bool(asyncio.run(check).is_authenticated)
        except Exception:  # noqa: BLE001  it raises whatever goes wrong inside
            return False

    return await asyncio.to_thread(ask)


async def verdicts(teams: FakeTeams, token: str, activity: Json) -> tuple[bool, bool]:
    """Ask Microsoft's check and ours, whose caller compares the service URL."""
    http = PooledHttp()
    keys_ = SigningKeys(teams.metadata_url, http.get, WallClock())
    check = TokenCheck(app_id=teams.app.id, cloud=cloud_of(teams), keys=keys_, clock=WallClock())
    try:
        ours = await check.service_url(token) == activity["serviceUrl"]
    except (Forged, KeysUnavailable):
        ours = False
    finally:
        await http.close()
    return await their_verdict(teams, token, activity), ours


async def test_microsofts_own_check_takes_what_the_channel_signs(teams: FakeTeams) -> None:
    activity = an_activity(teams)

    assert await verdicts(teams, teams.wire.token(activity), activity) == (True, True)


async def test_after_a_key_roll_the_new_key_is_taken_by_whoever_asks_again(
    teams: FakeTeams,
) -> None:
    activity = an_activity(teams)
    old = teams.wire.token(activity)
    teams.keyhost.roll(keep_old=False)

    assert await verdicts(teams, teams.wire.token(activity), activity) == (True, True)
    assert await verdicts(teams, old, activity) == (False, False)


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://sts.windows.net/x/"},
        {"aud": "somebody-else"},
        {"serviceurl": "https://evil.example/"},
        {"exp": 1_600_000_000},
    ],
)
async def test_a_wrong_claim_is_refused(teams: FakeTeams, changes: dict[str, Any]) -> None:
    activity = an_activity(teams)
    claims = keys.claims(teams.app.id, activity["serviceUrl"], WallClock().now())
    token = teams.keyhost.newest.sign({**claims, **changes})

    assert await verdicts(teams, f"Bearer {token}", activity) == (False, False)


async def test_a_key_that_may_not_speak_for_teams_is_refused(teams: FakeTeams) -> None:
    teams.keyhost.keys = [SigningKey(0, endorsements=("webchat",))]
    activity = an_activity(teams)

    assert await verdicts(teams, teams.wire.token(activity), activity) == (False, False)


async def test_another_key_under_a_known_name_is_refused(teams: FakeTeams) -> None:
    activity = an_activity(teams)
    claims = keys.claims(teams.app.id, activity["serviceUrl"], WallClock().now())
    forged = SigningKey(1).sign(claims, kid=teams.keyhost.newest.kid)

    assert await verdicts(teams, f"Bearer {forged}", activity) == (False, False)


async def test_nobody_can_ask_a_host_that_is_down(teams: FakeTeams) -> None:
    teams.keyhost.outage = 503
    activity = an_activity(teams)

    assert await verdicts(teams, teams.wire.token(activity), activity) == (False, False)
    assert sum(teams.keyhost.asked.values()) > 0
