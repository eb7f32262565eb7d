"""The gate's table: every malformed or forged request gets 400, 401 or 413, and never passes."""

import asyncio
import gzip
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from hypothesis import given
from hypothesis import strategies as st

from adapters.clocks import MovableClock
from adapters.slack.gate import Gate, Refusal, fingerprint, payload
from adapters.slack.limits import BODY
from tests.adapters.slack.signing import FORM, SECRET, command_body, headers, signature

NOW = datetime(2026, 9, 14, 14, 0, tzinfo=UTC)
BODY_OF_COMMAND = command_body(command="/mentor", text="status", trigger_id="1.2.abc")


@dataclass
class Sent:
    """A request, well signed unless changed."""

    body: bytes = BODY_OF_COMMAND
    changes: dict[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    at: datetime = NOW
    content_type: str = FORM

    def headers(self) -> list[tuple[str, str]]:
        all_of_them = headers(self.at, self.body, self.content_type, **self.changes)
        kept = [(name, value) for name, value in all_of_them.items() if name not in self.without]
        return [*kept, *self.more]


def signed(body: bytes, content_type: str = FORM) -> Sent:
    return Sent(body=body, content_type=content_type)


def timed(stamp: str) -> Sent:
    changes = {
        "X-Slack-Request-Timestamp": stamp,
        "X-Slack-Signature": signature(stamp, BODY_OF_COMMAND),
    }
    return Sent(changes=changes)


def with_signature(value: str) -> Sent:
    return Sent(changes={"X-Slack-Signature": value})


STAMP = str(int(NOW.timestamp()))
GOOD = signature(STAMP, BODY_OF_COMMAND)
JSON = "application/json"
TABLE: dict[str, tuple[int, Sent]] = {
    "as Slack sends it": (200, Sent()),
    "a JSON event": (200, signed(b'{"type":"event_callback"}', JSON)),
    "a JSON event with a charset": (200, signed(b"{}", f"{JSON}; charset=utf-8")),
    "an interaction": (200, signed(command_body(payload='{"type":"block_actions"}'))),
    "five minutes old": (200, Sent(at=NOW - timedelta(minutes=5))),
    "five minutes early": (200, Sent(at=NOW + timedelta(minutes=5))),
    "signed with the other secret": (
        200,
        with_signature(signature(STAMP, BODY_OF_COMMAND, "the-secret-to-come")),
    ),
    "not signed": (401, Sent(without=("X-Slack-Signature",))),
    "not dated": (401, Sent(without=("X-Slack-Request-Timestamp",))),
    "neither": (401, Sent(without=("X-Slack-Signature", "X-Slack-Request-Timestamp"))),
    "too old": (401, Sent(at=NOW - timedelta(seconds=301))),
    "too early": (401, Sent(at=NOW + timedelta(seconds=301))),
    "another body": (
        401,
        replace(Sent(), body=BODY_OF_COMMAND + b"x", changes={"X-Slack-Signature": GOOD}),
    ),
    "another secret": (401, with_signature(signature(STAMP, BODY_OF_COMMAND, "guess"))),
    "no secret": (401, with_signature(signature(STAMP, BODY_OF_COMMAND, ""))),
    "one digit changed": (401, with_signature(GOOD[:-1] + ("0" if GOOD[-1] != "0" else "1"))),
    "an empty signature": (400, with_signature("")),
    "a short signature": (400, with_signature(GOOD[:-1])),
    "a long signature": (400, with_signature(GOOD + "0")),
    "an upper-case signature": (400, with_signature(GOOD.upper())),
    "another version": (400, with_signature(GOOD.replace("v0", "v1"))),
    "a signature that is not ASCII": (400, with_signature("v0=" + "é" * 64)),
    "two signatures": (400, Sent(more=(("X-Slack-Signature", GOOD),))),
    "two times": (400, Sent(more=(("X-Slack-Request-Timestamp", STAMP),))),
    "a time in words": (400, timed("abc")),
    "an empty time": (400, timed("")),
    "a negative time": (400, timed("-" + STAMP)),
    "a time with a fraction": (400, timed(STAMP + ".0")),
    "a time of other digits": (400, timed("\u0661" * 10)),
    "a time of five thousand digits": (400, timed("9" * 5_000)),
    "a time of zero": (401, timed("0")),
    "a body that is not UTF-8": (400, signed(b"\xff\xfe")),
    "a payload that is not JSON": (400, signed(command_body(payload="{"))),
    "a payload that is a list": (400, signed(command_body(payload="[]"))),
    "a payload that is a number": (400, signed(command_body(payload="1"))),
    "JSON that is not": (400, signed(b"{", JSON)),
    "JSON that is a list": (400, signed(b"[]", JSON)),
    "a hundred thousand brackets": (400, signed(b"[" * 100_000, JSON)),
    "a number of ten thousand digits": (400, signed(b'{"a":' + b"9" * 10_000 + b"}", JSON)),
    "an empty JSON body": (400, signed(b"", JSON)),
    "more fields than a form has": (400, signed(b"&".join(b"a=1" for _ in range(101)))),
    "another type": (400, signed(b"<a/>", "text/xml")),
    "a file": (400, signed(b"--x--", "multipart/form-data; boundary=x")),
    "too large": (413, signed(b"x" * (BODY + 1))),
    "too large, and not signed": (
        401,
        Sent(body=b"x" * (BODY + 1), without=("X-Slack-Signature",)),
    ),
    "a check without a signature": (401, Sent(body=b"ssl_check=1", without=("X-Slack-Signature",))),
}


@pytest.fixture
async def door() -> AsyncIterator[TestClient[web.Request, web.Application]]:
    gate = Gate((SECRET, "the-secret-to-come"), MovableClock(NOW))

    async def answer(request: web.Request) -> web.Response:
        try:
            return web.json_response(await gate.open(request))
        except Refusal as refusal:
            return web.Response(status=refusal.status)

    app = web.Application(client_max_size=10 * BODY)
    app.router.add_post("/", answer)
    async with TestClient(TestServer(app, host="127.0.0.1")) as client:
        yield client


@pytest.mark.parametrize("name", TABLE)
async def test_the_table(name: str, door: TestClient[web.Request, web.Application]) -> None:
    status, sent = TABLE[name]

    response = await door.post("/", data=BytesIO(sent.body), headers=sent.headers())

    assert response.status == status


async def test_a_body_that_never_says_how_large_it_is_ends_at_the_limit(
    door: TestClient[web.Request, web.Application],
) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(BODY // 65_536 + 2):
            yield b"x" * 65_536

    response = await door.post("/", data=endless(), headers=Sent().headers())

    assert response.status == 413


@pytest.mark.parametrize("how", ["gzip", "deflate"])
@pytest.mark.parametrize("body", [gzip.compress(b"x" * (BODY + 1)), b"no archive"], ids=len)
async def test_a_packed_body_is_not_unpacked(
    how: str, body: bytes, door: TestClient[web.Request, web.Application]
) -> None:
    sent = [*Sent(body=body).headers(), ("Content-Encoding", how)]

    response = await door.post("/", data=body, headers=sent)

    assert response.status == 400


@pytest.mark.parametrize(
    "framed",
    [b"ZZ\r\nhello\r\n0\r\n\r\n", b"5\r\nhello\r\nFFFFFFFFFFFFFFFFFF\r\n", b"-1\r\n\r\n"],
    ids=["no number", "a huge number", "a negative number"],
)
async def test_a_body_in_broken_pieces_is_refused(
    framed: bytes, door: TestClient[web.Request, web.Application]
) -> None:
    lines = [f"{name}: {value}" for name, value in Sent().headers()]
    head = "\r\n".join(["POST / HTTP/1.1", "Host: x", "Transfer-Encoding: chunked", *lines])
    reader, writer = await asyncio.open_connection("127.0.0.1", door.port)
    writer.write(head.encode() + b"\r\n\r\n" + framed)

    status = await reader.readline()

    writer.close()
    await writer.wait_closed()
    assert b" 400 " in status


async def test_every_byte_counts(door: TestClient[web.Request, web.Application]) -> None:
    for place in range(len(BODY_OF_COMMAND)):
        forged = bytearray(BODY_OF_COMMAND)
        forged[place] ^= 1

        response = await door.post("/", data=bytes(forged), headers=Sent().headers())

        assert response.status == 401, place


@given(body=st.binary(max_size=300), kind=st.sampled_from([FORM, JSON, "text/plain", ""]))
def test_whatever_is_signed_is_an_object_or_refused(body: bytes, kind: str) -> None:
    status = 200
    found: Any = {}
    try:
        found = payload(kind, body)
    except Refusal as refusal:
        status = refusal.status

    assert isinstance(found, dict)
    assert status in {200, 400}


def test_a_payload_told_twice_has_one_fingerprint() -> None:
    told = {"type": "block_actions", "trigger_id": "1.2.abc"}

    assert fingerprint(told) == fingerprint(dict(reversed(told.items())))
    assert fingerprint(told) != fingerprint({**told, "trigger_id": "1.2.xyz"})
