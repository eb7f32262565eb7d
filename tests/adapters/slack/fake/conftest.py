"""A fake Slack with two workspaces and an organisation, and clients of Slack's own SDK."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime

import pytest
from aiohttp import web
from slack_sdk.web.async_client import AsyncWebClient

from adapters.clocks import MovableClock
from tests.adapters.slack.fake.server import HOST, FakeSlack, running
from tests.adapters.slack.fake.state import SCOPES

MONDAY = datetime(2026, 9, 14, 14, 0, tzinfo=UTC)

Handler = Callable[[web.Request], web.StreamResponse]


class Bot:
    """A stand-in for the app: keeps what it was told, and answers what a test lays ready."""

    def __init__(self) -> None:
        self.heard: list[tuple[bytes, dict[str, str]]] = []
        self.answers: list[web.Response] = []

    async def hear(self, request: web.Request) -> web.StreamResponse:
        self.heard.append((await request.read(), dict(request.headers)))
        return self.answers.pop(0) if self.answers else web.Response()


@pytest.fixture
def clock() -> MovableClock:
    return MovableClock(MONDAY)


@pytest.fixture
async def slack(clock: MovableClock) -> AsyncIterator[FakeSlack]:
    """Two workspaces that know nothing of each other, and two of one organisation."""
    async with running(clock) as slack:
        for team_id, name, enterprise_id in (
            ("T1", "Phares", ""),
            ("T2", "Ponts", ""),
            ("T3", "Quais", "E1"),
            ("T4", "Rives", "E1"),
        ):
            workspace = slack.state.add_workspace(team_id, name, enterprise_id=enterprise_id)
            workspace.join(f"U{team_id[1:]}ANA", "Ana Test", email="ana@example.org")
            workspace.join(f"U{team_id[1:]}BOB", "Bob Test", locale="fr-CA")
        yield slack


@pytest.fixture
async def bot(slack: FakeSlack) -> AsyncIterator[Bot]:
    """An app at a request URL, which the fake tells."""
    bot = Bot()
    app = web.Application()
    app.router.add_post("/slack/events", bot.hear)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    slack.connect(f"http://{HOST}:{runner.addresses[0][1]}/slack/events")
    yield bot
    await runner.cleanup()


def client(slack: FakeSlack, team_id: str = "T1", *more: str, token: str = "") -> AsyncWebClient:
    """Return the SDK's client with an installation's token; the app is installed if need be."""
    install = slack.state.installed_in(team_id)
    if install is None:
        install = slack.state.install(team_id=team_id, scopes=(*SCOPES, *more))
    return AsyncWebClient(
        token=token or install.token, base_url=slack.api_url, retry_handlers=[], timeout=5
    )
