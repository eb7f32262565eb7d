"""Requests as Slack signs them."""

import hashlib
import hmac
import json
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

SECRET = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105  Slack's own published example
FORM = "application/x-www-form-urlencoded"


def signature(stamp: str, body: bytes, secret: str = SECRET) -> str:
    base = b"v0:" + stamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def headers(now: datetime, body: bytes, content_type: str = FORM, **changes: str) -> dict[str, str]:
    stamp = str(int(now.timestamp()))
    return {
        "Content-Type": content_type,
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature(stamp, body),
        **changes,
    }


def command_body(**fields: str) -> bytes:
    return urlencode(fields).encode()


def interaction_body(payload: dict[str, Any]) -> bytes:
    return urlencode({"payload": json.dumps(payload)}).encode()
