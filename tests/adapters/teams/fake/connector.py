"""The connector service: what the bot calls to write, change, delete, and look people up.

Each call is looked at in the order of the real one: token, fate, place, right, limit, size, words.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

from aiohttp import web

from bot.ports import Clock
from tests.adapters.teams import cards
from tests.adapters.teams.fake import fates
from tests.adapters.teams.fake.entra import App, Entra
from tests.adapters.teams.fake.fates import Fate, Silence
from tests.adapters.teams.fake.limits import ROSTER, SENDING, TENANT, Limit
from tests.adapters.teams.fake.tenants import Chat, Directory, Json, Message, User
from tests.history import History, Kind

ROOTS = ("/{region}/{tenant}/v3/conversations", "/teams/v3/conversations")
"""The service of a tenant, as activities name it; and the one that finds the tenant by itself."""
LARGEST = 100 * 1024
"""Bytes of one message in UTF-16, about ("Format your bot messages", Microsoft)."""
HALF = {"Content-Length": "20", "Content-Type": "application/json"}
Answer = web.StreamResponse
Handler = Callable[[web.Request], Awaitable[Answer]]


class Refusal(Exception):
    """The connector says no."""

    def __init__(self, fate: Fate) -> None:
        super().__init__(fate.code)
        self.fate = fate


@dataclass
class Limits:
    """What the connector counts."""

    sending: Limit = field(default_factory=lambda: Limit(SENDING))
    roster: Limit = field(default_factory=lambda: Limit(ROSTER))
    tenant: Limit = field(default_factory=lambda: Limit(TENANT))


class Connector:
    """Keeps what the bot writes. ``fates`` befall the next calls in turn (None: nothing).

    ``faults`` names every wrong thing a bot did that a real service would bear in silence or
    refuse; ``hanging`` is set once a call hangs; ``calls`` counts the requests, ``throttled`` those
    over a limit; ``delay`` is waited before each answer (seconds of real time; benchmarks only).
    """

    def __init__(self, clock: Clock, app: App, entra: Entra, directory: Directory) -> None:
        self._clock = clock
        self._app = app
        self._entra = entra
        self._directory = directory
        self._limits = Limits()
        self._released = asyncio.Event()
        self.hanging = asyncio.Event()
        self.history = History()
        self.fates: list[Fate | None] = []
        self.faults: list[str] = []
        self.calls = self.throttled = 0
        self.delay = 0.0

    def routes(self) -> list[web.RouteDef]:
        """Return the paths of the service."""
        below: list[tuple[str, str, Handler]] = [
            ("POST", "", self._create),
            ("POST", "/{chat}/activities", self._post),
            ("POST", "/{chat}/activities/{activity}", self._post),
            ("PUT", "/{chat}/activities/{activity}", self._change),
            ("DELETE", "/{chat}/activities/{activity}", self._delete),
            ("GET", "/{chat}/members", self._members),
            ("GET", "/{chat}/pagedmembers", self._paged),
            ("GET", "/{chat}/members/{member}", self._member),
        ]
        return [
            web.route(method, root + path, self._call(work))
            for root in ROOTS
            for method, path, work in below
        ]

    def release(self) -> None:
        """Let go of every connection that hangs."""
        self._released.set()

    def _call(self, work: Handler) -> Handler:
        async def answered(request: web.Request) -> Answer:
            self.calls += 1
            if self.delay:
                await asyncio.sleep(self.delay)
            if not self._entra.accepts(request.headers.get("Authorization", "")):
                return _refused(fates.UNAUTHORISED)
            fate = self.fates.pop(0) if self.fates else None
            if fate is not None and not fate.taken:
                return await self._befall(request, fate)
            try:
                answer = await work(request)
            except Refusal as refusal:
                return self._refuse(request, refusal.fate)
            return await self._befall(request, fate) if fate is not None else answer

        return answered

    async def _befall(self, request: web.Request, fate: Fate) -> Answer:
        match fate.silence:
            case None:
                return self._refuse(request, fate)
            case Silence.HANGS:
                self.hanging.set()
                await self._released.wait()
            case Silence.HALF:
                half = web.StreamResponse(headers=HALF)
                await half.prepare(request)
                await half.write(b'{"id"')
        if request.transport is not None:
            request.transport.abort()
        return web.Response()

    def _refuse(self, request: web.Request, fate: Fate) -> Answer:
        place = request.match_info
        where = {"tenant": place.get("tenant", ""), "conversation": place.get("chat", "")}
        self.history.note(Kind.REFUSED, **where)
        return _refused(fate)

    async def _create(self, request: web.Request) -> Answer:
        asked = await _json(request)
        members = asked.get("members") or []
        data = asked.get("channelData") or {}
        named = str(data.get("tenant", {}).get("id") or asked.get("tenantId"))
        tenant = request.match_info.get("tenant", named)
        if asked.get("isGroup") or len(members) != 1 or named != tenant:
            self.faults.append("create: a bot may begin personal chats only, in the tenant named")
            raise Refusal(fates.BAD_REQUEST)
        user = self._directory.user(tenant, str(members[0].get("id")))
        if user is None or not user.present:
            raise Refusal(fates.NOT_IN_ROSTER)
        chat = self._directory.chat_with(user)
        self._check_right(chat)
        self._count(self._limits.sending, chat)
        answer: Json = {"id": chat.id}
        if asked.get("activity"):
            answer["activityId"] = self._keep(chat, asked["activity"]).id
        return web.json_response(answer, status=201)

    async def _post(self, request: web.Request) -> Answer:
        chat = self._chat(request)
        self._check_right(chat)
        self._count(self._limits.sending, chat)
        message = self._keep(chat, await _json(request))
        return web.json_response({"id": message.id}, status=201)

    async def _change(self, request: web.Request) -> Answer:
        chat, old = self._chat(request), request.match_info["activity"]
        self._check_right(chat)
        self._count(self._limits.sending, chat)
        message = chat.messages.get(old)
        if message is None or not message.by_bot:
            raise Refusal(Fate(status=404, code="ActivityNotFoundInConversation"))
        activity = self._checked(await _json(request))
        chat.messages[old] = replace(message, activity=activity)
        self._note(Kind.CHANGED, chat, old)
        return web.json_response({"id": old})

    async def _delete(self, request: web.Request) -> Answer:
        chat, old = self._chat(request), request.match_info["activity"]
        self._check_right(chat)
        message = chat.messages.get(old)
        if message is None or not message.by_bot:
            raise Refusal(Fate(status=404, code="ActivityNotFoundInConversation"))
        del chat.messages[old]
        self._note(Kind.DELETED, chat, old)
        return web.Response(status=200)

    async def _members(self, request: web.Request) -> Answer:
        chat = self._chat(request)
        self._count(self._limits.roster, chat)
        return web.json_response([member(chat.user)])

    async def _paged(self, request: web.Request) -> Answer:
        chat = self._chat(request)
        self._count(self._limits.roster, chat)
        return web.json_response({"members": [member(chat.user)]})

    async def _member(self, request: web.Request) -> Answer:
        chat = self._chat(request)
        self._count(self._limits.roster, chat)
        if request.match_info["member"] not in {chat.user.mri, chat.user.object_id}:
            raise Refusal(Fate(status=404, code="MemberNotFoundInConversation"))
        return web.json_response(member(chat.user))

    def _chat(self, request: web.Request) -> Chat:
        chat = self._directory.chat(request.match_info["chat"])
        if chat is None:
            raise Refusal(fates.NO_CONVERSATION)
        if request.match_info.get("tenant", chat.user.tenant) != chat.user.tenant:
            self.faults.append(f"{chat.id}: written to through another tenant's service URL")
            raise Refusal(fates.NOT_INSTALLED)
        return chat

    @staticmethod
    def _check_right(chat: Chat) -> None:
        if not chat.user.present:
            raise Refusal(fates.NOT_IN_ROSTER)
        if chat.blocked:
            raise Refusal(fates.BLOCKED)
        if not chat.installed:
            raise Refusal(fates.NOT_INSTALLED)

    def _count(self, limit: Limit, chat: Chat) -> None:
        now = self._clock.now()
        tenant = chat.user.tenant
        wait = max(limit.wait(chat.id, now), self._limits.tenant.wait(tenant, now))
        if wait:
            self.throttled += 1
            raise Refusal(fates.throttled(str(wait)))
        limit.take(chat.id, now)
        self._limits.tenant.take(tenant, now)

    def _keep(self, chat: Chat, activity: Json) -> Message:
        activity = self._checked(activity)
        number = self._directory.number()
        message = Message(str(1_700_000_000_000 + number), self._clock.now(), activity, by_bot=True)
        if activity["type"] != "typing":
            chat.messages[message.id] = message
            self._note(Kind.POSTED, chat, message.id)
        return message

    def _checked(self, activity: Json) -> Json:
        """Return what was sent, if Teams would take it and show all of it."""
        if len(json.dumps(activity, ensure_ascii=False).encode("utf-16-le")) > LARGEST:
            raise Refusal(fates.TOO_BIG)
        if activity.get("type") not in {"message", "typing"}:
            self.faults.append(f"an activity of type {activity.get('type')!r}")
            raise Refusal(fates.BAD_REQUEST)
        message = Message("", self._clock.now(), activity, by_bot=True)
        wrong = cards.faults(message.card) if message.card is not None else []
        if activity["type"] == "message" and message.card is None and not message.text:
            wrong = ["a message of nothing"]
        if wrong:
            self.faults += wrong
            raise Refusal(fates.BAD_REQUEST)
        return activity

    def _note(self, kind: Kind, chat: Chat, remote_id: str) -> None:
        message = chat.messages.get(remote_id)
        key = key_of(message.card) if message and message.card else ""
        self.history.note(
            kind, tenant=chat.user.tenant, conversation=chat.id, key=key, remote_id=remote_id
        )


def key_of(card: Json) -> str:
    """Return what marks a card as one delivery's or answer's: the bot puts it into its buttons."""
    for element in cards.elements(card):
        for part in (element.get("data") or {}).values() if "title" in element else ():
            if isinstance(part, dict) and "card" in part:
                return str(part["card"])
    return ""


def member(user: User) -> Json:
    """Return somebody as the roster describes them."""
    given, _, surname = user.name.partition(" ")
    return {
        "id": user.mri,
        "name": user.name,
        "givenName": given,
        "surname": surname,
        "objectId": user.object_id,
        "email": user.email,
        "userPrincipalName": user.email,
        "tenantId": user.tenant,
        "userRole": user.role,
    }


async def _json(request: web.Request) -> dict[str, Any]:
    try:
        found = await request.json()
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise Refusal(fates.BAD_REQUEST)
    return found


def _refused(fate: Fate) -> web.Response:
    if fate.body is not None:
        headers = {**fate.headers, "Location": "https://elsewhere.example/"}
        return web.Response(status=fate.status, text=fate.body, headers=headers)
    return web.json_response(fate.document, status=fate.status, headers=fate.headers)
