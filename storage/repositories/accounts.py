"""How people are reached."""

from collections.abc import Iterable

from sqlalchemy import bindparam, select

from bot.domain.people import Account, Person
from bot.ports.people import Accounts
from storage import tables as t
from storage.asking import Asking, chunks, equal, own, within

_accounts, _tenants, _people = t.accounts.c, t.tenants.c, t.people.c

ACCOUNTS = select(t.accounts).where(own(t.accounts))
OF_PERSON = ACCOUNTS.where(equal(_accounts.person_id)).order_by(_accounts.id)
FIRST_OF_PERSON = (
    ACCOUNTS.where(equal(_accounts.person_id))
    .order_by(_accounts.reachable.desc(), _accounts.id)
    .limit(1)
)
OF_PEOPLE = ACCOUNTS.where(within(_accounts.person_id, "people")).order_by(
    _accounts.reachable, _accounts.id.desc()
)
ON_TENANT = ACCOUNTS.where(equal(_accounts.tenant_id)).order_by(_accounts.id)
BY_ADDRESS = ACCOUNTS.where(equal(_accounts.tenant_id), within(_accounts.address, "addresses"))
HOLDERS = select(_accounts.person_id).where(
    own(t.accounts),
    equal(_accounts.tenant_id),
    _accounts.reachable,
    within(_accounts.person_id, "people"),
)
AT_HOME = (_tenants.organisation_id == _accounts.organisation_id) & (
    _tenants.id == _accounts.tenant_id
)
OWNER = (_people.organisation_id == _accounts.organisation_id) & (_people.id == _accounts.person_id)
AT = (
    select(t.accounts, t.people)
    .join(t.tenants, AT_HOME)
    .join(t.people, OWNER)
    .where(
        own(t.accounts),
        equal(_accounts.address, _tenants.platform),
        _tenants.external_id == bindparam("tenant"),
        _tenants.active,
    )
    .with_for_update(key_share=True, of=t.accounts)
)
"""The account and its person in one go: every turn begins with it."""
WIDTH = len(t.accounts.c)


class AccountsRepository(Accounts):
    """How people are reached."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._first: dict[str, str] = {}
        """By person, the id of the account that ``of`` found last."""

    def at(self, platform: str, tenant: str, address: str) -> Account | None:
        found = self._asking.rows(AT, platform=platform, tenant=tenant, address=address).first()
        if found is None:
            return None
        unit = self._asking.unit
        unit.meet(Person, found[WIDTH:])
        return unit.meet(Account, found[:WIDTH], locked=True)

    def of(self, person_id: str) -> Account | None:
        key = (self._asking.organisation_id, self._first.get(person_id, ""))
        found = self._asking.unit.find(Account, key)
        if found is None:
            found = self._asking.one(Account, FIRST_OF_PERSON, person_id=person_id)
            if found is not None:
                self._first[person_id] = found.id
        return found

    def all(self, person_id: str) -> list[Account]:
        return self._asking.all(Account, OF_PERSON, person_id=person_id)

    def on(self, tenant_id: str) -> list[Account]:
        return self._asking.all(Account, ON_TENANT, tenant_id=tenant_id)

    def by_address(self, tenant_id: str, addresses: Iterable[str]) -> dict[str, Account]:
        found: dict[str, Account] = {}
        for some in chunks(addresses):
            accounts = self._asking.all(Account, BY_ADDRESS, tenant_id=tenant_id, addresses=some)
            found |= {account.address: account for account in accounts}
        return found

    def holders(self, tenant_id: str, person_ids: Iterable[str]) -> set[str]:
        return {
            person_id
            for some in chunks(person_ids)
            for person_id in self._asking.rows(HOLDERS, tenant_id=tenant_id, people=some).scalars()
        }

    def warm(self, person_ids: Iterable[str]) -> None:
        for some in chunks(person_ids):
            # The last one of a person stays.
            for account in self._asking.all(Account, OF_PEOPLE, people=some):
                self._first[account.person_id] = account.id
