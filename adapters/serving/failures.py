"""What is written down of a failure that nobody is there to see."""

import traceback
from pathlib import Path

import structlog

from bot.domain import moves
from bot.errors import IllegalMove

log = structlog.get_logger()


def report_failure(kind: str, error: Exception) -> None:
    """Log that acting on something due failed, and where; never what the error says.

    An error's words may hold a name or a text.
    """
    log.error("due.failed", kind=kind, error=type(error).__name__, at=_place(error))


def report_refusal(kind: str, error: IllegalMove) -> None:
    """Log that a turn would have moved something where it cannot go: which move, and where.

    A move is told by a kind, an opaque id and states alone.
    """
    log.error("turn.refused", kind=kind, move=str(error), at=_place(error))


def _place(error: Exception) -> str:
    """The last place but the table of moves, through which every refused move comes."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename != moves.__file__]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
