"""Races that PostgreSQL ends by refusing one of two units of work; whoever lost begins again."""

from sqlalchemy.exc import DBAPIError

LOST = frozenset({"40001", "40P01"})
"""Its codes for a row that changed since it was read, and for a deadlock."""

TAKEN = "23505"
"""Its code for a key that is taken: perhaps by another unit of work that made the same row."""


def was_lost(error: BaseException) -> bool:
    """Whether an error says only that another unit of work came first."""
    return _code(error) in LOST


def may_be_lost(error: BaseException) -> bool:
    """Whether doing it again may help, since it would then see what another unit of work did."""
    return was_lost(error) or _code(error) == TAKEN


def _code(error: BaseException) -> object:
    return getattr(error.orig, "sqlstate", None) if isinstance(error, DBAPIError) else None
