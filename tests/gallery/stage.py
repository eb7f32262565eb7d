"""A world in which everything that people do, and what they are answered, is written down."""

from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from bot.conversation.awaiting import conversation_with
from bot.conversation.events import Opened, Reply
from bot.messages.card import Button, Card
from bot.messages.form import Form
from bot.ports import Work
from tests.gallery.filling import well
from tests.world import TENANT, World


@dataclass(frozen=True)
class Happening:
    """Something somebody did and what they were answered; nobody did what arrives by itself."""

    person: str
    did: str
    reply: Reply


class Stage(World):
    """A world that keeps what happened in it."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.happened: list[Happening] = []

    async def says(self, person: str, text: str, key: str | None = None) -> Reply:
        reply = await super().says(person, text, key)
        return self._note(person, f"“{_short(text)}”", reply)

    async def press_button(self, person: str, button: Button, key: str | None = None) -> Reply:
        reply = await super().press_button(person, button, key)
        return self._note(person, f"[{button.label}]", reply)

    async def submits(self, person: str, **values: str | list[str]) -> Reply:
        reply = await super().submits(person, **values)
        return self._note(person, "sends it in", reply)

    async def taps(self, person: str, action: str, subject: str = "", value: str = "") -> Reply:
        """Somebody presses a button of a card that lies further up."""
        return await self.press_button(person, Button(action, action, subject, value))

    async def sends(self, person: str, changes: dict[str, str | list[str]]) -> Reply:
        """Somebody sends in the form they saw last, filled in well but for some fields."""
        form = self.shown[person]
        assert isinstance(form, Form), form
        filled = {name: list(values) for name, values in well(form).items()}
        reply = await super().submits(person, **{**filled, **changes})
        told = "; ".join(f"{name} = {_short(value)}" for name, value in changes.items())
        return self._note(person, f"sends it in {told and f'with {told}'}".rstrip(), reply)

    async def opens(self, person: str) -> Reply:
        """Somebody looks at the page of their own beside the chat."""
        reply = await self.engine.turn(Opened(**self._event(person, None)))
        return self._note(person, "opens their page", reply)

    async def change(self, kind: type[Any], id_: str, **values: Any) -> None:
        """Let something stored be otherwise."""

        def act(work: Work) -> None:
            for name, value in values.items():
                setattr(work.get(kind, id_), name, value)

        await self.look(act)

    async def change_seat(self, pairing_id: str, person: str, **values: Any) -> None:
        """Let somebody's side of a pairing be otherwise."""

        def act(work: Work) -> None:
            for name, value in values.items():
                setattr(work.pairings.seat(pairing_id, person), name, value)

        await self.look(act)

    async def at(self, person: str) -> str:
        """Return the step whose answer is awaited from somebody, or nothing."""

        def act(work: Work) -> str:
            account = work.accounts.of(person)
            if account is None:
                return ""
            talk = conversation_with(work, account)
            return f"{talk.flow}.{talk.step}" if talk.flow else ""

        found: str = await self.look(act)
        return found

    async def run_due(self) -> list[tuple[str, Card]]:
        if not self._people:
            self._people = [person.id for person in await self.look(lambda work: work.people.all())]
            self.platform.admit(TENANT, *self._people)
        return await super().run_due()

    def arrived(self) -> list[tuple[str, Card]]:
        new = super().arrived()
        for person, card in new:
            self._note(person, "", Reply(cards=(card,)))
        return new

    def _event(self, person: str, key: str | None) -> dict[str, str]:
        # A copy of a world has taken keys already.
        return super()._event(person, key or token_hex(8))

    def _note(self, person: str, did: str, reply: Reply) -> Reply:
        self.happened.append(Happening(person, did, reply))
        return reply


def _short(value: str | list[str]) -> str:
    text = value if isinstance(value, str) else ", ".join(value)
    return text if len(text) < 50 else f"{text[:20]}… ({len(text)} characters)"
