"""Questions about what is due."""

from datetime import datetime
from typing import Protocol, TypeVar

T = TypeVar("T")


class Agenda(Protocol):
    """What is looked at when its instant has come, of every kind."""

    def kinds(self, now: datetime) -> set[type]:
        """Return the kinds of which something has come due; cheaper than asking each of them."""
        ...

    def due(self, kind: type[T], now: datetime, limit: int) -> list[T]:
        """Return what has come due, earliest first, locked; what others hold is skipped."""
        ...

    def instant(self, kind: type[T], entity: T) -> datetime | None:
        """Return when an entity is looked at next; None: not at all, or it is kept no more."""
        ...

    def put_off(self, kind: type[T], entity: T, until: datetime) -> None:
        """Look at an entity again later, and change nothing else about it."""
        ...
