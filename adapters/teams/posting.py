"""Posting an answer in the chat: what Teams does not take at once follows as soon as it does.

The request that asked has long had its status by then, and what was done is kept: only the words
are late. They are not kept over a restart, after which the person can ask again.
"""

import asyncio
from collections import deque
from collections.abc import Sequence

import structlog

from adapters.serving.service import Sleep
from adapters.teams.bot_adapter import LeanAdapter
from adapters.teams.heard import Incoming
from adapters.teams.limits import ANSWER_LATEST, ANSWER_RETRY
from adapters.teams.text import Json
from bot.errors import BotError, RateLimited, Unreachable

log = structlog.get_logger()


class Posting:
    """Posts what answers activities, in order within a conversation."""

    def __init__(self, adapter: LeanAdapter, sleep: Sleep) -> None:
        self._adapter = adapter
        self._sleep = sleep
        self._waiting: dict[str, deque[tuple[Incoming, Json]]] = {}
        self._chores: set[asyncio.Task[None]] = set()

    async def say(self, incoming: Incoming, messages: Sequence[Json]) -> None:
        """Say messages in the conversation of an activity, now or within minutes."""
        conversation = incoming.conversation
        unsaid = deque((incoming, message) for message in messages)
        seconds = None if conversation in self._waiting else await self._go_on(unsaid)
        if before := self._waiting.get(conversation):
            before.extend(unsaid)
        elif seconds is not None:
            self._waiting[conversation] = unsaid
            chore = asyncio.create_task(self._follow(conversation, seconds))
            self._chores.add(chore)
            chore.add_done_callback(self._chores.discard)

    async def stop(self) -> None:
        """Give up what is still unsaid."""
        for chore in self._chores:
            chore.cancel()
        await asyncio.gather(*self._chores, return_exceptions=True)

    async def _follow(self, conversation: str, seconds: float | None) -> None:
        """Try again whenever it is time, but not for ever."""
        unsaid = self._waiting[conversation]
        waited = 0.0
        try:
            while seconds is not None and waited + seconds <= ANSWER_LATEST:
                await self._sleep(seconds)
                waited += seconds
                seconds = await self._go_on(unsaid)
        finally:
            del self._waiting[conversation]
            if unsaid:
                log.warning("teams.not-said", messages=len(unsaid))

    async def _go_on(self, unsaid: deque[tuple[Incoming, Json]]) -> float | None:
        """Say what is unsaid; return the seconds to wait before the rest, None if there is none."""
        while unsaid:
            incoming, message = unsaid[0]
            try:
                await self._adapter.say(incoming, message)
            except RateLimited as limited:
                return limited.retry_after
            except Unreachable:
                return ANSWER_RETRY
            except BotError as error:
                log.warning("teams.not-said", error=type(error).__name__)
            unsaid.popleft()
        return None
