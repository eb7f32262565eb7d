"""How the channel tells the bot what people do: signed activities over HTTP, at times twice."""

import asyncio
import json
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import aiohttp

from bot.ports import Clock
from tests.adapters.teams.fake import keys
from tests.adapters.teams.fake.entra import App
from tests.adapters.teams.fake.keyhost import KeyHost
from tests.adapters.teams.fake.tenants import Chat, Directory, Json, User
from tests.history import History, Kind


@dataclass(frozen=True)
class Heard:
    """What the bot answered over HTTP."""

    status: int
    body: str

    @property
    def json(self) -> Json:
        """The body, which must be a JSON object."""
        found = json.loads(self.body)
        assert isinstance(found, dict), self.body
        return found


@dataclass(frozen=True, kw_only=True)
class Parts:
    """What the wire is made of."""

    clock: Clock
    app: App
    keyhost: KeyHost
    directory: Directory
    history: History


class Wire:
    """Posts activities to the bot at ``bot``.

    ``copies`` is how often each is told at once, as the channel does when it takes the bot for
    slow; ``service_root`` is the address of the connector without region and tenant.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._session: aiohttp.ClientSession | None = None
        self.bot = ""
        self.service_root = ""
        self.region = "amer"
        self.copies = 1
        self.last: Json = {}

    def now(self) -> datetime:
        """Return the instant of the clock."""
        return self._parts.clock.now()

    def service_url(self, tenant: str) -> str:
        """Return the address of the connector for a tenant."""
        return f"{self.service_root}/{self.region}/{tenant}/"

    def activity(self, chat: Chat, type_: str, **more: object) -> Json:
        """Return an activity of somebody in their chat, with all that Teams says around it."""
        user, now = chat.user, self._parts.clock.now()
        there = now.astimezone(ZoneInfo(user.zone))
        return {
            "type": type_,
            "id": str(1_700_000_000_000 + self._parts.directory.number()),
            "timestamp": now.isoformat().replace("+00:00", "Z"),
            "localTimestamp": there.isoformat(),
            "localTimezone": user.zone,
            "channelId": "msteams",
            "serviceUrl": self.service_url(user.tenant),
            "from": {"id": user.mri, "name": user.name, "aadObjectId": user.object_id},
            "recipient": {"id": f"28:{self._parts.app.id}", "name": "Passerelle"},
            "conversation": {
                "conversationType": "personal",
                "tenantId": user.tenant,
                "id": chat.id,
            },
            "channelData": {"tenant": {"id": user.tenant}},
            "locale": user.locale,
            "entities": [_client(user)],
            **more,
        }

    async def tell(self, activity: Json) -> Heard:
        """Tell the bot, ``copies`` times at once; return its first answer."""
        self.last = activity
        heard = await asyncio.gather(*(self.tell_once(activity) for _ in range(self.copies)))
        return heard[0]

    async def tell_once(self, activity: Json, authorization: str | None = None) -> Heard:
        """Tell the bot once, under a token of the channel or whatever else is given."""
        place = {
            "tenant": str(activity["channelData"]["tenant"]["id"]),
            "conversation": str(activity["conversation"]["id"]),
            "key": str(activity["id"]),
        }
        self._parts.history.note(Kind.TOLD, **place)
        heard = await self.post(
            json.dumps(activity, ensure_ascii=False).encode(),
            self.token(activity) if authorization is None else authorization,
        )
        if heard.status < 300:
            self._parts.history.note(Kind.TAKEN, **place)
        return heard

    def token(self, activity: Json) -> str:
        """Return the header that vouches for an activity."""
        parts = self._parts
        claims = keys.claims(parts.app.id, activity["serviceUrl"], parts.clock.now())
        return f"Bearer {parts.keyhost.newest.sign(claims)}"

    async def post(self, body: bytes, authorization: str, **headers: str) -> Heard:
        """Post any bytes to the bot; no header at all for an empty one."""
        sent = {"Content-Type": "application/json; charset=utf-8", **headers}
        if authorization:
            sent["Authorization"] = authorization
        if self._session is None:
            self._session = aiohttp.ClientSession()
        async with self._session.post(self.bot, data=body, headers=sent) as response:
            return Heard(response.status, await response.text())

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


def _client(user: User) -> Json:
    return {
        "type": "clientInfo",
        "locale": user.locale,
        "country": user.locale.partition("-")[2],
        "platform": "Web",
        "timezone": user.zone,
    }
