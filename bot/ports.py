"""What the core asks of the world, as protocols: the clock, the chat platforms, the store."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from bot.domain.checkin import CheckIn, Digest, Feedback
from bot.domain.delivery import Delivery, DeliveryState, Kind, Lane, Lease
from bot.domain.pairing import Meeting, Pairing, PairingState, Seat
from bot.domain.people import Account, Consent, Organisation, Person, Tenant
from bot.domain.programme import Cycle, Enrolment, Programme
from bot.domain.proposal import PairRule, Proposal, ProposalState
from bot.messages.card import Card
from bot.ports_coordinator import CoordinationRecords, FigureRecords

T = TypeVar("T")
Result = TypeVar("Result")


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Return the present instant, aware, in UTC."""
        ...


@dataclass(frozen=True, kw_only=True)
class Capabilities:
    """What a platform can do; the core never asks for its name."""

    forms: bool = True
    charts: bool = True
    finds_sent: bool = False


@dataclass(frozen=True, kw_only=True)
class Pace:
    """How fast a tenant may be written to: a bucket of ``burst`` filled at ``per_second``."""

    per_second: float
    burst: float


class ChatPlatform(Protocol):
    """A place where people chat: Slack, Teams, or the playground."""

    name: str
    capabilities: Capabilities
    pace: Pace

    async def send(self, *, tenant: str, address: str, card: Card, key: str) -> str:
        """Post a card and return the platform's own id of the message.

        ``tenant`` is the tenant's external id, ``key`` the delivery's key: sending twice with one
        key shows one message where the platform can see to it. Raises RateLimited, Unreachable,
        Gone or Refused (bot.errors), and nothing else.
        """
        ...

    async def find(self, *, tenant: str, address: str, key: str) -> str | None:
        """Return the id of the message sent with a key, or None; only if ``finds_sent``."""
        ...


class PeopleRecords(Protocol):
    """Questions about people and how to reach them."""

    def organisation(self) -> Organisation:
        """Return the organisation whose rows these are."""
        ...

    def tenant_named(self, platform: str, external_id: str) -> Tenant | None:
        """Return the tenant a platform calls so."""
        ...

    def account_at(self, platform: str, tenant: str, address: str) -> Account | None:
        """Return the account behind an address, locked against a second turn of its person.

        ``tenant`` is the external id; an account of a tenant that is not active is not found.
        """
        ...

    def account_of(self, person_id: str) -> Account | None:
        """Return the account a person is written to: a reachable one first."""
        ...

    def accounts(self, tenant_id: str) -> list[Account]:
        """Return all accounts on a tenant."""
        ...

    def accounts_of(self, person_id: str) -> list[Account]:
        """Return all accounts of a person, in a stable order."""
        ...

    def warm_accounts(self, person_ids: Iterable[str]) -> None:
        """Read the accounts of many people in one question, for a batch of deliveries."""
        ...

    def people(self, ids: Iterable[str]) -> dict[str, Person]:
        """Return people by id; unknown ids are left out."""
        ...

    def staff(self) -> list[Person]:
        """Return all active people, by name."""
        ...

    def find_people(self, text: str, limit: int) -> list[Person]:
        """Return active people whose name or e-mail holds a text, by name."""
        ...

    def departments(self) -> list[str]:
        """Return the departments that active people work in, sorted."""
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


class ProgrammeRecords(Protocol):
    """Questions about programmes, cycles, enrolments and proposals."""

    def programmes(self) -> list[Programme]:
        """Return all programmes, oldest first."""
        ...

    def current_cycle(self) -> Cycle | None:
        """Return the cycle that welcomes volunteers; there is one at most."""
        ...

    def last_cycle(self) -> Cycle | None:
        """Return the newest cycle, whatever its state."""
        ...

    def enrolment(self, cycle_id: str, person_id: str) -> Enrolment | None:
        """Return a person's part in a cycle."""
        ...

    def latest_enrolment(self, person_id: str) -> Enrolment | None:
        """Return a person's part in the newest cycle they were asked into."""
        ...

    def enrolments_of(self, person_id: str) -> list[Enrolment]:
        """Return a person's parts in all cycles, newest cycle first."""
        ...

    def enrolments(self, cycle_id: str) -> list[Enrolment]:
        """Return all enrolments of a cycle, in a stable order."""
        ...

    def rules_of(self, cycle_id: str) -> list[PairRule]:
        """Return the coordinator's locked and forbidden pairs."""
        ...

    def remove(self, *entities: object) -> None:
        """Delete rows: drafts and rules that a new matching run replaces."""
        ...

    def proposals(self, cycle_id: str, *states: ProposalState) -> list[Proposal]:
        """Return the proposals of a cycle in some states, best score first."""
        ...

    def proposals_of(self, person_id: str, *states: ProposalState) -> list[Proposal]:
        """Return the proposals that name a person in some states, newest first."""
        ...


class PairingRecords(Protocol):
    """Questions about pairings and what people answered in them."""

    def pairings(self, cycle_id: str, *states: PairingState) -> list[Pairing]:
        """Return the pairings of a cycle in some states, in a stable order."""
        ...

    def pairings_of(self, person_id: str, *states: PairingState) -> list[Pairing]:
        """Return a person's pairings in some states, newest first."""
        ...

    def seat(self, pairing_id: str, person_id: str) -> Seat:
        """Return one side of a pairing."""
        ...

    def meetings(self, pairing_id: str) -> list[Meeting]:
        """Return a pairing's meetings in order of their number."""
        ...

    def open_checkin(self, pairing_id: str, person_id: str) -> CheckIn | None:
        """Return the check-in that still awaits this person's answer."""
        ...

    def last_checkins(self, pairing_id: str, person_id: str, limit: int) -> list[CheckIn]:
        """Return this person's newest check-ins of a pairing, newest first."""
        ...

    def checkins(self, cycle_id: str) -> list[CheckIn]:
        """Return all check-ins of a cycle, for the publisher of figures only."""
        ...

    def feedback_of(self, pairing_id: str, person_id: str, kind: str) -> Feedback | None:
        """Return a person's mid-point or final feedback."""
        ...

    def feedbacks(self, cycle_id: str) -> list[Feedback]:
        """Return all feedbacks of a cycle, for the publisher of figures only."""
        ...

    def last_digest(self, programme_id: str) -> Digest | None:
        """Return the newest published digest."""
        ...

    def digests(self, programme_id: str) -> list[Digest]:
        """Return all published digests, oldest first."""
        ...


class OutboxRecords(Protocol):
    """The outbox: what waits to be sent."""

    def enqueue(self, delivery: Delivery) -> None:
        """Add a delivery at commit; one with the same key already there wins."""
        ...

    def lane(self, tenant_id: str, now: datetime) -> Lane | None:
        """Lock and return a tenant's lane (made full on first use); None while another holds it."""
        ...

    def close_lane(self, tenant_id: str, until: datetime) -> None:
        """Shut a tenant's lane until an instant; a later one already there stays."""
        ...

    def claim(self, tenant_id: str, now: datetime, lease: Lease, limit: int) -> list[Delivery]:
        """Take due heads of conversations: states become sending, attempts grow by one."""
        ...

    def settle(self, delivery: Delivery, state: DeliveryState, now: datetime) -> bool:
        """Store how a delivery ended; False when another worker took it over meanwhile."""
        ...

    def postpone(self, delivery: Delivery, visible_at: datetime) -> bool:
        """Give a delivery back until later, with its attempts as the worker counts them.

        False when another worker took it over meanwhile.
        """
        ...

    def cancel_deliveries(self, person_id: str, now: datetime, prefix: str = "") -> int:
        """Withdraw what was not sent to a person (whose key starts with a prefix).

        Returns how many were never tried, which the person has surely not seen.
        """
        ...

    def deliveries(self, limit: int) -> list[Delivery]:
        """Return the newest deliveries, newest first."""
        ...

    def delivery_counts(self) -> dict[str, int]:
        """Return how many deliveries are in each state."""
        ...

    def deliveries_by_kind(self) -> dict[tuple[Kind, DeliveryState], int]:
        """Return how many deliveries of each kind are in each state."""
        ...


class Records(
    PeopleRecords,
    ProgrammeRecords,
    PairingRecords,
    CoordinationRecords,
    FigureRecords,
    OutboxRecords,
    Protocol,
):
    """The rows of one organisation within one transaction; changes of what it returns are kept."""

    organisation_id: str

    def new_id(self) -> str:
        """Return a fresh opaque id."""
        ...

    def add(self, *entities: object) -> None:
        """Keep new entities."""
        ...

    def add_many(self, entities: Sequence[object]) -> None:
        """Keep many new entities of one kind in one statement; later changes of them are not."""
        ...

    def get(self, kind: type[T], *key: str) -> T | None:
        """Return an entity by its key within the organisation, locked until the end."""
        ...

    def load(self, kind: type[T], ids: Iterable[str]) -> list[T]:
        """Read many entities by id in one question, so that later ``get`` calls cost nothing."""
        ...

    def due(self, kind: type[T], now: datetime, limit: int) -> list[T]:
        """Return what has come due, earliest first, locked; what others hold is skipped."""
        ...

    def first_time(self, key: str, now: datetime) -> bool:
        """Note that an event was taken; False when it had been before."""
        ...


class Store(Protocol):
    """Where everything is kept: one unit of work is one transaction."""

    async def transact(self, organisation_id: str, work: Callable[[Records], Result]) -> Result:
        """Run work in one transaction: committed when it returns, rolled back when it raises.

        It may run more than once (after a deadlock), so it must have no effect besides the records.
        """
        ...

    async def tenants(self) -> Sequence[Tenant]:
        """Return the active tenants of all organisations."""
        ...

    async def next_due(self) -> datetime | None:
        """Return the earliest instant at which something becomes due, deliveries included."""
        ...
