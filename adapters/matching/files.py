"""Reads a JSON file of any content; what cannot be used is refused as what it is, size first."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from adapters.matching.faults import WrongInstance

LARGEST_FILE = 256 << 20
MOST_PAIRS = 5_000_000
BYTES_PER_PAIR, BYTES_PER_PERSON = 600, 1_100
"""What each takes at the peak, from the file's text to the proof.

Measured with ids of 36 characters: 560 bytes a pair where 40,000 people have two million, and 1,100
a person beside that where 400,000 have one million. Short ids take a tenth less.
"""
LARGEST_NUMBER = 1_000_000
"""A capacity or a score."""
CHUNK = 1 << 20
MEMORY = Path("/proc/meminfo")


def read_json(path: Path) -> Any:
    """Return what a JSON file holds; raises WrongInstance."""
    try:
        if not path.is_file():
            path.stat()
            raise WrongInstance("match-no-file", path=str(path))
        _check_size(path)
        return json.loads(path.read_bytes(), object_pairs_hook=_each_key_once)
    except OSError as error:
        raise WrongInstance("match-unreadable", path=str(path), why=error.strerror or "") from error
    except RecursionError as error:
        raise WrongInstance("match-too-deep", path=str(path)) from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise WrongInstance("match-no-json", path=str(path)) from error
    except ValueError as error:
        # Python reads no longer number than this, lest it take minutes (sys.int_info).
        raise WrongInstance("match-long-number", path=str(path), most=LARGEST_NUMBER) from error


def check_memory(needed: int) -> None:
    """Raise WrongInstance if a question needs more memory than the machine has free."""
    free = _free_memory()
    if free is not None and needed > free:
        raise WrongInstance("match-no-memory", needed=needed >> 20, free=free >> 20)


def _check_size(path: Path) -> None:
    """Refuse a file with too much in it before it is read, by its size and its brackets."""
    if path.stat().st_size > LARGEST_FILE:
        raise WrongInstance("match-huge", path=str(path), limit=LARGEST_FILE >> 20)
    pairs = people = 0
    for chunk in _chunks(path):
        pairs, people = pairs + chunk.count(b"["), people + chunk.count(b"{")
    if pairs > MOST_PAIRS:
        raise WrongInstance("match-many-pairs", path=str(path), pairs=pairs, limit=MOST_PAIRS)
    check_memory(pairs * BYTES_PER_PAIR + people * BYTES_PER_PERSON)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _free_memory() -> int | None:
    """Return the bytes that Linux says are available; elsewhere nobody knows."""
    if not MEMORY.exists():
        return None
    for line in MEMORY.read_text(encoding="ascii").splitlines():
        if line.startswith("MemAvailable"):
            return int(line.split()[1]) << 10
    return None


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise WrongInstance("match-key-twice", name=json.dumps(twice))
    return found
