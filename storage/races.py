"""Races that PostgreSQL ends by refusing one of two units of work; whoever lost begins again."""

from sqlalchemy.exc import DBAPIError

LOST = frozenset({"40001", "40P01"})
"""Its codes for a row that changed since it was read, and for a deadlock."""


def was_lost(error: BaseException) -> bool:
    """Whether an error says only that another unit of work came first."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in LOST
