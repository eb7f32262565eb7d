"""What every group of questions shares: one unit of work, one organisation, one source of ids."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Executable,
    Integer,
    Select,
    String,
    Table,
    and_,
    bindparam,
    exists,
    false,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite

from bot.domain.delivery import Delivery
from bot.domain.people import Organisation
from storage import tables as t
from storage.mapping import DUE, MAPPED, MAPPERS
from storage.races import was_lost
from storage.unit_of_work import CHUNK, UnitOfWork

T = TypeVar("T")
INSERTS: dict[str, Callable[[Table[Any]], Any]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
"""How each database spells an INSERT that knows ON CONFLICT."""
KEYS = {
    kind: tuple(c.name for c in table.primary_key.columns if c.name != "organisation_id")
    for kind, table in MAPPED.items()
}
"""The columns of each kind's key within its organisation."""
KINDS_DUE = select(
    *(
        exists().where(
            MAPPED[kind].c.organisation_id == bindparam("organisation_id"),
            column <= bindparam("now"),
        )
        for kind, column in DUE.items()
    ),
)
"""Which kinds have something due; built once, since it is asked every second."""
DUE_QUESTIONS: dict[type, Any] = {
    kind: select(MAPPED[kind])
    .where(
        MAPPED[kind].c.organisation_id == bindparam("organisation_id"),
        column <= bindparam("now"),
    )
    .order_by(column, *MAPPED[kind].primary_key.columns)
    .limit(bindparam("most", type_=Integer))
    .with_for_update(skip_locked=True)
    for kind, column in DUE.items()
}
"""What has come due of each kind, earliest first."""


class BaseRecords:
    """Reads and keeps entities of one organisation."""

    def __init__(
        self, connection: Connection, organisation_id: str, new_id: Callable[[], str]
    ) -> None:
        self.unit = UnitOfWork(connection)
        self.organisation_id = organisation_id
        self.new_id = new_id
        self.queued: list[Delivery] = []
        self._held: dict[tuple[object, ...], object] = {}

    def add(self, *entities: object) -> None:
        """Keep new entities; they are written at commit, or before a question they may answer."""
        self.unit.add(*entities)
        for entity in entities:
            self.hold(entity, *(getattr(entity, name) for name in KEYS[type(entity)]))

    def add_many(self, entities: Sequence[object]) -> None:
        """Keep many new entities of one kind in one statement; later changes of them are not."""
        if not entities:
            return
        mapper = MAPPERS[type(entities[0])]
        rows = [dict(zip(mapper.names, mapper.values(entity), strict=True)) for entity in entities]
        self.ask(self.insert(mapper.table), rows)

    def remove(self, *entities: object) -> None:
        """Delete rows: drafts and rules that a new matching run replaces."""
        self.unit.write()
        self.unit.remove(*entities)
        self._held.clear()

    def get(self, kind: type[T], *key: str) -> T | None:
        """Return an entity by its key within the organisation, locked until the end."""
        held = self._held.get((kind, *key))
        if held is not None:
            return held  # type: ignore[return-value]
        found = self._known(kind, *key)
        return None if found is None else self.hold(found, *key)

    def _known(self, kind: type[T], *key: str) -> T | None:
        """Read an entity, unless one that was read needs no lock."""
        known = self.unit.find(kind, (self.organisation_id, *key)) if self._is_alone else None
        if known is not None:
            return known
        values = {
            "organisation_id": self.organisation_id,
            **dict(zip(KEYS[kind], key, strict=True)),
        }
        return next(iter(self.unit.read(kind, _by_key(kind), values)), None)  # type: ignore[arg-type]

    def hold(self, entity: T, *key: str) -> T:
        """Have ``get`` return an entity as it is."""
        self._held[type(entity), *key] = entity
        return entity

    def load(self, kind: type[T], ids: Iterable[str]) -> list[T]:
        """Read many entities by id in one question, so that later ``get`` calls cost nothing.

        They come in the order of their ids' first mention; unknown ones are left out.
        """
        wanted = list(dict.fromkeys(ids))
        found: dict[str, T] = {}
        for start in range(0, len(wanted), CHUNK):
            some = self.find(kind, id=wanted[start : start + CHUNK])
            found |= {entity.id: entity for entity in some}  # type: ignore[attr-defined]
        return [self.hold(found[id_], id_) for id_ in wanted if id_ in found]

    def kinds_due(self, now: datetime) -> set[type]:
        """Return the kinds of which something has come due, in one statement."""
        values = {"organisation_id": self.organisation_id, "now": now}
        answers = self.ask(KINDS_DUE, values).one()
        return {kind for kind, answer in zip(DUE, answers, strict=True) if answer}

    def due(self, kind: type[T], now: datetime, limit: int) -> list[T]:
        """Return what has come due, earliest first, locked; what others hold is skipped."""
        values = {"organisation_id": self.organisation_id, "now": now, "most": limit}
        return self.read(kind, DUE_QUESTIONS[kind], values)

    def attempt(self, work: Callable[[], None]) -> Exception | None:
        """Do something all or not at all within this unit of work; return what it raised.

        A lost race is raised: the whole unit of work begins again then.
        """
        queued = list(self.queued)
        try:
            with self.unit.savepoint():
                work()
        except Exception as error:
            if was_lost(error):
                raise
            self._held.clear()
            self.queued = queued
            return error
        return None

    def put_off(self, kind: type[T], entity: T, until: datetime) -> None:
        """Look at an entity again later, and change nothing else about it."""
        setattr(entity, DUE[kind].name, until)

    def first_time(self, key: str, now: datetime) -> bool:
        """Note that an event was taken; False when it had been before."""
        row = {"organisation_id": self.organisation_id, "key": key, "at": now}
        return bool(self.run(_taken(self._dialect), row).rowcount)

    def run(self, statement: Executable, values: Any) -> Any:
        """Execute a statement that neither reads nor changes entities of this unit of work."""
        return self.unit.connection.execute(statement, values)

    def ask(self, statement: Executable, values: Any = None) -> Any:
        """Execute a statement that has to see all changes made so far."""
        self.unit.write()
        return self.unit.connection.execute(statement, values)

    def read(self, kind: type[T], question: Executable, values: Any = None) -> list[T]:
        """Return the entities of a question for all columns of their table."""
        self.unit.write()
        return self.unit.read(kind, question, values)

    def find(
        self, kind: type[T], /, *order: str, most: int | None = None, **equal: object
    ) -> list[T]:
        """Return the entities whose columns equal some values, ordered by columns ("-" falling).

        A list means any of its values. The quick way to ask: the statement is built once for each
        set of names.
        """
        self.unit.write(kind)  # what is unwritten of other kinds cannot change the answer
        values = {"organisation_id": self.organisation_id, "most": most, **equal}
        # mypy doubts that classes have a hash.
        lists = tuple(name for name, value in equal.items() if isinstance(value, list))
        single = tuple(name for name in equal if name not in lists)
        question = _equal(kind, order, single, lists, limited=most is not None)  # type: ignore[arg-type]
        return self.unit.read(kind, question, values)

    def first(self, kind: type[T], /, *order: str, **equal: object) -> T | None:
        """Return the first entity whose columns equal some values, or None."""
        return next(iter(self.find(kind, *order, most=1, **equal)), None)

    def select(self, kind: type[Any], *where: ColumnElement[bool]) -> Select[Any]:
        """Start a question about one kind of entity of this organisation."""
        own = MAPPED[kind].c["id" if kind is Organisation else "organisation_id"]
        return select(MAPPED[kind]).where(own == self.organisation_id, *where)

    def all(self, kind: type[T], *where: ColumnElement[bool], order: Any = None) -> list[T]:
        """Return all entities that fit, in an order."""
        question = self.select(kind, *where)
        return self.read(kind, question if order is None else question.order_by(order))

    def one(self, kind: type[T], *where: ColumnElement[bool], order: Any = None) -> T | None:
        """Return the first entity that fits, or None."""
        question = self.select(kind, *where)
        question = question if order is None else question.order_by(order)
        return next(iter(self.read(kind, question.limit(1))), None)

    def insert(self, table: Table[Any]) -> Any:
        """Start an INSERT that knows ON CONFLICT; both databases spell it the same."""
        return INSERTS[self._dialect](table)

    @property
    def _dialect(self) -> str:
        return self.unit.connection.dialect.name

    @property
    def _is_alone(self) -> bool:
        """Whether nobody else can change anything before this unit of work ends."""
        return self._dialect == "sqlite"


def any_of(column: ColumnElement[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """Whether a column holds one of a few values, for questions that are built once.

    IN would say the same, but SQLAlchemy spells it out anew at every execution.
    """
    return or_(false(), *(column == value for value in values))


def names(table: Table[Any]) -> ColumnElement[bool]:
    """Whether a pair names the person bound as ``person_id``, on either side.

    Each side says the organisation again: only so does SQLite use an index for each of them.
    """
    mine = table.c.organisation_id == bindparam("organisation_id")
    person_id = bindparam("person_id", type_=String)
    return or_(
        and_(mine, table.c.mentor_id == person_id),
        and_(mine, table.c.mentee_id == person_id),
    )


@cache
def _taken(dialect: str) -> Any:
    """The statement of ``first_time``: what is there already is not counted."""
    statement = INSERTS[dialect](t.turns).on_conflict_do_nothing()
    return statement.execution_options(preserve_rowcount=True)


@cache
def _by_key(kind: type[Any]) -> Any:
    """The question of ``get``."""
    table = MAPPED[kind]
    equal = [column == bindparam(column.name) for column in table.primary_key.columns]
    return select(table).where(*equal).with_for_update()


@cache
def _equal(
    kind: type[T],
    order: tuple[str, ...],
    single: tuple[str, ...],
    lists: tuple[str, ...],
    *,
    limited: bool,
) -> Any:
    """The question of ``find``."""
    columns = MAPPED[kind].c
    equal = [columns[name] == bindparam(name) for name in ("organisation_id", *single)]
    equal += [columns[name].in_(bindparam(name, expanding=True)) for name in lists]
    falling = [columns[n[1:]].desc() if n.startswith("-") else columns[n] for n in order]
    question = select(MAPPED[kind]).where(*equal).order_by(*falling)
    return question.limit(bindparam("most", type_=Integer)) if limited else question
