"""What a person reads on an Adaptive Card, piece by piece, by an independent reader of Markdown."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from markdown_it import MarkdownIt

from adapters.teams.text import BLANK

MARKDOWN = MarkdownIt("commonmark").enable(["strikethrough", "table"])
"""What clients draw headings, facts and options with."""
PLAIN = frozenset({"inline", "text", "softbreak", "paragraph_open", "paragraph_close"})
"""Tokens of a text without any Markdown in it."""
BULLET = "• "


class Meaning(Exception):
    """A text that should mean nothing was read as Markdown."""


def read(markdown: str) -> str:
    """Return what Markdown shows; raises Meaning if it shows more than its plain words."""
    paragraphs = []
    for token in MARKDOWN.parse(markdown):
        if token.type not in PLAIN:
            raise Meaning(token.type)
        if token.type == "inline":
            for child in token.children or []:
                if child.type not in PLAIN:
                    raise Meaning(child.type)
            words = "".join(child.content for child in token.children or [])
            paragraphs.append("" if words == BLANK else words)
    return "\n".join(paragraphs)


def pieces(element: Mapping[str, Any]) -> Iterator[str]:
    """Yield the texts of a card or an element, from top to bottom; a chart's title is above it."""
    kind = str(element["type"])
    if kind in READERS:
        yield from READERS[kind](element)
    elif kind.startswith("Chart."):
        yield from (point["x"] for point in element["data"])
        yield from (f"{point['y']:g}" for point in element["data"])
    elif kind.startswith("Action."):
        yield element["title"]
    else:
        for inner in (*element.get("body", ()), *element.get("actions", ())):
            yield from pieces(inner)


def _facts(element: Mapping[str, Any]) -> Iterator[str]:
    for fact in element["facts"]:
        yield from (read(fact["title"]), read(fact["value"]))


def _container(element: Mapping[str, Any]) -> Iterator[str]:
    items = element["items"]
    if all(item["type"] == "RichTextBlock" for item in items):
        yield from _bulleted(items)
    else:
        for item in items:
            yield from pieces(item)


READERS: dict[str, Callable[[Mapping[str, Any]], Iterator[str]]] = {
    "TextBlock": lambda element: iter([read(element["text"])]),
    "RichTextBlock": lambda element: iter([line(element)]),
    "FactSet": _facts,
    "Container": _container,
}


def line(block: Mapping[str, Any]) -> str:
    """Return a line of text; the runs it is cut into are one text to its reader."""
    return "".join(run["text"] for run in block["inlines"])


def _bulleted(items: list[Any]) -> Iterator[str]:
    """Join the lines of one paragraph or item; a bullet, or another look, begins the next one."""
    text, subtle = "", False
    for item in items:
        words, was_subtle = line(item), subtle
        subtle = bool(item["inlines"][0].get("isSubtle"))
        if text and (words.startswith(BULLET) or subtle is not was_subtle):
            yield text
            text = ""
        gap = "\n" if item.get("spacing") == "None" else "\n\n"
        text = text + gap + words if text else words.removeprefix(BULLET)
    yield text
