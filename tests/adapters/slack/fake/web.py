"""The HTTP side of the Web API: arguments from anywhere, tokens, scripted faults, rates."""

import json
from asyncio import Event
from collections.abc import Mapping
from email.utils import format_datetime
from typing import Any

from aiohttp import web

from tests.adapters.slack.fake import chat, conversations, oauth, users, views  # noqa: F401  methods
from tests.adapters.slack.fake.calls import METHODS, Call, Refusal, check_scopes
from tests.adapters.slack.fake.faults import Fault, Manner
from tests.adapters.slack.fake.state import State
from tests.adapters.slack.fake.workspaces import Install, Json, Workspace

BEFORE = {Manner.ERROR, Manner.STATUS, Manner.LIMITED, Manner.DROPPED}


class WebApi:
    """Answers ``/api/<method>``; calls that hang are let go when ``stopping`` is set."""

    def __init__(self, state: State, stopping: Event) -> None:
        self._state = state
        self._stopping = stopping
        self.socket_address = ""

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """Answer one call, or let befall it what the test scripted."""
        name = request.match_info["method"]
        args = await arguments(request)
        self._state.calls.append((name, {k: v for k, v in args.items() if k != "token"}))
        fault = self._state.faults.next(name)
        if fault is not None and fault.manner is Manner.HANGS:
            await self._stopping.wait()
        if fault is not None and fault.manner in BEFORE:
            return self._befallen(request, fault)
        response = self._said(name, args, request.headers.get("Authorization", ""))
        if fault is not None:
            await break_off(request, response, whole=fault.manner is not Manner.GARBLED_AFTER)
        return response

    def _befallen(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        """Go wrong before anything is done."""
        match fault.manner:
            case Manner.ERROR:
                return self._json({"ok": False, "error": fault.what})
            case Manner.STATUS:
                return web.Response(
                    status=int(fault.what),
                    text="<html><body>Bad gateway</body></html>",
                    content_type="text/html",
                )
            case Manner.LIMITED:
                return self._limited(fault.what)
        abort(request)
        return web.Response()

    def _said(self, name: str, args: Mapping[str, Any], authorization: str) -> web.Response:
        try:
            body, install = self._done(name, args, authorization)
        except TooSoon as soon:
            return self._limited(str(soon.seconds))
        except Refusal as refusal:
            return self._json({"ok": False, "error": refusal.error, **refusal.more})
        headers = {"X-OAuth-Scopes": ",".join(sorted(install.scopes))} if install else {}
        return self._json({"ok": True, **body}, headers)

    def _done(
        self, name: str, args: Mapping[str, Any], authorization: str
    ) -> tuple[Json, Install | None]:
        state = self._state
        if name == "oauth.v2.access":
            return oauth.access(state, args, authorization), None
        token = authorization.removeprefix("Bearer ") or str(args.get("token", ""))
        if name == "apps.connections.open":
            return self._connection(token), None
        found = METHODS.get(name)
        if found is None:
            raise Refusal("unknown_method", req_method=name)
        install = _owner(state, token)
        workspace = _place(state, install, args)
        call = Call(state=state, args=args, install=install, workspace=workspace)
        wait = state.rates.take(name, workspace.id, call.text("channel"))
        if wait:
            raise TooSoon(wait)
        check_scopes(call, found.scopes(call))
        return found.run(call), install

    def _connection(self, token: str) -> Json:
        if token != self._state.app.app_token:
            raise Refusal("not_allowed_token_type" if token.startswith("xox") else "invalid_auth")
        ticket = self._state.number("ticket.")
        self._state.tickets.add(ticket)
        return {"url": f"{self.socket_address}?ticket={ticket}"}

    def _limited(self, retry_after: str) -> web.Response:
        headers = {"Retry-After": retry_after} if retry_after else {}
        return self._json({"ok": False, "error": "ratelimited"}, headers, status=429)

    def _json(
        self, body: Json, headers: Mapping[str, str] | None = None, *, status: int = 200
    ) -> web.Response:
        date = format_datetime(self._state.clock.now(), usegmt=True)
        return web.json_response(body, status=status, headers={"Date": date, **(headers or {})})


class TooSoon(Exception):
    """A call more than the method's rate allows."""

    def __init__(self, seconds: int) -> None:
        super().__init__(str(seconds))
        self.seconds = seconds


async def arguments(request: web.Request) -> dict[str, Any]:
    """Return the arguments of a call, from the query, a form, or a JSON body."""
    args: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        body = json.loads(await request.text() or "{}")
        args |= {name: value for name, value in body.items() if value is not None}
    elif request.can_read_body:
        args |= dict(await request.post())
    return args


def abort(request: web.Request) -> None:
    """Cut the connection."""
    if request.transport is not None:
        request.transport.abort()


async def break_off(request: web.Request, response: web.Response, *, whole: bool) -> None:
    """Cut the connection after the work was done: with no answer, or in the middle of it."""
    if not whole:
        body = response.body
        assert isinstance(body, bytes)
        half = web.StreamResponse(headers={"Content-Type": "application/json"})
        half.content_length = len(body)
        await half.prepare(request)
        await half.write(body[: len(body) // 2])
    abort(request)


def _owner(state: State, token: str) -> Install:
    """Return the installation a token is of, or refuse the token."""
    if not token:
        raise Refusal("not_authed")
    install = next((found for found in state.installs if found.token == token), None)
    if install is None:
        raise Refusal("invalid_auth")
    if install.revoked:
        raise Refusal(install.revoked)
    if install.expires_at is not None and state.clock.now().timestamp() >= install.expires_at:
        raise Refusal("token_expired")
    return install


def _place(state: State, install: Install, args: Mapping[str, Any]) -> Workspace:
    """Return the workspace a call acts in: the token's, or the one an org-wide token is used on."""
    places = state.places(install)
    wanted = args.get("team_id")
    if wanted:
        found = next((place for place in places if place.id == wanted), None)
        if found is None:
            raise Refusal("team_not_found")
        return found
    named = {args.get(name) for name in ("channel", "user", "user_id", "view_id", "trigger_id")}
    named |= set(str(args.get("users", "")).split(","))
    for place in places:
        known = {*place.channels, *place.members} | {
            trigger_id for trigger_id, t in state.triggers.items() if t.team_id == place.id
        }
        if install.is_org_wide and named & known:
            return place
    return places[0]
