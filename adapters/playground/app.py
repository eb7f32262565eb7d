"""The playground's web application: one page, its JSON questions, and a live stream.

``make_app`` wires it; whoever starts it binds a loopback address. Paths: ``GET /`` and ``/page/…``
(the page), ``/api/words``, ``/api/state``, ``/api/chats/{address}``, ``/api/outbox``,
``/api/digests``, ``/api/live``; ``POST /api/say|press|submit``, ``/api/clock/move|stop``,
``/api/others/join|answer``. A refusal is a JSON object whose ``error`` is a sentence.
"""

import logging
from pathlib import Path
from typing import Any

from aiohttp import web

from adapters.playground import live, parse
from adapters.playground.chats import Chats, Gesture, Parts
from adapters.playground.gate import Answer, add_headers, gate
from adapters.playground.limits import BODY, NAME
from adapters.playground.moves import NEXT, SPANS, Moves
from adapters.playground.others import Others
from adapters.playground.panels import Panels
from adapters.playground.parse import BadRequest
from adapters.playground.render import form_json, message_json
from adapters.playground.words import language_of, page_words, refuse

log = logging.getLogger(__name__)

PAGES = Path(__file__).parent / "page"
TYPES = {"css": "text/css", "html": "text/html", "js": "text/javascript", "svg": "image/svg+xml"}


def make_app(parts: Parts) -> web.Application:
    """Return the application; it closes the platform when it is shut down."""
    return Pages(parts).app


class Pages:
    """Answers the page's requests."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.moves = Moves(parts.clock, parts.store, parts.platform, run_due=parts.run_due)
        self.chats = Chats(parts, self.moves)
        self._panels = Panels(parts, self.chats)
        self.app = web.Application(middlewares=[gate, say_why], client_max_size=BODY)
        self.app.on_response_prepare.append(add_headers)
        self.app.on_shutdown.append(self._shut_down)
        self.app.router.add_get("/", self._page)
        self.app.router.add_get("/page/{name}", self._page)
        for path, answer in (
            ("words", self._words),
            ("state", self._state),
            ("chats/{address}", self._chat),
            ("outbox", self._outbox),
            ("digests", self._digests),
            ("live", self._live),
        ):
            self.app.router.add_get(f"/api/{path}", answer)
        self.app.router.add_post("/api/{kind:say|press|submit}", self._gesture)
        self.app.router.add_post("/api/clock/move", self._move)
        self.app.router.add_post("/api/clock/stop", self._stop)
        self.app.router.add_post("/api/others/{act:join|answer}", self._others)

    async def _page(self, request: web.Request) -> web.Response:
        name = request.match_info.get("name", "page.html")
        kind = TYPES.get(name.rpartition(".")[2])
        found = {page.name: page for page in PAGES.iterdir()}.get(name)
        if kind is None or found is None:
            raise web.HTTPNotFound
        return web.Response(body=found.read_bytes(), content_type=kind, charset="utf-8")

    async def _words(self, request: web.Request) -> web.Response:
        language = language_of(request)
        return web.json_response({"language": language, "words": dict(page_words(language))})

    async def _state(self, _request: web.Request) -> web.Response:
        clock = await self._panels.clock(self.moves.progress())
        people = await self._panels.people()
        return web.json_response({"people": people, "clock": clock})

    async def _chat(self, request: web.Request) -> web.Response:
        address = self.chats.check(request.match_info["address"])
        after = request.query.get("after", "0")
        if not (after.isascii() and after.isdecimal() and len(after) < NAME):
            raise BadRequest("playground-bad-field", field="after")
        zone = await self._panels.zone(address)
        messages = [message_json(m, zone) for m in self.chats.messages(address, int(after))]
        return web.json_response({"messages": messages})

    async def _outbox(self, _request: web.Request) -> web.Response:
        return web.json_response(await self._panels.outbox())

    async def _digests(self, _request: web.Request) -> web.Response:
        return web.json_response({"digests": await self._panels.digests()})

    async def _live(self, request: web.Request) -> web.StreamResponse:
        return await live.stream(request, self._parts.platform, self.moves, self._panels)

    async def _gesture(self, request: web.Request) -> web.Response:
        data = await read_json(request)
        event = parse.event(request.match_info["kind"], data, self.chats.place)
        message_id = parse.text(data, "message", NAME, empty=True)
        reply = await self.chats.take(Gesture(event=event, message_id=message_id))
        form = form_json(reply.form) if reply.form else None
        return web.json_response({"form": form, "faults": dict(reply.faults)})

    async def _move(self, request: web.Request) -> web.Response:
        to = parse.text(await read_json(request), "to", NAME)
        if to != NEXT and to not in SPANS:
            raise BadRequest("playground-bad-field", field="to")
        if not self.moves.move(to):
            return refuse(request, 409, "playground-busy")
        return web.json_response(await self._panels.clock(self.moves.progress()), status=202)

    async def _stop(self, _request: web.Request) -> web.Response:
        self.moves.stop()
        return web.json_response({}, status=202)

    async def _others(self, request: web.Request) -> web.Response:
        but = (await read_json(request)).get("but")
        if not (isinstance(but, list) and all(isinstance(address, str) for address in but)):
            raise BadRequest("playground-bad-field", field="but")
        people = [pair for pair in await self._panels.employees() if pair[1] not in but]
        others = Others(self.chats, self.moves)
        act = request.match_info["act"]
        work = others.join if act == "join" else others.answer
        if not self.moves.start(act, lambda: work(people)):
            return refuse(request, 409, "playground-busy")
        return web.json_response(await self._panels.clock(self.moves.progress()), status=202)

    async def _shut_down(self, _app: web.Application) -> None:
        await self.moves.close()
        await self.chats.settle()
        self._parts.platform.close()


async def read_json(request: web.Request) -> dict[str, Any]:
    """Return the object a request carries; raises BadRequest."""
    try:
        data = await request.json()
    except (ValueError, RecursionError) as error:
        raise BadRequest("playground-bad-shape") from error
    if not isinstance(data, dict):
        raise BadRequest("playground-bad-shape")
    return data


@web.middleware
async def say_why(request: web.Request, handler: Answer) -> web.StreamResponse:
    """Turn whatever goes wrong into a sentence."""
    try:
        return await handler(request)
    except BadRequest as bad:
        return refuse(request, 400, bad.key, **bad.values)
    except web.HTTPRequestEntityTooLarge:
        return refuse(request, 413, "playground-too-large", limit=BODY // 1024)
    except web.HTTPException as error:
        return refuse(request, error.status, "playground-no-page")
    except Exception as error:  # noqa: BLE001  whatever it is, the page must hear of it
        # Nothing was stored: a turn is one transaction. The page keeps what was typed. What an
        # error says is not written down: its words may hold a name or a text.
        log.error("playground.failed: %s at %s", type(error).__name__, request.path)  # noqa: TRY400
        return refuse(request, 500, "playground-failed")
