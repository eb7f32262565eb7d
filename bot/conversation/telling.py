"""Telling somebody who is not in the turn: a step's card, put on its way in their language."""

from datetime import datetime
from typing import Protocol

from bot.conversation.flow import Step
from bot.domain.delivery import Kind
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
    step: Step,
    *,
    subject: str = "",
    value: str = "",
    kind: Kind,
    key: str,
    not_before: datetime | None = None,
) -> bool:
    """Queue a step's card for somebody, in their language; False when it goes nowhere."""
    card = turn.seen_by(person, value).shown(step, subject)
    if not isinstance(card, Card):
        message = f"{step.full_name} is a form; only cards can be sent"
        raise TypeError(message)
    courier = Courier(turn.work, turn.now)
    account = courier.send(person, card, kind=kind, key=key, not_before=not_before)
    if account is not None and card.buttons and account.draft is None:
        account.await_answer(step.flow, step.name, subject)
    return account is not None
