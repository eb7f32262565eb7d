"""Cards made for the occasion, on their way to many people, or to two in one room."""

from collections.abc import Callable, Iterable
from itertools import islice

from bot.conversation.prompt import Prompt
from bot.conversation.turn import Turn
from bot.domain.delivery import Told
from bot.domain.people import Account, Person
from bot.messages.card import Card
from bot.services.courier import Courier

CHUNK = 500
"""Accounts read in one question."""


def tell_all(
    turn: Turn,
    prompt: Prompt,
    people: Iterable[Person],
    card_for: Callable[[Turn], Card],
    *,
    key: str,
) -> int:
    """Queue a card for many people, written once in each language; return to how many it goes.

    ``card_for`` sees a turn of somebody who reads the language, and may use nothing else of them:
    the card is made once per language. The delivery's key is ``key`` and the person's id.
    """
    courier = Courier(turn.work, turn.now)
    cards: dict[str, Card] = {}
    waiting, count = iter(people), 0
    while chunk := list(islice(waiting, CHUNK)):
        turn.work.accounts.warm(person.id for person in chunk)
        turn.work.outbox.look_up(f"{key}:{person.id}" for person in chunk)
        for person in chunk:
            if person.language not in cards:
                cards[person.language] = card_for(turn.seen_by(person))
            card = cards[person.language]
            sent = courier.send(person, card, kind=prompt.kind, key=f"{key}:{person.id}")
            count += sent is Told.NEW
    return count


def tell_both(
    turn: Turn, prompt: Prompt, pair: tuple[Account, Account], card: Card, *, key: str
) -> bool:
    """Queue a card for two people of one tenant, to be read in one room; False if it may not go."""
    return Courier(turn.work, turn.now).send_to_both(pair, card, kind=prompt.kind, key=key)
