"""Who is let in: size, type, token, shape, service URL and tenant, in this order.

Whatever is wrong with a token looks the same from outside, and nothing of a refused request is
looked at further, kept or answered.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from aiohttp import web

from adapters.teams.addresses import Cloud, ForeignAddress
from adapters.teams.fields import BadActivity
from adapters.teams.heard import Incoming
from adapters.teams.keys import KeysUnavailable
from adapters.teams.limits import BODY
from adapters.teams.parse import incoming
from adapters.teams.tokens import Forged, TokenCheck
from bot.errors import BotError


class Refusal(BotError):
    """A request is not taken; ``status`` is all that its sender hears."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status


@dataclass(frozen=True, kw_only=True)
class Gate:
    """Lets in the activities of some tenants (none named: of all, for development).

    ``tokens`` is None in development, where the Playground has none.
    """

    organisation_id: str
    cloud: Cloud
    tenants: frozenset[str]
    tokens: TokenCheck | None

    async def admit(self, request: web.Request) -> Incoming:
        """Return the activity a request brings; raises Refusal."""
        body = await read(request)
        vouched = await self._vouched(request.headers.get("Authorization", ""))
        found = self._parsed(body)
        try:
            self.cloud.service(found.service_url)
        except ForeignAddress as error:
            raise Refusal(HTTPStatus.FORBIDDEN, "service-url") from error
        if vouched is not None and vouched != found.service_url:
            raise Refusal(HTTPStatus.FORBIDDEN, "service-url-claim")
        if self.tenants and found.tenant.lower() not in self.tenants:
            raise Refusal(HTTPStatus.FORBIDDEN, "tenant")
        return found

    async def _vouched(self, authorization: str) -> str | None:
        """Return the service URL the token speaks for; None where no token is asked for."""
        if self.tokens is None:
            return None
        try:
            return await self.tokens.service_url(authorization)
        except Forged as error:
            raise Refusal(HTTPStatus.UNAUTHORIZED, "token") from error
        except KeysUnavailable as error:
            raise Refusal(HTTPStatus.SERVICE_UNAVAILABLE, "keys") from error

    def _parsed(self, body: bytes) -> Incoming:
        try:
            data: Any = json.loads(body)
        except (ValueError, RecursionError) as error:
            raise Refusal(HTTPStatus.BAD_REQUEST, "json") from error
        if not isinstance(data, Mapping):
            raise Refusal(HTTPStatus.BAD_REQUEST, "json")
        try:
            return incoming(data, self.organisation_id)
        except BadActivity as error:
            raise Refusal(HTTPStatus.BAD_REQUEST, str(error)) from error


async def read(request: web.Request) -> bytes:
    """Return a request's body; raises Refusal for another type or too much of it."""
    if request.content_type != "application/json":
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "content-type")
    if (request.content_length or 0) > BODY:
        raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "size")
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > BODY:
            raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "size")
    return bytes(body)
