"""Keeps people of a file in the store: new ones, changed ones, and the org chart they form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from adapters.people.csv import PersonRow
from bot.calendar import region_of
from bot.domain.org_chart import reporting_intervals
from bot.domain.people import Account, Person, Tenant
from bot.ports import Work


@dataclass(frozen=True, kw_only=True)
class Appointments:
    """What a people file does not say: who coordinates, who hears concerns, where holidays differ.

    ``regions`` maps an office to a country and subdivision: {"Montréal": ("CA", "QC")}.
    """

    coordinators: frozenset[str] = frozenset()
    concern_contacts: frozenset[str] = frozenset()
    regions: Mapping[str, tuple[str, str | None]] = field(default_factory=dict)
    language: str = "fr"

    def unknown(self, rows: Sequence[PersonRow]) -> set[str]:
        """Return appointed e-mails that the file does not hold."""
        named = {row.email.casefold() for row in rows}
        return {*self.coordinators, *self.concern_contacts} - named

    def region(self, row: PersonRow) -> tuple[str, str | None]:
        """Return the country and subdivision whose public holidays somebody has."""
        if row.office in self.regions:
            return self.regions[row.office]
        return region_of(row.time_zone)


@dataclass(frozen=True)
class Changes:
    """What keeping a file did, or would do: counts of people."""

    added: int
    changed: int
    unchanged: int


def keep_people(
    work: Work,
    rows: Sequence[PersonRow],
    appointments: Appointments,
) -> Changes:
    """Add and change people as a file says; those it does not name stay as they are."""
    staff = work.people.all()
    known = {person.email.casefold(): person for person in staff}
    ids = {email: person.id for email, person in known.items()}
    ids |= {row.email.casefold(): work.new_id() for row in rows if row.email.casefold() not in ids}
    added = changed = 0
    for row in rows:
        values = _values(row, ids, appointments)
        person = known.get(row.email.casefold())
        if person is None:
            person_id = ids[row.email.casefold()]
            new = Person(organisation_id=work.organisation_id, id=person_id, **values)
            work.add(new)
            staff.append(new)
            added += 1
        else:
            changed += _change(person, values)
    intervals = reporting_intervals([(person.id, person.manager_id) for person in staff])
    for person in staff:
        person.chain_left, person.chain_right = intervals[person.id]
    return Changes(added, changed, len(rows) - added - changed)


def keep_accounts(work: Work, tenant: Tenant) -> list[Account]:
    """Give everybody an account on a tenant, with their id as the address."""
    accounts = []
    if work.tenants.named(tenant.platform, tenant.external_id) is None:
        work.add(tenant)
    known = {account.person_id: account for account in work.accounts.on(tenant.id)}
    for person in work.people.all():
        account = known.get(person.id)
        if account is None:
            account = Account(
                organisation_id=work.organisation_id,
                id=work.new_id(),
                tenant_id=tenant.id,
                person_id=person.id,
                address=person.id,
            )
            work.add(account)
        accounts.append(account)
    return accounts


def _values(row: PersonRow, ids: Mapping[str, str], appointments: Appointments) -> dict[str, Any]:
    country, subdivision = appointments.region(row)
    email = row.email.casefold()
    return {
        "email": email,
        "name": row.name,
        "language": row.bot_language or appointments.language,
        "spoken": row.languages,
        "zone": row.time_zone,
        "country": country,
        "subdivision": subdivision,
        "office": row.office,
        "department": row.department,
        "level": row.level,
        "hired_on": row.hired_on,
        "manager_id": ids[row.manager_email.casefold()] if row.manager_email else None,
        "is_coordinator": email in appointments.coordinators,
        "is_concern_contact": email in appointments.concern_contacts,
    }


def _change(person: Person, values: Mapping[str, object]) -> bool:
    """Apply what differs; the language of the bot stays the one the person chose."""
    changes = {
        name: value
        for name, value in values.items()
        if name != "language" and getattr(person, name) != value
    }
    if person.country == values["country"] and values["subdivision"] is None:
        changes.pop("subdivision", None)  # not said this time: what an earlier import said holds
    if person.is_coordinator or person.is_concern_contact:
        # A file without appointments takes nobody's role away.
        changes = {name: value for name, value in changes.items() if value or "is_" not in name}
    for name, value in changes.items():
        setattr(person, name, value)
    return bool(changes)
