"""The fake's installation: consent, codes, tokens that rotate; and Socket Mode connections."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.clocks import MovableClock
from tests.adapters.slack.fake.oauth import Admin
from tests.adapters.slack.fake.server import FakeSlack, running
from tests.adapters.slack.fake.state import App

BACK = "http://127.0.0.1:1/slack/oauth_redirect"
ANA = Admin(user="U1ANA", team_id="T1")


@pytest.fixture
async def slack(clock: MovableClock) -> AsyncIterator[FakeSlack]:
    """One workspace and one organisation; the app knows where it wants people back."""
    async with running(clock, App(redirect_uri=BACK)) as slack:
        slack.state.add_workspace("T1", "Phares").join("U1ANA", "Ana Test", is_admin=True)
        slack.state.add_workspace("T3", "Quais", enterprise_id="E1")
        yield slack


async def consent(slack: FakeSlack, **changes: str) -> dict[str, list[str]]:
    """Open the page of consent, and return what the browser is sent back with."""
    query = {
        "client_id": slack.state.app.client_id,
        "scope": "commands,chat:write",
        "state": "s1",
        "redirect_uri": BACK,
        **changes,
    }
    async with (
        aiohttp.ClientSession() as session,
        session.get(slack.authorize_url, params=query, allow_redirects=False) as response,
    ):
        if response.status != 302:
            return {"refused": [await response.text()]}
        location = response.headers["Location"]
    assert location.startswith(BACK)
    return parse_qs(urlsplit(location).query)


async def exchange(slack: FakeSlack, **args: Any) -> Any:
    api = AsyncWebClient(base_url=slack.api_url, retry_handlers=[])
    app = slack.state.app
    who = {"client_id": app.client_id, "client_secret": app.client_secret}
    return await api.oauth_v2_access(**{**who, **args})


async def test_consent_leads_back_with_a_code_that_is_good_once(slack: FakeSlack) -> None:
    slack.admin = ANA

    answer = await consent(slack)
    tokens = await exchange(slack, code=answer["code"][0], redirect_uri=BACK)

    assert answer["state"] == ["s1"]
    assert tokens["team"]["id"] == "T1"
    assert tokens["authed_user"]["id"] == "U1ANA"
    assert tokens["expires_in"] == 12 * 3600
    api = AsyncWebClient(token=tokens["access_token"], base_url=slack.api_url)
    assert (await api.auth_test())["team_id"] == "T1"
    with pytest.raises(SlackApiError, match="code_already_used"):
        await exchange(slack, code=answer["code"][0], redirect_uri=BACK)


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"client_id": "9.9"}, "invalid_client_id"),
        ({"redirect_uri": BACK + "x"}, "bad_redirect_uri"),
    ],
)
async def test_consent_for_another_app_or_address_is_refused(
    slack: FakeSlack, changes: dict[str, str], refused: str
) -> None:
    slack.admin = ANA

    assert await consent(slack, **changes) == {"refused": [refused]}


async def test_somebody_may_say_no(slack: FakeSlack) -> None:
    assert await consent(slack) == {"state": ["s1"], "error": ["access_denied"]}


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"code": "none"}, "invalid_code"),
        ({"code": "none", "client_secret": "?"}, "bad_client_secret"),
        ({"grant_type": "refresh_token", "refresh_token": "none"}, "invalid_refresh_token"),
    ],
)
async def test_an_exchange_that_cannot_be_is_refused(
    slack: FakeSlack, args: dict[str, str], error: str
) -> None:
    with pytest.raises(SlackApiError, match=error):
        await exchange(slack, **args)


async def test_tokens_rotate_and_a_refresh_token_is_good_once(
    slack: FakeSlack, clock: MovableClock
) -> None:
    slack.admin = ANA
    first = await exchange(slack, code=(await consent(slack))["code"][0])
    clock.advance(timedelta(hours=11))

    refresh = {"grant_type": "refresh_token", "refresh_token": first["refresh_token"]}
    second = await exchange(slack, **refresh)
    with pytest.raises(SlackApiError, match="invalid_refresh_token"):
        await exchange(slack, **refresh)

    old, new = (
        AsyncWebClient(token=tokens["access_token"], base_url=slack.api_url)
        for tokens in (first, second)
    )
    assert (await old.auth_test())["ok"]
    clock.advance(timedelta(hours=2))
    with pytest.raises(SlackApiError, match="token_expired"):
        await old.auth_test()
    assert (await new.auth_test())["ok"]


async def test_a_whole_organisation_installs_at_once(slack: FakeSlack) -> None:
    slack.admin = Admin(user="U3ANA", enterprise_id="E1")

    tokens = await exchange(slack, code=(await consent(slack))["code"][0])

    assert tokens["is_enterprise_install"]
    assert tokens["team"] is None
    assert tokens["enterprise"]["id"] == "E1"


async def test_a_socket_carries_commands_and_their_answers(slack: FakeSlack) -> None:
    slack.state.install(team_id="T1")
    heard: list[str] = []

    async def listen(socket: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        heard.append(request.type)
        await socket.send_socket_mode_response(
            SocketModeResponse(envelope_id=request.envelope_id, payload={"text": "You are in."})
        )

    token = slack.state.app.app_token
    socket = SocketModeClient(
        app_token=token, web_client=AsyncWebClient(token=token, base_url=slack.api_url)
    )
    socket.socket_mode_request_listeners.append(listen)
    ana = slack.person("T1", "U1ANA")
    try:
        await socket.connect()
        await asyncio.wait_for(slack.sockets.connected.wait(), 5)
        await ana.types("/mentor join")
        await ana.opens_home()
    finally:
        await socket.close()

    assert ana.messages[-1].text == "You are in."
    assert heard == ["slash_commands", "events_api"]


async def test_a_socket_wants_the_apps_own_token_and_a_fresh_ticket(slack: FakeSlack) -> None:
    token = slack.state.install(team_id="T1").token
    with pytest.raises(SlackApiError, match="not_allowed_token_type"):
        await AsyncWebClient(base_url=slack.api_url).apps_connections_open(app_token=token)

    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(f"{slack.address}/link?ticket=none")


async def test_a_connection_is_warned_before_it_ends(slack: FakeSlack) -> None:
    api = AsyncWebClient(base_url=slack.api_url)
    opened = await api.apps_connections_open(app_token=slack.state.app.app_token)

    async with aiohttp.ClientSession() as session:
        socket = await session.ws_connect(opened["url"])
        assert (await socket.receive_json())["type"] == "hello"
        await slack.sockets.warn_and_close()
        reasons = [(await socket.receive_json())["reason"] for _ in range(2)]
        await socket.close()

    assert reasons == ["warning", "refresh_requested"]
