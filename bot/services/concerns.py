"""To whom a concern may be brought: never one of the two, never in either's reporting line."""

from bot.domain.pairing import PairingState
from bot.domain.people import Person
from bot.ports import Records


def contacts_for(records: Records, person: Person) -> list[Person]:
    """Return the concern contacts who are unconnected to a person and to all their partners.

    A partner of a past pairing counts too: what happened there may be what they come to talk about.
    """
    concerned = [person, *_partners(records, person)]
    return [
        contact
        for contact in records.concern_contacts()
        if not any(_is_connected(contact, one) for one in concerned)
    ]


def _partners(records: Records, person: Person) -> list[Person]:
    pairings = records.pairings_of(person.id, *PairingState)
    partners = records.people(pairing.other(person.id) for pairing in pairings)
    return list(partners.values())


def _is_connected(contact: Person, person: Person) -> bool:
    return contact.id == person.id or contact.is_above(person) or person.is_above(contact)
