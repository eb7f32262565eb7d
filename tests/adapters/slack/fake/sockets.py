"""Socket Mode: connections the app opens, envelopes sent down any one of them, and their acks."""

import asyncio
from collections.abc import Mapping
from itertools import count

from aiohttp import WSMsgType, web

from tests.adapters.slack.fake.delivery import PATIENCE, Answer
from tests.adapters.slack.fake.state import State
from tests.adapters.slack.fake.workspaces import Json

MOST_CONNECTIONS = 10
KINDS = {"command": "slash_commands", "interactive": "interactive", "event": "events_api"}


class Sockets:
    """The open connections; as a Line it tells the app through the next one, in turn."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._open: list[web.WebSocketResponse] = []
        self._acks: dict[str, asyncio.Future[Json]] = {}
        self._turn = count()
        self.connected = asyncio.Event()

    async def accept(self, request: web.Request) -> web.WebSocketResponse:
        """Greet a connection whose ticket is good, and listen for acks until it closes."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._state.tickets or len(self._open) >= MOST_CONNECTIONS:
            raise web.HTTPForbidden
        self._state.tickets.discard(ticket)  # each is good for one connection
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._open.append(socket)
        hello = {
            "type": "hello",
            "num_connections": len(self._open),
            "connection_info": {"app_id": self._state.app.app_id},
        }
        await socket.send_json(hello)
        self.connected.set()
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._acknowledged(message.json())
        finally:
            self._open.remove(socket)
            if not self._open:
                self.connected.clear()
        return socket

    async def tell(self, kind: str, payload: Json, headers: Mapping[str, str]) -> Answer:
        """Send an envelope and wait for its ack."""
        if not self._open:
            return Answer(failure="connection_failed")
        envelope_id = self._state.number("env-")
        envelope = {
            "type": KINDS[kind],
            "envelope_id": envelope_id,
            "payload": payload,
            "accepts_response_payload": kind != "event",
            "retry_attempt": int(headers.get("X-Slack-Retry-Num", 0)),
            "retry_reason": headers.get("X-Slack-Retry-Reason", ""),
        }
        ack = self._acks[envelope_id] = asyncio.get_running_loop().create_future()
        await self._open[next(self._turn) % len(self._open)].send_json(envelope)
        try:
            body = await asyncio.wait_for(ack, PATIENCE)
        except TimeoutError:
            return Answer(failure="http_timeout")
        finally:
            del self._acks[envelope_id]
        return Answer(status=200, body=body or None)

    async def warn_and_close(self) -> None:
        """Tell every connection that it is about to end, as Slack does every few hours; end it."""
        for socket in list(self._open):
            await socket.send_json({"type": "disconnect", "reason": "warning"})
            await socket.send_json({"type": "disconnect", "reason": "refresh_requested"})
            await socket.close()

    def _acknowledged(self, message: Json) -> None:
        ack = self._acks.get(message.get("envelope_id", ""))
        if ack is not None and not ack.done():
            ack.set_result(message.get("payload") or {})
