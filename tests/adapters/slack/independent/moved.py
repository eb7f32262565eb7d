"""The command line with a clock that a file moves: the file holds the seconds it is ahead.

python -m tests.adapters.slack.independent.moved FILE serve …
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from adapters import clocks
from adapters.__main__ import main


def move(file: Path) -> None:
    """Let the wall clock of this process be ahead by what the file says at each look."""

    def now(self: clocks.WallClock) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=float(file.read_text("ascii")))  # noqa: TID251

    clocks.WallClock.now = now  # type: ignore[method-assign]  # this process is no other's


if __name__ == "__main__":
    move(Path(sys.argv.pop(1)))
    main()
