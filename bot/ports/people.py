"""Questions about people and how to reach them."""

from collections.abc import Iterable
from typing import Protocol

from bot.domain.people import Account, Consent, Organisation, Person, Tenant


class PeopleRecords(Protocol):
    """Questions about people and how to reach them."""

    def organisation(self) -> Organisation:
        """Return the organisation whose rows these are."""
        ...

    def tenant_named(self, platform: str, external_id: str) -> Tenant | None:
        """Return the tenant a platform calls so."""
        ...

    def tenants(self) -> list[Tenant]:
        """Return all tenants of the organisation, suspended ones too, in a stable order."""
        ...

    def account_at(self, platform: str, tenant: str, address: str) -> Account | None:
        """Return the account behind an address, locked against a second turn of its person.

        ``tenant`` is the external id; an account of a tenant that is not active is not found.
        """
        ...

    def account_of(self, person_id: str) -> Account | None:
        """Return the account a person is written to: the first reachable one, or the first."""
        ...

    def accounts(self, tenant_id: str) -> list[Account]:
        """Return all accounts on a tenant, in a stable order."""
        ...

    def accounts_at(self, tenant_id: str, addresses: Iterable[str]) -> dict[str, Account]:
        """Return the accounts of a tenant by address, those of inactive people included."""
        ...

    def accounts_of(self, person_id: str) -> list[Account]:
        """Return all accounts of a person, in a stable order."""
        ...

    def warm_accounts(self, person_ids: Iterable[str]) -> None:
        """Read the accounts of many people in one question, for a batch of deliveries."""
        ...

    def people(self, ids: Iterable[str]) -> dict[str, Person]:
        """Return people by id, in the order of the ids; unknown ones are left out."""
        ...

    def people_at(self, emails: Iterable[str]) -> dict[str, Person]:
        """Return people by their e-mail in small letters, inactive ones included."""
        ...

    def staff(self) -> list[Person]:
        """Return all active people, by name."""
        ...

    def find_people(self, text: str, limit: int) -> list[Person]:
        """Return active people whose name or e-mail holds a text, by name.

        Accents and capitals make no difference; a text of nothing else finds nobody.
        """
        ...

    def departments(self) -> list[str]:
        """Return the departments that active people work in, by name."""
        ...

    def level_bounds(self) -> tuple[int, int]:
        """Return the lowest and highest level among active people; zeros without any."""
        ...

    def coordinators(self) -> list[Person]:
        """Return the active coordinators, by name."""
        ...

    def concern_contacts(self) -> list[Person]:
        """Return the active people to whom a concern may be brought, by name."""
        ...

    def consents_of(self, person_id: str) -> list[Consent]:
        """Return every switch a person touched, oldest first."""
        ...

    def erase(self, person_id: str) -> dict[str, int]:
        """Delete all that is kept of a person; return how many rows went, by kind.

        The row of the person stays as an empty tombstone without name or e-mail.
        """
        ...
