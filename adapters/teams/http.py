"""The one client of HTTP: connections stay open, every request ends, every answer is bounded."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, NamedTuple, Protocol

import aiohttp

from adapters.teams.limits import ANSWER_BYTES, ANSWER_SECONDS, CONNECT_SECONDS, CONNECTIONS


class Answered(NamedTuple):
    """An answer over HTTP; header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def document(self) -> dict[str, Any]:
        """Return the object it holds, or an empty one: what was asked is done all the same."""
        try:
            found = json.loads(self.body)
        except (ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


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
