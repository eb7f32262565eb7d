"""Column types that keep the domain's promises on both databases."""

from collections.abc import Callable
from copy import copy
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, String, Text, TypeDecorator
from sqlalchemy.dialects.sqlite import dialect as sqlite
from sqlalchemy.types import TypeEngine

from storage.sealing import MARK

SQLITE = sqlite()
"""Stands for any database where a type has to be asked what JSON says of a value."""


def line(length: int) -> String:
    """Text up to a length, compared byte by byte on both databases.

    PostgreSQL would compare as the database's own language does: another order than SQLite's, and
    an index that breaks when the system's rules change. People read lists sorted in Python.
    """
    return String(length).with_variant(String(length, collation="C"), "postgresql")


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant; naive values are refused, and SQLite gets its offset back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse naive instants; SQLite keeps the UTC wall time."""
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"naive instant {value!r}: give it a time zone"
            raise ValueError(message)
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Word(TypeDecorator[StrEnum]):
    """A string enum, stored as its value: no native enum, so no ALTER TYPE."""

    impl = line(24)
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        """Store the value, never the name."""
        del dialect
        return None if value is None else self.kind(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        """Return the member."""
        del dialect
        return None if value is None else self.kind(value)


class Tuple(TypeDecorator[tuple[Any, ...]]):
    """A tuple of strings or numbers, as a JSON list."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> Any:
        """Store a list."""
        del dialect
        return None if value is None else list(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Any, ...] | None:
        """Return a tuple, which nobody changes in place."""
        del dialect
        return None if value is None else tuple(value)


class Dates(Tuple):
    """A tuple of dates, as a JSON list of ISO dates."""

    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> Any:
        """Store a list of words."""
        del dialect
        return None if value is None else [day.isoformat() for day in value]

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[Any, ...] | None:
        """Return a tuple of dates."""
        del dialect
        return None if value is None else tuple(map(date.fromisoformat, value))


class Coded(TypeDecorator[Any]):
    """A typed value that nobody changes in place, as JSON."""

    impl = JSON
    cache_ok = True

    def __init__(self, encode: Callable[[Any], Any], decode: Callable[[Any], Any]) -> None:
        super().__init__()
        self.encode, self.decode = encode, decode

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Store its JSON."""
        del dialect
        return self.encode(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Return the value."""
        del dialect
        return self.decode(value)


class Objects(Tuple):
    """A tuple of JSON objects."""


class Sealed(TypeDecorator[str]):
    """A value that only its owner's key opens; ``of`` is the column that names the owner.

    A unit of work seals and opens it (storage.seals), for that takes the key: what it would write
    unsealed is refused here. ``nothing`` is what is read, as JSON, where nothing was written yet,
    or where the key was destroyed.
    """

    impl = Text
    cache_ok = True

    def __init__(self, kind: TypeEngine[Any], *, of: str, nothing: Any = "") -> None:
        super().__init__()
        self.kind, self.of, self._nothing = kind, of, nothing

    @property
    def nothing(self) -> Any:
        """A new empty value, as JSON says it."""
        return copy(self._nothing)

    def to_json(self, value: Any) -> Any:
        """Return what JSON can say of a value."""
        kind = self.kind
        return kind.process_bind_param(value, SQLITE) if isinstance(kind, TypeDecorator) else value

    def from_json(self, said: Any) -> Any:
        """Return the value of which JSON said so."""
        kind = self.kind
        return kind.process_result_value(said, SQLITE) if isinstance(kind, TypeDecorator) else said

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Refuse what is not sealed."""
        del dialect
        if value and not value.startswith(MARK):
            message = "a value that was not sealed: write it by a unit of work"
            raise ValueError(message)
        return value


def is_mutable(kind: TypeEngine[Any]) -> bool:
    """Whether values of a type could be changed in place."""
    return isinstance(kind.kind if isinstance(kind, Sealed) else kind, JSON | Objects)
