"""Calling Slack: one client for each tenant over one session, and no retry we did not choose.

The SDK's own retries post a message twice when a connection breaks after Slack took it, so writes
have none; what failed is tried again by the outbox, under the same key. Reads may be repeated.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient

from adapters.serving.service import Core
from adapters.slack.errors import Suspended, code, translate
from adapters.slack.installations import Installations
from adapters.slack.options import SlackOptions
from bot.errors import BotError, RateLimited, Refused

Answer = dict[str, Any]
Call = Callable[[AsyncWebClient], Awaitable[Any]]

NEEDED = "chat.postMessage"
"""The one method without whose scope a tenant is of no use; others only lose what they are for."""
SEND_WITHIN = 15.0
ANSWER_WITHIN = 2.0
READ_WITHIN = 120.0
"""Seconds for a message from the outbox, for an answer somebody waits for, and for a list."""

# At DEBUG the SDK writes texts of messages into the log, whatever the level of our own.
SDK_LOG = logging.getLogger("passerelle.slack")
SDK_LOG.setLevel(logging.ERROR)


class Api:
    """Slack's Web API, by tenant."""

    def __init__(self, core: Core, options: SlackOptions) -> None:
        self.clock = core.clock
        self._url = options.place.api_url
        self._session: aiohttp.ClientSession | None = None
        self._closed_until: dict[tuple[str, str], datetime] = {}
        self.bare = AsyncWebClient(base_url=self._url, retry_handlers=[], logger=SDK_LOG)
        self.installations = Installations(core, options, self.bare)

    def start(self) -> None:
        """Open the session that all calls share."""
        self._session = aiohttp.ClientSession(trust_env=True)
        self.bare.session = self._session

    async def stop(self) -> None:
        """Close it."""
        if self._session is not None:
            await self._session.close()

    @property
    def session(self) -> aiohttp.ClientSession:
        """The session, for answers that go to an address of their own."""
        if self._session is None:
            message = "the service was not started"
            raise RuntimeError(message)
        return self._session

    async def call(self, tenant: str, method: str, call: Call, *, within: float) -> Answer:
        """Call a method that writes, once; raises one of the four errors.

        A method that a tenant is asked to rest is not called before its time has come.
        """
        now = self.clock.now()
        closed_until = self._closed_until.get((tenant, method), now)
        if closed_until > now:
            raise RateLimited((closed_until - now).total_seconds())
        try:
            client = self._client(await self.installations.token(tenant))
            async with asyncio.timeout(within):
                return dict((await call(client)).data)
        except Exception as error:
            raise await self._told(tenant, method, error) from error

    async def reader(self, tenant: str) -> AsyncWebClient:
        """Return a client for reading lists, which waits and repeats as Slack asks."""
        client = self._client(await self.installations.token(tenant))
        client.retry_handlers = [
            AsyncConnectionErrorRetryHandler(),
            AsyncServerErrorRetryHandler(max_retry_count=2),
            AsyncRateLimitErrorRetryHandler(max_retry_count=10),
        ]
        return client

    def _client(self, token: str) -> AsyncWebClient:
        return AsyncWebClient(
            token=token,
            base_url=self._url,
            session=self._session,
            retry_handlers=[],
            logger=SDK_LOG,
        )

    async def _told(self, tenant: str, method: str, error: Exception) -> BotError:
        """Translate an error, and remember what it says about the tenant."""
        found = translate(error)
        if code(error) == "missing_scope" and method != NEEDED:
            return Refused("missing_scope")
        if isinstance(found, Suspended):
            # An installation that is not there was suspended before, or never was.
            if code(error):
                await self.installations.suspend(tenant)
        elif isinstance(found, RateLimited):
            until = self.clock.now() + timedelta(seconds=found.retry_after)
            self._closed_until[tenant, method] = until
        return found
