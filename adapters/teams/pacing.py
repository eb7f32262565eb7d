"""The rate at which one conversation may be written to: several windows at once."""

import asyncio
from collections import OrderedDict, deque
from datetime import UTC, datetime, timedelta

from adapters.serving.service import Sleep
from adapters.teams.limits import CONVERSATION, CONVERSATIONS_KEPT, REPLY_WAIT
from bot.errors import Unreachable
from bot.ports import Clock

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST = timedelta(seconds=max(seconds for _, seconds in CONVERSATION))


class Pacing:
    """Counts what was sent to each conversation, and waits where one more would be too much."""

    def __init__(self, clock: Clock, sleep: Sleep = asyncio.sleep) -> None:
        self._clock = clock
        self._sleep = sleep
        self._sent: OrderedDict[str, deque[datetime]] = OrderedDict()

    async def wait(self, conversation: str) -> None:
        """Return when one more message may go; raises Unreachable when that takes too long.

        RateLimited would silence the whole tenant for one talkative conversation.
        """
        now = self._clock.now()
        sent = self._sent.setdefault(conversation, deque())
        self._sent.move_to_end(conversation)
        while sent and now - sent[0] >= LONGEST:
            sent.popleft()
        free_at = max(now, *(_free_at(sent, *window) for window in CONVERSATION))
        seconds = (free_at - now).total_seconds()
        if seconds > REPLY_WAIT:
            raise Unreachable("too many messages to one conversation")
        sent.append(free_at)
        while len(self._sent) > CONVERSATIONS_KEPT:
            self._sent.popitem(last=False)
        if seconds:
            await self._sleep(seconds)


def _free_at(sent: deque[datetime], most: int, seconds: float) -> datetime:
    """Return when a window has room again; long ago when it has some."""
    return sent[-most] + timedelta(seconds=seconds) if len(sent) >= most else LONG_AGO
