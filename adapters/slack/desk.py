"""Where Slack's payloads are taken: Bolt dispatches, one turn is played, the answer comes last.

Bolt runs with ``process_before_response``: its answer is the listener's, given after the commit.
Its other mode answers events before they are taken, loses the answer of a listener that raises, and
looks for it only every ten milliseconds. The gate has checked who sent a payload, so Bolt need not;
and no token is asked of Slack for a request, since a turn needs none.
"""

import asyncio
import re
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any, TypeVar

import structlog
from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.serving.service import Core
from adapters.slack.answer import Answers
from adapters.slack.api import SDK_LOG, Api
from adapters.slack.environment import unheard
from adapters.slack.heard import Heard, MemberChanged, News, Revoked, Surface
from adapters.slack.installations import PLATFORM
from adapters.slack.own_fields import OwnFields
from adapters.slack.parse import BadPayload, parse
from adapters.slack.people import People
from adapters.slack.render import Json
from bot.conversation.events import Said
from bot.errors import BotError

log = structlog.get_logger()
T = TypeVar("T")

WITHIN = 2.4
"""Seconds from hearing somebody to the acknowledgement, of the three that Slack waits."""
NO_RETRY = {"x-slack-no-retry": "1"}
ANYTHING = re.compile("")
OK, BAD, UNKNOWN, UNAVAILABLE = 200, 400, 404, 503


@dataclass(eq=False)
class Desk:
    """Takes payloads from HTTP and Socket Mode alike."""

    core: Core
    api: Api
    people: People
    own_fields: OwnFields
    answers: Answers
    bolt: AsyncApp = field(init=False)
    _chores: set[asyncio.Task[Any]] = field(default_factory=set)

    def __post_init__(self) -> None:
        with unheard():
            self.bolt = AsyncApp(
                name="passerelle",
                logger=SDK_LOG,
                client=self.api.bare,
                authorize=_authorize,
                process_before_response=True,
                request_verification_enabled=False,
                ssl_check_enabled=False,
                ignoring_self_events_enabled=False,
                attaching_function_token_enabled=False,
                attaching_conversation_kwargs_enabled=False,
            )
        for kind in (
            self.bolt.command(ANYTHING),
            self.bolt.block_action(ANYTHING),
            self.bolt.view_submission(ANYTHING),
            self.bolt.view_closed(ANYTHING),
            self.bolt.event(ANYTHING),
            self.bolt.block_suggestion(ANYTHING),
        ):
            kind(self.take)

    async def dispatch(self, payload: Json, headers: dict[str, str]) -> BoltResponse:
        """Return Bolt's answer to a payload whose sender is known; what nobody awaits is well."""
        # The gate has parsed the body, so Bolt is given what it came to, as from a socket.
        request = AsyncBoltRequest(mode="socket_mode", body=payload, headers={**headers})
        response = await self.bolt.async_dispatch(request)
        if response.status == UNKNOWN:
            return BoltResponse(status=OK, headers={**NO_RETRY})
        return response

    async def take(self, body: Json) -> BoltResponse:
        """Answer one payload; every listener of Bolt's is this one."""
        news: News | None = None
        try:
            news = parse(body, self.core.organisation_id)
            answer = await self._answer(news)
        except BadPayload as bad:
            log.warning("slack.bad_payload", kind=str(body.get("type"))[:40], error=str(bad))
            return BoltResponse(status=BAD)
        except Exception as error:  # noqa: BLE001  a turn's boundary: nothing was kept, and it is said
            log.error("slack.failed", error=type(error).__name__)  # noqa: TRY400  its words may be personal
            return await self._busy(news)
        if body.get("type") == "block_suggestion":
            answer = {"options": []}
        return BoltResponse(status=OK, body=answer or "")

    async def greet(self, tenant: str, address: str) -> None:
        """Say hello, once, to somebody who brought the app in; to nobody who has no part in it."""
        hello = Said(
            organisation_id=self.core.organisation_id,
            key=f"slack:installed:{tenant}:{address}",
            platform=PLATFORM,
            tenant=tenant,
            address=address,
            text="/mentor hello",
        )
        reply = await self.core.engine.turn(hello)
        if reply.language and not reply.is_repeat:
            await self.answers.give(Heard(event=hello, surface=Surface.CHAT), reply)

    async def settle(self) -> None:
        """Wait until what was begun in the background has come to its end."""
        while self._chores:
            await asyncio.wait(self._chores)

    def later(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Go on with something while Slack has its answer."""
        task = asyncio.create_task(work)
        self._chores.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._chores.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:  # not what it says: that may be personal
            log.error("slack.background_failed", error=type(error).__name__)

    async def _answer(self, news: News | None) -> Json:
        match news:
            case Heard():
                return await self._converse(news)
            case MemberChanged(tenant=tenant, member=member):
                await self.people.changed(tenant, member)
                self.later(self.own_fields.read(tenant, str(member["id"])))
            case Revoked(tenant=tenant):
                await self.api.installations.suspend(tenant)
        return {}

    async def _converse(self, heard: Heard) -> Json:
        """Play a turn, show its answer, and be back in time even if Slack is slow to show it."""
        began = asyncio.get_running_loop().time()
        reply = await self.core.engine.turn(heard.event)
        if not reply.language and await self._meet(heard):
            reply = await self.core.engine.turn(heard.event)
        if reply.is_repeat and heard.surface is Surface.CHAT:
            return {}  # Slack told a line again whose answer they have read
        shown = self.later(self.answers.give(heard, reply))
        left = WITHIN - (asyncio.get_running_loop().time() - began)
        await asyncio.wait({shown}, timeout=max(left, 0))
        # What was answered is kept, whatever becomes of showing it: never say that it is not.
        return shown.result() if shown.done() and shown.exception() is None else {}

    async def _meet(self, heard: Heard) -> bool:
        """Whether somebody unknown could be asked about, and may be known by now."""
        who, spoke = heard.event, heard.surface is not Surface.HOME
        try:
            await self.people.meet(who.tenant, who.address, by_word=spoke)
        except BotError as error:  # who they are cannot be asked now; they are told so
            log.warning("slack.unknown_person", tenant=who.tenant, error=type(error).__name__)
            return False
        self.later(self.own_fields.read(who.tenant, who.address))
        return True

    async def _busy(self, news: News | None) -> BoltResponse:
        """Say that nothing was kept. Slack tells an event again, so it need not be said."""
        if isinstance(news, Heard) and news.surface not in {Surface.CHAT, Surface.HOME}:
            return BoltResponse(status=OK, body=await self.answers.busy(news) or "")
        return BoltResponse(status=UNAVAILABLE)


async def _authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
    """Bolt asks whose token a listener may use; ours asks for one only when it calls Slack."""
    return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id)
