"""What a person reads of a Slack payload, and whatever in it would mean something to Slack."""

import re
from collections.abc import Iterator
from typing import Any

MEANINGFUL = frozenset({"broadcast", "channel", "emoji", "link", "user", "usergroup"})
"""Pieces of rich text that are more than words."""
MARKUP = re.compile(r"<[^>]*>|<[!@#]|&(?!amp;|lt;|gt;)")
"""What a field that is read as markup must not hold."""


def words(value: Any) -> Iterator[str]:
    """The texts of blocks in the order of reading; a chart's as its labels and then its values."""
    match value:
        case list():
            for each in value:
                yield from words(each)
        case {"type": "data_visualization", "title": title, "chart": chart}:
            yield title
            yield from chart["axis_config"]["categories"]
            for series in chart["series"]:
                yield from (f"{point['value']:g}" for point in series["data"])
        case {"text": str(text)}:
            yield text
        case dict():
            for name in ("text", "label", "hint", "element", "options", "elements", "blocks"):
                yield from words(value.get(name))


def meanings(value: Any) -> Iterator[str]:
    """Every mention, link, broadcast, emoji or markup of a payload: there should be none."""
    match value:
        case list():
            for each in value:
                yield from meanings(each)
        case dict():
            kind = value.get("type")
            if kind in {"mrkdwn", "markdown", *MEANINGFUL} or value.get("url"):
                yield f"{kind}: {value}"
            if kind == "plain_text" and value.get("emoji") is not False:
                yield f"words between colons become pictures: {value}"
            for each in value.values():
                yield from meanings(each)
