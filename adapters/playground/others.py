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
from bot.messages.form import Choice, Form, Input, Switch, Values

TURNS = 10
"""Turns one person may take in a row; more of them mean that the presets lead nowhere."""
ANSWERED = frozenset({"proposal", "introduction", "plan", "moves", "checkin", "feedback"})
"""Flows whose questions the others answer by themselves."""
ROUNDS = 5
"""Rounds of all: what one answers may ask another."""
JOINING = frozenset({"welcome", "profile"})
"""Flows whose switches the others turn on; elsewhere they leave them as they are."""
GOOD = ("9", "4")
"""The ratings the others give: out of ten, else out of five."""

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
        """Let people answer all they were asked, and what comes of that, kindly."""
        for _ in range(ROUNDS):
            count = 0
            for done, (person, address) in enumerate(people):
                if self.moves.stopping or self.moves.note(done / len(people)):
                    return
                count += await self._answer_all(person, address)
            if not count:
                return
            await self.chats.settle()

    async def _answer_all(self, person: Person, address: str) -> int:
        """Let somebody answer what waits, the newest first; return how much that was.

        Each card once: one that leads nowhere any more must not hide those before it.
        """
        count = 0
        while (asked := self._waiting(address)) and asked.card and not self.moves.stopping:
            self.chats.played.add(asked.id)
            button = _kindest(asked.card)
            if button:
                event = _pressed(button, self._common(address))
                await self._play(event, asked.id, preset(person))
                count += 1
        return count

    def _waiting(self, address: str) -> Message | None:
        """Return the newest card that awaits an answer and was not played yet."""
        newest = reversed(self.chats.messages(address))
        return next((m for m in newest if _awaits(m) and m.id not in self.chats.played), None)

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
    rated = (button for button in offered if button.value in GOOD)
    return next(rated, offered[0] if offered else None)


def _filled(form: Form, answers: Preset) -> Values:
    joins = form.action.partition(".")[0] in JOINING
    return {question.name: _answer(question, answers, joins=joins) for question in form.inputs}


def _answer(question: Input, answers: Preset, *, joins: bool) -> tuple[str, ...]:
    """Return the preset answer to a question; without one, what it holds, or a good one."""
    if isinstance(question, Switch) and joins:
        return ("yes",)
    name = question.name.partition("-")[0]
    given = answers.fields.get(name) or typed.current(question)
    if given or not isinstance(question, Choice) or not question.required:
        return given
    offered = [option.value for option in question.options]
    return (next((value for value in GOOD if value in offered), offered[0]),)


def _key() -> str:
    return f"playground:{uuid4()}"
