"""From a reply of the core to the kind of answer that Teams awaits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from adapters.teams import bodies
from adapters.teams.forms import Sheet, dialog, in_chat, refilled
from adapters.teams.heard import Asks, Incoming
from adapters.teams.source import digest
from adapters.teams.text import Json
from bot.conversation.events import Pressed, Reply, Submitted
from bot.messages.card import Card
from bot.messages.plain import plain


class Draws(Protocol):
    """What makes Adaptive Cards of a card: the platform."""

    def __call__(self, card: Card, *, nonce: str) -> list[Json]:
        """Return the card as this app shows it, in several where it is too long for one."""
        ...


@dataclass(frozen=True)
class Said:
    """An answer: what is posted in the chat, and the body that answers the request.

    ``instead`` is shown in the place of a message: its id, and the card.
    """

    posts: Sequence[Json] = ()
    body: Json | None = None
    instead: tuple[str, Json] | None = None


def as_asked(incoming: Incoming, reply: Reply, draw: Draws, language: str) -> Said:
    """Return a reply as the kind of answer that is awaited.

    ``language`` is that of somebody the core does not know.
    """
    sheet = _sheet(incoming, reply, language)
    if sheet is not None:
        return FORMS.get(incoming.asks, _form_below)(sheet)
    key = incoming.event.key if incoming.event else ""
    drawn = (draw(card, nonce=digest(key, str(i))) for i, card in enumerate(reply.cards))
    cards = list(chain.from_iterable(drawn))
    match incoming.asks:
        case Asks.ACTION:
            return _in_place(incoming, reply, cards)
        case Asks.DIALOG:
            return _ending(incoming, reply, cards)
    return Said(posts=cards)


def _sheet(incoming: Incoming, reply: Reply, language: str) -> Sheet | None:
    """Return the form a reply asks for; beside faults it holds what was filled in."""
    event = incoming.event
    if reply.form is None or event is None:
        return None
    form = reply.form
    if reply.faults and isinstance(event, Submitted):
        form = refilled(form, event.values)
    return Sheet(
        form=form,
        nonce=digest(event.key, "form"),
        language=reply.language or language,
        faults=reply.faults,
        origin=incoming.origin,
    )


def _form_below(sheet: Sheet) -> Said:
    return Said(posts=[in_chat(sheet)])


FORMS: dict[Asks, Callable[[Sheet], Said]] = {
    Asks.DIALOG: lambda sheet: Said(body=bodies.task(dialog(sheet))),
    Asks.ACTION: lambda sheet: Said(body=bodies.card(in_chat(sheet))),
}
"""Where a form is shown, by what is asked; else below, in the chat."""


def _in_place(incoming: Incoming, reply: Reply, cards: list[Json]) -> Said:
    """Answer a pressed card: by the next one in its place, or by a remark beside it."""
    if cards and (reply.replace or isinstance(incoming.event, Submitted)):
        return Said(posts=cards[1:], body=bodies.card(cards[0]))
    if _is_remark(reply.cards):
        return Said(body=bodies.words(plain(reply.cards[0])))
    return Said(posts=cards, body=bodies.words(_first_words(reply.cards)))


def _ending(incoming: Incoming, reply: Reply, cards: list[Json]) -> Said:
    """End a dialog: by the next card in the place of the one it was opened from, or by a remark."""
    if cards and incoming.origin and isinstance(incoming.event, Submitted):
        return Said(posts=cards[1:], instead=(incoming.origin, cards[0]))
    if _is_remark(reply.cards):
        return Said(body=bodies.closing(plain(reply.cards[0])))
    if isinstance(incoming.event, Pressed):  # it was to open: an empty answer would be an error
        return Said(posts=cards, body=bodies.closing(_first_words(reply.cards)))
    return Said(posts=cards)


def _is_remark(cards: Sequence[Card]) -> bool:
    """Whether a passing sentence says it all: nothing to press, nothing to keep."""
    return len(cards) == 1 and not cards[0].buttons


def _first_words(cards: Sequence[Card]) -> str:
    return next((line for card in cards for line in plain(card).splitlines() if line), "")
