"""Which class lives in which table, and how a row and an object become each other.

The classes know nothing of it: they stay plain, and a row's values are their attributes. Most are
of the domain, a table each; what the conversation keeps of an entity stands in the entity's row
(docs/adr/0008-conversation-beside-its-entity.md).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache, cached_property
from operator import attrgetter, itemgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Column, Executable, Table, bindparam, delete, insert, update

from bot.conversation.awaiting import Conversation, Questionnaire
from bot.domain.checkin import CheckIn, Feedback
from bot.domain.closing import Closing
from bot.domain.delivery import Delivery, Lane
from bot.domain.digest import Digest
from bot.domain.invitation import Invitation
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, Seat
from bot.domain.people import (
    Account,
    Alias,
    AuditEntry,
    Consent,
    Organisation,
    Person,
    Secret,
    Tenant,
)
from bot.domain.programme import Announcement, Cycle, Enrolment, Programme
from bot.domain.proposal import PairRule, Proposal
from bot.domain.run import Run
from bot.domain.topic import OwnTopic
from storage import tables as t
from storage.types import is_mutable

T = TypeVar("T")
Values = tuple[Any, ...]

MAPPED: dict[type, Table[Any]] = {
    Organisation: t.organisations,
    Tenant: t.tenants,
    Person: t.people,
    Alias: t.aliases,
    Account: t.accounts,
    Closing: t.closings,
    Secret: t.secrets,
    Consent: t.consents,
    AuditEntry: t.audit,
    Programme: t.programmes,
    Cycle: t.cycles,
    Announcement: t.announcements,
    Invitation: t.invitations,
    Enrolment: t.enrolments,
    PairRule: t.pair_rules,
    Proposal: t.proposals,
    Run: t.runs,
    OwnTopic: t.topics,
    Pairing: t.pairings,
    Seat: t.seats,
    Meeting: t.meetings,
    CheckIn: t.checkins,
    Feedback: t.feedbacks,
    Digest: t.digests,
    Delivery: t.outbox,
    Lane: t.lanes,
}
"""Every entity and its table; a class of the domain without an entry here is never stored."""

PARTS: dict[type, tuple[type, tuple[str, ...]]] = {
    Conversation: (Account, ("flow", "step", "subject", "draft")),
    Questionnaire: (CheckIn, ("step", "taps")),
}
"""What the conversation keeps in an entity's row, in columns that the entity has not.

A row begins with its entity, by the defaults of these columns, and goes with it: a part is read and
changed, never added or removed.
"""

DUE: dict[type, Column[datetime]] = {
    Person: t.people.c.due_at,
    Programme: t.programmes.c.digest_due_at,
    Enrolment: t.enrolments.c.due_at,
    Proposal: t.proposals.c.due_at,
    Pairing: t.pairings.c.due_at,
    Seat: t.seats.c.next_due_at,
    Meeting: t.meetings.c.due_at,
    CheckIn: t.checkins.c.due_at,
    Feedback: t.feedbacks.c.due_at,
    Run: t.runs.c.due_at,
}
"""The column that says when an entity is looked at next."""


class Mapper(Generic[T]):
    """Turns rows of a table into entities of a class and back, and knows how these are written.

    A row is the values of the columns ``names``, in the table's order; a ``whole`` row is all that
    a table holds. A key is the values of the primary key's columns. ``parts`` are other classes
    that the whole row holds, too.
    """

    def __init__(self, kind: type[T], table: Table[Any]) -> None:
        self.kind, self.table = kind, table
        entity = PARTS[kind][0] if kind in PARTS else kind
        parts = tuple(part for part, (owner, _) in PARTS.items() if owner is entity)
        self.parts = () if kind in PARTS else parts
        self.whole = (entity, *parts)
        """All that the whole row holds, an entity before its parts."""
        self.columns = tuple(table.columns)
        columns = [column for column in self.columns if _keeps(kind, column)]
        self.names = tuple(column.name for column in columns)
        at = [i for i, column in enumerate(table.columns) if column in set(columns)]
        self._row: Callable[[Sequence[Any]], Values] | None = (
            itemgetter(*at) if len(at) < len(table.columns) else None
        )
        self.key_columns = tuple(table.primary_key.columns)
        self.key_names = tuple(column.name for column in self.key_columns)
        self.values: Callable[[T], Values] = attrgetter(*self.names)
        """Return an entity's row."""
        at = [self.names.index(name) for name in self.key_names]
        # One place more, so that a single column gives a tuple, too.
        self._key: Callable[[Sequence[Any]], Values] = itemgetter(*at, at[0])
        self._key_of: Callable[[T], Values] = attrgetter(*self.key_names, self.key_names[0])
        self._mutable = [i for i, column in enumerate(columns) if is_mutable(column.type)]

    def row(self, whole: Sequence[Any]) -> Sequence[Any]:
        """Return what a whole row holds of this class."""
        return whole if self._row is None else self._row(whole)

    def key(self, row: Sequence[Any]) -> Values:
        """Return a row's key."""
        return self._key(row)[:-1]

    def key_of(self, entity: T) -> Values:
        """Return an entity's key."""
        return self._key_of(entity)[:-1]

    def snapshot(self, row: Sequence[Any]) -> Values:
        """Return a row that shares nothing with it that could be changed in place."""
        if not self._mutable:
            return tuple(row)
        values = list(row)
        for index in self._mutable:
            values[index] = _copied(values[index])
        return tuple(values)

    def entity(self, row: Sequence[Any]) -> T:
        """Return a new entity as a row describes it."""
        made = object.__new__(self.kind)
        self.fill(made, row)
        return made

    def fill(self, entity: T, row: Sequence[Any]) -> None:
        """Make an entity what a row says."""
        vars(entity).update(zip(self.names, row, strict=True))

    @cached_property
    def insert(self) -> Executable:
        """The statement that writes new rows; takes their values by name."""
        return insert(self.table)

    @cached_property
    def delete(self) -> Executable:
        """The statement that deletes a row; takes its ``key_values``."""
        return delete(self.table).where(*self._same_key)

    @cache  # noqa: B019  as many mappers as tables, for as long as the process lives
    def update(self, names: tuple[str, ...]) -> Executable:
        """Return the statement that writes some columns of a row; takes its ``key_values``, too."""
        return (
            update(self.table)
            .where(*self._same_key)
            .values({name: bindparam(name) for name in names})
        )

    def key_values(self, key: Values) -> dict[str, Any]:
        """Return a key as ``update`` and ``delete`` take it."""
        return {f"key_{name}": value for name, value in zip(self.key_names, key, strict=True)}

    @property
    def _same_key(self) -> list[Any]:
        return [column == bindparam(f"key_{column.name}") for column in self.key_columns]


def _keeps(kind: type, column: Column[Any]) -> bool:
    """Whether a class keeps a column of its table: a part its own and the key, an entity others."""
    if kind in PARTS:
        return column.primary_key or column.name in PARTS[kind][1]
    return all(owner is not kind or column.name not in theirs for owner, theirs in PARTS.values())


def _copied(value: Any) -> Any:
    """Copy what JSON may hold, to its depth."""
    kind = type(value)
    if kind is dict:
        return {name: _copied(each) for name, each in value.items()}
    return kind(map(_copied, value)) if kind in {list, tuple} else value


TABLES: dict[type, Table[Any]] = MAPPED | {
    part: MAPPED[owner] for part, (owner, _) in PARTS.items()
}
"""Where everything is kept that a unit of work can be asked for."""
MAPPERS: dict[type, Mapper[Any]] = {kind: Mapper(kind, table) for kind, table in TABLES.items()}


def mapper_of_row(entity: object) -> Mapper[Any]:
    """Return the mapper of an entity whose row comes or goes; TypeError for a part of one."""
    kind = type(entity)
    if kind in PARTS:
        owner = PARTS[kind][0].__name__
        message = f"{kind.__name__} has no row of its own: it comes and goes with its {owner}"
        raise TypeError(message)
    return MAPPERS[kind]


def mappers_of_rows(kinds: Iterable[type]) -> Iterator[Mapper[Any]]:
    """Give the mappers of the entities in whose rows some kinds are kept, each once."""
    for kind in dict.fromkeys(PARTS[kind][0] if kind in PARTS else kind for kind in kinds):
        yield MAPPERS[kind]
