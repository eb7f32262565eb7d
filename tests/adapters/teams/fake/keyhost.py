"""The host of the signing keys: OpenID metadata, key set, key roll, and an outage."""

import asyncio

from aiohttp import web

from tests.adapters.teams.fake.keys import ISSUER, SigningKey

METADATA = "/v1/.well-known/openidconfiguration"
KEYS = "/v1/.well-known/keys"


class KeyHost:
    """Publishes the keys; ``asked`` counts the requests per path.

    ``outage`` is what is answered instead while it is not None: a status, or a body that is not
    what anybody expects. ``hold`` keeps requests waiting until it is set.
    """

    def __init__(self) -> None:
        self.keys = [SigningKey(0)]
        self.asked = {METADATA: 0, KEYS: 0}
        self.outage: int | str | None = None
        self.hold: asyncio.Event | None = None

    @property
    def newest(self) -> SigningKey:
        """The key that signs now."""
        return self.keys[-1]

    def roll(self, *, keep_old: bool = True) -> SigningKey:
        """Sign with a new key from now on; the old ones stay published, or do not."""
        new = SigningKey(self.newest.number + 1)
        self.keys = [*self.keys, new] if keep_old else [new]
        return new

    def routes(self) -> list[web.RouteDef]:
        """Return the paths of the host."""
        return [web.get(METADATA, self._metadata), web.get(KEYS, self._key_set)]

    async def _metadata(self, request: web.Request) -> web.StreamResponse:
        document = {
            "issuer": ISSUER,
            "authorization_endpoint": "https://invalid.botframework.com",
            "jwks_uri": str(request.url.with_path(KEYS)),
            "id_token_signing_alg_values_supported": ["RS256"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
        }
        return await self._answer(METADATA, document)

    async def _key_set(self, request: web.Request) -> web.StreamResponse:
        del request
        return await self._answer(KEYS, {"keys": [key.jwk() for key in self.keys]})

    async def _answer(self, path: str, document: object) -> web.StreamResponse:
        self.asked[path] += 1
        if self.hold is not None:
            await self.hold.wait()
        match self.outage:
            case int(status):
                return web.Response(status=status, text="Service Unavailable")
            case str(body):
                return web.Response(text=body, content_type="application/json")
        return web.json_response(document)
