"""Our own token for the connector: fetched in a worker thread, kept once per process.

MSAL is synchronous and may hang on a slow host; here it never holds up the loop, and its cache,
which reads the wall clock, is not used.
"""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import msal
import requests

from adapters.teams.addresses import Cloud
from adapters.teams.limits import ANSWER_SECONDS, TOKEN_EARLY
from bot.errors import BotError
from bot.ports import Clock

Acquire = Callable[[], Mapping[str, Any]]
"""Fetches a token, slowly; returns MSAL's ``access_token`` and ``expires_in``, or ``error``."""


class NoToken(BotError):
    """Entra gives us no token; ``reason`` is its code, such as AADSTS7000215 for a wrong secret."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Bounded(requests.Session):
    """A client of HTTP whose every request ends."""

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        """Send a request with a time-out."""
        return super().request(*args, **{"timeout": ANSWER_SECONDS, **kwargs})


def with_secret(
    cloud: Cloud, *, app_id: str, tenant: str, secret: str, http: Any = None
) -> Acquire:
    """Return what fetches tokens for a single-tenant app with a client secret."""

    def acquire() -> Mapping[str, Any]:
        app = msal.ConfidentialClientApplication(
            app_id,
            client_credential=secret,
            authority=f"{cloud.login_url}/{tenant}",
            instance_discovery=False,
            http_client=http or Bounded(),
        )
        found: Mapping[str, Any] = app.acquire_token_for_client([f"{cloud.resource}/.default"])
        return found

    return acquire


def with_identity(cloud: Cloud, *, app_id: str, http: Any = None) -> Acquire:
    """Return what fetches tokens for a user-assigned managed identity; there is no secret."""

    def acquire() -> Mapping[str, Any]:
        identity = msal.UserAssignedManagedIdentity(client_id=app_id)
        client = msal.ManagedIdentityClient(identity, http_client=http or Bounded())
        found: Mapping[str, Any] = client.acquire_token_for_client(resource=cloud.resource)
        return found

    return acquire


def no_access() -> Mapping[str, Any]:
    """Return a token that opens nothing: the Playground asks for none."""
    return {"access_token": "development", "expires_in": timedelta(days=1).total_seconds()}


class AccessToken:
    """The token that goes with everything sent to the connector."""

    def __init__(self, acquire: Acquire, clock: Clock) -> None:
        self._acquire = acquire
        self._clock = clock
        self._token = ""
        self._ends_at: datetime | None = None
        self._fetching: asyncio.Task[None] | None = None

    async def get(self) -> str:
        """Return a token that is still good; raises NoToken. Who asks together waits together."""
        left = self._left()
        if left <= TOKEN_EARLY:
            fetching = self._begin()
            if left <= timedelta(0):
                await asyncio.shield(fetching)
        return self._token

    def forget(self, token: str) -> None:
        """Use a token no more: the connector refused it."""
        if token == self._token:
            self._ends_at = None

    def _left(self) -> timedelta:
        return timedelta(0) if self._ends_at is None else self._ends_at - self._clock.now()

    def _begin(self) -> asyncio.Task[None]:
        if self._fetching is None or self._fetching.done():
            self._fetching = asyncio.create_task(self._fetch())
            # Nobody may be waiting for one that is renewed early; then its failure is no news.
            self._fetching.add_done_callback(lambda task: task.cancelled() or task.exception())
        return self._fetching

    async def _fetch(self) -> None:
        try:
            result = await asyncio.to_thread(self._acquire)
        except Exception as error:  # MSAL raises whatever its client, or a strange answer, makes it
            raise NoToken(type(error).__name__) from error
        if "access_token" not in result:
            raise NoToken(_reason(result))
        life = timedelta(seconds=float(result["expires_in"]))
        self._token, self._ends_at = str(result["access_token"]), self._clock.now() + life


def _reason(result: Mapping[str, Any]) -> str:
    """Return the code of an error, never its words, which hold ids and times."""
    first = str(result.get("error_description", "")).split(":", 1)[0]
    code = first if first.startswith("AADSTS") and first.isalnum() else result.get("error", "")
    return str(code)[:40] or "unknown"
