"""Lets everybody else join: plays the others' part of the conversation, as the page would."""

from dataclasses import dataclass
from uuid import uuid4

from adapters.playground.chats import Chats, Gesture
from adapters.playground.company import Preset, preset
from adapters.playground.moves import Moves
from bot import typed
from bot.domain.people import Person
from bot.events import Event, Pressed, Reply, Said, Submitted
from bot.messages.card import Button, Card
from bot.messages.form import Form, Input, Switch, Values

TURNS = 10
"""Turns that joining may take; more of them mean that the preset answers lead nowhere."""


@dataclass(frozen=True)
class Volunteers:
    """People who join by themselves, one after the other, through the real conversation."""

    chats: Chats
    moves: Moves

    async def join(self, people: list[tuple[Person, str]]) -> None:
        """Let people with their addresses join; whoever takes part already stays as they are."""
        for done, (person, address) in enumerate(people):
            if self.moves.stopping or self.moves.note(done / len(people)):
                return
            await self._join(person, address)

    async def _join(self, person: Person, address: str) -> None:
        answers = preset(person)
        common = {**vars(self.chats.place), "address": address}
        event: Event | None = Said(text="/mentor join", key=_key(), **common)
        for _ in range(TURNS):
            if event is None:
                return
            newest = max(self.chats.messages(address), key=lambda m: m.version, default=None)
            gesture = Gesture(event=event, message_id=newest.id if newest else "")
            event = _next(await self.chats.take(gesture), answers, common)


def _next(reply: Reply, answers: Preset, common: dict[str, str]) -> Event | None:
    """Return what is answered to a reply, or None where there is nothing left to answer."""
    if reply.form is not None:
        return Submitted(
            action=reply.form.action,
            subject=reply.form.subject,
            values=_filled(reply.form, answers),
            key=_key(),
            **common,
        )
    button = _button(reply.cards[-1], answers) if reply.cards else None
    if button is None:
        return None
    return Pressed(
        action=button.action, subject=button.subject, value=button.value, key=_key(), **common
    )


def _button(card: Card, answers: Preset) -> Button | None:
    """Return the button that says yes, or the role to take."""
    for button in card.buttons:
        if button.action.endswith(".yes") or button.value == answers.role:
            return button
    return None


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
