"""Who somebody means by a name or an e-mail, and what to call a person so that they are found."""

from bot.domain.people import Person
from bot.ports import Work
from bot.texts.folding import folded

SEVERAL = 20
"""Namesakes looked at before the e-mail is asked for."""


def people_called(work: Work, words: str) -> list[Person]:
    """Return who may be meant; the exact name or e-mail beats a part of it."""
    found = work.people.named(words, SEVERAL)
    exact = [p for p in found if folded(words) in {folded(p.name), folded(p.email)}]
    return exact or found


def what_to_call(work: Work, person: Person) -> str:
    """Return what finds this person again: the name, or the e-mail where names are alike."""
    namesakes = work.people.named(person.name, 2)
    return person.name if len(namesakes) == 1 else person.email
