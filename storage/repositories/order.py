"""The order in which people read lists: a dictionary's, with accents and capitals aside.

It is made here and not by the database, where each has its own; what nobody reads is ordered there,
byte by byte.
"""

from collections.abc import Iterable

from bot.domain.people import Person
from bot.texts.folding import folded


def by_name(people: Iterable[Person]) -> list[Person]:
    """Return people in the order of their names; namesakes by id."""
    return sorted(people, key=lambda person: (*place(person.name), person.id))


def place(words: str) -> tuple[str, str]:
    """Return what to sort a name by."""
    return folded(words), words
