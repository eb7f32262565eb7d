"""Telling somebody who is not in the turn: a prompt's card, put on its way in their language."""

from datetime import datetime
from typing import Protocol

from bot.conversation.flow import Step
from bot.conversation.prompt import Prompt
from bot.domain.delivery import NOTHING, Awaited, Told
from bot.domain.people import Person
from bot.messages.card import Card
from bot.messages.form import Form
from bot.ports import Work
from bot.services.courier import Courier


class Telling(Protocol):
    """A turn, as far as telling goes: it can be seen with the eyes of others."""

    work: Work
    now: datetime

    def seen_by(self, person: Person, value: str = "") -> "Telling":
        """Return a turn of somebody else at the same instant."""
        ...

    def shown(self, step: Step, subject: str = "") -> Card | Form:
        """Return what a step shows to this turn's person about a subject."""
        ...


def tell(  # noqa: PLR0913  one call says all about one message
    turn: Telling,
    person: Person,
    prompt: Prompt,
    *,
    key: str,
    subject: str = "",
    value: str = "",
    step: Step | None = None,
    again: bool = False,
    about: datetime | None = None,
    expires_at: datetime | None = None,
) -> Told:
    """Queue a prompt's card for somebody, in their language; say what became of it.

    ``step`` is shown rather than the prompt's usual one, ``again`` makes it a reminder, ``about``
    is the instant of what it tells of, and after ``expires_at`` it is worthless. A typed line
    answers it once it has arrived, and not before.
    """
    step = prompt.step(step)
    card = turn.seen_by(person, value).shown(step, subject)
    if not isinstance(card, Card):
        message = f"{step.full_name} is a form; only cards can be sent"
        raise TypeError(message)
    return Courier(turn.work, turn.now).send(
        person,
        card,
        kind=prompt.kind_about(about, again=again),
        key=key,
        not_before=prompt.when.earliest(turn.now, person, about),
        daily=prompt.daily,
        expires_at=expires_at,
        awaits=Awaited(step.flow, step.name, subject) if card.buttons else NOTHING,
    )
