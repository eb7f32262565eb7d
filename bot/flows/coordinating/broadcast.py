"""One notice for many people: written once in each language, queued for each of them."""

from collections.abc import Callable, Iterable
from itertools import islice

from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.people import Person
from bot.messages.card import Card
from bot.services.courier import Courier

CHUNK = 500
"""Accounts read in one question."""


def broadcast(
    turn: Turn,
    people: Iterable[Person],
    card_for: Callable[[Turn], Card],
    *,
    key: str,
) -> int:
    """Queue a notice for many people; return to how many it goes.

    ``card_for`` sees a turn of somebody who reads the language, and may use nothing else of them:
    the card is made once per language. The delivery's key is ``key`` and the person's id.
    """
    courier = Courier(turn.work, turn.now)
    cards: dict[str, Card] = {}
    waiting, count = iter(people), 0
    while chunk := list(islice(waiting, CHUNK)):
        turn.work.accounts.warm(person.id for person in chunk)
        for person in chunk:
            if person.language not in cards:
                cards[person.language] = card_for(turn.seen_by(person))
            card = cards[person.language]
            sent = courier.send(person, card, kind=Kind.NOTICE, key=f"{key}:{person.id}")
            count += sent is not None
    return count
