"""Entra ID: tokens for a client secret, and for a managed identity; nothing else is given one."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from bot.ports import Clock
from tests.adapters.teams.fake.fates import Fate

RESOURCE = "https://api.botframework.com"
SCOPE = f"{RESOURCE}/.default"
TOKEN = "/{tenant}/oauth2/v2.0/token"  # noqa: S105  a path
DISCOVERY = "/{tenant}/v2.0/.well-known/openid-configuration"
INSTANCES = "/common/discovery/instance"
INSTANCE_METADATA = "/metadata/identity/oauth2/token"
APP_SERVICE = "/msi/token"
LIFE = timedelta(minutes=60)


@dataclass(frozen=True, kw_only=True)
class App:
    """A registered bot: single tenant, with a secret, or the header of a managed identity."""

    id: str
    tenant: str
    secret: str = "a-secret-of-the-fake"  # noqa: S105  known to nobody else
    identity_header: str = "an-identity-header"


class Entra:
    """Gives out tokens; ``given`` counts them, ``fates`` befall the next requests in turn."""

    def __init__(self, clock: Clock, app: App) -> None:
        self._clock = clock
        self._app = app
        self._valid: dict[str, datetime] = {}
        self.given = 0
        self.fates: list[Fate] = []
        self.hold: asyncio.Event | None = None

    def accepts(self, authorization: str) -> bool:
        """Whether a request to the connector bears a token of ours that is still good."""
        scheme, _, token = authorization.partition(" ")
        expires = self._valid.get(token)
        return scheme == "Bearer" and expires is not None and self._clock.now() < expires

    def acquire(self) -> dict[str, Any]:
        """Give a token to whoever need not prove anything: as MSAL returns it, without HTTP."""
        return {"access_token": self._give(), "expires_in": int(LIFE.total_seconds())}

    def revoke(self) -> None:
        """Make every token given so far worthless, long before its end."""
        self._valid.clear()

    def routes(self) -> list[web.RouteDef]:
        """Return the paths of the endpoints."""
        return [
            web.post(TOKEN, self._client_credentials),
            web.get(DISCOVERY, self._discovery),
            web.get(INSTANCES, self._instances),
            web.get(INSTANCE_METADATA, self._instance_metadata),
            web.get(APP_SERVICE, self._app_service),
        ]

    async def _client_credentials(self, request: web.Request) -> web.Response:
        refused = await self._befallen()
        if refused is not None:
            return refused
        form = await request.post()
        asked = {name: form.get(name) for name in ("grant_type", "client_id", "scope")}
        wanted = {"grant_type": "client_credentials", "client_id": self._app.id, "scope": SCOPE}
        if request.match_info["tenant"] != self._app.tenant or asked != wanted:
            return _refusal(400, "invalid_request", "AADSTS90002")
        if form.get("client_secret") != self._app.secret:
            return _refusal(401, "invalid_client", "AADSTS7000215")
        life = int(LIFE.total_seconds())
        return web.json_response(
            {
                "token_type": "Bearer",
                "expires_in": life,
                "ext_expires_in": life,
                "access_token": self._give(),
            }
        )

    async def _instance_metadata(self, request: web.Request) -> web.Response:
        """Answer a virtual machine's request for the token of its identity."""
        if request.headers.get("Metadata") != "true":
            return _refusal(400, "invalid_request", "Required metadata header not specified")
        return await self._identity(request)

    async def _app_service(self, request: web.Request) -> web.Response:
        """Answer the request of App Service, Container Apps or Functions for the same."""
        if request.headers.get("X-IDENTITY-HEADER") != self._app.identity_header:
            return _refusal(403, "forbidden", "wrong header")
        return await self._identity(request)

    async def _identity(self, request: web.Request) -> web.Response:
        refused = await self._befallen()
        if refused is not None:
            return refused
        query = request.query
        if query.get("resource") != RESOURCE or query.get("client_id") != self._app.id:
            return _refusal(400, "invalid_resource", "AADSTS500011")
        expires = self._clock.now() + LIFE
        return web.json_response(
            {
                "access_token": self._give(),
                "expires_on": str(int(expires.timestamp())),
                "expires_in": str(int(LIFE.total_seconds())),
                "resource": RESOURCE,
                "token_type": "Bearer",
            }
        )

    async def _discovery(self, request: web.Request) -> web.Response:
        """Answer what MSAL asks an authority before its first token."""
        root = request.url.origin() / request.match_info["tenant"]
        return web.json_response(
            {
                "issuer": str(root / "v2.0"),
                "authorization_endpoint": str(root / "oauth2/v2.0/authorize"),
                "token_endpoint": str(root / "oauth2/v2.0/token"),
                "jwks_uri": str(root / "discovery/v2.0/keys"),
            }
        )

    async def _instances(self, request: web.Request) -> web.Response:
        """Answer what MSAL asks about a host it does not know."""
        asked = request.query.get("authorization_endpoint", "")
        endpoint = asked.replace("/oauth2/v2.0/authorize", "/v2.0/.well-known/openid-configuration")
        return web.json_response({"tenant_discovery_endpoint": endpoint, "metadata": []})

    async def _befallen(self) -> web.Response | None:
        if self.hold is not None:
            await self.hold.wait()
        if not self.fates:
            return None
        fate = self.fates.pop(0)
        if fate.body is not None:
            return web.Response(status=fate.status, text=fate.body, content_type="text/html")
        return web.json_response(fate.document, status=fate.status, headers=fate.headers)

    def _give(self) -> str:
        self.given += 1
        token = f"connector-token-{self.given}"
        self._valid[token] = self._clock.now() + LIFE
        return token


def _refusal(status: int, error: str, description: str) -> web.Response:
    body: dict[str, Any] = {"error": error, "error_description": description}
    return web.json_response(body, status=status)
