"""Tokens that prove nothing, each by name with what makes it."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.adapters.teams.company import Company
from tests.adapters.teams.fake.keys import SigningKey

Claims = dict[str, Any]
Forge = Callable[[Company, Claims], str]


def signed(**changes: Any) -> Forge:
    """Make a token whose claims differ from a good one's; None leaves a claim out."""

    def forge(acme: Company, good: Claims) -> str:
        claims = {**good, **changes}
        kept = {name: value for name, value in claims.items() if value is not None}
        return acme.teams.keyhost.newest.sign(kept)

    return forge


def timed(claim: str, **span: float) -> Forge:
    """Make a token in which an instant lies elsewhere."""

    def forge(acme: Company, good: Claims) -> str:
        instant = acme.clock.now() + timedelta(**span)
        return acme.teams.keyhost.newest.sign({**good, claim: int(instant.timestamp())})

    return forge


def headed(**headers: Any) -> Forge:
    """Make a token with an odd header."""
    return lambda acme, good: acme.teams.keyhost.newest.sign(good, **headers)


def by(key: SigningKey, **headers: Any) -> Forge:
    """Make a token signed by a key the key host does not know under this name."""
    return lambda _acme, good: key.sign(good, **headers)


def raw(
    header: Mapping[str, Any], signature: Callable[[bytes, Company], bytes], **claims: Any
) -> Forge:
    """Make a token by hand, which the library itself would not."""

    def forge(acme: Company, good: Claims) -> str:
        parts = [json.dumps(part).encode() for part in (header, {**good, **claims})]
        body = b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in parts)
        mark = base64.urlsafe_b64encode(signature(body, acme)).rstrip(b"=")
        return (body + b"." + mark).decode()

    return forge


def public_pem(acme: Company) -> bytes:
    public = acme.teams.keyhost.newest.private.public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def hmac_with_public_key(body: bytes, acme: Company) -> bytes:
    return hmac.new(public_pem(acme), body, hashlib.sha256).digest()


def rightly(body: bytes, acme: Company) -> bytes:
    return acme.teams.keyhost.newest.private.sign(body, PKCS1v15(), SHA256())


def changed(change: Callable[[str], str]) -> Forge:
    """Make a good token and spoil its text."""
    return lambda acme, good: change(acme.teams.keyhost.newest.sign(good))


def unendorsed(acme: Company, good: Claims) -> str:
    acme.teams.keyhost.keys.append(SigningKey(7, endorsements=("webchat",)))
    return acme.teams.keyhost.newest.sign(good)


def other_algorithm(name: str) -> Forge:
    def forge(acme: Company, good: Claims) -> str:
        key = acme.teams.keyhost.newest
        return jwt.encode(good, key.private, algorithm=name, headers={"kid": key.kid})

    return forge


STRANGER = SigningKey(99)
BAD_TOKENS: dict[str, Forge] = {
    "nothing": lambda *_: "",
    "only dots": lambda *_: "..",
    "garbage": lambda *_: "garbage",
    "garbage in three parts": lambda *_: "a.b.c",
    "brackets": lambda *_: "[" * 3_000,
    "not ASCII": lambda *_: "jeton-é",
    "too long": lambda *_: "a" * 8_100,
    "a header that is a list": lambda *_: base64.urlsafe_b64encode(b"[]").decode() + ".e30.AA",
    "a header that is no JSON": lambda *_: base64.urlsafe_b64encode(b"{").decode() + ".e30.AA",
    "no signature": changed(lambda token: token.rpartition(".")[0] + "."),
    "half a signature": changed(lambda token: token[:-100]),
    "another signature": changed(lambda token: token[:-8] + "AAAAAAAA"),
    "an extra part": changed(lambda token: token + ".AAAA"),
    "other claims": changed(lambda t: ".".join([t.split(".")[0], "e30", t.split(".")[2]])),
    "a blank within": changed(lambda token: token[:20] + " " + token[20:]),
    "twice": changed(lambda token: f"{token} {token}"),
    "algorithm none": raw({"alg": "none", "kid": "key-0"}, lambda *_: b""),
    "algorithm None": raw({"alg": "None", "kid": "key-0"}, lambda *_: b""),
    "no algorithm": raw({"kid": "key-0"}, lambda *_: b""),
    "algorithm of a list": raw({"alg": ["RS256"], "kid": "key-0"}, lambda *_: b""),
    "the public key as a secret": raw({"alg": "HS256", "kid": "key-0"}, hmac_with_public_key),
    "the same, called RS256": raw({"alg": "RS256", "kid": "key-0"}, hmac_with_public_key),
    "RS384": other_algorithm("RS384"),
    "RS512": other_algorithm("RS512"),
    "PS256": other_algorithm("PS256"),
    "an unknown key": by(STRANGER),
    "another key under a known name": by(STRANGER, kid="key-0"),
    "no key id": raw({"alg": "RS256"}, rightly),
    "a key id that is null": raw({"alg": "RS256", "kid": None}, rightly),
    "a key id that is a list": raw({"alg": "RS256", "kid": ["key-0"]}, rightly),
    "an empty key id": headed(kid=""),
    "a long key id": headed(kid="k" * 1_000),
    "a path as key id": headed(kid="../../key-0"),
    "a key of its own": by(STRANGER, jwk=STRANGER.jwk()),
    "an address of keys": by(STRANGER, jku="https://keys.example/"),
    "something critical": headed(crit=["exp"]),
    "a key for another channel": unendorsed,
    "expired beyond the leeway": timed("exp", minutes=-6),
    "expired a year ago": timed("exp", days=-365),
    "not yet": timed("nbf", minutes=6),
    "no expiry": signed(exp=None),
    "an expiry in words": signed(exp="tomorrow"),
    "an expiry that is true": signed(exp=True),
    "an expiry that is a list": signed(exp=[9_999_999_999]),
    "an expiry that is no number": signed(exp=float("nan")),
    "a beginning in words": signed(nbf="yesterday"),
    "another issuer": signed(iss="https://evil.example"),
    "the issuer of the emulator": signed(iss="https://sts.windows.net/common/"),
    "the issuer with a slash": signed(iss="https://api.botframework.com/"),
    "several issuers": raw(
        {"alg": "RS256", "kid": "key-0"}, rightly, iss=["https://api.botframework.com"]
    ),
    "no issuer": signed(iss=None),
    "another audience": signed(aud="00000000-0000-0000-0000-000000000000"),
    "several audiences": signed(aud=["00000000", "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"]),
    "no audience": signed(aud=None),
    "an empty audience": signed(aud=""),
    "no service URL": signed(serviceurl=None),
    "an empty service URL": signed(serviceurl=""),
    "a service URL that is a list": signed(serviceurl=["https://smba.trafficmanager.net/teams"]),
    "another service URL": signed(serviceurl="https://smba.trafficmanager.net/emea/"),
    "a service URL with more behind it": signed(serviceurl="https://smba.trafficmanager.net/x/y"),
}
