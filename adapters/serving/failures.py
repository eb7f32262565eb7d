"""What is written down of a failure that nobody is there to see."""

import traceback
from pathlib import Path

import structlog

log = structlog.get_logger()


def report_failure(kind: str, error: Exception) -> None:
    """Log that acting on something due failed, and where; never what the error says.

    An error's words may hold a name or a text.
    """
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    log.error("due.failed", kind=kind, error=type(error).__name__, at=place)
