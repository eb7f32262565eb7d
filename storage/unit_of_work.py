"""What one transaction has read and will write: one object for each row, and its changes.

An identity map and a unit of work over SQLAlchemy's Core, which makes and runs every statement. A
turn reads a handful of rows and changes three of them; SQLAlchemy's own session, made for far more,
took half of its time (docs/adr/0001-own-unit-of-work.md).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import Connection, Executable, select, tuple_

from bot.domain.delivery import Delivery
from storage.mapping import MAPPERS, Mapper, Values, mapper_of_row, mappers_of_rows
from storage.seals import Seals

T = TypeVar("T")
CHUNK = 500
"""Keys named in one question; SQLite takes no more than 32,766 values in a statement."""


class Kept:
    """An entity with its row as it was read or written last; the row is None while it is new.

    The row shares nothing with the entity that could change, so that every change shows.
    ``locked`` says that nobody else changes it before this unit of work ends.
    """

    __slots__ = ("entity", "locked", "row")

    def __init__(self, entity: Any, row: Values | None, *, locked: bool = False) -> None:
        self.entity, self.row, self.locked = entity, row, locked


Known = dict[Values, Kept]
"""What is kept of one kind, by key."""


class UnitOfWork:
    """The entities of one transaction, compared with their rows whenever it matters."""

    def __init__(self, connection: Connection, seals: Seals) -> None:
        self.connection = connection
        self.seals = seals
        self.queued: list[Delivery] = []
        """What goes to the outbox at the end; a key that is there already wins."""
        self._known: dict[type, Known] = defaultdict(dict)

    def find(self, kind: type[T], key: Values) -> T | None:
        """Return an entity that was read or added; the database is not asked."""
        kept = self._known[kind].get(key)
        return None if kept is None else kept.entity

    def is_locked(self, kind: type[Any], key: Values) -> bool:
        """Whether nobody else can change an entity: it was locked, or nobody knows of it yet."""
        kept = self._known[kind].get(key)
        return kept is not None and (kept.locked or kept.row is None)

    def read(
        self, kind: type[T], question: Executable, values: Any = None, *, locked: bool = False
    ) -> list[T]:
        """Return the entities of a question for all columns of one table, in its order.

        An entity that is known already is the same object again, with the changes made to it.
        """
        rows = self.connection.execute(question, values)
        return [self._meet(kind, row, locked=locked) for row in self._opened(kind, rows)]

    def meet(self, kind: type[T], row: Sequence[Any], *, locked: bool = False) -> T:
        """Return the entity of a whole row that was read by other means."""
        [row] = self._opened(kind, [row])
        return self._meet(kind, row, locked=locked)

    def add(self, *entities: object) -> None:
        """Keep new entities; they are written when changes are."""
        for entity in entities:
            mapper = mapper_of_row(entity)
            key = mapper.key_of(entity)
            known = self._known[mapper.kind]
            if key in known:
                message = f"{mapper.kind.__name__} {'/'.join(map(str, key))} is known already"
                raise ValueError(message)
            known[key] = Kept(entity, None)

    def remove(self, *entities: object) -> None:
        """Delete the rows of entities at once."""
        for entity in entities:
            mapper = mapper_of_row(entity)
            key = mapper.key_of(entity)
            for part in mapper.parts:
                self._known[part].pop(key, None)
            if self._known[mapper.kind].pop(key).row is not None:
                self.connection.execute(mapper.delete, mapper.key_values(key))

    def write(self, *kinds: type) -> None:
        """Write what was added or changed; of some kinds only, when these are named."""
        named = kinds or tuple(self._known)
        for mapper in mappers_of_rows(kind for kind in named if self._known[kind]):
            self._write(mapper)

    def reread(self, kind: type) -> None:
        """See what a statement did to the rows of known entities; those without one are let go."""
        mapper, before = MAPPERS[kind], self._known[kind]
        keys = list(before)
        self._known[kind] = known = {}
        for start in range(0, len(keys), CHUNK):
            some = tuple_(*mapper.key_columns).in_(keys[start : start + CHUNK])
            question = select(mapper.table).where(some)
            for whole in self._opened(kind, self.connection.execute(question)):
                row = mapper.row(whole)
                kept = before[mapper.key(row)]
                kept.row = mapper.snapshot(row)
                mapper.fill(kept.entity, row)
                known[mapper.key(row)] = kept

    def let_go(self) -> None:
        """Forget all entities; what is done to them later is not written."""
        self._known.clear()

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """Do all that follows, or on an error nothing of it: entities are again as they were."""
        self.write()
        queued = list(self.queued)
        before = {
            # All were written just now, so that each has a row.
            kind: {key: (kept.entity, kept.row or (), kept.locked) for key, kept in known.items()}
            for kind, known in self._known.items()
        }
        try:
            with self.connection.begin_nested():
                yield
                self.write()
        except BaseException:
            self.queued = queued
            self.seals.step_back()
            self._known.clear()
            for kind, were in before.items():
                mapper, known = MAPPERS[kind], self._known[kind]
                for key, (entity, row, locked) in were.items():
                    known[key] = Kept(entity, row, locked=locked)
                    mapper.fill(entity, mapper.snapshot(row))
            raise

    def _opened(self, kind: type, rows: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
        return self.seals.opened(MAPPERS[kind].columns, rows)

    def _meet(self, kind: type[T], row: Sequence[Any], *, locked: bool) -> T:
        """Return what is kept of a row under one kind, and keep all else that it holds."""
        whole = MAPPERS[kind].whole
        found = {each: _met(MAPPERS[each], self._known[each], row, locked=locked) for each in whole}
        return found[kind]  # type: ignore[no-any-return]

    def _write(self, mapper: Mapper[Any]) -> None:
        """Write the rows of one table: what its entity and its parts changed, at once."""
        new: list[dict[str, Any]] = []
        now: dict[Values, dict[str, Any]] = {}
        for kind in (mapper.kind, *mapper.parts):
            each = MAPPERS[kind]
            for key, kept in self._known[kind].items():
                values, row = each.values(kept.entity), kept.row
                if values == row:
                    continue
                kept.row = each.snapshot(values)
                if row is None:
                    new.append(dict(zip(each.names, values, strict=True)))
                    continue
                columns = zip(each.names, values, row, strict=True)
                now.setdefault(key, {}).update(
                    (name, value) for name, value, was in columns if value != was
                )
        if new:
            self.connection.execute(mapper.insert, self.seals.sealed(mapper.table, new))
        for key, changed in now.items():
            entity = self._known[mapper.kind][key].entity
            now[key] = self.seals.changed(mapper.table, changed, partial(getattr, entity))
        for names, rows in _alike(mapper, now).items():
            self.connection.execute(mapper.update(names), rows)


def _alike(
    mapper: Mapper[Any], now: dict[Values, dict[str, Any]]
) -> dict[tuple[str, ...], list[dict[str, Any]]]:
    """Group new values of rows by the columns that they are of: one statement writes a group."""
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    for key, values in now.items():
        alike[tuple(values)].append({**values, **mapper.key_values(key)})
    return alike


def _met(mapper: Mapper[T], known: Known, whole: Sequence[Any], *, locked: bool) -> T:
    row = mapper.row(whole)
    key = mapper.key(row)
    kept = known.get(key)
    if kept is None:
        entity = mapper.entity(row)
        known[key] = Kept(entity, mapper.snapshot(row), locked=locked)
        return entity
    kept.locked |= locked
    return kept.entity  # type: ignore[no-any-return]
