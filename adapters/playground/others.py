"""Plays everybody else: joins and answers in their place, through the real conversation."""

from dataclasses import dataclass
from uuid import uuid4

from adapters.playground.chats import Chats, Gesture
from adapters.playground.company import Preset, preset
from adapters.playground.message import Message
from adapters.playground.moves import Moves
from bot.conversation import typed
from bot.conversation.events import Event, Pressed, Reply, Said, Submitted
from bot.domain.people import Person
from bot.messages.card import COMMAND, Button, Card, Style
from bot.messages.form import Form, Input, Switch, Values

TURNS = 10
"""Turns one person may take in a row; more of them mean that the presets lead nowhere."""
ANSWERED = frozenset({"proposal", "introduction", "plan", "moves", "checkin", "feedback"})
"""Flows whose questions the others answer by themselves."""
GOOD = "4"
"""The rating the others give, where there is one."""

People = list[tuple[Person, str]]
"""People with their addresses."""


@dataclass(frozen=True)
class Others:
    """The people nobody plays by hand, one after the other."""

    chats: Chats
    moves: Moves

    async def join(self, people: People) -> None:
        """Let people join; whoever takes part already stays as they are."""
        for done, (person, address) in enumerate(people):
            if self.moves.stopping or self.moves.note(done / len(people)):
                return
            said = Said(text="/mentor join", key=_key(), **self._common(address))
            await self._play(said, "", preset(person))

    async def answer(self, people: People) -> None:
        """Let people answer what they were asked last, kindly."""
        for done, (person, address) in enumerate(people):
            if self.moves.stopping or self.moves.note(done / len(people)):
                return
            asked = next(filter(_awaits, reversed(self.chats.messages(address))), None)
            button = _kindest(asked.card) if asked and asked.card else None
            if asked and button:
                event = _pressed(button, self._common(address))
                await self._play(event, asked.id, preset(person))

    async def _play(self, event: Event, message_id: str, answers: Preset) -> None:
        """Play one event and whatever it leads to."""
        for _ in range(TURNS):
            reply = await self.chats.take(Gesture(event=event, message_id=message_id))
            newest = max(self.chats.messages(event.address), key=lambda m: m.version)
            following = _next(reply, answers, self._common(event.address))
            if following is None:
                return
            event, message_id = following, newest.id

    def _common(self, address: str) -> dict[str, str]:
        return {**vars(self.chats.place), "address": address}


def _next(reply: Reply, answers: Preset, common: dict[str, str]) -> Event | None:
    """Return what is answered to a reply, or None where there is nothing left to answer."""
    if reply.faults:
        return None
    if reply.form is not None:
        values = _filled(reply.form, answers)
        action, subject = reply.form.action, reply.form.subject
        return Submitted(action=action, subject=subject, values=values, key=_key(), **common)
    card = reply.cards[-1] if reply.cards else Card()
    button = _joining(card, answers) or _kindest(card)
    return _pressed(button, common) if button else None


def _pressed(button: Button, common: dict[str, str]) -> Event:
    action, subject, value = button.action, button.subject, button.value
    return Pressed(action=action, subject=subject, value=value, key=_key(), **common)


def _awaits(message: Message) -> bool:
    """Whether this came by itself, asks something, and nobody pressed a button of it yet."""
    card = message.card if message.key and not message.chosen else None
    return card is not None and _kindest(card) is not None


def _joining(card: Card, answers: Preset) -> Button | None:
    """Return the button that says yes to the invitation, or the role to take."""
    for button in card.buttons:
        if button.action == "welcome.invitation.yes" or button.value == answers.role:
            return button
    return None


def _kindest(card: Card) -> Button | None:
    """Return what a willing person presses: a good rating, else the first choice offered."""
    offered = [
        button
        for button in card.buttons
        if button.action != COMMAND
        and button.style is not Style.DANGER
        and button.action.partition(".")[0] in ANSWERED
    ]
    rated = (button for button in offered if button.value == GOOD)
    return next(rated, offered[0] if offered else None)


def _filled(form: Form, answers: Preset) -> Values:
    return {question.name: _answer(question, answers) for question in form.inputs}


def _answer(question: Input, answers: Preset) -> tuple[str, ...]:
    """Return the preset answer to a question; without one, what it holds already."""
    if isinstance(question, Switch):
        return ("yes",)
    name = question.name.partition("-")[0]
    return answers.fields.get(name) or typed.current(question)


def _key() -> str:
    return f"playground:{uuid4()}"
