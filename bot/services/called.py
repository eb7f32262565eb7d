"""Who somebody means by a name or an e-mail, and what to call people so that no two are alike.

A name is the shortest that nobody else among those meant has: the first name or the full one, then
the full one with the department, then with the e-mail, then with a number.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from bot.domain.people import Person
from bot.ports import Work
from bot.texts.folding import folded

SEVERAL = 20
"""Namesakes looked at before the e-mail is asked for."""


def people_called(work: Work, words: str) -> list[Person]:
    """Return who may be meant; the exact name or e-mail beats a part of it.

    A name as ``distinct`` writes it is understood, too.
    """
    found = work.people.named(words, SEVERAL)
    if not found and "(" in words:
        found = work.people.named(words.partition("(")[0], SEVERAL)
    exact = [p for p in found if folded(words) in {folded(p.email), *map(folded, _forms(p))}]
    return exact or (found if "(" not in words else [])


def what_to_call(work: Work, person: Person) -> str:
    """Return what finds this person again: the name, or the e-mail where names are alike."""
    namesakes = work.people.named(person.name, SEVERAL)
    if len(namesakes) == 1:
        return person.name
    return person.email or distinct(namesakes).get(person.id, person.name)


def distinct(people: Iterable[Person], *, short: bool = False) -> dict[str, str]:
    """Return a name for each of some people by id, all different to whoever reads or types them.

    They begin with the first name if ``short``; somebody who was erased has no name.
    """
    forms = {person.id: tuple(_forms(person, short=short)) for person in people}
    depth = dict.fromkeys(forms, 0)
    while True:
        labels = {id_: forms[id_][depth[id_]] for id_ in forms}
        counts = Counter(folded(label) for label in labels.values() if label)
        alike = {id_ for id_, label in labels.items() if counts[folded(label)] > 1}
        deeper = [id_ for id_ in alike if depth[id_] + 1 < len(forms[id_])]
        if not deeper:
            return _numbered(labels, alike)
        depth |= {id_: depth[id_] + 1 for id_ in deeper}


def _forms(person: Person, *, short: bool = False) -> Iterator[str]:
    """Yield ever longer names; what says nothing more is left out."""
    longer = [person.first_name] if short else []
    longer.append(person.name)
    if person.name:
        longer += [f"{person.name} ({more})" for more in (person.department, person.email) if more]
    yield from dict.fromkeys(longer)


def _numbered(labels: dict[str, str], alike: set[str]) -> dict[str, str]:
    """Tell by a number those of whom nothing else is known, in an order that stays."""
    taken = {folded(label) for label in labels.values()}
    for id_ in sorted(alike):
        tried = (f"{labels[id_]} ({number})" for number in count(1))
        labels[id_] = next(label for label in tried if folded(label) not in taken)
        taken.add(folded(labels[id_]))
    return labels
