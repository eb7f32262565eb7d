"""To whom a concern may be brought: never one of the two, never in either's reporting line."""

from bot.domain.pairing import PairingState
from bot.domain.people import Person
from bot.ports import Work


def contacts_for(work: Work, person: Person) -> list[Person]:
    """Return the concern contacts who are unconnected to a person and to all their partners.

    A partner of a past pairing counts too: what happened there may be what they come to talk about.
    """
    concerned = [person, *_partners(work, person)]
    return [
        contact
        for contact in work.people.concern_contacts()
        if not any(_is_connected(contact, one) for one in concerned)
    ]


def _partners(work: Work, person: Person) -> list[Person]:
    pairings = work.pairings.of(person.id, *PairingState)
    partners = work.people.by_id(pairing.other(person.id) for pairing in pairings)
    return list(partners.values())


def _is_connected(contact: Person, person: Person) -> bool:
    return contact.id == person.id or contact.is_above(person) or person.is_above(contact)
