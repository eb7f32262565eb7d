"""The connector service: what Teams is asked to show, and to whom."""

import asyncio
import json
from http import HTTPStatus
from urllib.parse import quote

from adapters.teams.access import AccessToken, NoToken
from adapters.teams.addresses import Cloud, ForeignAddress, Route
from adapters.teams.errors import error_of
from adapters.teams.http import Http
from adapters.teams.limits import TOKEN_RETRY
from adapters.teams.text import Json
from bot.errors import RateLimited, Refused, Unreachable
from bot.ports import Clock


class Connector:
    """Writes to conversations; every method raises one of the four errors and nothing else."""

    def __init__(self, *, cloud: Cloud, http: Http, token: AccessToken, clock: Clock) -> None:
        self._cloud = cloud
        self._http = http
        self._token = token
        self._clock = clock

    async def post(self, route: Route, activity: Json) -> str:
        """Send a message; return its id, or nothing where the answer does not say."""
        found = await self._call("POST", route.service_url, route.activities(), activity)
        return _id(found)

    async def put(self, route: Route, message_id: str, activity: Json) -> None:
        """Show something else in a message's place."""
        path = f"{route.activities()}/{quote(message_id, safe='')}"
        await self._call("PUT", route.service_url, path, {**activity, "id": message_id})

    async def open(self, service_url: str, *, app_id: str, tenant: str, member: str) -> str:
        """Begin the personal chat with somebody, or find it; return the conversation's id."""
        asked = {
            "bot": {"id": f"28:{app_id}"},
            "members": [{"id": member}],
            "isGroup": False,
            "tenantId": tenant,
            "channelData": {"tenant": {"id": tenant}},
        }
        found = await self._call("POST", service_url, "/v3/conversations", asked)
        conversation = _id(found)
        if not conversation:
            raise Unreachable("no conversation id")
        return conversation

    async def member(self, route: Route, member: str) -> Json:
        """Return what the roster of a conversation says of somebody."""
        path = f"{route.activities().removesuffix('activities')}members/{quote(member, safe='')}"
        return await self._call("GET", route.service_url, path, None)

    async def _call(self, method: str, service_url: str, path: str, sent: Json | None) -> Json:
        try:
            url = self._cloud.service(service_url) + path
            token = await self._token.get()
        except ForeignAddress as error:
            raise Refused("foreign service URL") from error
        except NoToken as error:
            raise RateLimited(TOKEN_RETRY) from error
        headers = {"Authorization": f"Bearer {token}"}
        body = None
        if sent is not None:
            headers["Content-Type"] = "application/json; charset=utf-8"
            body = json.dumps(sent, ensure_ascii=False, separators=(",", ":")).encode()
        try:
            answer = await self._http.send(method, url, headers=headers, body=body)
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
            raise Unreachable(type(error).__name__) from error
        if answer.status == HTTPStatus.UNAUTHORIZED:
            self._token.forget(token)
        if not HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            raise error_of(answer, self._clock)
        return answer.document()


def _id(found: Json) -> str:
    value = found.get("id")
    return value if isinstance(value, str) else ""
