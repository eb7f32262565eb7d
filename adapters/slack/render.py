"""From cards to what Slack shows: messages, the Home tab, and a modal that holds cards."""

from dataclasses import replace
from typing import Any

from adapters.slack import limits
from adapters.slack.cards import card_blocks
from adapters.slack.faults import faults
from adapters.slack.text import cut, plain, top_level
from bot import texts
from bot.messages.card import Card
from bot.messages.parts import parts
from bot.messages.plain import plain as as_text

Json = dict[str, Any]


def message(*cards: Card, charts: bool = True) -> Json:
    """Return what ``chat.postMessage`` and a ``response_url`` take: ``text`` and ``blocks``.

    ``charts=False`` writes them as text, for a Slack that refuses the block.
    """
    said = "\n\n".join(as_text(card) for card in cards)
    blocks = card_blocks(*cards, charts=limits.CHARTS if charts else 0)
    return {"text": top_level(said), "blocks": _fit(blocks, limits.MESSAGE_BLOCKS)}


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
    return {"type": "home", "blocks": _fit(blocks, limits.VIEW_BLOCKS)}


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
        "blocks": _fit(card_blocks(*cards, charts=0), limits.VIEW_BLOCKS),
    }


def _fit(blocks: list[Json], most: int) -> list[Json]:
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
