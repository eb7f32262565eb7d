"""Texts as Teams shows them: nothing a person typed is ever Markdown, a macro or HTML.

A TextRun is not Markdown; where a card has only Markdown (headings, facts, options), ``escape``
takes the meaning from every sign that has one.
"""

import re
from typing import Any

Json = dict[str, Any]

SIGNS = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)|[`*_\[\]<~]|&(?=#?\w+;)|(?<=\{)\{")
"""What begins emphasis, code, a link, HTML, an entity or a macro anywhere.

Only what has a meaning where it stands: a client that draws no Markdown shows the backslash.
"""
LINE_START = re.compile(
    r"^(?:(\d{1,9})(?=[.)](?:\s|$))|(?=[+-](?:\s|$)|-{3}|#{1,6}(?:\s|$)|>))", re.ASCII
)
"""What makes a list, a rule, a heading or a quotation at the beginning of a line."""
BLANK = "\u00a0"
"""A paragraph that shows as an empty line; Markdown would leave out an empty one."""
BETWEEN_BRACKETS = re.compile(r"(?<=\{)(?=\{)")
"""Two of them begin ``{{DATE(…)}}`` or ``{{TIME(…)}}``, filled in even within a TextRun."""


def escape(text: str) -> str:
    """Return a text as Markdown that shows exactly this text; a line becomes a paragraph."""
    return "\n\n".join(_line(line.strip()) or BLANK for line in text.strip().splitlines())


def _line(line: str) -> str:
    return LINE_START.sub(r"\1\\", SIGNS.sub(r"\\\g<0>", line))


def paragraph(text: str, **look: Any) -> Json:
    """Return an element that shows a text as it is; ``look`` sets properties of its TextRuns."""
    blocks = lines(text, **look)
    return blocks[0] if len(blocks) == 1 else {"type": "Container", "items": blocks}


def lines(text: str, *, before: str = "", **look: Any) -> list[Json]:
    """Return the lines of a text, each an element; before the first a sign, blank ones a gap."""
    blocks: list[Json] = []
    spacing = ""
    for line in text.strip("\n").split("\n"):
        if not line.strip():
            spacing = "Small"
        elif blocks:
            blocks.append({**rich(line, **look), "spacing": spacing or "None"})
            spacing = ""
        else:
            blocks.append(rich(line, before=before, **look))
    return blocks or [rich(" ", before=before, **look)]


def rich(line: str, *, before: str = "", **look: Any) -> Json:
    """Return one line as a RichTextBlock, after a sign of our own such as a bullet."""
    # Cut between any two brackets, so that no run holds both of them.
    texts = [before, *BETWEEN_BRACKETS.split(line)]
    runs = [{"type": "TextRun", "text": text, **look} for text in texts if text]
    return {"type": "RichTextBlock", "inlines": runs}


def heading(text: str, **look: Any) -> Json:
    """Return a heading, which screen readers jump to."""
    return {"type": "TextBlock", "text": escape(text), "wrap": True, "style": "heading", **look}
