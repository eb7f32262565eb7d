"""Telling every open page what happens, without waiting for any of them."""

import asyncio
from typing import Any

from adapters.playground.limits import BACKLOG

Queue = asyncio.Queue[Any]
"""What one page has still to be told; None at its end means: too slow or closing, start anew."""


class Broadcast:
    """The queues of those who listen; one queue may listen to several broadcasts."""

    def __init__(self) -> None:
        self._queues: list[Queue] = []

    def join(self, queue: Queue) -> None:
        """Tell a queue everything from now on."""
        self._queues.append(queue)

    def leave(self, queue: Queue) -> None:
        """Stop telling a queue."""
        if queue in self._queues:
            self._queues.remove(queue)

    def tell(self, item: object) -> None:
        """Tell all queues; one that lags too far behind is cut off rather than waited for."""
        for queue in list(self._queues):
            if queue.qsize() >= BACKLOG:
                self._cut_off(queue)
            else:
                queue.put_nowait(item)

    def close(self) -> None:
        """Cut off all queues."""
        for queue in list(self._queues):
            self._cut_off(queue)

    def _cut_off(self, queue: Queue) -> None:
        self.leave(queue)
        queue.put_nowait(None)
