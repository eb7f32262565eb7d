"""Questions about the organisation, its people and how to reach them."""

from collections.abc import Iterable
from typing import Protocol

from bot.domain.people import Account, Alias, Consent, Organisation, Person, Tenant


class Tenants(Protocol):
    """The organisation, and its tenants on the platforms."""

    def organisation(self) -> Organisation:
        """Return the organisation whose rows these are."""
        ...

    def named(self, platform: str, external_id: str) -> Tenant | None:
        """Return the tenant a platform calls so."""
        ...

    def all(self) -> list[Tenant]:
        """Return all tenants of the organisation, suspended ones too, in a stable order."""
        ...


class Accounts(Protocol):
    """People's addresses on the platforms."""

    def at(self, platform: str, tenant: str, address: str) -> Account | None:
        """Return the account behind an address, locked against a second turn of its person.

        ``tenant`` is the external id; an account of a tenant that is not active is not found.
        """
        ...

    def of(self, person_id: str) -> Account | None:
        """Return the account a person is written to: the first reachable one, or the first."""
        ...

    def all(self, person_id: str) -> list[Account]:
        """Return all accounts of a person, in a stable order."""
        ...

    def on(self, tenant_id: str) -> list[Account]:
        """Return all accounts on a tenant, in a stable order."""
        ...

    def by_address(self, tenant_id: str, addresses: Iterable[str]) -> dict[str, Account]:
        """Return the accounts of a tenant by address, those of inactive people included."""
        ...

    def holders(self, tenant_id: str, person_ids: Iterable[str]) -> set[str]:
        """Return who of some people can be written to on a tenant."""
        ...

    def warm(self, person_ids: Iterable[str]) -> None:
        """Read the accounts of many people in one question, for a batch of deliveries."""
        ...


class People(Protocol):
    """People, and what they consented to."""

    def by_id(self, ids: Iterable[str]) -> dict[str, Person]:
        """Return people by id, in the order of the ids; unknown ones are left out."""
        ...

    def at(self, emails: Iterable[str]) -> dict[str, Person]:
        """Return people by any e-mail of theirs in small letters, inactive ones included.

        An address that is somebody's now outweighs one that was somebody else's.
        """
        ...

    def all(self) -> list[Person]:
        """Return all active people, by name."""
        ...

    def known(self) -> list[Person]:
        """Return everybody, active or not, tombstones too, in a stable order."""
        ...

    def aliases(self, person_id: str = "") -> list[Alias]:
        """Return the further e-mail addresses of a person, or of all, in a stable order."""
        ...

    def named(self, text: str, limit: int) -> list[Person]:
        """Return active people whose name or e-mail holds a text, by name.

        Accents and capitals make no difference; a text of nothing else finds nobody.
        """
        ...

    def called(self, names: Iterable[str]) -> dict[str, list[Person]]:
        """Return the active people of each of many full names or e-mails, in one question.

        Accents and capitals make no difference; a name that nobody has, has an empty
        list. A name of nothing but signs is passed over.
        """
        ...

    def departments(self) -> list[str]:
        """Return the departments that active people work in, by name."""
        ...

    def coordinators(self) -> list[Person]:
        """Return the active coordinators, by name."""
        ...

    def concern_contacts(self) -> list[Person]:
        """Return the active people to whom a concern may be brought, by name."""
        ...

    def unreachable(self, cycle_id: str = "") -> int:
        """Return how many active people, of a cycle or of all, cannot be written to."""
        ...

    def consents(self, person_id: str) -> list[Consent]:
        """Return every switch a person touched, oldest first."""
        ...

    def erase(self, person_id: str) -> dict[str, int]:
        """Delete all that is kept of a person; return how many rows went, by kind.

        A pairing keeps its bare facts for the partner; the person's own row stays as a tombstone
        without name or e-mail, so that what others hold does not point nowhere. Its place in the
        org chart stays too: it keeps apart the people above and below until the next import.
        Entities read before are let go: nothing that is done to them later is kept.
        """
        ...
