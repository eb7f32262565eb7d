"""What an import asks HR about a row: whose it is, and whether somebody who left is back."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from adapters.people.csv import PersonRow
from adapters.people.likeness import Trait, differ, traits_of_person, traits_of_row
from adapters.people.staff import Staff
from bot.domain.people import Departure, Person

NAMED = 3
"""People whom a question about one row names; more would be no help."""

Sentence = tuple[str, Mapping[str, str | float]]
"""A key of the text catalogue, and its values."""


@dataclass(frozen=True)
class Question:
    """A row and whose it is; ``holder`` is whoever has its address under another name."""

    row: PersonRow
    person: Person | None
    holder: Person | None


class Resembling:
    """Knows whom a row resembles among those whom the file does not name otherwise."""

    def __init__(
        self,
        staff: Staff,
        unseen: Iterable[Person],
        *,
        settled: Collection[str],
        back: Collection[str],
    ) -> None:
        """Know of which rows HR said whose they are, or not, and the ids of who is back."""
        self._staff, self._settled, self._back = staff, settled, back
        self._unseen: set[str] = set()
        self._alike: defaultdict[Trait, list[Person]] = defaultdict(list)
        for person in unseen:
            self._unseen.add(person.id)
            for trait in traits_of_person(person):
                self._alike[trait].append(person)

    def asked(self, question: Question) -> Iterator[Sentence]:
        """Yield what has to be known of one row before it can be kept."""
        row, person = question.row, question.person
        if question.holder is not None:
            yield self._changed_hands(row, question.holder)
        elif near := self._near(row, person):
            yield self._same(row, near)
        if person is None or person.id in self._back:
            return
        if person.departure is Departure.HR:
            yield "import-is-back", {"name": row.name, "email": row.email}

    def _near(self, row: PersonRow, person: Person | None) -> Sequence[Person]:
        """Return who may be whoever a row tells of, unless HR said that nobody is."""
        if row.email in self._settled:
            return ()
        if person is None:
            return [each for each in self._resembled(row) if not differ(each, row)]
        holder = self._staff.by_email.get(row.email)
        if holder is not None and holder.id in self._unseen and not differ(holder, row):
            # The number is one person's, the address is still another's.
            return [person]
        return [each for each in self._resembled(row) if self._is_second(each, person)]

    def _is_second(self, other: Person, person: Person) -> bool:
        """Whether somebody known from a platform only may be a second record of a person.

        Whoever can be written to on the same platform has an account of their own.
        """
        places = self._staff.tenants_of(other)
        return not other.level and bool(places - self._staff.tenants_of(person))

    def _resembled(self, row: PersonRow) -> Sequence[Person]:
        near = (person for trait in traits_of_row(row) for person in self._alike.get(trait, ()))
        return list({person.id: person for person in near}.values())

    def _same(self, row: PersonRow, near: Sequence[Person]) -> Sentence:
        values = {"name": row.name, "email": row.email, "known": self._listed(near)}
        return "import-same-person", {**values, "former": self._staff.reference(near[0])}

    def _changed_hands(self, row: PersonRow, holder: Person) -> Sentence:
        """Ask about a row whose address has been that of somebody of another name and first day."""
        values = {"name": row.name, "email": row.email, "holder": holder.name}
        alike = [*self._staff.called(row.name), *self._resembled(row)]
        near = list({each.id: each for each in alike if each is not holder}.values())
        if not near:
            return "import-other-name", values
        former = self._staff.reference(near[0])
        return "import-changed-hands", {**values, "known": self._listed(near), "former": former}

    def _listed(self, people: Sequence[Person]) -> str:
        return ", ".join(self._staff.introduced(person) for person in people[:NAMED])
