"""The connector service: one pooled client, its own time-outs, and one translator of errors."""

import asyncio
import json
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, NamedTuple, Protocol
from urllib.parse import quote

import aiohttp

from adapters.teams.access import AccessToken, NoToken
from adapters.teams.addresses import Cloud, ForeignAddress, Route
from adapters.teams.limits import (
    ANSWER_BYTES,
    ANSWER_SECONDS,
    CONNECT_SECONDS,
    CONNECTIONS,
    LONGEST_RETRY_AFTER,
    RETRY_AFTER,
    TOKEN_RETRY,
)
from adapters.teams.text import Json
from bot.errors import BotError, Gone, RateLimited, Refused, Unreachable
from bot.ports import Clock

RETRYABLE = frozenset({408, 412, 429, 500, 502, 503, 504})
"""Statuses after which the same request may succeed (Teams: 412, 429, 502 and 504 by name)."""
UNSEEN = frozenset({412, 429})
"""Those of them that say the message was not taken; the others leave it open."""


class Answered(NamedTuple):
    """An answer over HTTP; header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Http(Protocol):
    """Sends one request and reads one bounded answer; redirects are answers, never followed."""

    async def send(
        self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | None
    ) -> Answered:
        """Return the answer; raises TimeoutError or OSError when there is none."""
        ...


class PooledHttp:
    """The one client of a process: connections stay open between requests."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    async def send(
        self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | None
    ) -> Answered:
        """Send one request; see Http."""
        if self._session is None:
            self._session = _session()
        try:
            async with self._session.request(
                method, url, headers=headers, data=body, allow_redirects=False
            ) as response:
                content = await _read(response)
                names = {name.lower(): value for name, value in response.headers.items()}
                return Answered(response.status, names, content)
        except (aiohttp.ClientError, ValueError) as error:
            raise OSError(type(error).__name__) from error

    async def get(self, url: str) -> bytes:
        """Return what is published at an address (keys.Fetch)."""
        answer = await self.send("GET", url, headers={}, body=None)
        if answer.status != HTTPStatus.OK:
            raise OSError(answer.status)
        return answer.body

    async def close(self) -> None:
        """Close all connections; the next request opens new ones."""
        if self._session is not None:
            await self._session.close()
            self._session = None


def _session() -> aiohttp.ClientSession:
    """Open a client; it belongs to the loop that runs now."""
    return aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(
            total=ANSWER_SECONDS, connect=CONNECT_SECONDS, sock_connect=CONNECT_SECONDS
        ),
        connector=aiohttp.TCPConnector(limit=CONNECTIONS, limit_per_host=CONNECTIONS),
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=True,  # HTTPS_PROXY, as the token's client reads it, too
    )


async def _read(response: aiohttp.ClientResponse) -> bytes:
    content = bytearray()
    async for chunk in response.content.iter_any():
        content += chunk
        if len(content) > ANSWER_BYTES:
            raise OSError("too long")
    return bytes(content)


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
        return _text(found, "id")

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
        conversation = _text(found, "id")
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
        return _document(answer.body)


def error_of(answer: Answered, clock: Clock) -> BotError:
    """Return which of the four errors an answer of the connector is."""
    code = _code(answer.body)
    match answer.status:
        case HTTPStatus.UNAUTHORIZED:
            return RateLimited(TOKEN_RETRY)  # with another token it may be well
        case HTTPStatus.FORBIDDEN | HTTPStatus.NOT_FOUND:
            return Gone(code)
        case status if status in UNSEEN or (
            status in RETRYABLE and "retry-after" in answer.headers
        ):
            return RateLimited(retry_after(answer.headers.get("retry-after", ""), clock))
        case status if status in RETRYABLE:
            return Unreachable(f"{status} {code}")
    return Refused(f"{answer.status} {code}")


def retry_after(said: str, clock: Clock) -> float:
    """Return for how many seconds to be silent; a header may hold a number, a date or anything."""
    try:
        seconds = float(said)
    except ValueError:
        seconds = _until(said, clock)
    return min(seconds, LONGEST_RETRY_AFTER) if seconds >= 0 else RETRY_AFTER


def _until(date: str, clock: Clock) -> float:
    try:
        instant = parsedate_to_datetime(date)
    except ValueError:
        return RETRY_AFTER
    aware = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
    return max(0.0, (aware - clock.now()).total_seconds())


def _document(body: bytes) -> Json:
    """Return the object an answer holds, or an empty one: a message was taken all the same."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _code(body: bytes) -> str:
    """Return the connector's own code of an error, never its words."""
    error = _document(body).get("error")
    code = _text(error if isinstance(error, dict) else {}, "code")
    return code[:60] if code.isalnum() else ""


def _text(data: Mapping[str, Any], name: str) -> str:
    value = data.get(name)
    return value if isinstance(value, str) else ""
