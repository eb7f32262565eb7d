"""One unit of work: what it keeps, and the repositories that are asked within it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, select, update

from storage import tables as t
from storage.asking import INSERTS, Asking, chunks, equal, own, within
from storage.mapping import MAPPERS, PARTS, TABLES, mapper_of_row
from storage.races import was_lost
from storage.repositories.accounts import AccountsRepository
from storage.repositories.agenda import AgendaRepository
from storage.repositories.checkins import CheckInsRepository
from storage.repositories.deliveries import DeliveriesRepository
from storage.repositories.enrolments import EnrolmentsRepository
from storage.repositories.figures import FiguresRepository
from storage.repositories.invitations import InvitationsRepository
from storage.repositories.outbox import OutboxRepository
from storage.repositories.pairings import PairingsRepository
from storage.repositories.people import PeopleRepository
from storage.repositories.programmes import ProgrammesRepository
from storage.repositories.proposals import ProposalsRepository
from storage.repositories.retention import RetentionRepository
from storage.repositories.tenants import TenantsRepository
from storage.repositories.workplace import OfficesRepository, SeniorityRepository
from storage.seals import Ring, Seals
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")

TOUCH = (
    update(t.organisations)
    .where(t.organisations.c.id == bindparam("organisation"))
    .values(name=t.organisations.c.name)
)


class SqlWork:
    """The rows of one organisation within one transaction."""

    def __init__(
        self,
        connection: Connection,
        organisation_id: str,
        *,
        new_id: Callable[[], str],
        ring: Ring,
    ) -> None:
        self.organisation_id = organisation_id
        self.new_id = new_id
        self.unit = UnitOfWork(connection, Seals(connection, organisation_id, ring))
        self._asking = asking = Asking(self.unit, organisation_id, new_id)
        self.tenants = TenantsRepository(asking)
        self.people = PeopleRepository(asking)
        self.offices = OfficesRepository(asking)
        self.seniority = SeniorityRepository(asking)
        self.accounts = AccountsRepository(asking)
        self.programmes = ProgrammesRepository(asking)
        self.enrolments = EnrolmentsRepository(asking)
        self.invitations = InvitationsRepository(asking)
        self.proposals = ProposalsRepository(asking)
        self.pairings = PairingsRepository(asking)
        self.checkins = CheckInsRepository(asking)
        self.figures = FiguresRepository(asking)
        self.outbox = OutboxRepository(asking)
        self.deliveries = DeliveriesRepository(asking)
        self.agenda = AgendaRepository(asking)
        self.retention = RetentionRepository(asking)

    def add(self, *entities: object) -> None:
        self.unit.add(*entities)

    def add_many(self, entities: Sequence[object]) -> None:
        if not entities:
            return
        mapper = mapper_of_row(entities[0])
        rows = [dict(zip(mapper.names, mapper.values(entity), strict=True)) for entity in entities]
        sealed = self.unit.seals.sealed(mapper.table, rows)
        self.unit.connection.execute(mapper.insert, sealed)

    def remove(self, *entities: object) -> None:
        self.unit.write()
        self.unit.remove(*entities)

    def get(self, kind: type[T], *key: str) -> T | None:
        found = self.unit.find(kind, (self.organisation_id, *key))
        return found if found is not None else self._read(kind, key, "read")

    def lock(self, kind: type[T], *key: str) -> T | None:
        if self._nobody_changes(kind, key):
            return self.get(kind, *key)
        return self._read(kind, key, "lock")

    def hold(self, kind: type[T], *key: str) -> T | None:
        if self._nobody_changes(kind, key):
            return self.get(kind, *key)
        return self._read(kind, key, "hold")

    def load(self, kind: type[T], ids: Iterable[str]) -> list[T]:
        wanted = list(dict.fromkeys(ids))
        found: dict[str, T] = {}
        for some in chunks(wanted):
            entities = self._asking.all(kind, _by_ids(kind), ids=some)  # type: ignore[arg-type]
            found |= {entity.id: entity for entity in entities}  # type: ignore[attr-defined]
        return [found[id_] for id_ in wanted if id_ in found]

    def attempt(self, act: Callable[[], None]) -> Exception | None:
        try:
            with self.unit.savepoint():
                act()
        except Exception as error:
            if was_lost(error):
                raise
            return error
        return None

    def one_at_a_time(self) -> None:
        # A lock alone would let the second go on with what it saw before the first was done; having
        # written the row makes PostgreSQL end it. SQLite's units of work never meet.
        self._asking.rows(TOUCH)

    def first_time(self, key: str, now: datetime) -> bool:
        row = {"organisation_id": self.organisation_id, "key": key, "at": now}
        return bool(self.unit.connection.execute(_taken(self._asking.dialect), row).rowcount)

    def write(self) -> None:
        """Write all changes: the unit of work ends here."""
        self.unit.write()
        self.outbox.write()

    def _read(self, kind: type[T], key: tuple[str, ...], how: str) -> T | None:
        """Ask for an entity by its key; unwritten changes cannot change the answer."""
        if kind in PARTS:  # its row begins with its entity
            self.unit.write(PARTS[kind][0])
        whole = (self.organisation_id, *key)
        values = dict(zip(MAPPERS[kind].key_names, whole, strict=True))
        question = _by_key(kind, how)  # type: ignore[arg-type]
        locked = how == "lock"
        return next(iter(self.unit.read(kind, question, values, locked=locked)), None)

    def _nobody_changes(self, kind: type[Any], key: tuple[str, ...]) -> bool:
        """Whether a row is locked already; SQLite has but one writer."""
        return self._asking.dialect == "sqlite" or self.unit.is_locked(
            kind, (self.organisation_id, *key)
        )


@cache
def _taken(dialect: str) -> Any:
    """The statement of ``first_time``: what is there already is not counted."""
    statement = INSERTS[dialect](t.turns).on_conflict_do_nothing()
    return statement.execution_options(preserve_rowcount=True)


@cache
def _by_key(kind: type[Any], how: str) -> Any:
    """The question of ``get``, ``lock`` and ``hold``."""
    question = select(TABLES[kind]).where(equal(*MAPPERS[kind].key_columns))
    if how == "lock":  # FOR NO KEY UPDATE: rows that refer to this one may still be added
        return question.with_for_update(key_share=True)
    return question.with_for_update(read=True) if how == "hold" else question


@cache
def _by_ids(kind: type[Any]) -> Any:
    """The question of ``load``."""
    table = TABLES[kind]
    return select(table).where(own(table), within(table.c.id, "ids"))
