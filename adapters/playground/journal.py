"""An append-only file of JSON lines: what the playground's chats survive a restart with."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Line = dict[str, Any]


class Journal:
    """A file that only grows; a line half-written when the process died is cut off on opening.

    Lines are handed to the operating system at once and not forced to the disk: they survive a
    kill, not a power cut.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("ab+")
        self._whole = 0

    def read(self) -> Iterator[Line]:
        """Yield every whole line from the start, then cut off what follows the last one."""
        self._file.seek(0)
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            yield json.loads(line)
            self._whole += len(line)
        self._file.truncate(self._whole)

    def write(self, line: Line) -> None:
        """Append one line."""
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        self._file.write(text.encode() + b"\n")
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()
