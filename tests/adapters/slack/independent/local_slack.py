"""The npm package local-slack: somebody else's Slack, driven by its control API and its page.

It signs what it sends, shows Block Kit in a page like Slack's own, and knows modals; it knows no
limits, no OAuth and no group messages (facts of version 0.1.8). It listens on every interface, so
it is only started in a network namespace of its own.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

import aiohttp

from tests.adapters.slack.fake.person import buttons, names
from tests.adapters.slack.fake.workspaces import Json
from tests.adapters.slack.reading import carried

PORT = 3999
ADDRESS = f"http://localhost:{PORT}"
TEAM, BOT = "T0PHARES", "U0BOT"
SECRET, BOT_TOKEN, APP_TOKEN = "local-signing-secret", "xoxb-local", "xapp-local"
BINARY = Path(__file__).parents[3] / "npm/node_modules/local-slack-linux-x64/bin/local-slack"
PATIENCE = 15.0


def configuration(users: Sequence[Json], *, mode: str, request_url: str) -> Json:
    """Return what local-slack is started with; JSON is YAML, too."""
    return {
        "workspace": {"name": "Phares", "domain": "phares", "teamId": TEAM},
        "app": {
            "appId": "A0PASSERELLE",
            "botUserId": BOT,
            "botName": "Passerelle",
            "botToken": BOT_TOKEN,
            "appToken": APP_TOKEN,
            "signingSecret": SECRET,
            "mode": mode,
            "requestUrl": request_url,
        },
        "users": list(users),
        "channels": [{"id": "C0GENERAL", "name": "general", "members": [u["id"] for u in users]}],
    }


class LocalSlack:
    """One running local-slack; modals are one stack for everybody, as in its page."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session
        self.stack: list[Json] = []
        self.errors: dict[str, str] = {}
        self._changed = asyncio.Event()
        self._ui: aiohttp.ClientWebSocketResponse | None = None

    async def connect(self) -> None:
        """Wait until it answers, and listen as its page does."""
        await self.until(self._is_up)
        self._ui = await self._session.ws_connect(f"{ADDRESS}/ui")

    async def listen(self) -> None:
        """Keep the modals up to date until the connection ends."""
        assert self._ui is not None
        async for message in self._ui:
            told = json.loads(message.data)
            if told["t"] == "view":
                self.stack, self.errors = told["stack"], {}
                self._changed.set()
            elif told["t"] == "view_errors":
                self.errors = told["errors"]
                self._changed.set()

    async def types(self, user: str, words: str) -> None:
        """Type a slash command in the bot's chat; answered when this returns."""
        command, _, text = words.partition(" ")
        channel = await self.chat(user)
        self._changed.clear()
        await self._control(
            "command", {"channel": channel, "user": user, "command": command, "text": text}
        )

    async def presses(self, user: str, wish: str) -> None:
        """Press the button of the newest message that has it, by its words or its action."""
        channel = await self.chat(user)
        for message in reversed(await self.messages(user)):
            for block_id, button in buttons(message.get("blocks") or []):
                if wish in {*names(button), carried(button)[0], carried(button)[2]}:
                    self._changed.clear()
                    action = {**button, "block_id": block_id}
                    where = {"channel": channel, "messageTs": message["ts"], "user": user}
                    await self._control("interact", {**where, "action": action})
                    return
        raise AssertionError(f"no button {wish!r} among {await self.texts(user)}")

    async def submits(self, user: str, values: Json) -> None:
        """Send in the open modal; answered, one way or the other, when this returns."""
        assert self._ui is not None
        self._changed.clear()
        await self._ui.send_json({"t": "view_submit", "user": user, "values": values})
        await asyncio.wait_for(self._changed.wait(), PATIENCE)

    async def modal(self) -> Json:
        """Return the open modal, waiting for it a moment."""
        await self.until(self._has_modal)
        return self.stack[-1]

    async def opens_home(self, user: str) -> None:
        """Open the Home tab."""
        await self._control("open-home", {"user": user})

    async def chat(self, user: str) -> str:
        """Return the bot's chat with somebody."""
        for channel in (await self._get("state"))["channels"]:
            if channel["is_im"] and user in channel["members"]:
                return str(channel["id"])
        await self.opens_home(user)  # opens the chat as well
        return await self.chat(user)

    async def messages(self, user: str) -> list[Json]:
        """Return what somebody sees in the bot's chat, oldest first."""
        found = (await self._get(f"messages/{await self.chat(user)}"))["messages"]
        return [m for m in found if m.get("ephemeral_to") in {None, user}]

    async def texts(self, user: str) -> list[str]:
        """Return the top-level texts of what somebody sees."""
        return [message["text"] for message in await self.messages(user)]

    async def log(self) -> list[Json]:
        """Return the traffic between it and the bot."""
        entries: list[Json] = (await self._get("log"))["log"]
        return entries

    async def until(self, holds: Callable[[], Awaitable[bool]]) -> None:
        """Wait until something holds; raises TimeoutError."""
        async with asyncio.timeout(PATIENCE):
            while not await holds():  # noqa: ASYNC110  another process tells nobody
                await asyncio.sleep(0.1)

    async def _is_up(self) -> bool:
        try:
            await self._get("state")
        except aiohttp.ClientError:
            return False
        return True

    async def _has_modal(self) -> bool:
        return bool(self.stack)

    async def _get(self, what: str) -> Any:
        async with self._session.get(f"{ADDRESS}/_control/{what}") as response:
            return await response.json()

    async def _control(self, what: str, body: Json) -> None:
        async with self._session.post(f"{ADDRESS}/_control/{what}", json=body) as response:
            assert response.ok, await response.text()
