"""The store: one unit of work is one transaction over the rows of one organisation."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from bot.domain.people import Tenant
from bot.ports.agenda import Agenda
from bot.ports.deliveries import Deliveries
from bot.ports.figures import Figures
from bot.ports.invitations import Invitations
from bot.ports.outbox import Outbox
from bot.ports.pairings import CheckIns, Pairings
from bot.ports.people import Accounts, People, Tenants
from bot.ports.programmes import Enrolments, Programmes
from bot.ports.proposals import Proposals
from bot.ports.retention import Retention
from bot.ports.workplace import Offices, Seniority

T = TypeVar("T")
Result = TypeVar("Result")


class Work(Protocol):
    """One unit of work: entities it keeps, changes of what it returns, and whom to ask.

    Values are changed by assignment: ``account.weeks = {**account.weeks, week: 1}``.

    A row that is read and changed needs no lock: a unit of work never writes over what another
    changed since it looked, it begins again. ``lock`` is for a row that two are likely to change
    at the same moment, so that one waits for the other and does nothing twice; and for a row that
    is only decided upon while another may change it.
    """

    @property
    def organisation_id(self) -> str:
        """The organisation whose rows these are."""
        ...

    @property
    def tenants(self) -> Tenants:
        """Asks about the organisation and its tenants."""
        ...

    @property
    def people(self) -> People:
        """Asks about people and what they consented to."""
        ...

    @property
    def offices(self) -> Offices:
        """Asks where people work, and when it is closed."""
        ...

    @property
    def seniority(self) -> Seniority:
        """Asks how senior people are, as far as anybody said."""
        ...

    @property
    def accounts(self) -> Accounts:
        """Asks how people are reached."""
        ...

    @property
    def programmes(self) -> Programmes:
        """Asks about programmes and their cycles."""
        ...

    @property
    def enrolments(self) -> Enrolments:
        """Asks about people's parts in cycles."""
        ...

    @property
    def invitations(self) -> Invitations:
        """Asks whom coordinators invite."""
        ...

    @property
    def proposals(self) -> Proposals:
        """Asks about proposals, and the rules and runs they come from."""
        ...

    @property
    def pairings(self) -> Pairings:
        """Asks about pairings, their seats and their meetings."""
        ...

    @property
    def checkins(self) -> CheckIns:
        """Asks what people answered."""
        ...

    @property
    def figures(self) -> Figures:
        """Asks what digests are made of, and for those that were published."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Keeps what waits to be sent."""
        ...

    @property
    def deliveries(self) -> Deliveries:
        """Asks what became of what was queued before, and withdraws it."""
        ...

    @property
    def agenda(self) -> Agenda:
        """Asks what is due."""
        ...

    @property
    def retention(self) -> Retention:
        """Lets go of what was kept long enough."""
        ...

    def new_id(self) -> str:
        """Return a fresh opaque id."""
        ...

    def add(self, *entities: object) -> None:
        """Keep new entities; they are written at commit, or before a question they may answer.

        Raises ValueError when the key of one is known already.
        """
        ...

    def add_many(self, entities: Sequence[object]) -> None:
        """Keep many new entities of one kind in one statement; later changes of them are not."""
        ...

    def remove(self, *entities: object) -> None:
        """Delete the rows of entities that were read or added."""
        ...

    def get(self, kind: type[T], *key: str) -> T | None:
        """Return an entity by its key within the organisation."""
        ...

    def lock(self, kind: type[T], *key: str) -> T | None:
        """Return an entity that nobody else changes or locks before this unit of work ends.

        Begins again when somebody has changed it since this unit of work looked first.
        """
        ...

    def hold(self, kind: type[T], *key: str) -> T | None:
        """Return an entity as ``lock`` does, but let others hold it, too: nobody changes it."""
        ...

    def load(self, kind: type[T], ids: Iterable[str]) -> list[T]:
        """Read many entities by id in one question, so that later ``get`` calls cost nothing.

        They come in the order of their ids' first mention; unknown ones are left out.
        """
        ...

    def attempt(self, act: Callable[[], None]) -> Exception | None:
        """Do something all or not at all within this unit of work; return what it raised.

        Only a race that was lost to another unit of work is raised: this one begins again.
        """
        ...

    def one_at_a_time(self) -> None:
        """Let one unit of work of the organisation that says this be done after the other.

        Whichever comes second begins again and sees what the first left, so that both can ask
        whether something exists and make it.
        """
        ...

    def first_time(self, key: str, now: datetime) -> bool:
        """Note that an event was taken; False when it had been before."""
        ...


class Store(Protocol):
    """Where everything is kept: one unit of work is one transaction."""

    async def transact(self, organisation_id: str, act: Callable[[Work], Result]) -> Result:
        """Do something in one transaction: committed when it returns, rolled back when it raises.

        It never writes over what another unit of work changed since this one looked: the later one
        begins again. So it may be done more than once, and must have no effect besides the rows.
        """
        ...

    async def tenants(self) -> Sequence[Tenant]:
        """Return the active tenants of all organisations."""
        ...

    async def next_due(self) -> datetime | None:
        """Return the earliest instant at which something becomes due, deliveries included."""
        ...
