"""To whom a concern may be brought: somebody who is here, outside of both reporting lines."""

from collections.abc import Iterable
from datetime import datetime

from bot import calendar
from bot.domain.pairing import PairingState
from bot.domain.people import Person
from bot.domain.programme import EnrolmentState
from bot.ports import Work


def contacts_for(work: Work, now: datetime, person: Person) -> list[Person]:
    """Return the concern contacts who are unconnected to a person and to all their partners.

    A partner of a past pairing counts too: what happened there may be what they come to talk about.
    Whoever is away is passed over: the next one stands in for them.
    """
    concerned = [person, *_partners(work, person)]
    return [
        contact
        for contact in work.people.concern_contacts()
        if not any(_is_connected(contact, one) for one in concerned)
        and not is_away(work, now, contact)
    ]


def lines_are_known(work: Work, person: Person, contacts: Iterable[Person]) -> bool:
    """Whether it is certain that none of some contacts stands in a line with those concerned."""
    everybody = (person, *_partners(work, person), *contacts)
    return all(each.line_is_known for each in everybody)


def is_last(work: Work, now: datetime, person: Person) -> bool:
    """Whether nobody but this contact is named and here, as far as HR may know."""
    others = (each for each in work.people.concern_contacts() if each.id != person.id)
    return person.is_concern_contact and all(is_absent(work, now, each) for each in others)


def is_away(work: Work, now: datetime, contact: Person) -> bool:
    """Whether somebody cannot be turned to now: absent, not reached in the chat, or on a break."""
    parts = work.enrolments.of(contact.id)
    on_break = any(part.state is EnrolmentState.PAUSED for part in parts)
    return on_break or is_absent(work, now, contact)


def is_absent(work: Work, now: datetime, contact: Person) -> bool:
    """Whether HR or a platform said that somebody is not here: a break is nobody's business.

    Who never had an account in the chat is reached by e-mail.
    """
    account = work.accounts.of(contact.id)
    is_lost = account is not None and not account.reachable
    return is_lost or contact.is_absent(calendar.local_date(now, contact.zone))


def _partners(work: Work, person: Person) -> list[Person]:
    pairings = work.pairings.of(person.id, *PairingState)
    partners = work.people.by_id(pairing.other(person.id) for pairing in pairings)
    return list(partners.values())


def _is_connected(contact: Person, person: Person) -> bool:
    return contact.id == person.id or contact.is_above(person) or person.is_above(contact)
