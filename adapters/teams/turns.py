"""One turn: what somebody did is played, and the answer given the way Teams awaits it.

The turn is committed before anything is answered. An Action.Execute gets the next card in the
pressed one's place, a dialog the next dialog, and all else is said in the chat.
"""

from dataclasses import dataclass
from typing import Protocol

import structlog

from adapters.serving.service import Sleep
from adapters.teams import bodies
from adapters.teams.answer import as_asked
from adapters.teams.bot_adapter import LeanAdapter
from adapters.teams.heard import Change, Incoming
from adapters.teams.people import People, language_of
from adapters.teams.posting import Posting
from adapters.teams.recent import Recent
from adapters.teams.render import message
from adapters.teams.search import Search
from adapters.teams.send import TeamsPlatform
from adapters.teams.text import Json
from bot import texts
from bot.conversation.events import Event, Reply
from bot.errors import BotError, Gone, RateLimited, Refused, Unreachable
from bot.messages.card import note
from bot.ports import Clock

log = structlog.get_logger()


class Answers(Protocol):
    """What plays events: the engine."""

    async def turn(self, event: Event) -> Reply:
        """Play one event and return what to show; committed when this returns."""
        ...


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What turns are made of."""

    engine: Answers
    platform: TeamsPlatform
    people: People
    search: Search
    clock: Clock
    sleep: Sleep
    language: str


class Turns:
    """Plays activities; the same one, told twice, gets the same answer."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._adapter = LeanAdapter(parts.platform)
        self._posting = Posting(self._adapter, parts.sleep)
        self._recent: Recent[Json | None] = Recent(parts.clock)

    async def take(self, incoming: Incoming) -> Json | None:
        """Play an activity; return the body that answers it, if any."""
        language = language_of(incoming.locale) or self._parts.language
        if incoming.change is Change.REMOVED and incoming.personal:
            await self._parts.people.let_go(incoming)
        elif incoming.query is not None:
            return bodies.results(await self._parts.search.found(incoming.query, language))
        elif incoming.event is not None and not incoming.personal:
            pointer = note(texts.say(language, "teams-in-person"))
            return await self._give(incoming, Reply(cards=(pointer,)))
        elif incoming.event is not None:
            event = incoming.event
            return await self._recent.once(event.key, lambda: self._play(incoming, event))
        return None

    async def stop(self) -> None:
        """Give up answers that could not be said yet."""
        await self._posting.stop()

    async def _play(self, incoming: Incoming, event: Event) -> Json | None:
        if incoming.change is Change.INSTALLED and not await self._is_new(incoming, event):
            return None
        reply = await self._turn(incoming, event)
        return await self._give(incoming, reply)

    async def _is_new(self, incoming: Incoming, event: Event) -> bool:
        """Whether an installation was not told before; then its person is admitted."""
        if not await self._parts.people.first_time(f"{event.key}:installed"):
            return False
        await self._admit(incoming, by_word=False)
        return True

    async def _turn(self, incoming: Incoming, event: Event) -> Reply:
        """Play an event; whoever is not known yet is looked up first."""
        reply = await self._parts.engine.turn(event)
        by_word = incoming.change is None
        if reply.language or not await self._admit(incoming, by_word=by_word):
            return reply
        return await self._parts.engine.turn(event)

    async def _admit(self, incoming: Incoming, *, by_word: bool) -> bool:
        try:
            await self._parts.people.admit(incoming, by_word=by_word)
        except (RateLimited, Unreachable, Gone, Refused) as error:
            log.warning("teams.not-looked-up", error=type(error).__name__)
            return False
        return True

    async def _give(self, incoming: Incoming, reply: Reply) -> Json | None:
        """Say in the chat what belongs there; the turn stands whether or not that succeeds."""
        said = as_asked(incoming, reply, self._parts.platform.drawn, self._parts.language)
        posts = [message(content) for content in said.posts]
        if said.instead is not None:
            message_id, content = said.instead
            if not await self._change(incoming, message_id, message(content)):
                posts.insert(0, message(content))
        await self._posting.say(incoming, posts)
        return said.body

    async def _change(self, incoming: Incoming, message_id: str, shown: Json) -> bool:
        """Show a message anew; return whether it could be: it may be gone."""
        try:
            await self._adapter.change(incoming, message_id, shown)
        except BotError as error:
            log.warning("teams.not-changed", error=type(error).__name__)
            return False
        return True
