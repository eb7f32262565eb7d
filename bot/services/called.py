"""Who somebody means by a name or an e-mail, and what to call people so that no two are alike.

A name is the shortest that nobody else among those meant has: the first name or the full one, then
the full one with the department, then with the e-mail, then with a number. A full name is told from
all namesakes of the organisation, so that whoever is "(2)" on one card is so on each.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count

from bot.domain.people import Person
from bot.ports import Work
from bot.texts.folding import folded

SEVERAL = 20
"""Namesakes looked at before the e-mail is asked for."""
MOST_NAMESAKES = 500
"""Namesakes looked at where a full name stands with what tells one of them apart."""


BETWEEN_NAMES = re.compile(r"[;\n]|,(?![^(]*\))")
"""What stands between two names of a list; a comma in brackets belongs to a name."""


def names_in(text: str) -> list[str]:
    """Return the names of a list that somebody typed, each once."""
    parts = (" ".join(part.split()) for part in BETWEEN_NAMES.split(text))
    return list(dict.fromkeys(part for part in parts if part))


def people_called(work: Work, words: str) -> list[Person]:
    """Return who may be meant; the exact name or e-mail beats a part of it.

    A name as ``distinct`` writes it is understood, too.
    """
    found = work.people.named(words, SEVERAL)
    if not found and "(" in words:
        found = work.people.named(words.partition("(")[0], MOST_NAMESAKES)
    exact = [p for p in found if folded(words) in {folded(p.email), *map(folded, _forms(p))}]
    if exact or "(" not in words:
        return exact or found
    labels = told_apart(work, found)
    numbered = [p for p in found if folded(words) == folded(labels[p.id])]
    return numbered or [p for p in found if folded(words) == folded(titled(p, labels[p.id]))]


def what_to_call(work: Work, person: Person) -> str:
    """Return what finds this person again: the name, or the e-mail where names are alike."""
    namesakes = work.people.named(person.name, SEVERAL)
    if len(namesakes) == 1:
        return person.name
    return person.email or told_apart(work, [person])[person.id]


def told_apart(work: Work, people: Iterable[Person]) -> dict[str, str]:
    """Return full names by id which nobody else in the organisation has, on whatever card."""
    people = list(people)
    namesakes = work.people.called(person.name for person in people).values()
    everybody = {each.id: each for meant in (*namesakes, people) for each in meant}
    labels = distinct(everybody.values())
    return {person.id: labels[person.id] for person in people}


def titled(person: Person, label: str) -> str:
    """Return a full name with the title beside its number, for those who may read a title."""
    if not person.title or not is_numbered(person, label):
        return label
    return f"{label.removesuffix(')')}, {person.title})"


def with_address(person: Person, label: str) -> str:
    """Return a name with the e-mail, unless there is none or the name holds it already."""
    if not person.email or holds(label, person.email):
        return label
    return f"{label} ({person.email})"


def is_numbered(person: Person, label: str) -> bool:
    """Whether a name tells somebody apart by a number, because nothing else does."""
    return label not in _forms(person, short=True)


def holds(label: str, fact: str) -> bool:
    """Whether a name says a department, a title or an e-mail already."""
    return re.search(rf"[(,] ?{re.escape(fact)}[,)]", label) is not None


def distinct(people: Iterable[Person], *, short: bool = False) -> dict[str, str]:
    """Return a name for each of some people by id, all different to whoever reads or types them.

    They begin with the first name if ``short``; somebody who was erased has no name.
    """
    those = {person.id: person for person in people}
    forms = {id_: tuple(_forms(person, short=short)) for id_, person in those.items()}
    depth = dict.fromkeys(forms, 0)
    while True:
        labels = {id_: forms[id_][depth[id_]] for id_ in forms}
        counts = Counter(folded(label) for label in labels.values() if label)
        alike = {id_ for id_, label in labels.items() if counts[folded(label)] > 1}
        deeper = [id_ for id_ in alike if depth[id_] + 1 < len(forms[id_])]
        if not deeper:
            return _numbered(labels, alike | _bare(labels, those))
        depth |= {id_: depth[id_] + 1 for id_ in deeper}


def _forms(person: Person, *, short: bool = False) -> Iterator[str]:
    """Yield ever longer names; what says nothing more is left out."""
    longer = [person.first_name] if short else []
    longer.append(person.name)
    if person.name:
        longer += [f"{person.name} ({more})" for more in (person.department, person.email) if more]
    yield from dict.fromkeys(longer)


def _bare(labels: dict[str, str], people: dict[str, Person]) -> set[str]:
    """Return those whose full name stands alone though others bear it: typed, it means any."""
    bearers = Counter(folded(person.name) for person in people.values() if person.name)
    return {
        id_
        for id_, label in labels.items()
        if label == people[id_].name and bearers[folded(label)] > 1
    }


def _numbered(labels: dict[str, str], alike: set[str]) -> dict[str, str]:
    """Tell by a number those of whom nothing else is known, in an order that stays."""
    taken = {folded(label) for label in labels.values()}
    for id_ in sorted(alike):
        tried = (f"{labels[id_]} ({number})" for number in count(1))
        labels[id_] = next(label for label in tried if folded(label) not in taken)
        taken.add(folded(labels[id_]))
    return labels
