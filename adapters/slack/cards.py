"""From a card to blocks: each of its parts, its charts where they fit, and its buttons.

Whatever a card says is shown to the letter: in plain-text objects and rich-text elements, which
know no mention, link or broadcast unless we wrote one, and we write none.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from adapters.slack import limits
from adapters.slack.text import cut, pieces, plain
from bot.messages.card import (
    Block,
    Bullets,
    Button,
    Card,
    Chart,
    Facts,
    Heading,
    Quote,
    Style,
    Text,
)

Json = dict[str, Any]

PRESS = "press"
"""How the names of our buttons begin; what one does is in its value."""
STYLES = {Style.PRIMARY: "primary", Style.DANGER: "danger"}
UNTRIED = re.compile(r"[<>&@#*_~`:|\\]")
"""Characters of a chart's texts that might mean something to Slack: its page says nothing of it."""


def card_blocks(*cards: Card, charts: int) -> list[Json]:
    """Return the blocks of cards; of all their charts so many are drawn, the others written."""
    blocks: list[Json] = []
    for number, card in enumerate(cards):
        if number:
            blocks.append({"type": "divider"})
        blocks += _title(card.title)
        for block in card.body:
            drawn = _drawn(block) if charts else None
            charts -= drawn is not None
            blocks += [drawn] if drawn else _rich_text(*_written(block))
        blocks += _buttons(card.buttons, len(blocks))
        blocks += [{"type": "context", "elements": [plain(piece)]} for piece in pieces(card.next)]
    return blocks


def _rich_text(*elements: Json) -> list[Json]:
    """Return a rich-text block, or nothing."""
    return [{"type": "rich_text", "elements": list(elements)}] if elements else []


def _line(*parts: Json) -> Json:
    """Return one paragraph of rich text."""
    return {"type": "rich_text_section", "elements": list(parts)}


def _word(text: str, **style: bool) -> Json:
    """Return a run of rich text."""
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def _title(title: str) -> list[Json]:
    if not title.strip():
        return []
    if len(title) <= limits.HEADER:
        return [{"type": "header", "text": plain(title)}]
    return _rich_text(_line(_word(title, bold=True)))


def _written(block: Block) -> Iterator[Json]:
    """One block of a card as pieces of rich text."""
    match block:
        case Text(text):
            yield from (_line(_word(piece)) for piece in pieces(text))
        case Heading(text):
            yield from (_line(_word(piece, bold=True)) for piece in pieces(text))
        case Quote(text, author):
            yield from _quote(text, author)
        case Facts(rows):
            yield from _rows(rows)
        case Bullets(items):
            yield from _list(items)
        case Chart(title, labels, values):
            yield from (_line(_word(piece, bold=True)) for piece in pieces(title))
            figures = (f"{value:g}" for value in values)
            yield from _rows(zip(labels, figures, strict=True))


def _quote(text: str, author: str) -> Iterator[Json]:
    if words := [_word(piece) for piece in pieces(text)]:
        yield {"type": "rich_text_quote", "elements": words}
    if author.strip():
        yield _line(_word("– "), _word(author))


def _list(items: Iterable[str]) -> Iterator[Json]:
    if shown := [_line(*map(_word, pieces(item))) for item in items if item.strip()]:
        yield {"type": "rich_text_list", "style": "bullet", "elements": shown}


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[Json]:
    """Pairs, a line each."""
    for label, value in rows:
        words = [_word(piece, bold=True) for piece in pieces(label)]
        words.append(_word("\u00a0: "))
        yield _line(*words, *map(_word, pieces(value)))


def _drawn(block: Block) -> Json | None:
    """A chart as Slack's own; None for what is none, or does not fit one."""
    if not isinstance(block, Chart):
        return None
    names = block.labels
    fits = (
        0 < len(names) <= limits.CATEGORIES
        and len(set(names)) == len(names)
        and 0 < len(block.title) <= limits.CHART_TITLE
        and all(0 < len(name) <= limits.CHART_LABEL for name in names)
        and not any(UNTRIED.search(text) for text in (block.title, *names))
    )
    if not fits:
        return None
    points = [
        {"label": name, "value": value} for name, value in zip(names, block.values, strict=True)
    ]
    return {
        "type": "data_visualization",
        "title": block.title,
        "chart": {
            "type": "bar",
            # One series, and its name is what the title says; shown where Slack shows a legend.
            "series": [{"name": cut(block.title, limits.CHART_LABEL), "data": points}],
            "axis_config": {"categories": list(names)},
        },
    }


def _buttons(buttons: tuple[Button, ...], start: int) -> Iterator[Json]:
    """Buttons in rows; a label too long for one is written above in full, with its number."""
    long = [
        _line(_word(f"{number}. "), *map(_word, pieces(button.label)))
        for number, button in enumerate(buttons, 1)
        if len(button.label) > limits.BUTTON
    ]
    yield from _rich_text(*long)
    elements = [_button(button, f"{PRESS}.{start + n}") for n, button in enumerate(buttons)]
    for first in range(0, len(elements), limits.ACTIONS):
        yield {"type": "actions", "elements": elements[first : first + limits.ACTIONS]}


def _button(button: Button, action_id: str) -> Json:
    carried = [button.action, button.subject, button.value]
    shown: Json = {
        "type": "button",
        "action_id": action_id,
        "text": plain(cut(button.label, limits.BUTTON)),
        "value": json.dumps(carried, ensure_ascii=False, separators=(",", ":")),
    }
    if button.style in STYLES:
        shown["style"] = STYLES[button.style]
    return shown
