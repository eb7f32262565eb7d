"""Texts as Slack takes them: never as markup, never too long, never with a loss nobody sees."""

import re
from typing import Any

from adapters.slack import limits
from bot.messages.parts import split

ELLIPSIS = "…"
MAILTO = re.compile(r"<mailto:([^|>]+)(?:\|[^>]*)?>")
HALF_ENTITY = re.compile(r"&[a-z]{0,3}$")


def escape(text: str) -> str:
    """Return a text for a field that Slack reads as markup: the three characters it asks for.

    The one escaping function. Everything else goes out as plain text and rich-text elements, which
    Slack shows to the letter; only the top-level ``text`` of a message needs this.
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_typed(text: str) -> str:
    """Return what somebody typed, from how Slack tells it in a message or after a command.

    Of an e-mail address Slack makes a link: "<mailto:ana@example.org|ana@example.org>".
    """
    text = MAILTO.sub(r"\1", text)
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def top_level(text: str) -> str:
    """Return what a notification and a screen reader say of a message."""
    escaped = escape(text.strip())
    if len(escaped) <= limits.MESSAGE_TEXT:
        return escaped
    return HALF_ENTITY.sub("", escaped[: limits.MESSAGE_TEXT - 1]) + ELLIPSIS


def cut(text: str, limit: int) -> str:
    """Return a text of at most so many characters; an ellipsis says that it was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + ELLIPSIS


def pieces(text: str) -> list[str]:
    """Split a text into pieces that Slack takes; joined they are it."""
    return [piece for piece in split(text, limits.TEXT) if piece.strip()]


def plain(text: str) -> dict[str, Any]:
    """Return a plain-text object; without ``emoji`` a word between colons stays as typed."""
    return {"type": "plain_text", "text": text, "emoji": False}
