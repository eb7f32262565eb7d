"""Signing keys and the tokens signed with them, as the Bot Framework does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://api.botframework.com"
LIFE = timedelta(hours=1)
"""How long a token lasts, and how long before now it was issued at the most."""


@cache
def private_key(number: int) -> rsa.RSAPrivateKey:
    """Return one of any number of keys; making one takes a while, so tests share them."""
    del number
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass(frozen=True)
class SigningKey:
    """A key pair under a name; ``endorsements`` are the channels it may speak for."""

    number: int
    endorsements: Sequence[str] = ("msteams",)

    @property
    def kid(self) -> str:
        """The name under which its public half is published."""
        return f"key-{self.number}"

    @property
    def private(self) -> rsa.RSAPrivateKey:
        """The half that signs."""
        return private_key(self.number)

    def jwk(self) -> dict[str, Any]:
        """Return the public half as the key host publishes it."""
        public = RSAAlgorithm.to_jwk(self.private.public_key(), as_dict=True)
        return {
            **public,
            "kid": self.kid,
            "use": "sig",
            "x5t": self.kid,
            "endorsements": list(self.endorsements),
        }

    def sign(self, claims: Mapping[str, Any], **headers: Any) -> str:
        """Return a token with these claims; ``headers`` stand beside or instead of the usual."""
        named = {"kid": self.kid, "x5t": self.kid, **headers}
        return jwt.encode(dict(claims), self.private, algorithm="RS256", headers=named)


def claims(app_id: str, service_url: str, now: datetime) -> dict[str, Any]:
    """Return what a token of the channel says about an activity."""
    return {
        "serviceurl": service_url,
        "nbf": int(now.timestamp()),
        "exp": int((now + LIFE).timestamp()),
        "iss": ISSUER,
        "aud": app_id,
    }
