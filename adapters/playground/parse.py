"""From the page's JSON to events: every size and type is checked, nothing is believed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from adapters.playground.limits import CHOSEN, FIELDS, NAME, TEXT
from bot.conversation.events import Event, Pressed, Said, Submitted
from bot.errors import BotError

Json = Mapping[str, Any]
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What no database keeps as text: NUL, and halves of a pair that JSON can carry alone."""


class BadRequest(BotError):
    """The page sent something that cannot be an event; ``key`` names the sentence that says so."""

    def __init__(self, key: str, **values: str | float) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where the page's events happen: the organisation and its playground tenant."""

    organisation_id: str
    platform: str
    tenant: str


def event(kind: str, data: object, place: Place) -> Event:
    """Return what the page says a person did; raises BadRequest.

    Common to all kinds: ``address`` (who) and ``key`` (one per gesture, so that a repeated request
    is taken once). ``say``: ``text``; ``press``: ``action``, ``subject``, ``value``; ``submit``:
    ``action``, ``subject`` and ``values``, a list of texts per field.
    """
    if not isinstance(data, Mapping):
        raise BadRequest("playground-bad-shape")
    common = {
        "organisation_id": place.organisation_id,
        "platform": place.platform,
        "tenant": place.tenant,
        "address": text(data, "address", NAME),
        "key": f"{place.platform}:{text(data, 'key', NAME - len(place.platform) - 1)}",
    }
    return KINDS[kind](data, common)


def text(data: Json, name: str, limit: int, *, empty: bool = False) -> str:
    """Return a text of the request; raises BadRequest if missing, too long, or empty."""
    value = data.get(name, "" if empty else None)
    if not isinstance(value, str) or UNSTORABLE.search(value) or not (value.strip() or empty):
        raise BadRequest("playground-bad-field", field=name)
    if len(value) > limit:
        raise BadRequest("playground-too-long", field=name, limit=limit)
    return value


def _said(data: Json, common: dict[str, str]) -> Event:
    return Said(text=text(data, "text", TEXT), **common)


def _pressed(data: Json, common: dict[str, str]) -> Event:
    return Pressed(
        action=text(data, "action", NAME),
        subject=text(data, "subject", NAME, empty=True),
        value=text(data, "value", NAME, empty=True),
        **common,
    )


def _submitted(data: Json, common: dict[str, str]) -> Event:
    values = data.get("values")
    if not isinstance(values, Mapping) or len(values) > FIELDS:
        raise BadRequest("playground-bad-field", field="values")
    return Submitted(
        action=text(data, "action", NAME),
        subject=text(data, "subject", NAME, empty=True),
        values={name: _texts(values, name) for name in values},
        **common,
    )


def _texts(values: Json, name: str) -> tuple[str, ...]:
    """Return what was filled into one field."""
    filled = values[name]
    if len(name) > NAME or not isinstance(filled, list) or len(filled) > CHOSEN:
        raise BadRequest("playground-bad-field", field=name[:NAME])
    return tuple(text({name: item}, name, TEXT, empty=True) for item in filled)


KINDS: dict[str, Callable[[Json, dict[str, str]], Event]] = {
    "say": _said,
    "press": _pressed,
    "submit": _submitted,
}
"""What a person may do, by the last part of the request's path."""
