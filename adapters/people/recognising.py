"""Who of a people file is who: found by number or address, renamed as HR says, or new."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from adapters.people.csv import PersonRow
from adapters.people.likeness import are_alike, differ, words
from adapters.people.questions import Question, Resembling, Sentence
from adapters.people.staff import Staff, Word
from bot.domain.people import Departure, Person
from bot.ports import Work


@dataclass
class Recognised:
    """Which row is whom: ``people`` by the row's address; rows that are not in it are new.

    ``questions`` are rows of which only HR knows whom they tell of, ``vanished`` those whom an
    earlier file named and this one does not, ``left`` and ``back`` those of whom HR says so;
    ``faults`` say why nothing can be kept.
    """

    people: dict[str, Person] = field(default_factory=dict)
    questions: list[Sentence] = field(default_factory=list)
    vanished: list[Person] = field(default_factory=list)
    left: list[Person] = field(default_factory=list)
    back: list[Person] = field(default_factory=list)
    faults: list[Sentence] = field(default_factory=list)


def recognise(work: Work, rows: Sequence[PersonRow], staff: Staff, word: Word) -> Recognised:
    """Find out which row is whom, as far as the file and HR's word tell."""
    found, reading = Recognised(), _Reading(rows, staff, word)
    first: dict[str, PersonRow] = {}
    doubtful: list[tuple[PersonRow, Person]] = []
    for row in rows:
        person, is_sure = reading.owner(row)
        if person is None:
            continue
        if not is_sure:
            doubtful.append((row, person))
            continue
        if person.id in first:
            found.faults.append(_twice(first[person.id], row, person))
        first[person.id] = row
        found.people[row.email] = person
    leavers = {person.id: person for given in word.left if (person := staff.one(given))}
    returned = {person.id: person for given in word.back if (person := _meant(given, found, staff))}
    found.left, found.back = list(leavers.values()), list(returned.values())
    unseen = [
        person
        for person in staff.people
        if words(person.name) and person.id not in first and person.id not in leavers
    ]
    # A level tells that a file named them once.
    found.vanished = [person for person in unseen if person.active and person.level]
    # One answer to a row at a time: whoever it resembles besides is asked about next time.
    resembling = Resembling(staff, unseen, settled={*word.new, *word.same}, back=returned)
    found.questions = list(_questions(rows, found, doubtful, resembling))
    found.faults += reading.contradictions(found.people)
    found.faults += _misspoken(rows, found, staff, word)
    found.faults += _impossible(work, found.people, staff, word)
    return found


class _Reading:
    """Reads rows as those of people known; by HR's word where an address alone would mislead."""

    def __init__(self, rows: Sequence[PersonRow], staff: Staff, word: Word) -> None:
        self._staff, self._word = staff, word
        numbered = (person for person in staff.people if person.employee_number)
        self._numbers = {person.employee_number: person for person in numbered}
        self._named: defaultdict[tuple[frozenset[str], date], list[Person]] = defaultdict(list)
        for person in staff.people:
            if person.level:
                self._named[words(person.name), person.hired_on].append(person)
        self._rows = {row.email: row for row in rows}
        self._told = {new: staff.one(former) for new, former in word.same.items()}
        self._places = self._places_of(rows)

    def owner(self, row: PersonRow) -> tuple[Person | None, bool]:
        """Return whose row it is, and whether that is sure; a number outweighs all."""
        if row.employee_number in self._numbers:
            return self._numbers[row.employee_number], True
        holder = self._holder(row)
        if row.email in self._word.same and (holder is None or not self._is_plainly(holder, row)):
            told = self._told[row.email]
            return (None if told is None or differ(told, row) else told), True
        if holder is None:
            return None, True
        if row.email in self._word.new:
            # Who still has the address, and their own name, is asked about for somebody else.
            return (holder if self._stays(holder, row) else None), True
        return holder, self._is_plainly(holder, row)

    def contradictions(self, people: Mapping[str, Person]) -> Iterator[Sentence]:
        """Name what HR called one person and its file calls two.

        Where addresses went round, what was said of them before is merely done.
        """
        for new, former in sorted(self._word.same.items()):
            person, told = people.get(new), self._told[new]
            is_done = former in self._word.same or former in self._word.new
            has_number = new in self._rows and self._rows[new].employee_number in self._numbers
            if person is None or told is None or is_done or has_number:
                continue
            if told is not person:
                yield "import-two-people", {"former": former, "email": new, "name": told.name}

    def _holder(self, row: PersonRow) -> Person | None:
        person = self._staff.by_email.get(row.email)
        return None if person is None or differ(person, row) else person

    def _is_plainly(self, holder: Person, row: PersonRow) -> bool:
        """Whether an address and what stands beside it tell of the same person."""
        if words(holder.name) == words(row.name):
            return True
        namesakes = self._named.get((words(row.name), row.hired_on), [])
        return are_alike(holder, row) and all(each is holder for each in namesakes)

    def _stays(self, holder: Person, row: PersonRow) -> bool:
        is_elsewhere = self._places.get(holder.id, row.email) != row.email
        has_left = holder.departure is Departure.HR
        return self._is_plainly(holder, row) and not is_elsewhere and not has_left

    def _places_of(self, rows: Iterable[PersonRow]) -> Mapping[str, str]:
        """Return which rows surely tell of whom, by ids: by a number, HR's word, or an address."""
        places: dict[str, str] = {}
        for row in rows:
            holder = self._staff.by_email.get(row.email)
            person = self._numbers.get(row.employee_number) or self._told.get(row.email)
            if person is None and holder is not None and holder.email == row.email:
                person = holder if self._is_plainly(holder, row) else None
            if person is not None:
                places[person.id] = row.email
        return places


def _questions(
    rows: Iterable[PersonRow],
    found: Recognised,
    doubtful: Iterable[tuple[PersonRow, Person]],
    resembling: Resembling,
) -> Iterator[Sentence]:
    """Ask about every row of which a file cannot tell whose it is."""
    holders = {row.email: holder for row, holder in doubtful}
    for row in rows:
        question = Question(row, found.people.get(row.email), holders.get(row.email))
        yield from resembling.asked(question)


def _misspoken(
    rows: Iterable[PersonRow], found: Recognised, staff: Staff, word: Word
) -> Iterator[Sentence]:
    """Name what HR's word calls nobody, or more than one, and what is not in the file."""
    listed = {row.email for row in rows}
    spoken = {*word.same.values(), *word.left, *word.back} - found.people.keys()
    meant = {given: staff.meant(given) for given in spoken}
    if unknown := sorted(given for given, people in meant.items() if not people):
        yield "import-unknown-address", {"emails": ", ".join(unknown)}
    for given, people in sorted(meant.items()):
        if len(people) > 1:
            known = ", ".join(staff.introduced(person) for person in people)
            yield "import-unclear", {"given": given, "known": known}
    here = list(found.people.values())
    away = {given for given in word.back if _meant(given, found, staff) not in here}
    if missing := sorted(({*word.same, *word.new} - listed) | away):
        yield "import-not-in-file", {"emails": ", ".join(missing)}


def _impossible(
    work: Work, people: Mapping[str, Person], staff: Staff, word: Word
) -> Iterator[Sentence]:
    """Name whoever cannot have left: somebody the file names, and the only coordinator."""
    left = {person.id: given for given in word.left if (person := staff.one(given))}
    here = {person.id for person in people.values()}
    if listed := sorted(left[person_id] for person_id in left.keys() & here):
        yield "import-left-in-file", {"emails": ", ".join(listed)}
    coordinators = {person.id for person in work.people.coordinators()}
    if coordinators and coordinators <= left.keys():
        yield "import-left-coordinator", {}


def _meant(given: str, found: Recognised, staff: Staff) -> Person | None:
    """Return who is back: whoever a row tells of, or whom HR means otherwise."""
    return found.people.get(given) or staff.one(given)


def _twice(one: PersonRow, other: PersonRow, person: Person) -> Sentence:
    """Name two rows that are one person's, and the one whose address is not theirs of today."""
    doubtful = one if other.email == person.email else other
    values = {"one": one.email, "line": str(one.line), "other": other.email}
    return "import-twice", {**values, "second": str(other.line), "email": doubtful.email}
