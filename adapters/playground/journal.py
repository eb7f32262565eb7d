"""An append-only file of JSON lines: the chats and the clock, as they survive a restart."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from adapters.playground.message import Change, Message
from bot.messages.codec import card_from_json, card_to_json

CLOCK = "clock"
"""The one field of a line that tells no message, but where the clock stood."""


class Journal:
    """A file that only grows; a line half-written when the process died is cut off on opening.

    Lines are handed to the operating system at once and not forced to the disk: they survive a
    kill, not a power cut.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("ab+")
        self._whole = 0

    def read(self) -> Iterator[Change | datetime]:
        """Yield what every whole line tells: a change, or where the clock stood.

        What follows the last one is cut off.
        """
        self._file.seek(0)
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            yield _from_json(json.loads(line))
            self._whole += len(line)
        self._file.truncate(self._whole)

    def write(self, told: Change | datetime) -> None:
        """Append one line."""
        line = {CLOCK: told.isoformat()} if isinstance(told, datetime) else _to_json(told)
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        self._file.write(text.encode() + b"\n")
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _to_json(change: Change) -> dict[str, Any]:
    message = change.message
    return {
        "tenant": change.tenant,
        "address": change.address,
        "id": message.id,
        "version": message.version,
        "at": message.at.isoformat(),
        "text": message.text,
        "card": card_to_json(message.card) if message.card else None,
        "chosen": message.chosen,
        "key": message.key,
    }


def _from_json(line: dict[str, Any]) -> Change | datetime:
    if CLOCK in line:
        return datetime.fromisoformat(line[CLOCK])
    card = line["card"]
    message = Message(
        id=line["id"],
        version=line["version"],
        at=datetime.fromisoformat(line["at"]),
        text=line["text"],
        card=card_from_json(card) if card else None,
        chosen=line["chosen"],
        key=line["key"],
    )
    return Change(line["tenant"], line["address"], message)
