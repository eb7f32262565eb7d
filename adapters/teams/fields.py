"""Reading an activity's JSON field by field: every size and type is checked."""

import re
from collections.abc import Mapping
from typing import Any

from adapters.teams.limits import NAME
from bot.errors import BotError

Json = Mapping[str, Any]

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What no database keeps as text: NUL, and halves of a pair that JSON can carry alone."""
WORD = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{0,63}")
"""What a language tag or the name of a time zone may look like; the core knows which exist."""


class BadActivity(BotError):
    """The body is no activity of Teams that can be taken; nothing of it is kept."""


def part(data: Json, name: str) -> Json:
    """Return an object within an activity, or an empty one; raises BadActivity."""
    value = data.get(name)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise BadActivity(name)
    return value


def text(data: Json, name: str, limit: int = NAME, *, empty: bool = False) -> str:
    """Return a text of an activity; raises BadActivity if missing, too long, or empty."""
    value = data.get(name)
    value = "" if value is None else value
    if not isinstance(value, str) or UNSTORABLE.search(value) or len(value) > limit:
        raise BadActivity(name)
    if not (value.strip() or empty):
        raise BadActivity(name)
    return value


def word(data: Json, name: str) -> str:
    """Return a language tag or the name of a zone; nothing where it is none, since it is a hint."""
    value = data.get(name)
    return value if isinstance(value, str) and WORD.fullmatch(value) else ""
