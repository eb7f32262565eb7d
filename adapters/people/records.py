"""Two records of one person made one, when HR says so: their accounts and addresses join."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum

from adapters.people.csv import PersonRow
from adapters.people.likeness import are_alike
from adapters.people.questions import Sentence
from adapters.people.staff import Staff, Word
from bot.domain.people import Alias, Departure, Person
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


def join_records(
    work: Work, rows: Sequence[PersonRow], word: Word, now: datetime
) -> list[Sentence]:
    """Make one of every two records that HR says are one person's; return why that cannot be.

    A word that an address goes from one person to another joins nobody.
    """
    staff, listed = Staff.known(work), {row.email: row for row in rows}
    pairs: list[tuple[str, str, str]] = []
    for new, former in sorted(word.same.items()):
        one, other = staff.one(former), staff.by_email.get(new)
        if one is None or other is None or one is other or new not in listed:
            continue
        moves_on = former in listed or new in word.same.values()
        if not moves_on and are_alike(one, other) and are_alike(other, listed[new]):
            pairs.append((former, one.id, other.id))
    became: dict[str, str] = {}
    for former, one_id, other_id in pairs:
        ids = [became.get(one_id, one_id), became.get(other_id, other_id)]
        if ids[0] == ids[1]:
            continue
        one, other = work.people.by_id(ids).values()
        kept = joined(work, one, other, now)
        if kept is None:
            return [("import-both-took-part", {"one": former, "other": other.email})]
        became |= dict.fromkeys(ids, kept)
    return []


def joined(work: Work, former: Person, new: Person, now: datetime) -> str | None:
    """Make one record of two, and keep the one that took part; None if both did, else its id.

    Call it before anything else is read: nothing that was read before is kept.
    """
    one, other = former, new
    if _took_part(work, other) or (other.level and not one.level and not _took_part(work, one)):
        one, other = other, one
    if _took_part(work, other):
        return None
    older, newer = (new, former) if former.level and not new.level else (former, new)
    merge(one, older, newer)
    if Departure.HR in {one.departure, other.departure}:
        # Only HR brings back whom HR named a leaver, by a word of its own.
        one.depart(Departure.HR, now, now)
    elif other.active and not one.active:
        reopen(work, now, one)
    _hand_over(work, other, one)
    work.people.erase(other.id)
    return one.id


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
