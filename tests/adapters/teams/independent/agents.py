"""One employee at Microsoft's Agents Playground, driven by its HTTP and WebSocket interface.

The interface is its page's own and documented nowhere, so the version is pinned. The program
listens on all interfaces: it is only started where there are none but loopback.
"""

import asyncio
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

import aiohttp
from playwright.async_api import Page

from adapters.teams.app import PATH
from bot.domain.people import Person
from tests.adapters.teams.fake import inputs

Json = dict[str, Any]

PACKAGE = Path(__file__).parents[3] / "npm" / "node_modules" / "@microsoft" / "m365agentsplayground"
VERSION = "0.2.28"
TENANT = "11111111-1111-4111-8111-111111111111"
EXTRAS = 5
"""Other people that a configuration must name; the program ends without them."""
PATIENCE = 30.0
"""Seconds to wait for what must come; a machine may be busy."""
INVOKE = "/_conversation/v1/invoke"
BOT_PORT = 3978
BOT = f"http://127.0.0.1:{BOT_PORT}{PATH}"


class Agents:
    """One Playground with one user; ``cards`` are those of the chat, oldest first, by message.

    ``page`` is a browser's, in which the chat is shown from its beginning; ``path`` is a folder of
    its own. Activities are posted to ``BOT``.
    """

    def __init__(self, person: Person, page: Page, *, port: int, path: Path) -> None:
        name, email = person.name, person.email
        self.name, self.page = person.first_name, page
        self._user = _user(f"29:{person.id}", name, email, f"00000000-{person.id}")
        self._chat = f"chat-{person.id}"
        self._port, self._path = port, path
        self.cards: dict[str, Json] = {}
        self._arrived = asyncio.Event()

    @property
    def url(self) -> str:
        """The address of its page."""
        return f"http://127.0.0.1:{self._port}"

    async def __aenter__(self) -> Self:
        self._path.mkdir(parents=True)
        config = self._path / "config.yml"
        config.write_text(json.dumps(self._config()))  # JSON is YAML
        environment = {
            **os.environ,  # noqa: TID251  node needs the PATH; no setting of ours is read
            "TEAMSAPPTESTER_BROWSER": "none",
            "SEND_INSTALLATION_ACTIVITY": "false",
            "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(config),
            "M365_AGENTS_PLAYGROUND_LOGFILE": str(self._path / "log.txt"),
        }
        options = ["-e", BOT, "-c", "msteams", "-p", str(self._port)]
        chat = ["--conversation-id", self._chat, "--disable-telemetry"]
        program = ["node", str(PACKAGE / "cli.js"), "start", *options, *chat]
        self._process = await asyncio.create_subprocess_exec(
            *program, env=environment, stdout=asyncio.subprocess.DEVNULL
        )
        self._session = aiohttp.ClientSession(self.url)
        await self._ready()
        await self.page.goto(self.url)
        await self.page.get_by_role("textbox").last.wait_for()
        self._stream = await self._session.ws_connect("/_ws_conversation/v1/conversations/stream")
        self._reading = asyncio.create_task(self._read())
        return self

    async def __aexit__(self, *error: object) -> None:
        self._reading.cancel()
        await self._stream.close()
        await self._session.close()
        if self._process.returncode is None:
            self._process.terminate()
        await self._process.wait()

    @property
    def card(self) -> Json:
        """The newest card."""
        return list(self.cards.values())[-1]

    async def installs(self) -> None:
        """Install the app."""
        await self._post(f"/_debug/conversation/{self._chat}/installation", {})

    async def types(self, text: str) -> Json:
        """Type a line; return the card that answers it."""
        before = set(self.cards)
        said = {"type": "text", "text": text, "textFormat": "plain"}
        path = f"/_conversation/v1/conversations/{self._chat}/messages"
        await self._post(path, {**said, "from": {"id": self._user["id"]}})
        return await self._until(lambda: set(self.cards) - before)

    async def clicks(self, name: str) -> None:
        """Click a button in the browser, by its label or its action's end, as somebody would."""
        message_id, action = self._find(name)
        button = self.page.get_by_role("button", name=action["title"], exact=True).last
        async with self.page.expect_response(lambda answer: INVOKE in answer.url) as answer:
            await button.click()
        self._answered(message_id, await (await answer.value).json())
        if message_id in self.cards:
            await self.page.get_by_text(_title(self.cards[message_id])).last.wait_for()

    async def sends_in(self, action: str, filled: Mapping[str, str]) -> None:
        """Send in a form of the chat; inputs nobody touched go along as they are."""
        message_id, button = self._find(action)
        data = {**button["data"], **_untouched(self.cards[message_id]), **filled}
        invoke = {
            "name": "adaptiveCard/action",
            "value": {"action": {**button, "data": data}, "trigger": "manual"},
            "from": {"id": self._user["id"]},
            "conversation": {"id": self._chat},
            "replyToId": message_id,
        }
        self._answered(message_id, await self._post(INVOKE, invoke))

    async def sees(self, what: str) -> Json:
        """Wait until the newest card holds something; return it."""
        return await self._until(
            lambda: bool(self.cards) and what in json.dumps(self.card, ensure_ascii=False)
        )

    async def _until(self, found: Callable[[], object]) -> Json:
        try:
            async with asyncio.timeout(PATIENCE):
                while not found():
                    self._arrived.clear()
                    await self._arrived.wait()
        except TimeoutError as error:
            raise AssertionError(f"{self.name} sees {self._shown()}") from error
        return self.card

    def _answered(self, message_id: str, body: Json) -> None:
        """Show the card of an invoke's answer in the place of the one that was pressed."""
        value = body.get("body", body)["value"]
        assert isinstance(value, dict), value
        self.cards[message_id] = value

    def _find(self, name: str) -> tuple[str, Json]:
        for message_id, card in reversed(self.cards.items()):
            for action in inputs.actions(card):
                if name in _names(action):
                    return message_id, action
        raise AssertionError(f"no button {name!r} for {self.name}; there are {self._shown()}")

    def _shown(self) -> list[list[str]]:
        return [
            [_title(card), *(_names(action)[-1] for action in inputs.actions(card))]
            for card in self.cards.values()
        ]

    async def _post(self, path: str, body: Json) -> Json:
        async with self._session.post(path, json=body) as response:
            text = await response.text()
            assert response.ok, (path, response.status, text)
            return json.loads(text) if text else {}

    async def _ready(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while True:
                assert self._process.returncode is None, (self._path / "log.txt").read_text()
                try:
                    async with self._session.get("/_debug/ping") as response:
                        assert await response.text() == "pong"
                        return
                except aiohttp.ClientConnectionError:
                    await asyncio.sleep(0.2)

    async def _read(self) -> None:
        """Keep what the stream says: new messages, and messages shown anew."""
        async for frame in self._stream:
            told = json.loads(frame.data)
            message = told.get("message") or {}
            for attachment in message.get("attachments") or ():
                self.cards[message["messageId"]] = attachment["content"]
            self._arrived.set()

    def _config(self) -> Json:
        others = [
            _user(f"29:other-{n}", f"Other {n}", f"o{n}@example.org", f"0-{n}")
            for n in range(EXTRAS)
        ]
        return {
            "version": "0.1.1",
            "tenantId": TENANT,
            "bot": {"id": "28:passerelle", "name": "Passerelle"},
            "currentUser": self._user,
            "users": others,
            "personalChat": {"id": self._chat},
            "groupChat": {"id": "group", "name": "Group"},
            "team": {
                "id": "team",
                "name": "Team",
                "aadGroupId": "0-team",
                "channels": [{"id": "news", "name": "Announcements"}],
            },
        }


def _user(id_: str, name: str, email: str, object_id: str) -> Json:
    given, _, surname = name.partition(" ")
    return {
        "id": id_,
        "name": name,
        "userPrincipleName": email,
        "aadObjectId": object_id,
        "givenName": given,
        "surname": surname or given,
        "email": email,
    }


def _names(action: Json) -> list[str]:
    """What a button may be called: its label, its action, the end of that, its argument."""
    button = action.get("data", {}).get("button", {})
    stored = str(button.get("action") or action.get("data", {}).get("form", {}).get("action", ""))
    return [
        str(action.get("title")),
        str(button.get("value", "")),
        stored.rpartition(".")[2],
        stored,
    ]


def _title(card: Json) -> str:
    return str(card["fallbackText"]).splitlines()[0]


def _untouched(card: Json) -> dict[str, str]:
    """What is sent of inputs that nobody touched."""
    return {
        name: str(item.get("value", item.get("valueOff", "")))
        for name, item in inputs.fields(card).items()
        if item.get("value") or item["type"] == "Input.Toggle"
    }
