"""The chats of a rehearsal in Slack: personas type, press, fill in, and read the screen."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from copy import deepcopy
from dataclasses import dataclass, field

from adapters.simulate.seen import Gesture, Json, Seen
from adapters.slack.app import SlackService
from bot.domain.people import Person
from bot.ports import ChatPlatform, Recipient
from tests.adapters.slack.fake.delivery import Answer, HttpLine
from tests.adapters.slack.fake.person import Visitor, buttons
from tests.adapters.slack.fake.server import FakeSlack
from tests.adapters.slack.fake.workspaces import Message
from tests.adapters.slack.reading import FORM, card_seen, carried, form_seen, of_form
from tests.adapters.slack.serving import serving

LOCALES = {"fr": "fr-CA", "en": "en-CA"}
COMMAND = "/mentor"
PATIENCE = 60.0
"""Seconds of real time for an answer: how busy the machine is must not change a rehearsal."""

Carried = tuple[str, str, str]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a button was seen: in a message, or in a view (no ts)."""

    element: Json
    block_id: str
    message: Message | None = None


@dataclass(kw_only=True)
class Screen:
    """What somebody saw so far.

    Messages by how often they were edited, views by their hash, and forms and buttons as they were.
    """

    messages: dict[str, int] = field(default_factory=dict)
    views: dict[str, str] = field(default_factory=dict)
    forms: dict[tuple[str, str], Json] = field(default_factory=dict)
    places: dict[Carried, Place] = field(default_factory=dict)


class SlackChats:
    """Everybody's chat with the bot in one workspace of the fake.

    Addresses are members' ids. Nobody can write into the bot's chat, whose messages tab is read
    only: whatever is typed is a slash command.
    """

    def __init__(self, slack: FakeSlack, service: SlackService, tenant: str) -> None:
        self.tenant = tenant
        self._slack = slack
        self._service = service
        self._line: HttpLine | None = None
        self._workspace = slack.state.workspaces[tenant]
        self._screens: dict[str, Screen] = {}

    @property
    def platform(self) -> ChatPlatform:
        """Slack, as the outbox writes to it."""
        return self._service.platform

    @asynccontextmanager
    async def opened(self, people: Sequence[Person]) -> AsyncIterator[None]:
        """Let people join the workspace, and the bot answer, for as long as this is open."""
        for person in people:
            self._workspace.join(
                self.address(person.id),
                person.name,
                email=person.email,
                tz=person.zone,
                locale=LOCALES[person.language],
            )
        async with serving(self._service) as url:
            self._line = self._slack.connect(url, patience=PATIENCE)
            yield

    def address(self, person_id: str) -> str:
        """Return somebody's member id."""
        return f"U{person_id.upper()}"

    def received(self, to: Recipient, remote_id: str) -> Seen:
        """Return what somebody sees of a message that was sent to them."""
        channel_id, _, ts = remote_id.partition(":")
        channel = self._workspace.channels[channel_id]
        message = channel.message(ts)
        assert message is not None, remote_id
        for member in channel.members:
            self._notice(member, message)
        return card_seen(message.text, message.blocks)

    async def tell(self, person_id: str, gesture: Gesture, *, on: Seen, again: bool) -> Seen | None:
        """Do something in Slack; return what is on the screen then that was not there before."""
        visitor = self._slack.person(self.tenant, self.address(person_id))
        form = self._form(visitor, gesture.data) if gesture.kind == "submit" else None
        answer = await self._do(visitor, gesture, form)
        # On a busy machine Slack has its acknowledgement before the answer is shown.
        await self._service.desk.settle()
        assert answer.failure in {"", "client"}, (answer, gesture)
        seen = self._changed(visitor, form)
        if again and answer.failure != "client":
            assert self._line is not None
            repeated = await self._line.again({})
            assert not repeated.failure, repeated
            self._changed(visitor, None)
        return seen

    async def _do(self, visitor: Visitor, gesture: Gesture, form: Json | None) -> Answer:
        data = gesture.data
        if gesture.kind == "say":
            words = data["text"].removeprefix(COMMAND).strip()
            return await visitor.types(f"{COMMAND} {words}")
        if gesture.kind == "submit":
            values = {name: tuple(filter(None, given)) for name, given in data["values"].items()}
            return await visitor.submits(values, form)
        place = self._screens[visitor.id].places[data["action"], data["subject"], data["value"]]
        return await visitor.clicks(place.element, place.block_id, place.message)

    def _form(self, visitor: Visitor, data: Json) -> Json:
        """The modal with a form; where another took its place, it is open on a second device."""
        wanted = (data["action"], data["subject"])
        modal = visitor.modal
        if modal and modal["callback_id"] == FORM and of_form(modal) == wanted:
            return modal
        return self._screens[visitor.id].forms[wanted]

    def _changed(self, visitor: Visitor, form: Json | None) -> Seen | None:
        """Look at the screen, and at the form that was sent in; return what is new."""
        screen = self._screens.setdefault(visitor.id, Screen())
        fresh = [m for m in visitor.messages if screen.messages.get(m.ts) != m.edits]
        for message in fresh:
            self._notice(visitor.id, message)
        for view in filter(None, (form, visitor.modal)):
            is_new = screen.views.get(view["id"]) != view["hash"]
            if is_new or (view is form and view.get("errors")):
                return self._view_seen(screen, view)
        return card_seen(fresh[-1].text, fresh[-1].blocks) if fresh else None

    def _view_seen(self, screen: Screen, view: Json) -> Seen:
        screen.views[view["id"]] = view["hash"]
        for block_id, element in buttons(view["blocks"]):
            screen.places[carried(element)] = Place(element=element, block_id=block_id)
        if view["callback_id"] == FORM:
            screen.forms[of_form(view)] = deepcopy(view)
            return form_seen(view)
        return card_seen(view["title"]["text"], view["blocks"])

    def _notice(self, address: str, message: Message) -> None:
        screen = self._screens.setdefault(address, Screen())
        screen.messages[message.ts] = message.edits
        for block_id, element in buttons(message.blocks):
            place = Place(element=element, block_id=block_id, message=message)
            screen.places[carried(element)] = place
