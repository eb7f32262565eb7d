"""The organisation and its tenants."""

from sqlalchemy import bindparam, select

from bot.domain.people import Organisation, Tenant
from bot.ports.people import Tenants
from storage import tables as t
from storage.asking import Asking, equal, own

ORGANISATION = select(t.organisations).where(t.organisations.c.id == bindparam("organisation"))
TENANTS = select(t.tenants).where(own(t.tenants)).order_by(t.tenants.c.id)
NAMED = TENANTS.where(equal(t.tenants.c.platform, t.tenants.c.external_id))


class TenantsRepository(Tenants):
    """The organisation and its tenants."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def organisation(self) -> Organisation:
        found = self._asking.one(Organisation, ORGANISATION)
        if found is None:
            raise LookupError(self._asking.organisation_id)
        return found

    def named(self, platform: str, external_id: str) -> Tenant | None:
        return self._asking.one(Tenant, NAMED, platform=platform, external_id=external_id)

    def all(self) -> list[Tenant]:
        return self._asking.all(Tenant, TENANTS)
