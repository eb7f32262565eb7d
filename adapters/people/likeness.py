"""When two records may be one person's: what their names, mailboxes and first days share."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from adapters.people.csv import PersonRow
from bot.domain.people import Person
from bot.texts.folding import folded

WORD = re.compile(r"[^\W_]+")

Trait = tuple[object, ...]


def words(name: str) -> frozenset[str]:
    """Return the words of a name as they are compared; the name of nobody has none."""
    return frozenset(WORD.findall(folded(name)))


def differ(person: Person, row: PersonRow) -> bool:
    """Whether both have a number, and not the same: they are two people, whatever the address."""
    return bool(person.employee_number and row.employee_number) and (
        person.employee_number != row.employee_number
    )


def are_alike(one: Person, other: Person | PersonRow) -> bool:
    """Whether two records tell of one name, or of one first day of work and half a name.

    Of whom no file told yet, nothing is known that could contradict.
    """
    if not (one.level and other.level):
        return True
    shared = words(one.name) & words(other.name)
    return words(one.name) == words(other.name) or (bool(shared) and one.hired_on == other.hired_on)


def traits_of_person(person: Person) -> Iterator[Trait]:
    """Yield by what somebody known may be recognised."""
    name = words(person.name)
    # The day on which a platform told of somebody is not that on which they began.
    yield from _traits(name, person.email, person.hired_on if person.level else None)
    if len(name) == 1:
        yield from (("alone", word) for word in name)


def traits_of_row(row: PersonRow) -> Iterator[Trait]:
    """Yield by what whoever a row tells of may be recognised."""
    name = words(row.name)
    yield from _traits(name, row.email, row.hired_on)
    yield from (("alone", word) for word in name)


def _traits(name: frozenset[str], email: str, hired_on: date | None) -> Iterator[Trait]:
    """Yield two words of a name, a mailbox, or a day and half a name."""
    yield from (("names", *two) for two in combinations(sorted(name), 2))
    if email:
        yield "mailbox", email.rpartition("@")[0]
    if hired_on is not None:
        yield from (("day", hired_on, word) for word in name)
