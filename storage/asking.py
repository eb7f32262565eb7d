"""How a question is put: to one organisation, within one unit of work, about what is written.

A question is a statement that was built once, since building it costs more than asking it: its
values are bound when it is asked. Each binds its organisation by the name ``organisation``, for the
name of a column would be taken for its new value where rows are changed.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Executable,
    Select,
    Table,
    and_,
    bindparam,
    false,
    func,
    or_,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql import visitors

from storage.mapping import TABLES
from storage.unit_of_work import CHUNK, UnitOfWork

T = TypeVar("T")
KINDS = {
    table: tuple(kind for kind, its in TABLES.items() if its is table) for table in TABLES.values()
}
"""What the rows of a table are, an entity before its parts."""
INSERTS: dict[str, Callable[[Table[Any]], Any]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}
"""How each database spells an INSERT that knows ON CONFLICT."""


class Asking:
    """Puts the questions of all repositories of one unit of work."""

    def __init__(self, unit: UnitOfWork, organisation_id: str, new_id: Callable[[], str]) -> None:
        self.unit = unit
        self.organisation_id = organisation_id
        self.new_id = new_id

    def all(
        self, kind: type[T], question: Executable, /, *, locked: bool = False, **values: Any
    ) -> list[T]:
        """Return the entities of a question for all columns of their table."""
        self.unit.write(*kinds_of(question))
        values["organisation"] = self.organisation_id
        return self.unit.read(kind, question, values, locked=locked)

    def one(self, kind: type[T], question: Executable, /, **values: Any) -> T | None:
        """Return the first entity of a question, or None."""
        return next(iter(self.all(kind, question, **values)), None)

    def rows(self, statement: Executable, /, **values: Any) -> Any:
        """Execute a statement for what it returns or does; it sees all changes made so far."""
        self.unit.write(*kinds_of(statement))
        values["organisation"] = self.organisation_id
        return self.unit.connection.execute(statement, values)

    def change(self, statement: Any, /, **values: Any) -> int:
        """Change many rows at once; entities read before know of it. Return how many."""
        done = self.rows(statement, **values)
        for kind in KINDS[statement.table]:
            self.unit.reread(kind)
        return int(done.rowcount)

    def keep(self, table: Table[Any], rows: list[dict[str, Any]]) -> None:
        """Insert rows; what is there already stays as it is."""
        sealed = self.unit.seals.sealed(table, rows)
        self.unit.connection.execute(_kept(self.dialect, table), sealed)

    @property
    def dialect(self) -> str:
        """The database that is asked."""
        return self.unit.connection.dialect.name


def own(table: Any) -> Any:
    """Whether a row is of the organisation that asks."""
    return table.c.organisation_id == bindparam("organisation")


def equal(*columns: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether columns hold the values bound by their names; not for changing rows."""
    return and_(*(column == bindparam(column.key) for column in columns))


def within(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Whether a column holds one of the values bound by a name, for lists of any length."""
    return column.in_(bindparam(name, expanding=True))


def any_of(column: ColumnElement[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """Whether a column holds one of a few values, for questions that every turn asks.

    IN would say the same, but SQLAlchemy spells it out anew at every execution.
    """
    return or_(false(), *(column == value for value in values))


def names(table: Table[Any]) -> ColumnElement[bool]:
    """Whether a pair names the person bound as ``person``, on either side.

    Each side says the organisation again: only so does SQLite use an index for each of them.
    """
    return or_(
        and_(own(table), table.c.mentor_id == bindparam("person")),
        and_(own(table), table.c.mentee_id == bindparam("person")),
    )


def count(table: Any, *where: ColumnElement[bool]) -> Select[Any]:
    """How many rows of the organisation fit."""
    return select(func.count()).select_from(table).where(own(table), *where)


def tally(*columns: ColumnElement[Any], where: tuple[ColumnElement[bool], ...]) -> Select[Any]:
    """How many rows of the organisation fit, for each value of some columns."""
    table = columns[0].table
    return select(*columns, func.count()).where(own(table), *where).group_by(*columns)


def chunks(names: Iterable[str]) -> Iterator[list[str]]:
    """Yield each name once, in lists short enough for one question."""
    once = list(dict.fromkeys(names))
    return (once[start : start + CHUNK] for start in range(0, len(once), CHUNK))


@cache
def _kept(dialect: str, table: Table[Any]) -> Any:
    return INSERTS[dialect](table).on_conflict_do_nothing()


@cache
def kinds_of(statement: Executable) -> tuple[type, ...]:
    """The kinds whose rows a statement reads or changes: what is unwritten of others is no matter.

    Cached by the statement itself, which is why each has to be built once.
    """
    parts = visitors.iterate(statement)  # type: ignore[arg-type]
    tables = (part for part in parts if isinstance(part, Table))
    return tuple(dict.fromkeys(kind for table in tables for kind in KINDS.get(table, ())))
