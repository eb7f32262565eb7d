"""The store: one unit of work is one transaction over the rows of one organisation."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from bot.domain.people import Tenant
from bot.ports.coordination import CoordinationRecords, FigureRecords
from bot.ports.outbox import OutboxRecords
from bot.ports.pairings import PairingRecords
from bot.ports.people import PeopleRecords
from bot.ports.programmes import ProgrammeRecords

T = TypeVar("T")
Result = TypeVar("Result")


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
        """Read many entities by id in one question, so that later ``get`` calls cost nothing.

        They come in the order of their ids' first mention; unknown ones are left out.
        """
        ...

    def kinds_due(self, now: datetime) -> set[type]:
        """Return the kinds of which something has come due; cheaper than asking each of them."""
        ...

    def due(self, kind: type[T], now: datetime, limit: int) -> list[T]:
        """Return what has come due, earliest first, locked; what others hold is skipped."""
        ...

    def attempt(self, work: Callable[[], None]) -> Exception | None:
        """Do something all or not at all within this unit of work; return what it raised.

        Only a race that was lost to another unit of work is raised: this one begins again.
        """
        ...

    def put_off(self, kind: type[T], entity: T, until: datetime) -> None:
        """Look at an entity again later, and change nothing else about it."""
        ...

    def first_time(self, key: str, now: datetime) -> bool:
        """Note that an event was taken; False when it had been before."""
        ...


class Store(Protocol):
    """Where everything is kept: one unit of work is one transaction."""

    async def transact(self, organisation_id: str, work: Callable[[Records], Result]) -> Result:
        """Run work in one transaction: committed when it returns, rolled back when it raises.

        It never writes over what another unit of work changed since this one looked: the later one
        begins again. So it may run more than once, and must have no effect besides the records.
        """
        ...

    async def tenants(self) -> Sequence[Tenant]:
        """Return the active tenants of all organisations."""
        ...

    async def next_due(self) -> datetime | None:
        """Return the earliest instant at which something becomes due, deliveries included."""
        ...
