"""The company as it really is: who stands above whom, who left, who is away."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.people import Person


@dataclass
class Truth:
    """What is so, whatever the product was told.

    ``people`` and ``managers`` go by the ids people were invented with; ``addresses`` maps every
    address somebody ever had to them, ``records`` the id of any record of theirs in the product.
    """

    people: dict[str, Person]
    managers: dict[str, str | None]
    addresses: dict[str, str]
    records: dict[str, str] = field(default_factory=dict)
    gone: dict[str, datetime] = field(default_factory=dict)
    away: dict[str, date] = field(default_factory=dict)

    @classmethod
    def of(cls, people: Iterable[Person]) -> "Truth":
        """Take down a company as it stands on the first morning."""
        known = {person.id: person for person in people}
        return cls(
            people=known,
            managers={person.id: person.manager_id for person in known.values()},
            addresses={person.email: person.id for person in known.values()},
            records={person_id: person_id for person_id in known},
        )

    def is_same_line(self, one: str, other: str) -> bool:
        """Whether one of two people stands above the other, at any height."""
        first, second = self.records.get(one, one), self.records.get(other, other)
        return first == second or first in self._above(second) or second in self._above(first)

    def is_here(self, person_id: str, on: date) -> bool:
        """Whether somebody still works there on a day, and is not away."""
        until = self.away.get(person_id)
        return person_id not in self.gone and (until is None or until <= on)

    def _above(self, person_id: str) -> set[str]:
        above: set[str] = set()
        manager = self.managers.get(person_id)
        while manager is not None and manager not in above:
            above.add(manager)
            manager = self.managers.get(manager)
        return above
