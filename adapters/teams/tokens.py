"""Whether a request comes from Teams: its token is signed, for us, of now, and for this address.

A token is good for many requests. Its signature is checked once for as long as the key stays the
same; its times are checked at every request.

Every failure looks the same from outside. Bot Framework, "Authenticate requests from the Bot
Connector service to your bot"; stricter where that is lax: an expiry is required, the service URL
claim must be there, and one audience is ours alone.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import isfinite
from typing import Any

import jwt
from jwt.exceptions import PyJWTError
from jwt.types import Options

from adapters.teams.addresses import Cloud
from adapters.teams.keys import SigningKey, SigningKeys
from adapters.teams.limits import LEEWAY, NAME, TOKEN, TOKENS
from adapters.teams.source import CHANNEL
from bot.errors import BotError
from bot.ports import Clock

SCHEME = "Bearer "
ALGORITHM = "RS256"
OPTIONS: Options = {
    "require": ["exp", "iss", "aud"],
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
}
"""The times are checked here, by the Clock."""


class Forged(BotError):
    """A request does not prove that Teams sent it."""


@dataclass(frozen=True)
class _Signed:
    """What a token says, and the key that signed it."""

    key_id: str
    key: SigningKey
    claims: Mapping[str, Any]


class TokenCheck:
    """Checks the tokens of inbound requests for one app."""

    def __init__(self, *, app_id: str, cloud: Cloud, keys: SigningKeys, clock: Clock) -> None:
        self._app_id = app_id
        self._cloud = cloud
        self._keys = keys
        self._clock = clock
        self._signed: dict[bytes, _Signed] = {}

    async def service_url(self, authorization: str) -> str:
        """Return the service URL a request's token vouches for; raises Forged, KeysUnavailable."""
        if not authorization.startswith(SCHEME) or len(authorization) > TOKEN:
            raise Forged
        token = authorization.removeprefix(SCHEME)
        which = hashlib.sha256(token.encode(errors="surrogateescape")).digest()
        known = self._signed.get(which)
        key_id = known.key_id if known else _key_id(token)
        key = await self._keys.find(key_id)
        if key is None or CHANNEL not in key.channels:
            raise Forged
        if known is None or known.key is not key:
            known = _Signed(key_id, key, self._claims(token, key))
            self._remember(which, known)
        self._check(known.claims)
        return str(known.claims["serviceurl"])

    def _claims(self, token: str, key: SigningKey) -> Mapping[str, Any]:
        try:
            claims: Mapping[str, Any] = jwt.decode(
                token,
                key.key,
                algorithms=[ALGORITHM],
                audience=self._app_id,
                issuer=self._cloud.issuer,
                options=OPTIONS,
            )
        except (PyJWTError, ValueError, TypeError, RecursionError) as error:
            raise Forged from error
        return claims

    def _remember(self, which: bytes, signed: _Signed) -> None:
        """Keep a token that was signed rightly; the oldest one goes when there are too many."""
        if len(self._signed) >= TOKENS:
            del self._signed[next(iter(self._signed))]
        self._signed[which] = signed

    def _check(self, claims: Mapping[str, Any]) -> None:
        now = self._clock.now().timestamp()
        leeway = LEEWAY / timedelta(seconds=1)
        ends, begins = claims["exp"], claims.get("nbf", now)
        if claims["aud"] != self._app_id or not (_is_instant(ends) and _is_instant(begins)):
            raise Forged
        if now >= ends + leeway or now < begins - leeway:
            raise Forged
        service_url = claims.get("serviceurl")
        if not isinstance(service_url, str) or not service_url:
            raise Forged


def _key_id(token: str) -> str:
    """Return the id of the key that signed a token, by its own word; raises Forged."""
    try:
        header = jwt.get_unverified_header(token)
    except (PyJWTError, ValueError, TypeError, RecursionError) as error:
        raise Forged from error
    key_id = header.get("kid")
    if header.get("alg") != ALGORITHM or "crit" in header:
        raise Forged
    if not isinstance(key_id, str) or not 0 < len(key_id) <= NAME:
        raise Forged
    return key_id


def _is_instant(value: object) -> bool:
    """Whether a claim is a time; JSON as Python reads it may also hold NaN, which is never past."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and isfinite(value)
