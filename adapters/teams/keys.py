"""The keys with which Teams signs, fetched without holding up anything else.

An unknown key id makes the set be fetched anew, but only now and then, since anybody can name one.
A set that is a day old is renewed beside its use; while the key host is down the old keys serve.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from jwt import PyJWK
from jwt.exceptions import PyJWTError

from adapters.teams.limits import KEYS_FRESH, KEYS_PAUSE, KEYS_RETRY
from bot.errors import BotError
from bot.ports import Clock


class KeysUnavailable(BotError):
    """No signing key is known and the key host does not answer: nobody can be recognised."""


class Fetch(Protocol):
    """Reads a small document over https; raises OSError or TimeoutError when that fails."""

    async def __call__(self, url: str) -> bytes:
        """Return what is published at an address."""
        ...


@dataclass(frozen=True)
class SigningKey:
    """A public key, and the channels whose activities it may sign."""

    key: PyJWK
    channels: frozenset[str]


class SigningKeys:
    """The published keys by id."""

    def __init__(self, metadata_url: str, fetch: Fetch, clock: Clock) -> None:
        self._metadata_url = metadata_url
        self._fetch = fetch
        self._clock = clock
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched_at: datetime | None = None
        self._tried_at: datetime | None = None
        self._fetching: asyncio.Task[None] | None = None

    async def find(self, key_id: str) -> SigningKey | None:
        """Return a key by its id, or None; raises KeysUnavailable when none at all is known."""
        if key_id not in self._keys and self._may_try():
            await self.refresh()
        elif self._is_stale() and self._may_try():
            self._begin()
        if not self._keys:
            raise KeysUnavailable(self._metadata_url)
        return self._keys.get(key_id)

    async def refresh(self) -> bool:
        """Fetch the keys now; return whether that worked. Those who ask meanwhile share it."""
        await asyncio.shield(self._begin())
        return self._fetched_at is not None and self._fetched_at == self._tried_at

    def _begin(self) -> asyncio.Task[None]:
        if self._fetching is None or self._fetching.done():
            self._tried_at = self._clock.now()
            self._fetching = asyncio.create_task(self._fetch_all(self._tried_at))
        return self._fetching

    async def _fetch_all(self, tried_at: datetime) -> None:
        try:
            metadata = _object(await self._fetch(self._metadata_url))
            published = _object(await self._fetch(str(metadata["jwks_uri"])))
            keys = dict(filter(None, map(_signing_key, published["keys"])))
        except (OSError, TimeoutError, ValueError, KeyError, TypeError, RecursionError):
            return  # what is known stays in use
        if keys:
            self._keys, self._fetched_at = keys, tried_at

    def _may_try(self) -> bool:
        pause = KEYS_PAUSE if self._keys else KEYS_RETRY
        return self._age(self._tried_at) >= pause

    def _is_stale(self) -> bool:
        return self._age(self._fetched_at) >= KEYS_FRESH

    def _age(self, since: datetime | None) -> timedelta:
        return timedelta.max if since is None else abs(self._clock.now() - since)


def _object(document: bytes) -> dict[str, Any]:
    found = json.loads(document)
    if not isinstance(found, dict):
        raise TypeError
    return found


def _signing_key(published: Any) -> tuple[str, SigningKey] | None:
    """Return a usable key with its id; whatever else a set may hold is passed over."""
    try:
        key = PyJWK(published, "RS256")
        channels = published.get("endorsements") or []
        return str(published["kid"]), SigningKey(key, frozenset(map(str, channels)))
    except (PyJWTError, KeyError, TypeError, AttributeError, ValueError):
        return None
