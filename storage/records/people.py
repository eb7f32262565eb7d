"""Questions about people and how to reach them."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, func, or_, select, update

from bot.domain.delivery import END_STATES
from bot.domain.people import Account, Consent, Organisation, Person, Tenant
from bot.domain.proposal import ProposalState
from bot.texts.folding import folded
from storage import tables as t
from storage.records.base import BaseRecords
from storage.records.order import by_name, place
from storage.unit_of_work import CHUNK


class PeopleRecords(BaseRecords):
    """People, accounts, tenants and consents."""

    def organisation(self) -> Organisation:
        """Return the organisation whose rows these are."""
        found = self.one(Organisation)
        if found is None:
            raise LookupError(self.organisation_id)
        return found

    def tenant_named(self, platform: str, external_id: str) -> Tenant | None:
        """Return the tenant a platform calls so."""
        columns = t.tenants.c
        return self.one(Tenant, columns.platform == platform, columns.external_id == external_id)

    def tenants(self) -> list[Tenant]:
        """Return all tenants of the organisation, suspended ones too, in a stable order."""
        return self.all(Tenant, order=t.tenants.c.id)

    def account_at(self, platform: str, tenant: str, address: str) -> Account | None:
        """Return the account behind an address, locked against a second turn of its person."""
        values = {
            "organisation": self.organisation_id,
            "platform": platform,
            "tenant": tenant,
            "address": address,
        }
        row = self.ask(_account_at(), values).first()
        if row is None:
            return None
        person = self.unit.meet(Person, row[len(t.accounts.c) :])
        account = self.unit.meet(Account, row[: len(t.accounts.c)])
        self.hold(person, person.id)
        return self.hold(account, account.id)

    def account_of(self, person_id: str) -> Account | None:
        """Return the account a person is written to: a reachable one first."""
        held = self._held.get(("account of", person_id))
        if isinstance(held, Account):
            return held
        found = self.first(Account, "-reachable", "id", person_id=person_id)
        if found is not None:
            self._held["account of", person_id] = found
        return found

    def accounts(self, tenant_id: str) -> list[Account]:
        """Return all accounts on a tenant, in a stable order."""
        return self.all(Account, t.accounts.c.tenant_id == tenant_id, order=t.accounts.c.id)

    def accounts_at(self, tenant_id: str, addresses: Iterable[str]) -> dict[str, Account]:
        """Return the accounts of a tenant by address, those of inactive people included."""
        found: dict[str, Account] = {}
        for some in _chunks(addresses):
            accounts = self.find(Account, tenant_id=tenant_id, address=some)
            found |= {account.address: self.hold(account, account.id) for account in accounts}
        return found

    def accounts_of(self, person_id: str) -> list[Account]:
        """Return all accounts of a person, in a stable order."""
        return self.all(Account, t.accounts.c.person_id == person_id, order=t.accounts.c.id)

    def warm_accounts(self, person_ids: Iterable[str]) -> None:
        """Read the accounts of many people in one question, for a batch of deliveries."""
        for some in _chunks(person_ids):
            # The last one of a person stays.
            for account in self.find(Account, "reachable", "-id", person_id=some):
                self._held["account of", account.person_id] = self.hold(account, account.id)

    def people(self, ids: Iterable[str]) -> dict[str, Person]:
        """Return people by id, in the order of the ids; unknown ones are left out."""
        return {person.id: person for person in self.load(Person, ids)}

    def people_at(self, emails: Iterable[str]) -> dict[str, Person]:
        """Return people by their e-mail in small letters, inactive ones included."""
        found: dict[str, Person] = {}
        for some in _chunks(email for email in emails if email):
            people = self.find(Person, "id", email=some)
            found |= {person.email: self.hold(person, person.id) for person in people}
        return found

    def staff(self) -> list[Person]:
        """Return all active people, by name."""
        return by_name(self.all(Person, t.people.c.active))

    def find_people(self, text: str, limit: int) -> list[Person]:
        """Return active people whose name or e-mail holds a text, by name.

        Accents and capitals aside, which neither database can do by itself.
        """
        columns, wanted = t.people.c, folded(text)
        question = select(columns.id, columns.name, columns.email).where(
            columns.organisation_id == self.organisation_id, columns.active
        )
        found = [
            (*place(name), id_)
            for id_, name, email in self.ask(question)
            if wanted and (wanted in folded(name) or wanted in folded(email))
        ]
        return self.load(Person, (id_ for *_, id_ in sorted(found)[:limit]))

    def departments(self) -> list[str]:
        """Return the departments that active people work in, by name."""
        names = self.ask(_departments(), {"organisation_id": self.organisation_id}).scalars()
        return sorted(names, key=place)

    def level_bounds(self) -> tuple[int, int]:
        """Return the lowest and highest level among active people; zeros without any."""
        columns = t.people.c
        mine = (columns.organisation_id == self.organisation_id, columns.active)
        # Asked apart, each is the head or the tail of an index.
        ends = [
            select(end(columns.level)).where(*mine).scalar_subquery()
            for end in (func.min, func.max)
        ]
        lowest, highest = self.ask(select(*ends)).one()
        return lowest or 0, highest or 0

    def coordinators(self) -> list[Person]:
        """Return the active coordinators, by name."""
        columns = t.people.c
        return by_name(self.all(Person, columns.active, columns.is_coordinator))

    def concern_contacts(self) -> list[Person]:
        """Return the active people to whom a concern may be brought, by name."""
        columns = t.people.c
        return by_name(self.all(Person, columns.active, columns.is_concern_contact))

    def consents_of(self, person_id: str) -> list[Consent]:
        """Return every switch a person touched, oldest first."""
        columns = t.consents.c
        question = self.select(Consent, columns.person_id == person_id)
        return self.read(Consent, question.order_by(columns.at, columns.id))

    def erase(self, person_id: str) -> dict[str, int]:
        """Delete all that is kept of a person; return how many rows went, by kind.

        A pairing keeps its bare facts for the partner; the person's own row stays as a tombstone
        without name or e-mail, so that what others hold does not point nowhere. Its place in the
        org chart stays too: it keeps apart the people above and below until the next import.
        Entities read before are let go: nothing that is done to them later is kept.
        """
        gone: dict[str, int] = {}
        self.queued = [delivery for delivery in self.queued if delivery.person_id != person_id]
        for table, columns in _PERSONAL.items():
            mine = or_(*(table.c[column] == person_id for column in columns))
            own = table.c.organisation_id == self.organisation_id
            done = self.ask(delete(table).where(own, mine))
            gone[table.name] = done.rowcount
        tombstone = update(t.people).where(
            t.people.c.organisation_id == self.organisation_id,
            t.people.c.id == person_id,
        )
        empty = {"email": "", "name": "–", "office": "", "department": "", "level": 0}
        rest = {"spoken": (), "active": False, "is_coordinator": False, "is_concern_contact": False}
        where = {"zone": "UTC", "country": "CA", "subdivision": None, "hired_on": date(1970, 1, 1)}
        self.ask(tombstone.values(**empty, **rest, **where))
        self._empty_cards_of_others(person_id)
        gone["proposals"] = self._erase_proposals(person_id)
        self.unit.let_go()
        self._held.clear()
        return gone

    def _empty_cards_of_others(self, person_id: str) -> None:
        """Empty the delivered cards of those who were paired with a person: they name them."""
        sides = (("mentor_id", "mentee_id"), ("mentee_id", "mentor_id"))
        others: set[str] = set()
        for table in (t.pairings, t.proposals):
            own = table.c.organisation_id == self.organisation_id
            for mine, theirs in sides:
                question = select(table.c[theirs]).where(own, table.c[mine] == person_id)
                others.update(self.ask(question).scalars())
        settled = update(t.outbox).where(
            t.outbox.c.organisation_id == self.organisation_id,
            t.outbox.c.person_id.in_(sorted(others)),
            t.outbox.c.state.in_(END_STATES),
        )
        self.ask(settled.values(payload={}))

    def _erase_proposals(self, person_id: str) -> int:
        """Delete the proposals that became nothing; those behind a pairing forget their reasons."""
        columns = t.proposals.c
        mine = (columns.organisation_id == self.organisation_id) & or_(
            columns.mentor_id == person_id,
            columns.mentee_id == person_id,
        )
        accepted = columns.state == ProposalState.ACCEPTED
        self.ask(update(t.proposals).where(mine, accepted).values(reasons=[]))
        done = self.ask(delete(t.proposals).where(mine, ~accepted))
        return int(done.rowcount)


def _chunks(names: Iterable[str]) -> Iterator[list[str]]:
    """Yield each name once, in lists short enough for one question."""
    once = list(dict.fromkeys(names))
    return (once[start : start + CHUNK] for start in range(0, len(once), CHUNK))


_PERSONAL = {
    t.outbox: ("person_id",),
    t.checkins: ("person_id",),
    t.feedbacks: ("person_id",),
    t.seats: ("person_id",),
    t.consents: ("person_id",),
    t.enrolments: ("person_id",),
    t.accounts: ("person_id",),
    t.announcements: ("author_id",),
    t.runs: ("asked_by",),
    t.pair_rules: ("mentor_id", "mentee_id"),
}
"""Tables with rows of one person, and the columns that say whose."""


@cache
def _account_at() -> Any:
    """The question of ``account_at``, built once: every turn begins with it."""
    accounts, tenants, people = t.accounts.c, t.tenants.c, t.people.c
    at_home = (tenants.organisation_id == accounts.organisation_id) & (
        tenants.id == accounts.tenant_id
    )
    owner = (people.organisation_id == accounts.organisation_id) & (people.id == accounts.person_id)
    return (
        select(t.accounts, t.people)
        .join(t.tenants, at_home)
        .join(t.people, owner)
        .where(
            accounts.organisation_id == bindparam("organisation"),
            accounts.address == bindparam("address"),
            tenants.platform == bindparam("platform"),
            tenants.external_id == bindparam("tenant"),
            tenants.active,
        )
        .with_for_update(of=t.accounts)
    )


@cache
def _departments() -> Any:
    """The question of ``departments``: leaps in an index from one to the next.

    Its cost is that of the departments, however many people each has; neither database does so
    for DISTINCT by itself.
    """
    columns = t.people.c
    mine = (columns.organisation_id == bindparam("organisation_id"), columns.active)
    found = select(func.min(columns.department).label("name")).where(*mine)
    leaps = found.cte("leaps", recursive=True)
    later = found.where(columns.department > leaps.c.name).scalar_subquery()
    leaps = leaps.union_all(select(later).where(leaps.c.name.is_not(None)))
    # The empty one is that of people of whom HR has said nothing yet.
    return select(leaps.c.name).where(leaps.c.name != "")
