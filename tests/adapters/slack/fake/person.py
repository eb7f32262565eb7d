"""Somebody in front of Slack: types, presses, fills in, opens the Home tab; and what they see."""

from collections.abc import Mapping
from typing import Any

from tests.adapters.slack.fake import payloads
from tests.adapters.slack.fake.calls import Call, Refusal
from tests.adapters.slack.fake.delivery import Answer, Post
from tests.adapters.slack.fake.hooks import show
from tests.adapters.slack.fake.state import State
from tests.adapters.slack.fake.views import replace, shown
from tests.adapters.slack.fake.workspaces import Channel, Install, Json, Message, Workspace
from tests.history import Kind


class NotThere(AssertionError):
    """What somebody wants to press is not on their screen."""


class Visitor:
    """One person of one workspace."""

    def __init__(self, state: State, post: Post, address: str, team_id: str, user_id: str) -> None:
        self._state = state
        self._post = post
        self._address = address
        self.team_id = team_id
        self.id = user_id

    async def types(self, words: str, channel: Channel | None = None) -> Answer:
        """Type a slash command, in the bot's own chat unless another is given."""
        where = channel or self.chat
        hook_id = payloads.new_hook(self._state, self.team_id, where.id, self.id)
        payload = payloads.command(
            self._state,
            self._workspace,
            self._install,
            words=words,
            channel_id=where.id,
            channel_name="directmessage" if where.kind == "im" else "privategroup",
            user_id=self.id,
            user_name=payloads.user(self._member)["username"],
            trigger_id=self._state.trigger(self.team_id, self.id),
            response_url=f"{self._address}/hooks/{hook_id}",
        )
        answer = await self._tell("command", payload)
        if answer.failure:
            name = "operation_timeout" if answer.failure == "http_timeout" else "dispatch_failed"
            self._see(hook_id, {"text": f"{payload['command']} failed with the error “{name}”"})
        elif answer.body or answer.text:
            self._see(hook_id, answer.body or {"text": answer.text})
        return answer

    async def presses(self, button: str, message: Message | None = None) -> Answer:
        """Press a button of the newest message (or a given one), by its words or action_id."""
        found = message or self._newest_with(button)
        block_id, element = _called(button, found.blocks)
        return await self.clicks(element, block_id, found)

    async def presses_in_view(self, button: str, *, home: bool = False) -> Answer:
        """Press a button of the topmost modal, or of the Home tab."""
        view = self.home if home else self.modal
        if view is None:
            raise NotThere(f"no view to press {button!r} in")
        block_id, element = _called(button, view["blocks"])
        return await self.clicks(element, block_id, view=view)

    async def clicks(
        self,
        element: Json,
        block_id: str,
        message: Message | None = None,
        *,
        view: Json | None = None,
    ) -> Answer:
        """Click a button where it stands, or stood a moment ago: in a message, or in a view.

        Without either it is the topmost modal.
        """
        stamp = self._workspace.stamp(self._state.clock)
        pressed = payloads.button_pressed(element, block_id, stamp)
        where = view or self.modal
        if message is None:
            if where is None:
                raise NotThere("no modal to click in")
            return await self._interact(payloads.click_in_view(where, pressed))
        channel = self._of(message)
        hook_id = payloads.new_hook(self._state, self.team_id, channel.id, self.id, ts=message.ts)
        url = f"{self._address}/hooks/{hook_id}"
        return await self._interact(payloads.click_in_message(message, channel.id, pressed, url))

    async def submits(
        self, values: Mapping[str, tuple[str, ...]], view: Json | None = None
    ) -> Answer:
        """Send in the topmost modal; ``values`` maps block ids to what is filled in.

        Another ``view`` is one that is still open on a second device of theirs.
        Fields that are not named keep what stands in them. What Slack's own client refuses (a
        required field left empty, a text too long) is not sent: failure "client", and why in body.
        """
        view = view or self.modal
        if view is None:
            raise NotThere("no modal to send in")
        view.pop("errors", None)
        faults = fill_in(view, values)
        if faults:
            view["errors"] = faults
            return Answer(failure="client", body=faults)
        answer = await self._interact(
            {"type": "view_submission", "view": view, "response_urls": []}
        )
        if answer.failure:
            view["errors"] = {"": "We had some trouble connecting. Try again?"}
        else:
            self._after_submission(view, answer.body or {})
        return answer

    async def opens_home(self) -> Answer:
        """Open the Home tab."""
        event: Json = {
            "type": "app_home_opened",
            "user": self.id,
            "channel": self.chat.id,
            "tab": "home",
            **({"view": self.home} if self.home else {}),
        }
        self._state.told({"event": event, "install": self._install})
        return (await self._post.deliver())[-1]

    @property
    def chat(self) -> Channel:
        """Their direct messages with the bot."""
        both = frozenset({self.id, self._install.bot_user_id})
        return self._workspace.conversation(both, "im")[0]

    @property
    def messages(self) -> list[Message]:
        """What they see of the bot in its chat and in groups with others, oldest first."""
        places = [c for c in self._workspace.channels.values() if self.id in c.members]
        seen = [m for place in places for m in place.messages if m.only_for in {"", self.id}]
        return sorted(seen, key=lambda message: float(message.ts))

    @property
    def modal(self) -> Json | None:
        """The topmost modal."""
        stack = self._state.screens.stack(self.team_id, self.id)
        return stack[-1] if stack else None

    @property
    def home(self) -> Json | None:
        """Their Home tab, once it was published."""
        return self._state.screens.homes.get((self.team_id, self.id))

    def _after_submission(self, view: Json, answer: Json) -> None:
        stack = self._state.screens.stack(self.team_id, self.id)
        match answer.get("response_action"):
            case "errors":
                unknown = set(answer["errors"]) - {b.get("block_id") for b in view["blocks"]}
                if unknown or not answer["errors"]:
                    raise AssertionError(f"errors for blocks that are not there: {unknown}")
                view["errors"] = dict(answer["errors"])
            case "clear":
                stack.clear()
            case "update":
                replace(view, shown(self._call, answer["view"], "modal"))
            case "push":
                stack.append(shown(self._call, answer["view"], "modal"))
            case _:
                stack[:] = [each for each in stack if each is not view]

    async def _interact(self, what: Json) -> Answer:
        payload = {
            **payloads.place(self._state, self._workspace, self._install),
            "user": payloads.user(self._member),
            "trigger_id": self._state.trigger(self.team_id, self.id),
            **what,
        }
        return await self._tell("interactive", payload)

    async def _tell(self, kind: str, payload: Json) -> Answer:
        where = {"tenant": self.team_id, "conversation": self.chat.id}
        key = payload["trigger_id"]
        self._state.history.note(Kind.TOLD, key=key, **where)
        answer = await self._post.line.tell(kind, payload, {})
        if not answer.failure:
            self._state.history.note(Kind.TAKEN, key=key, **where)
        return answer

    def _see(self, hook_id: str, body: Json) -> None:
        try:
            show(self._state, self._state.hooks[hook_id], body)
        except Refusal as refusal:
            raise AssertionError(f"the app's answer is refused: {refusal.error}") from refusal

    def _newest_with(self, button: str) -> Message:
        for message in reversed(self.messages):
            if any(button in names(found) for _, found in buttons(message.blocks)):
                return message
        raise NotThere(f"no button {button!r} in {[m.text for m in self.messages]}")

    def _of(self, message: Message) -> Channel:
        channels = self._workspace.channels.values()
        return next(channel for channel in channels if message in channel.messages)

    @property
    def _workspace(self) -> Workspace:
        return self._state.workspaces[self.team_id]

    @property
    def _member(self) -> Any:
        return self._workspace.members[self.id]

    @property
    def _install(self) -> Install:
        install = self._state.installed_in(self.team_id)
        if install is None:
            raise NotThere("the app is not installed here")
        return install

    @property
    def _call(self) -> Call:
        return Call(state=self._state, args={}, install=self._install, workspace=self._workspace)


def buttons(blocks: list[Json]) -> list[tuple[str, Json]]:
    """Return the buttons of blocks, each with the id of its block, in the order they are shown."""
    found = []
    for number, block in enumerate(blocks):
        elements = [*block.get("elements", ()), block.get("accessory") or {}]
        block_id = block.get("block_id", f"b{number}")
        found += [(block_id, e) for e in elements if e.get("type") == "button"]
    return found


def _called(button: str, blocks: list[Json]) -> tuple[str, Json]:
    """Return the button that is called so, and its block's id."""
    for block_id, found in buttons(blocks):
        if button in names(found):
            return block_id, found
    raise NotThere(f"no button {button!r} in {[names(found) for _, found in buttons(blocks)]}")


def names(button: Json) -> set[str]:
    """By what a button may be called: its words, or its action_id."""
    return {button["text"]["text"], button.get("action_id", "")}


def fill_in(view: Json, values: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Put what is filled in into a modal's state; return what Slack's own client would refuse."""
    inputs = {block["block_id"]: block for block in view["blocks"] if block["type"] == "input"}
    assert set(values) <= set(inputs), f"no such inputs: {set(values) - set(inputs)}"
    faults = {}
    state = view["state"]["values"]
    for block_id, block in inputs.items():
        element = block["element"]
        filled = values.get(block_id, initial(element))
        state[block_id] = {element["action_id"]: payloads.value_of(element, filled)}
        written = next(iter(filled), "")
        if not written and not block.get("optional"):
            faults[block_id] = "Please complete this required field."
        elif len(written) > element.get("max_length", len(written)):
            faults[block_id] = f"Must be at most {element['max_length']} characters."
        elif len(filled) > element.get("max_selected_items", len(filled)):
            faults[block_id] = f"Choose at most {element['max_selected_items']}."
    return faults


def initial(element: Json) -> tuple[str, ...]:
    """What stands in an input before anybody touches it."""
    if "initial_option" in element:
        return (element["initial_option"]["value"],)
    if "initial_options" in element:
        return tuple(option["value"] for option in element["initial_options"])
    found = element.get("initial_value") or element.get("initial_date")
    return (found,) if found else ()
