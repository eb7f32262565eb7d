"""The fake Slack on a free port of loopback."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from aiohttp import web

from bot.ports import Clock
from tests.adapters.slack.fake import hooks, oauth
from tests.adapters.slack.fake.delivery import PATIENCE, HttpLine, Post
from tests.adapters.slack.fake.oauth import Admin
from tests.adapters.slack.fake.person import Visitor
from tests.adapters.slack.fake.sockets import Sockets
from tests.adapters.slack.fake.state import App, State
from tests.adapters.slack.fake.web import WebApi

HOST = "127.0.0.1"


class FakeSlack:
    """Slack: ``state`` is what it holds, ``post`` what it tells the app of its own accord."""

    def __init__(self, clock: Clock, app: App | None = None, *, host: str = HOST) -> None:
        self.state = State(clock, app)
        self.sockets = Sockets(self.state)
        self.admin: Admin | None = None
        self.address = ""
        self.post = Post(self.state, self.sockets)
        self._host = host
        self._stopping = asyncio.Event()
        self._api = WebApi(self.state, self._stopping)
        self._session: aiohttp.ClientSession | None = None

    @property
    def api_url(self) -> str:
        """The base address of the Web API, as SDK clients want it."""
        return f"{self.address}/api/"

    @property
    def authorize_url(self) -> str:
        """The page of consent."""
        return f"{self.address}/oauth/v2/authorize"

    def connect(self, url: str, *, patience: float = PATIENCE) -> HttpLine:
        """From now on tell the app over HTTP, at its request URL; it has so long to answer."""
        assert self._session is not None, "start the fake first"
        line = HttpLine(self.state, self._session, url, patience=patience)
        self.post.line = line
        return line

    def person(self, team_id: str, user_id: str) -> Visitor:
        """Act as somebody of a workspace."""
        return Visitor(self.state, self.post, self.address, team_id, user_id)

    async def start(self) -> web.AppRunner:
        """Listen."""
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._api.answer)
        app.router.add_post("/hooks/{hook}", self._hook)
        app.router.add_get("/oauth/v2/authorize", self._authorize)
        app.router.add_get("/link", self.sockets.accept)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, self._host, 0).start()
        self.address = f"http://{self._host}:{runner.addresses[0][1]}"
        self._api.socket_address = f"ws{self.address.removeprefix('http')}/link"
        self._session = aiohttp.ClientSession()
        return runner

    async def stop(self, runner: web.AppRunner) -> None:
        """Let everything that hangs go, and stop listening."""
        self._stopping.set()
        if self._session is not None:
            await self._session.close()
        await runner.cleanup()

    async def _hook(self, request: web.Request) -> web.Response:
        return await hooks.answer(self.state, request)

    async def _authorize(self, request: web.Request) -> web.Response:
        return oauth.authorize(self.state, request.query, self.admin)


@asynccontextmanager
async def running(clock: Clock, app: App | None = None) -> AsyncIterator[FakeSlack]:
    """Lend a running fake."""
    slack = FakeSlack(clock, app)
    runner = await slack.start()
    try:
        yield slack
    finally:
        await slack.stop(runner)
