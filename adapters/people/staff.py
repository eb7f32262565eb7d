"""Everybody the organisation knows, by whatever HR may call them, and what HR says of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from adapters.people.likeness import words
from bot.domain.people import Account, Person
from bot.ports import Work


@dataclass(frozen=True, kw_only=True)
class Word:
    """What HR says beside its file, in small letters.

    ``same`` maps the address of a row to whatever its person was known by: an address, which may be
    the same, a name or an id; ``new`` are addresses of rows that only resemble somebody; ``left``
    work here no more, ``back`` do again.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    new: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Staff:
    """Everybody the organisation knows, active or not; ``accounts`` are by their owner's id."""

    people: Sequence[Person]
    by_email: Mapping[str, Person]
    accounts: Mapping[str, Sequence[Account]]

    @classmethod
    def known(cls, work: Work) -> "Staff":
        """Read everybody; an address that is somebody's now was nobody else's."""
        people = work.people.known()
        owners = {person.id: person for person in people}
        by_email = {alias.email: owners[alias.person_id] for alias in work.people.aliases()}
        by_email |= {person.email: person for person in people if person.email}
        by_email |= {person.email: person for person in people if person.email and person.active}
        accounts: defaultdict[str, list[Account]] = defaultdict(list)
        for tenant in work.tenants.all():
            for account in work.accounts.on(tenant.id):
                accounts[account.person_id].append(account)
        return cls(people, by_email, accounts)

    def meant(self, given: str) -> list[Person]:
        """Return whom HR may mean by an address, by an id of theirs or of an account, or a name.

        A name means somebody without an address sooner than one who has one.
        """
        if given in self.by_email:
            return [self.by_email[given]]
        found = self._by_id.get(given) or self.called(given)
        return [person for person in found if not person.email] or list(found)

    def one(self, given: str) -> Person | None:
        """Return the one whom HR means; None if that is nobody, or not clear."""
        found = self.meant(given)
        return found[0] if len(found) == 1 else None

    def called(self, name: str) -> Sequence[Person]:
        """Return everybody of a name, whatever the order of its words."""
        return self._by_name.get(words(name), ())

    def reference(self, person: Person) -> str:
        """Return what HR can call somebody by: the address, or else an id."""
        addresses = (account.address for account in self.accounts.get(person.id, ()))
        return person.email or next(addresses, person.id)

    def introduced(self, person: Person) -> str:
        """Return somebody by name, with what HR can call them by."""
        return f"{person.name} <{self.reference(person)}>"

    def tenants_of(self, person: Person) -> set[str]:
        """Return where somebody can be written to."""
        accounts = self.accounts.get(person.id, ())
        return {account.tenant_id for account in accounts if account.reachable}

    @cached_property
    def _by_id(self) -> Mapping[str, list[Person]]:
        found: defaultdict[str, list[Person]] = defaultdict(list)
        for person in self.people:
            addresses = {account.address for account in self.accounts.get(person.id, ())}
            for each in {id_.casefold() for id_ in (person.id, *addresses)}:
                found[each].append(person)
        return found

    @cached_property
    def _by_name(self) -> Mapping[frozenset[str], list[Person]]:
        found: defaultdict[frozenset[str], list[Person]] = defaultdict(list)
        for person in self.people:
            if name := words(person.name):
                found[name].append(person)
        return found
