"""From cards to Block Kit: messages, the Home tab, and cards inside a modal.

Whatever a card says is shown to the letter: in plain-text objects and rich-text elements, which
know no mention, link or broadcast unless we wrote one, and we write none.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from adapters.slack import limits
from adapters.slack.blocks import faults
from adapters.slack.text import cut, pieces, plain, top_level
from bot import texts
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
from bot.messages.parts import parts
from bot.messages.plain import plain as as_text

Json = dict[str, Any]

PRESS = "press"
"""How the names of our buttons begin; what one does is in its value."""
STYLES = {Style.PRIMARY: "primary", Style.DANGER: "danger"}
UNTRIED = re.compile(r"[<>&@#*_~`:|\\]")
"""Characters of a chart's texts that might mean something to Slack: its page says nothing of it."""


def message(*cards: Card, charts: bool = True) -> Json:
    """Return what ``chat.postMessage`` and a ``response_url`` take: ``text`` and ``blocks``.

    ``charts=False`` writes them as text, for a Slack that refuses the block.
    """
    said = "\n\n".join(as_text(card) for card in cards)
    blocks = card_blocks(*cards, charts=limits.CHARTS if charts else 0)
    return {"text": top_level(said), "blocks": fit(blocks, limits.MESSAGE_BLOCKS)}


def messages(*cards: Card) -> list[tuple[Card, ...]]:
    """Return cards message by message: all in one if Slack takes it, else each, or its parts."""
    if is_taken(*cards):
        return [cards]
    return [(part,) for card in cards for part in parts(card, is_taken)]


def is_taken(*cards: Card) -> bool:
    """Whether Slack takes cards in one message."""
    return not faults(message(*cards))


def home(*cards: Card, charts: bool = True) -> Json:
    """Return a Home tab that shows cards, one below the other; charts as in a message."""
    blocks = card_blocks(*cards, charts=limits.CHARTS if charts else 0)
    return {"type": "home", "blocks": fit(blocks, limits.VIEW_BLOCKS)}


def has_chart(payload: Json) -> bool:
    """Whether a message or view holds a drawn chart, which a Slack might not know."""
    return any(block["type"] == "data_visualization" for block in payload["blocks"])


def card_modal(*cards: Card, language: str, origin: str = "") -> Json:
    """Return a modal that shows cards; its buttons go on in the same modal."""
    title = cards[0].title or texts.say(language, "slack")
    if title == cards[0].title and len(title) <= limits.VIEW_TITLE:
        cards = (replace(cards[0], title=""), *cards[1:])  # the window says it
    return {
        "type": "modal",
        "callback_id": "card",
        "title": plain(cut(title, limits.VIEW_TITLE)),
        "close": plain(texts.say(language, "slack-close")),
        "private_metadata": origin,
        "blocks": fit(card_blocks(*cards, charts=0), limits.VIEW_BLOCKS),
    }


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
            blocks += [drawn] if drawn else rich_text(*_written(block))
        blocks += _buttons(card.buttons, len(blocks))
        blocks += [{"type": "context", "elements": [plain(piece)]} for piece in pieces(card.next)]
    return blocks


def rich_text(*elements: Json) -> list[Json]:
    """Return a rich-text block, or nothing."""
    return [{"type": "rich_text", "elements": list(elements)}] if elements else []


def line(*parts: Json) -> Json:
    """Return one paragraph of rich text."""
    return {"type": "rich_text_section", "elements": list(parts)}


def word(text: str, **style: bool) -> Json:
    """Return a run of rich text."""
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def fit(blocks: list[Json], most: int) -> list[Json]:
    """Join neighbouring rich texts when there would be too many blocks."""
    if len(blocks) <= most:
        return blocks
    joined: list[Json] = []
    for block in blocks:
        if joined and joined[-1]["type"] == block["type"] == "rich_text":
            joined[-1] = {**block, "elements": [*joined[-1]["elements"], *block["elements"]]}
        else:
            joined.append(block)
    return joined


def _title(title: str) -> list[Json]:
    if not title.strip():
        return []
    if len(title) <= limits.HEADER:
        return [{"type": "header", "text": plain(title)}]
    return rich_text(line(word(title, bold=True)))


def _written(block: Block) -> Iterator[Json]:
    """One block of a card as pieces of rich text."""
    match block:
        case Text(text):
            yield from (line(word(piece)) for piece in pieces(text))
        case Heading(text):
            yield from (line(word(piece, bold=True)) for piece in pieces(text))
        case Quote(text, author):
            yield from _quote(text, author)
        case Facts(rows):
            yield from _rows(rows)
        case Bullets(items):
            yield from _list(items)
        case Chart(title, labels, values):
            yield from (line(word(piece, bold=True)) for piece in pieces(title))
            figures = (f"{value:g}" for value in values)
            yield from _rows(zip(labels, figures, strict=True))


def _quote(text: str, author: str) -> Iterator[Json]:
    if words := [word(piece) for piece in pieces(text)]:
        yield {"type": "rich_text_quote", "elements": words}
    if author.strip():
        yield line(word("– "), word(author))


def _list(items: Iterable[str]) -> Iterator[Json]:
    if shown := [line(*map(word, pieces(item))) for item in items if item.strip()]:
        yield {"type": "rich_text_list", "style": "bullet", "elements": shown}


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[Json]:
    """Pairs, a line each."""
    for label, value in rows:
        words = [word(piece, bold=True) for piece in pieces(label)]
        words.append(word("\u00a0: "))
        yield line(*words, *map(word, pieces(value)))


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
        line(word(f"{number}. "), *map(word, pieces(button.label)))
        for number, button in enumerate(buttons, 1)
        if len(button.label) > limits.BUTTON
    ]
    yield from rich_text(*long)
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
