"""Two records of one person made one, when HR says so: their accounts and addresses join."""

from bot.domain.people import Alias, Person
from bot.domain.programme import EnrolmentState
from bot.ports import Work


def joined(work: Work, one: Person, other: Person) -> bool:
    """Make one record of two, and keep the one that took part; False if both did.

    Call it before anything else is read: nothing that was read before is kept.
    """
    if _took_part(work, other) or (other.level and not one.level and not _took_part(work, one)):
        one, other = other, one
    if _took_part(work, other):
        return False
    for account in work.accounts.all(other.id):
        account.person_id = one.id
    for alias in work.people.aliases(other.id):
        alias.person_id = one.id
    if other.email:
        work.add(Alias(organisation_id=one.organisation_id, email=other.email, person_id=one.id))
    for person in work.people.known():
        if person.manager_id == other.id:
            person.manager_id = one.id
    work.people.erase(other.id)
    return True


def _took_part(work: Work, person: Person) -> bool:
    """Whether somebody was ever more than invited."""
    states = {part.state for part in work.enrolments.of(person.id)}
    return not states <= {EnrolmentState.INVITED}
