"""The live stream (Server-Sent Events): every page is told of new messages and of the clock."""

import asyncio
import json
from collections.abc import AsyncIterator

from aiohttp import web

from adapters.playground.broadcast import Queue
from adapters.playground.limits import HEARTBEAT
from adapters.playground.message import Change
from adapters.playground.moves import Moves, Progress
from adapters.playground.panels import Panels
from adapters.playground.send import PlaygroundPlatform


async def stream(
    request: web.Request, platform: PlaygroundPlatform, moves: Moves, panels: Panels
) -> web.StreamResponse:
    """Answer with a stream that lasts until the page closes or falls too far behind."""
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream; charset=utf-8"})
    await response.prepare(request)
    queue = Queue()
    platform.changes.join(queue)
    moves.changes.join(queue)
    try:
        await response.write(b"retry: 1000\n\n")
        async for event in _events(queue, panels):
            await response.write(event)
    except ConnectionResetError:
        pass  # The page was closed.
    finally:
        platform.changes.leave(queue)
        moves.changes.leave(queue)
    return response


async def _events(queue: Queue, panels: Panels) -> AsyncIterator[bytes]:
    while True:
        try:
            item = await asyncio.wait_for(queue.get(), HEARTBEAT)
        except TimeoutError:
            yield b": still here\n\n"
            continue
        match item:
            case Change():
                yield _event("message", await panels.change(item))
            case Progress():
                yield _event("clock", await panels.clock(item))
            case _:
                return


def _event(name: str, data: object) -> bytes:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n".encode()
