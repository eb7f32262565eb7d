"""Texts as Teams shows them: nothing a person typed is ever Markdown, a macro or HTML.

A TextRun is not Markdown; where a card has only Markdown (headings, facts, options), ``escape``
takes the meaning from every sign that has one.
"""

import re
from typing import Any

Json = dict[str, Any]

SIGNS = re.compile(r"[\\`*_\[\]<>~|&!{}]")
"""What may begin emphasis, code, a link, an image, HTML, an entity or a macro anywhere."""
LINE_START = re.compile(r"^(\d{0,9})([#+\-=.)])", re.ASCII)
"""What makes a heading, a rule or a list at the beginning of a line."""
MACRO = "{{"
"""Begins ``{{DATE(…)}}`` and ``{{TIME(…)}}``, which clients fill in even within a TextRun."""


def escape(text: str) -> str:
    """Return a text as Markdown that shows exactly this text; a line becomes a paragraph."""
    return "\n\n".join(_line(line.strip()) for line in text.splitlines() if line.strip())


def _line(line: str) -> str:
    return LINE_START.sub(r"\1\\\2", SIGNS.sub(r"\\\g<0>", line))


def paragraph(text: str, **look: Any) -> Json:
    """Return an element that shows a text as it is; lines stay lines, and blank ones a gap.

    ``look`` sets properties of every TextRun, such as ``isSubtle``.
    """
    lines = text.strip("\n").split("\n")
    blocks: list[Json] = []
    spacing = ""
    for line in lines:
        if not line.strip():
            spacing = "Small"
            continue
        block = rich(line, **look)
        blocks.append({**block, "spacing": spacing or "None"} if blocks else block)
        spacing = ""
    if not blocks:
        return rich(" ", **look)
    return blocks[0] if len(blocks) == 1 else {"type": "Container", "items": blocks}


def rich(line: str, *, before: str = "", **look: Any) -> Json:
    """Return one line as a RichTextBlock, after a sign of our own such as a bullet."""
    pieces = line.split(MACRO)
    # Cut between the two brackets, so that no run holds both of them.
    texts = [
        ("{" if number else "") + piece + ("{" if number < len(pieces) - 1 else "")
        for number, piece in enumerate(pieces)
    ]
    texts = [before, *texts] if before else texts
    runs = [{"type": "TextRun", "text": text, **look} for text in texts if text]
    return {"type": "RichTextBlock", "inlines": runs}


def heading(text: str, **look: Any) -> Json:
    """Return a heading, which screen readers jump to."""
    return {"type": "TextBlock", "text": escape(text), "wrap": True, "style": "heading", **look}
