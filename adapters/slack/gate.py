"""Who may talk to us over HTTP: Slack, as its signature over the raw bytes proves, and nobody else.

It stands before Bolt, which reads a body before it knows whom it is from, and answers 500 to a
malformed one. A refusal costs one hash at most: a flood of forged requests is cheap to turn away.
A replayed request is genuine; what it would do twice is taken once, by its key in the database.
"""

import asyncio
import hashlib
import hmac
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from adapters.slack.limits import BODY, READ_WITHIN, WINDOW
from bot.errors import BotError
from bot.ports import Clock

Json = dict[str, Any]

TIMESTAMP, SIGNATURE = "X-Slack-Request-Timestamp", "X-Slack-Signature"
DIGITS = re.compile(r"[0-9]{1,12}")
SIGNED = re.compile(r"v0=[0-9a-f]{64}")
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
FIELDS = 100
"""Fields of one form; a command has about fifteen."""


class Refusal(BotError):
    """A request that is not Slack's, or not one we can read; ``status`` says which."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class NotSigned(Refusal):
    """A request of these minutes whose signature is not of any secret of ours."""

    def __init__(self) -> None:
        super().__init__(401, "not signed by Slack")


class Gate:
    """Checks requests against one signing secret, or two while one replaces the other."""

    def __init__(self, secrets: Sequence[str], clock: Clock) -> None:
        self._secrets = [secret.encode() for secret in secrets]
        self._clock = clock

    async def open(self, request: web.Request) -> Json:
        """Return the payload of a request that Slack signed just now; raises Refusal."""
        stamp = _header(request.headers.getall(TIMESTAMP, []), DIGITS)
        signature = _header(request.headers.getall(SIGNATURE, []), SIGNED)
        age = abs(self._clock.now().timestamp() - int(stamp))
        if age > WINDOW.total_seconds():
            raise Refusal(401, "not of these minutes")
        body = await _read(request)
        if not self._is_signed(stamp, signature, body):
            raise NotSigned
        return payload(request.content_type, body)

    def _is_signed(self, stamp: str, signature: str, body: bytes) -> bool:
        """Compare with every secret, in the same time whichever it is."""
        base = b"v0:" + stamp.encode() + b":" + body
        ours = [hmac.new(secret, base, hashlib.sha256).hexdigest() for secret in self._secrets]
        same = [hmac.compare_digest(f"v0={each}", signature) for each in ours]
        return any(same)


def _header(values: Sequence[str], shape: re.Pattern[str]) -> str:
    """Return a header that is there once and well formed; its digits are few enough to count."""
    if not values:
        raise Refusal(401, "not signed")
    if len(values) > 1 or not shape.fullmatch(values[0]):
        raise Refusal(400, "a header that Slack does not send")
    return values[0]


async def _read(request: web.Request) -> bytes:
    """Read a body as it came, but never more than Slack would send, nor for longer."""
    if "Content-Encoding" in request.headers:
        raise Refusal(400, "packed, which Slack sends nothing")
    if (request.content_length or 0) > BODY:
        raise Refusal(413, "too large")
    body = bytearray()
    try:
        async with asyncio.timeout(READ_WITHIN):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > BODY:
                    raise Refusal(413, "too large")
    except (TimeoutError, web.RequestPayloadError) as error:
        raise Refusal(400, "cut off") from error
    return bytes(body)


def payload(content_type: str, body: bytes) -> Json:
    """Return what a signed body says: a command's fields, or the object of all else."""
    try:
        text = body.decode()
        if content_type == FORM:
            fields = dict(parse_qsl(text, keep_blank_values=True, max_num_fields=FIELDS))
            found = json.loads(fields["payload"]) if "payload" in fields else fields
        elif content_type == JSON:
            found = json.loads(text)
        else:
            raise Refusal(400, "neither a form nor JSON")
    except (ValueError, RecursionError) as error:
        raise Refusal(400, "not readable") from error
    if not isinstance(found, dict):
        raise Refusal(400, "no object")
    return found


def fingerprint(found: Mapping[str, Any]) -> str:
    """Return a hash of a payload: the same for the same request, over HTTP and Socket Mode.

    Slack gives every interaction a ``trigger_id`` of its own, so no two of them are equal.
    """
    told = json.dumps(found, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()[:40]
