"""Keeps people of a file in the store: new ones, changed ones, and the org chart they form."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from adapters.people.addresses import Addresses
from adapters.people.csv import PersonRow
from adapters.people.holidays import Region, regions_of
from adapters.people.questions import Sentence
from adapters.people.recognising import recognise
from adapters.people.records import join_records
from adapters.people.staff import Staff, Word
from bot.domain.closing import days_closed
from bot.domain.org_chart import ReportingLoop
from bot.domain.people import Account, Departure, Person, Tenant
from bot.errors import BotError
from bot.ports import Work
from bot.services import closed_dates
from bot.services.lost_accounts import reopen
from bot.services.rounds.lines import draw_chart

NOTHING_SAID = Word()


@dataclass(frozen=True, kw_only=True)
class Appointments:
    """What a people file does not say: who coordinates, who hears concerns, where holidays differ.

    ``regions`` maps an office to a country and subdivision: {"Montréal": ("CA", "QC")}.
    """

    coordinators: frozenset[str] = frozenset()
    concern_contacts: frozenset[str] = frozenset()
    regions: Mapping[str, Region] = field(default_factory=dict)
    language: str = "fr"

    def unknown(self, rows: Sequence[PersonRow]) -> set[str]:
        """Return appointed e-mails that the file does not hold."""
        named = {row.email for row in rows}
        return {*self.coordinators, *self.concern_contacts} - named


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What keeping a file did, or would do: counts of people, and what it asks and notices.

    ``questions`` have to be answered before anything is kept.
    """

    added: int
    changed: int
    unchanged: int
    left: int = 0
    questions: Sequence[Sentence] = ()
    vanished: Sequence[Person] = ()


class Refused(BotError):
    """The file and what HR says beside it cannot be kept; ``faults`` are the sentences why."""

    def __init__(self, faults: Sequence[Sentence]) -> None:
        super().__init__(", ".join(key for key, _ in faults))
        self.faults = faults


def keep_people(
    work: Work,
    rows: Sequence[PersonRow],
    appointments: Appointments,
    *,
    now: datetime,
    word: Word = NOTHING_SAID,
) -> Changes:
    """Add and change people as a file and HR's word say; those it does not name stay as they are.

    Raises Refused, after which nothing of the unit of work may be kept.
    """
    if separate := join_records(work, rows, word, now):
        raise Refused(separate)
    staff = Staff.known(work)
    found = recognise(work, rows, staff, word)
    if found.faults:
        raise Refused(found.faults)
    ids = {row.email: found.people[row.email].id for row in rows if row.email in found.people}
    ids |= {row.email: work.new_id() for row in rows if row.email not in ids}
    addresses, listed = Addresses(work, staff, ids), frozenset(ids.values())
    closings, kept = work.offices.closings(), list(staff.people)
    regions = regions_of(rows, kept, appointments.regions)
    added = changed = 0
    for row in rows:
        values = _values(row, ids, staff, appointments)
        values["country"], values["subdivision"] = regions[row.office]
        values["closed"] = days_closed(closings, row.office)
        addresses.take(row.email, found.people.get(row.email))
        person = found.people.get(row.email)
        if person is None:
            kept.append(Person(organisation_id=work.organisation_id, id=ids[row.email], **values))
            work.add(kept[-1])
            added += 1
        else:
            changed += _change(person, values, listed)
    left = _let_go(work, found.left, found.back, now)
    _draw_chart(work, kept)
    closed_dates.settle(work, now)
    return Changes(
        added=added,
        changed=changed,
        unchanged=len(rows) - added - changed,
        left=left,
        questions=found.questions,
        vanished=found.vanished,
    )


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


def _let_go(work: Work, gone: Iterable[Person], back: Iterable[Person], now: datetime) -> int:
    """Note who left, and who is back; return how many left that had not before."""
    left = 0
    for person in gone:
        left += person.departure is not Departure.HR
        person.depart(Departure.HR, now, now)
    for person in back:
        if person.left_at is not None:
            reopen(work, now, person)
    return left


def _draw_chart(work: Work, people: Sequence[Person]) -> None:
    """Draw the chart anew; raises Refused where HR's word makes a circle."""
    try:
        draw_chart(work, people)
    except ReportingLoop as error:
        names = {person.id: person.email or person.name for person in people}
        loop = " → ".join(names[str(each)] for each in (*error.loop, error.loop[0]))
        raise Refused([("import-loop", {"count": len(error.loop), "loop": loop})]) from error


def _values(
    row: PersonRow, ids: Mapping[str, str], staff: Staff, appointments: Appointments
) -> dict[str, Any]:
    email, manager = row.email, row.manager_email
    return {
        "email": email,
        "name": row.name,
        "language": row.bot_language or appointments.language,
        "spoken": row.languages,
        "zone": row.time_zone,
        "office": row.office,
        "department": row.department,
        "level": row.level,
        "hired_on": row.hired_on,
        "employee_number": row.employee_number,
        "manager_id": None if manager is None else ids.get(manager) or staff.by_email[manager].id,
        "is_coordinator": email in appointments.coordinators,
        "is_concern_contact": email in appointments.concern_contacts,
    }


def _change(person: Person, values: Mapping[str, object], listed: Collection[str]) -> bool:
    """Apply what differs; the language of the bot stays the one the person chose.

    ``listed`` are the ids of everybody the file names.
    """
    changes = {
        name: value
        for name, value in values.items()
        if name != "language" and getattr(person, name) != value
    }
    if values["manager_id"] is None and person.manager_id not in listed:
        # A file that does not name the line manager says nothing about them.
        changes.pop("manager_id", None)
    if not values["employee_number"]:
        changes.pop("employee_number", None)
    if person.is_coordinator or person.is_concern_contact:
        # A file without appointments takes nobody's role away.
        changes = {name: value for name, value in changes.items() if value or "is_" not in name}
    for name, value in changes.items():
        setattr(person, name, value)
    return bool(changes)
