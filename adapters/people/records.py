"""Two records of one person made one, when HR says so: their accounts and addresses join."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum

from bot.domain.people import Alias, Person
from bot.domain.programme import EnrolmentState
from bot.ports import Work
from bot.services.directory import FALLBACK_ZONE
from bot.services.lost_accounts import reopen


class Rule(Enum):
    """Which of two records a value is taken from; "newer" is what HR, or else anybody, said last.

    A record that only a platform told of outweighs none that HR's list named.
    """

    KEPT = "of the record that stays"
    NEWER = "the newer one, or the other where nobody said it"
    OFFICE = "with the office, which chooses the holidays"
    EARLIER = "the earlier day"
    EITHER = "whatever one of the two says"
    HERE = "whoever has an open account, or is here for HR, works here"


RULES: Mapping[str, Rule] = {
    **dict.fromkeys(("organisation_id", "id", "email", "language"), Rule.KEPT),
    **dict.fromkeys(("chain_left", "chain_right"), Rule.KEPT),  # the chart is drawn anew
    **dict.fromkeys(("name", "spoken", "zone", "department", "level"), Rule.NEWER),
    **dict.fromkeys(("manager_id", "employee_number", "title", "leads"), Rule.NEWER),
    "absent_until": Rule.NEWER,
    **dict.fromkeys(("office", "country", "subdivision", "closed"), Rule.OFFICE),
    "hired_on": Rule.EARLIER,
    **dict.fromkeys(("is_coordinator", "is_concern_contact"), Rule.EITHER),
    **dict.fromkeys(("active", "departure", "left_at", "due_at"), Rule.HERE),
}
"""What becomes of every value of a person; the address that does not stay is known as a former."""
UNSAID = (None, "", 0, (), FALLBACK_ZONE)


def joined(work: Work, former: Person, new: Person, now: datetime) -> bool:
    """Make one record of two, and keep the one that took part; False if both did.

    Call it before anything else is read: nothing that was read before is kept.
    """
    one, other = former, new
    if _took_part(work, other) or (other.level and not one.level and not _took_part(work, one)):
        one, other = other, one
    if _took_part(work, other):
        return False
    older, newer = (new, former) if former.level and not new.level else (former, new)
    merge(one, older, newer)
    if other.active and not one.active:
        reopen(work, now, one)
    _hand_over(work, other, one)
    work.people.erase(other.id)
    return True


def _hand_over(work: Work, other: Person, one: Person) -> None:
    """Let everything that leads to one record lead to the other."""
    for account in work.accounts.all(other.id):
        account.person_id = one.id
    for alias in work.people.aliases(other.id):
        alias.person_id = one.id
    if other.email:
        work.add(Alias(organisation_id=one.organisation_id, email=other.email, person_id=one.id))
    for person in work.people.known():
        if person.manager_id == other.id:
            person.manager_id = one.id


def merge(one: Person, older: Person, newer: Person) -> None:
    """Let one of two records say all that both say; HERE is for whoever ends what rests."""
    placed = newer if newer.office or not older.office else older
    values: dict[str, object] = {}
    for name, rule in RULES.items():
        first, second = getattr(newer, name), getattr(older, name)
        match rule:
            case Rule.NEWER:
                values[name] = second if first in UNSAID and first is not False else first
            case Rule.OFFICE:
                values[name] = getattr(placed, name)
            case Rule.EARLIER:
                values[name] = min(first, second)
            case Rule.EITHER:
                values[name] = first or second
    if values["manager_id"] in {older.id, newer.id}:
        del values["manager_id"]  # nobody reports to themselves
    for name, value in values.items():
        setattr(one, name, value)


def _took_part(work: Work, person: Person) -> bool:
    """Whether somebody was ever more than invited."""
    states = {part.state for part in work.enrolments.of(person.id)}
    return not states <= {EnrolmentState.INVITED}
