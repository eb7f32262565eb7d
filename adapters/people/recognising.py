"""Who of a people file is who: found by number or address, renamed as HR says, or new."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from adapters.people.csv import PersonRow
from bot.domain.people import Person
from bot.ports import Work
from bot.texts.folding import folded

NAMED = 3
"""People whom a question about one row names; more would be no help."""

Sentence = tuple[str, Mapping[str, str | float]]
"""A key of the text catalogue, and its values."""


@dataclass(frozen=True, kw_only=True)
class Word:
    """What HR says beside its file, in e-mail addresses with small letters.

    ``same`` maps a new address to a former one of the same person; ``new`` only resemble somebody;
    ``left`` work here no more, ``back`` do again.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    new: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Staff:
    """Everybody the organisation knows, active or not, and by every address of theirs."""

    people: Sequence[Person]
    by_email: Mapping[str, Person]

    @classmethod
    def known(cls, work: Work) -> "Staff":
        """Read everybody; an address that is somebody's now was nobody else's."""
        people = work.people.known()
        owners = {person.id: person for person in people}
        by_email = {alias.email: owners[alias.person_id] for alias in work.people.aliases()}
        by_email |= {person.email: person for person in people if person.email}
        by_email |= {person.email: person for person in people if person.email and person.active}
        return cls(people, by_email)


@dataclass
class Recognised:
    """Which row is whom: ``people`` by the row's address; rows that are not in it are new.

    ``questions`` are rows that resemble somebody the file does not name, ``vanished`` those whom
    an earlier file named and this one does not; ``faults`` say why nothing can be kept.
    """

    people: dict[str, Person] = field(default_factory=dict)
    questions: list[Sentence] = field(default_factory=list)
    vanished: list[Person] = field(default_factory=list)
    faults: list[Sentence] = field(default_factory=list)


def recognise(work: Work, rows: Sequence[PersonRow], staff: Staff, word: Word) -> Recognised:
    """Find out which row is whom, as far as the file and HR's word tell."""
    found = Recognised()
    numbers = {person.employee_number: person for person in staff.people if person.employee_number}
    first: dict[str, PersonRow] = {}
    for row in rows:
        person = _known(row, numbers, staff, word)
        if person is None:
            continue
        if person.id in first:
            found.faults.append(_twice(first[person.id], row))
        first[person.id] = row
        found.people[row.email] = person
    unseen = {
        person.id: person
        for person in staff.people
        if person.email and person.id not in first and person.email not in word.left
    }
    # A level tells that a file named them once.
    found.vanished = [person for person in unseen.values() if person.active and person.level]
    asked = [row for row in rows if row.email not in word.new]
    found.questions = list(_questions(asked, found, staff, unseen))
    found.faults += _misspoken(rows, staff, word)
    found.faults += _impossible(work, first, staff, word)
    return found


def _known(
    row: PersonRow, numbers: Mapping[str, Person], staff: Staff, word: Word
) -> Person | None:
    """Return whose row it is: a number outweighs HR's word, and that an address."""
    if row.employee_number in numbers:
        return numbers[row.employee_number]
    person = staff.by_email.get(word.same.get(row.email, row.email))
    return None if person is None or _differ(person, row) else person


def _differ(person: Person, row: PersonRow) -> bool:
    """Whether both have a number, and not the same: the address went to somebody else."""
    return bool(person.employee_number and row.employee_number) and (
        person.employee_number != row.employee_number
    )


def _questions(
    rows: Iterable[PersonRow], found: Recognised, staff: Staff, unseen: Mapping[str, Person]
) -> Iterator[Sentence]:
    """Ask about every row that may be somebody the file does not name otherwise."""
    alike: dict[tuple[object, ...], list[Person]] = defaultdict(list)
    for person in unseen.values():
        for trait in _traits(person.name, person.email, person.hired_on):
            alike[trait].append(person)
    for row in rows:
        holder = staff.by_email.get(row.email)
        if row.email not in found.people:
            traits = _traits(row.name, row.email, row.hired_on)
            near = {p.id: p for trait in traits for p in alike[trait] if not _differ(p, row)}
            if near:
                yield _same(row, list(near.values()))
        elif holder is not None and holder.id in unseen and not _differ(holder, row):
            # The number is one person's, the address is still another's.
            yield _same(row, [found.people[row.email]])


def _traits(name: str, email: str, hired_on: date) -> Iterator[tuple[object, ...]]:
    """Yield what two records of one person share: a name, a mailbox, or a day and half a name."""
    words = folded(name).replace("-", " ").split()
    yield "name", frozenset(words)
    yield "mailbox", email.rpartition("@")[0]
    for part in words:
        yield "day", hired_on, part


def _misspoken(rows: Iterable[PersonRow], staff: Staff, word: Word) -> Iterator[Sentence]:
    """Name the addresses of HR's word that are nobody's, or not in the file."""
    listed = {row.email for row in rows}
    named = {*word.same.values(), *word.left, *word.back}
    if unknown := sorted(named - staff.by_email.keys()):
        yield "import-unknown-address", {"emails": ", ".join(unknown)}
    if missing := sorted({*word.same, *word.new, *word.back} - listed):
        yield "import-not-in-file", {"emails": ", ".join(missing)}


def _impossible(
    work: Work, first: Mapping[str, PersonRow], staff: Staff, word: Word
) -> Iterator[Sentence]:
    """Name whoever cannot have left: somebody the file names, and the only coordinator."""
    left = {staff.by_email[email].id: email for email in word.left if email in staff.by_email}
    if listed := sorted(left[person_id] for person_id in left.keys() & first.keys()):
        yield "import-left-in-file", {"emails": ", ".join(listed)}
    coordinators = {person.id for person in work.people.coordinators()}
    if coordinators and coordinators <= left.keys():
        yield "import-left-coordinator", {}


def _same(row: PersonRow, near: Sequence[Person]) -> Sentence:
    known = ", ".join(f"{person.name} <{person.email}>" for person in near[:NAMED])
    values = {"name": row.name, "email": row.email, "known": known, "former": near[0].email}
    return "import-same-person", values


def _twice(one: PersonRow, other: PersonRow) -> Sentence:
    values = {"one": one.email, "line": str(one.line), "other": other.email}
    return "import-twice", {**values, "second": str(other.line)}
