"""Somebody at a Teams client: reads, types, presses, fills in, and sees what the client shows."""

from dataclasses import replace
from typing import Any

from tests.adapters.teams import cards
from tests.adapters.teams.fake import inputs
from tests.adapters.teams.fake.connector import Connector
from tests.adapters.teams.fake.inputs import CannotDo, Filled
from tests.adapters.teams.fake.tenants import Chat, Directory, Json, Message, User
from tests.adapters.teams.fake.wire import Heard, Wire

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"
ERROR = "application/vnd.microsoft.error"
SEARCH = "application/vnd.microsoft.search.searchResponse"
MOST_FOUND = 15
"""Choices a typeahead shows."""
SUCCESS = range(200, 300)


class Person:
    """One user of a tenant; ``dialog`` is the open dialog's card, ``notices`` what popped up.

    ``old_client`` knows no Action.Execute and takes its fallback.
    """

    def __init__(
        self, user: User, *, directory: Directory, connector: Connector, wire: Wire
    ) -> None:
        self.user = user
        self._connector = connector
        self._wire = wire
        self.chat: Chat = directory.chat_with(user)
        self.dialog: Json | None = None
        self.notices: list[str] = []
        self.old_client = False

    @property
    def screen(self) -> list[Message]:
        """The messages of the chat, oldest first."""
        return self.chat.screen

    @property
    def card(self) -> Json:
        """The newest card in the chat."""
        found = [message.card for message in self.screen if message.card is not None]
        if not found:
            raise CannotDo("there is no card")
        return found[-1]

    async def installs(self) -> Heard:
        """Install the app: two activities tell of it, as in Teams."""
        self.chat.installed = True
        heard = await self._tell("installationUpdate", action="add")
        await self._tell(
            "conversationUpdate",
            membersAdded=[{"id": self._bot}, {"id": self.user.mri}],
        )
        return heard

    async def uninstalls(self) -> Heard:
        """Take the app away again."""
        self.chat.installed = False
        return await self._tell("installationUpdate", action="remove")

    def blocks(self) -> None:
        """Block the bot; nobody tells it."""
        self.chat.blocked = True

    def unblocks(self) -> None:
        """Let the bot write again."""
        self.chat.blocked = False

    def leaves(self) -> None:
        """Leave the tenant."""
        self.user.present = False

    async def types(self, text: str, **more: Any) -> Heard:
        """Type a line."""
        activity = self._wire.activity(
            self.chat, "message", text=text, textFormat="plain", attachments=[], **more
        )
        said = Message(activity["id"], self._wire.now(), activity, by_bot=False)
        self.chat.messages[said.id] = said
        return await self._wire.tell(activity)

    async def presses(
        self, label: str, filled: Filled | None = None, *, on: Message | None = None
    ) -> Heard:
        """Press a button of the newest card that has it; what is filled in goes along."""
        message = on or self._with_button(label)
        card = message.card
        assert card is not None
        found = inputs.action(card, label)
        return await self.takes(found, message.id, inputs.gathered(card, filled or {}))

    async def takes(self, action: Json, message_id: str, values: dict[str, str]) -> Heard:
        """Take an action of a message as the client does it, even if the card has changed since."""
        if action["type"] == "Action.Execute" and self.old_client:
            action = action["fallback"]
        data = {**action.get("data", {}), **values}
        match action["type"], data.get("msteams", {}).get("type"):
            case "Action.Execute", _:
                return await self._executes(message_id, action, data)
            case "Action.Submit", "task/fetch":
                return await self._opens(message_id, data)
            case "Action.Submit", None:
                return await self._tell("message", value=data, replyToId=message_id)
        raise CannotDo(f"an action of a kind unknown here: {action}")

    async def submits(self, filled: Filled | None = None) -> Heard:
        """Send in the open dialog by its button."""
        if self.dialog is None:
            raise CannotDo("no dialog is open")
        return await self.sends_in(inputs.gathered(self.dialog, filled or {}))

    async def sends_in(self, values: dict[str, str]) -> Heard:
        """Send in the open dialog with these values, whatever its inputs would take."""
        if self.dialog is None:
            raise CannotDo("no dialog is open")
        data = {**next(inputs.actions(self.dialog)).get("data", {}), **values}
        value = {"data": data, "context": {"theme": "default"}}
        heard = await self._tell("invoke", name="task/submit", value=value)
        self._shows_dialog(heard)
        return heard

    async def searches(self, field: str, text: str) -> list[tuple[str, str]]:
        """Type a few letters into a typeahead; return the choices shown, label and value."""
        item = inputs.fields(self.dialog or self.card)[field]
        value = {
            "queryText": text,
            "queryOptions": {"skip": 0, "top": MOST_FOUND},
            "dataset": item["choices.data"]["dataset"],
        }
        heard = await self._tell("invoke", name="application/search", value=value)
        body = self._answer(heard)
        if body is None or body.get("type") != SEARCH:
            return []
        results = body["value"]["results"]
        return [(each["title"], each["value"]) for each in results[:MOST_FOUND]]

    async def _executes(self, message_id: str, action: Json, data: Json) -> Heard:
        named = {name: action[name] for name in ("type", "id", "verb", "title") if name in action}
        value: Json = {"action": {**named, "data": data}, "trigger": "manual"}
        more = {"name": "adaptiveCard/action", "value": value, "replyToId": message_id}
        heard = await self._tell("invoke", **more)
        body = self._answer(heard)
        if body is None:
            return heard
        match body.get("type"), body.get("value"):
            case kind, dict(card) if kind == CARD:
                self._replaces(message_id, card)
            case kind, str(text) if kind == MESSAGE:
                self.notices.append(text)
            case kind, {"message": str(text)} if kind == ERROR:
                self.notices.append(text)
            case _:
                self._connector.faults.append(f"an invoke answered with {body}")
        return heard

    def _replaces(self, message_id: str, card: Json) -> None:
        self._sees(card)
        message = self.chat.messages[message_id]
        activity = {**message.activity, "attachments": [{"contentType": CARD, "content": card}]}
        self.chat.messages[message_id] = replace(message, activity=activity)

    async def _opens(self, message_id: str, data: Json) -> Heard:
        value = {"data": data, "context": {"theme": "default"}}
        more = {"name": "task/fetch", "value": value, "replyToId": message_id}
        heard = await self._tell("invoke", **more)
        self._shows_dialog(heard)
        return heard

    def _shows_dialog(self, heard: Heard) -> None:
        self.dialog = None
        if heard.status in SUCCESS and not heard.body:
            return
        body = self._answer(heard)
        match body:
            case {"task": {"type": "continue", "value": {"card": {"content": dict(card)}}}}:
                self._sees(card)
                self.dialog = card
            case {"task": {"type": "message", "value": str(text)}}:
                self.notices.append(text)
            case dict():
                self._connector.faults.append(f"a dialog answered with {body}")

    def _sees(self, card: Json) -> None:
        """Have the client read a card that came in an answer."""
        self._connector.faults += cards.faults(card)

    def _answer(self, heard: Heard) -> Json | None:
        """Return the body of an answer to an invoke; without one the client says so."""
        if heard.status in SUCCESS:
            try:
                return heard.json
            except ValueError:
                self._connector.faults.append(f"an invoke answered with {heard.body[:200]!r}")
        self.notices.append(f"Something went wrong ({heard.status})")
        return None

    def _with_button(self, label: str) -> Message:
        for message in reversed(self.screen):
            if message.card and any(a.get("title") == label for a in inputs.actions(message.card)):
                return message
        shown = [a.get("title") for a in inputs.actions(self.card)]
        raise CannotDo(f"no card has a button {label!r}; the newest has {shown}")

    async def _tell(self, type_: str, **more: Any) -> Heard:
        return await self._wire.tell(self._wire.activity(self.chat, type_, **more))

    @property
    def _bot(self) -> str:
        return str(self._wire.activity(self.chat, "message")["recipient"]["id"])
