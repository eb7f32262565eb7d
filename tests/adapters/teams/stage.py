"""Teams as a stage of the platforms' contract: one person, a scripted connector, and a screen."""

import json
from collections import deque
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from adapters.clocks import MovableClock
from adapters.teams.access import AccessToken, no_access
from adapters.teams.addresses import PUBLIC
from adapters.teams.connector import Connector
from adapters.teams.http import Answered
from adapters.teams.pacing import Pacing
from adapters.teams.render import no_dialogs
from adapters.teams.send import TeamsPlatform
from bot.ports import Recipient
from tests.adapters.teams.reading import pieces

CHAT = "a:chat-with-ana"


async def at_once(_seconds: float) -> None:
    """Wait without waiting."""


class Chat:
    """A connector in memory (connector.Http): one chat, and what befalls the next messages."""

    def __init__(self) -> None:
        self.fates: deque[tuple[int, dict[str, str]] | str | None] = deque()
        self.messages: list[Any] = []
        self.present = True

    async def send(
        self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | None
    ) -> Answered:
        """Take one request as the connector does."""
        sent = json.loads(body or b"{}")
        if not url.endswith("/activities"):
            known = sent["tenantId"] == "tenant" and sent["members"] == [{"id": "ana"}]
            return self._answer(201, {"id": CHAT}) if known else self._answer(403, {})
        if not self.present:
            return self._answer(403, {"error": {"code": "MessageWritesBlocked"}})
        match self.fates.popleft() if self.fates else None:
            case (int(status), dict(more)):
                return Answered(status, more, b"{}")
            case "lost":
                raise TimeoutError
            case "lost after":
                self.messages.append(sent)
                raise TimeoutError
        self.messages.append(sent)
        return self._answer(201, {"id": str(len(self.messages))})

    @staticmethod
    def _answer(status: int, document: Any) -> Answered:
        return Answered(status, {}, json.dumps(document).encode())


class TeamsStage:
    """One person's personal chat, which is begun by the first message."""

    to = Recipient("tenant", "ana")

    def __init__(self) -> None:
        clock = self._clock = MovableClock(datetime(2026, 9, 14, 14, 0, tzinfo=UTC))
        self.chat = Chat()
        token = AccessToken(no_access, clock)
        self._platform = TeamsPlatform(
            Connector(cloud=PUBLIC, http=self.chat, token=token, clock=clock),
            Pacing(clock, at_once),
            app_id="00000000-0000-0000-0000-000000000001",
            service_url=PUBLIC.service_url,
            opens=no_dialogs,
        )

    @property
    def platform(self) -> TeamsPlatform:
        """The platform as the core sees it."""
        return self._platform

    def rate_limit(self, seconds: float) -> None:
        """Refuse the next message for so long."""
        self.chat.fates.append((429, {"retry-after": f"{seconds:g}"}))

    def lose(self, *, after: bool) -> None:
        """Give no answer to the next message, which is there or is not."""
        self.chat.fates.append("lost after" if after else "lost")

    def spare(self) -> None:
        """Let nothing befall the next message."""
        self.chat.fates.append(None)

    def pass_time(self, seconds: float) -> None:
        """Let time go by."""
        self._clock.advance(timedelta(seconds=seconds))

    def leave(self) -> None:
        """Let the person block the bot."""
        self.chat.present = False

    def screen(self) -> list[list[str]]:
        """Return the pieces of text the person reads, message by message."""
        return [
            list(pieces(message["attachments"][0]["content"])) for message in self.chat.messages
        ]
