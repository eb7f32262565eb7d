"""What Slack sends to the app: signed, within three seconds, events again when they fail."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol
from urllib.parse import urlencode

import aiohttp

from tests.adapters.slack.fake.state import State
from tests.adapters.slack.fake.workspaces import Install, Json
from tests.history import Kind

PATIENCE = 3.0
"""Seconds of real time Slack waits for an answer."""
AGAIN_AFTER = (timedelta(0), timedelta(minutes=1), timedelta(minutes=5))
"""Retries of an event: https://docs.slack.dev/apis/events-api."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the app said; ``failure`` is Slack's word for what went wrong, if anything did."""

    status: int = 0
    body: Json | None = None
    text: str = ""
    failure: str = ""
    may_retry: bool = True


class Line(Protocol):
    """A way to the app: HTTP, or a socket the app opened."""

    async def tell(self, kind: str, payload: Json, headers: Mapping[str, str]) -> Answer:
        """Tell the app something: "command", "interactive" or "event"."""
        ...


def signed(secret: str, now: datetime, body: bytes) -> dict[str, str]:
    """Return the headers by which Slack proves that it speaks."""
    stamp = str(int(now.timestamp()))
    mark = hmac.new(secret.encode(), b"v0:" + stamp.encode() + b":" + body, hashlib.sha256)
    return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={mark.hexdigest()}"}


def encoded(kind: str, payload: Json) -> tuple[bytes, str]:
    """Return the bytes and the content type of something Slack tells."""
    if kind == "event":
        return json.dumps(payload).encode(), "application/json"
    fields = payload if kind == "command" else {"payload": json.dumps(payload)}
    return urlencode(fields).encode(), "application/x-www-form-urlencoded"


class HttpLine:
    """Request URLs of the app."""

    def __init__(
        self,
        state: State,
        session: aiohttp.ClientSession,
        url: str,
        *,
        patience: float = PATIENCE,
    ) -> None:
        self._state = state
        self._session = session
        self._url = url
        self._patience = patience
        self.last: tuple[bytes, dict[str, str]] = (b"", {})

    async def tell(self, kind: str, payload: Json, headers: Mapping[str, str]) -> Answer:
        """Post to the app."""
        body, content_type = encoded(kind, payload)
        proof = signed(self._state.app.signing_secret, self._state.clock.now(), body)
        self.last = body, {"Content-Type": content_type, **proof, **headers}
        return await self.again(headers)

    async def again(self, headers: Mapping[str, str]) -> Answer:
        """Post the very same bytes once more, as whoever overheard them could."""
        body, known = self.last
        timeout = aiohttp.ClientTimeout(total=self._patience)
        try:
            async with self._session.post(
                self._url, data=body, headers={**known, **headers}, timeout=timeout
            ) as response:
                return _answer(response, await response.text())
        except TimeoutError:
            return Answer(failure="http_timeout")
        except aiohttp.ClientError:
            return Answer(failure="connection_failed")


def _answer(response: aiohttp.ClientResponse, text: str) -> Answer:
    body: Any = None
    if response.content_type == "application/json" and text:
        body = json.loads(text)
    return Answer(
        status=response.status,
        body=body if isinstance(body, dict) else None,
        text="" if isinstance(body, dict) else text,
        failure="" if response.ok else "http_error",
        may_retry=response.headers.get("X-Slack-No-Retry") != "1",
    )


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """An event that is to be told, or told again."""

    due: datetime
    envelope: Json
    attempt: int = 0
    reason: str = ""


class Post:
    """Events on their way to the app."""

    def __init__(self, state: State, line: Line) -> None:
        self._state = state
        self.line = line
        self._waiting: list[Waiting] = []
        state.told = self._take

    async def deliver(self) -> list[Answer]:
        """Tell the app every event that is due by the clock; failed ones wait for their retry."""
        answers = []
        while ready := [w for w in self._waiting if w.due <= self._state.clock.now()]:
            self._waiting.remove(ready[0])
            answers.append(await self._tell(ready[0]))
        return answers

    @property
    def next_due(self) -> datetime | None:
        """When the next retry comes."""
        return min((waiting.due for waiting in self._waiting), default=None)

    def _take(self, told: Json) -> None:
        envelope = self._envelope(told["event"], told["install"])
        self._waiting.append(Waiting(due=self._state.clock.now(), envelope=envelope))

    async def _tell(self, waiting: Waiting) -> Answer:
        state, envelope = self._state, waiting.envelope
        headers = {}
        if waiting.attempt:
            headers = {
                "X-Slack-Retry-Num": str(waiting.attempt),
                "X-Slack-Retry-Reason": waiting.reason,
            }
        where = {"tenant": envelope["team_id"] or "", "conversation": "events"}
        state.history.note(Kind.TOLD, key=envelope["event_id"], **where)
        answer = await self.line.tell("event", envelope, headers)
        if not answer.failure:
            state.history.note(Kind.TAKEN, key=envelope["event_id"], **where)
        elif answer.may_retry and waiting.attempt < len(AGAIN_AFTER):
            due = state.clock.now() + AGAIN_AFTER[waiting.attempt]
            self._waiting.append(
                Waiting(
                    due=due,
                    envelope=envelope,
                    attempt=waiting.attempt + 1,
                    reason=answer.failure,
                )
            )
        return answer

    def _envelope(self, event: Json, install: Install) -> Json:
        state = self._state
        now = int(state.clock.now().timestamp())
        team_id = install.team_id or None
        return {
            "token": "legacy",
            "team_id": team_id or state.places(install)[0].id,
            "enterprise_id": install.enterprise_id or None,
            "api_app_id": state.app.app_id,
            "type": "event_callback",
            "event": {"event_ts": f"{now}.000000", **event},
            "event_id": state.number("Ev"),
            "event_time": now,
            "is_ext_shared_channel": False,
            "authorizations": [
                {
                    "enterprise_id": install.enterprise_id or None,
                    "team_id": team_id,
                    "user_id": install.bot_user_id,
                    "is_bot": True,
                    "is_enterprise_install": install.is_org_wide,
                }
            ],
        }
