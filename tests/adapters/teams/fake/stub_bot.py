"""A bot of a few lines, for tests of the fake itself: it answers as it is told to."""

from collections import deque
from typing import Any, Self

import aiohttp
from aiohttp import web

from tests.adapters.teams.fake.entra import SCOPE
from tests.adapters.teams.fake.server import HOST, FakeTeams

Json = dict[str, Any]


class StubBot:
    """Listens for a fake; ``heard`` are the activities, ``answers`` the bodies of its answers."""

    def __init__(self, teams: FakeTeams) -> None:
        self._teams = teams
        self._token = ""
        self.heard: list[Json] = []
        self.authorizations: list[str] = []
        self.answers: deque[tuple[int, Any]] = deque()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.add_routes([web.post("/teams/messages", self._messages)])
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, 0).start()
        self._teams.wire.bot = f"http://{HOST}:{self._runner.addresses[0][1]}/teams/messages"
        self.session = aiohttp.ClientSession()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.session.close()
        await self._runner.cleanup()

    async def token(self) -> str:
        """Fetch a token with the app's secret."""
        app = self._teams.app
        form = {
            "grant_type": "client_credentials",
            "client_id": app.id,
            "client_secret": app.secret,
            "scope": SCOPE,
        }
        url = f"{self._teams.authority}/oauth2/v2.0/token"
        async with self.session.post(url, data=form) as response:
            self._token = str((await response.json())["access_token"])
            return self._token

    async def calls(
        self, method: str, path: str, body: object = None, token: str | None = None
    ) -> tuple[int, Any, Json]:
        """Call the connector of the app's tenant; return status, body and headers."""
        bearer = token if token is not None else self._token or await self.token()
        url = self._teams.wire.service_url(self._teams.app.tenant) + "v3/conversations" + path
        headers = {"Authorization": f"Bearer {bearer}"}
        async with self.session.request(method, url, json=body, headers=headers) as response:
            found = await response.json() if response.content_type.endswith("json") else None
            return response.status, found, dict(response.headers)

    async def _messages(self, request: web.Request) -> web.Response:
        self.heard.append(await request.json())
        self.authorizations.append(request.headers.get("Authorization", ""))
        status, body = self.answers.popleft() if self.answers else (200, None)
        return (
            web.Response(status=status) if body is None else web.json_response(body, status=status)
        )


def message(*body: Json, **more: Any) -> Json:
    """Return a message with one card."""
    content = {
        "type": "AdaptiveCard",
        "version": "1.5",
        "fallbackText": "In short",
        "body": list(body) or [{"type": "TextBlock", "text": "Hello"}],
        **more,
    }
    kind = "application/vnd.microsoft.card.adaptive"
    return {"type": "message", "attachments": [{"contentType": kind, "content": content}]}
