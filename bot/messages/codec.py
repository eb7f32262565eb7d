"""Cards to JSON and back: how the outbox keeps them and the playground shows them."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

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

BLOCKS: dict[str, type[Block]] = {
    "text": Text,
    "heading": Heading,
    "quote": Quote,
    "facts": Facts,
    "bullets": Bullets,
    "chart": Chart,
}
NAMES = {kind: name for name, kind in BLOCKS.items()}


def card_to_json(card: Card) -> dict[str, Any]:
    """Return a card as JSON-ready data; each block carries its kind."""
    body = [{"kind": NAMES[type(block)], **asdict(block)} for block in card.body]
    buttons = [asdict(button) for button in card.buttons]
    return {"title": card.title, "body": body, "buttons": buttons, "next": card.next}


def card_from_json(data: Mapping[str, Any]) -> Card:
    """Return the card that ``card_to_json`` wrote."""
    return Card(
        title=data["title"],
        body=tuple(_block(block) for block in data["body"]),
        buttons=tuple(Button(**{**b, "style": Style(b["style"])}) for b in data["buttons"]),
        next=data["next"],
    )


def _block(data: dict[str, Any]) -> Block:
    fields = {name: _frozen(value) for name, value in data.items() if name != "kind"}
    return BLOCKS[data["kind"]](**fields)


def _frozen(value: Any) -> Any:
    """Lists of JSON become the tuples that cards are made of."""
    return tuple(_frozen(item) for item in value) if isinstance(value, (list, tuple)) else value
