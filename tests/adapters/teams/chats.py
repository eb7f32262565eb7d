"""The chats of a rehearsal in Teams: personas type, press, fill in, and read the screen."""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

from adapters.simulate.seen import Gesture, Seen
from adapters.teams.app import TeamsService
from adapters.teams.forms import OFF, ON
from bot.domain.people import Person as Employee
from bot.ports import ChatPlatform, Recipient
from tests.adapters.teams.company import serving
from tests.adapters.teams.fake import inputs
from tests.adapters.teams.fake.person import Person
from tests.adapters.teams.fake.server import FakeTeams
from tests.adapters.teams.seen import card_seen, carried, form_of

Json = dict[str, Any]


@dataclass(kw_only=True)
class Screen:
    """What somebody saw so far: cards by message, every button, and the dialogs they opened.

    A phone may still show what changed on the desk, and another dialog than the desk's.
    """

    person: Person
    cards: dict[str, Json] = field(default_factory=dict)
    buttons: dict[tuple[str, str, str], tuple[str, Json]] = field(default_factory=dict)
    dialogs: list[Json] = field(default_factory=list)


class TeamsChats:
    """Everybody's chat with the bot in one tenant of the fake; addresses are ids of Entra.

    The employer gave everybody the app before the bot was in service, so no installation is told.
    With ``trouble``, whatever was told before may be told again after anything else.
    """

    def __init__(
        self, teams: FakeTeams, service: TeamsService, trouble: Random | None = None
    ) -> None:
        self.tenant = teams.app.tenant
        self._teams = teams
        self._service = service
        self._trouble = trouble
        self._told: list[Json] = []
        self._screens: dict[str, Screen] = {}

    @property
    def platform(self) -> ChatPlatform:
        """Teams, as the outbox writes to it."""
        return self._service.platform

    @asynccontextmanager
    async def opened(self, people: Sequence[Employee]) -> AsyncIterator[None]:
        """Let people have the app, and the bot answer, for as long as this is open."""
        async with serving(self._service, self._teams):
            for employee in people:
                person = self._teams.person(
                    employee.name,
                    email=employee.email,
                    object_id=self.address(employee.id),
                    zone=employee.zone,
                    locale=f"{employee.language}-CA",
                )
                self._screens[employee.id] = Screen(person=person)
                person.chat.installed = True
            yield

    def address(self, person_id: str) -> str:
        """Return somebody's id in Entra."""
        return f"00000000-0000-4000-8000-{person_id.removeprefix('p'):0>12}"

    def received(self, to: Recipient, remote_id: str) -> Seen:
        """Return what somebody sees of a message that was sent to them."""
        [screen] = [s for s in self._screens.values() if s.person.user.object_id == to.address]
        card = screen.person.chat.messages[remote_id].card
        assert card is not None
        return self._notice(screen, remote_id, card)

    async def tell(self, person_id: str, gesture: Gesture, *, on: Seen, again: bool) -> Seen:
        """Do something in Teams; return what is on the screen then that was not there before."""
        screen = self._screens[person_id]
        person = screen.person
        failures = len(person.notices)
        person.dialog = None
        await self._do(screen, gesture, on)
        seen = self._changed(screen)
        if again:
            await self._teams.wire.tell(self._teams.wire.last)
        if self._trouble is not None:
            self._told.append(self._teams.wire.last)
            await self._teams.wire.tell(self._trouble.choice(self._told))
        for each in self._screens.values():
            self._changed(each)
        broken = [n for n in person.notices[failures:] if n.startswith("Something went wrong")]
        assert not broken, (broken, gesture)
        # A tap that repeats one shows the same answer once more: there is nothing to go on with.
        return seen or Seen(plain="".join(person.notices[failures:]))

    async def _do(self, screen: Screen, gesture: Gesture, on: Seen) -> None:
        data = gesture.data
        match gesture.kind:
            case "say":
                await screen.person.types(data["text"])
            case "press":
                name = (data["action"], data["subject"], data["value"])
                message_id, action = _button(on, name) or screen.buttons[name]
                screen.buttons[name] = (message_id, action)
                await screen.person.takes(action, message_id, {})
            case "submit":
                await self._send_in(screen, data)

    async def _send_in(self, screen: Screen, data: Json) -> None:
        """Send a form in: from the newest dialog that shows it, or from the chat."""
        wanted = (data["action"], data["subject"])
        for dialog in reversed(screen.dialogs):
            if _names(dialog) == wanted:
                screen.dialogs.remove(dialog)
                screen.person.dialog = dialog
                await screen.person.sends_in(filled(dialog, data["values"]))
                return
        for message_id, card in reversed(screen.cards.items()):
            if _names(card) == wanted:
                action = next(inputs.actions(card))
                await screen.person.takes(action, message_id, filled(card, data["values"]))
                return
        raise AssertionError(f"no form {wanted} on the screen")

    def _changed(self, screen: Screen) -> Seen | None:
        """Look at the dialog and at the chat; return what is new."""
        person = screen.person
        fresh = [
            self._notice(screen, message.id, message.card)
            for message in person.screen
            if message.card and message.by_bot and screen.cards.get(message.id) != message.card
        ]
        if person.dialog is not None:
            screen.dialogs.append(person.dialog)
            return card_seen(person.dialog)
        return fresh[-1] if fresh else None

    def _notice(self, screen: Screen, message_id: str, card: Json) -> Seen:
        screen.cards.pop(message_id, None)
        screen.cards[message_id] = card
        if form_of(card) is None:
            for action in inputs.actions(card):
                screen.buttons[carried(action)] = (message_id, action)
        return card_seen(card, message_id)


def _button(on: Seen, name: tuple[str, str, str]) -> tuple[str, Json] | None:
    """Return a button of the very card somebody looks at, which may not be the newest like it."""
    card = on.card or {}
    for action in card.get("actions", ()):
        if card["message"] and carried(action) == name:
            return card["message"], action
    return None


def filled(card: Json, values: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return what was filled in as a client sends it; a field the card lacks is a fault."""
    fields = inputs.fields(card)
    assert set(values) <= set(fields), f"not in the form: {set(values) - set(fields)}"
    texts = {name: _text(fields[name], given) for name, given in values.items()}
    return {name: text for name, text in texts.items() if text}


def _text(item: Json, given: Sequence[str]) -> str:
    if item["type"] == "Input.Toggle":
        return ON if ON in given else OFF
    return ",".join(given)


def _names(card: Json) -> tuple[str, str]:
    form = form_of(card) or {"action": "", "subject": ""}
    return form["action"], form["subject"]
