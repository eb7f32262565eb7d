"""The people a turn meets: by id, or across a pairing, and this person's own side of one."""

from typing import Protocol

from bot.domain.pairing import Pairing, Seat
from bot.domain.people import Person
from bot.errors import Sorry
from bot.ports import Work


class Among(Protocol):
    """A turn, as far as others go: a person among those of their organisation."""

    work: Work
    person: Person


def someone(turn: Among, person_id: str) -> Person:
    """Return a person of the organisation; a tombstone keeps its id."""
    person = turn.work.get(Person, person_id)
    if person is None:
        raise Sorry("stale")
    return person


def partner(turn: Among, pairing: Pairing) -> Person:
    """Return the other side of a pairing."""
    return someone(turn, pairing.other(turn.person.id))


def seat(turn: Among, pairing_id: str) -> Seat:
    """Return this person's side of a pairing of theirs."""
    return turn.work.pairings.seat(pairing_id, turn.person.id)
