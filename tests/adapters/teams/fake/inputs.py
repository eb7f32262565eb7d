"""What a client does with a card: it finds buttons and inputs, and sends only what may be sent."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.adapters.teams.cards import elements

Json = dict[str, Any]
Filled = Mapping[str, str | list[str]]


class CannotDo(Exception):
    """The client does not let the person do this; the words say what it shows instead."""


def actions(card: Mapping[str, Any]) -> Iterator[Json]:
    """The buttons of a card, in the order they are shown; fallbacks are not shown."""
    for element in elements(card):
        if str(element.get("type", "")).startswith("Action."):
            yield dict(element)


def action(card: Mapping[str, Any], label: str) -> Json:
    """Return the button with a label."""
    found = list(actions(card))
    for each in found:
        if each.get("title") == label:
            return each
    raise CannotDo(f"no button {label!r} among {[each.get('title') for each in found]}")


def fields(card: Mapping[str, Any]) -> dict[str, Json]:
    """Return the inputs of a card by their ids."""
    return {
        str(element["id"]): dict(element)
        for element in elements(card)
        if str(element.get("type", "")).startswith("Input.")
    }


def gathered(card: Mapping[str, Any], filled: Filled) -> dict[str, str]:
    """Return the values of all inputs as Teams sends them: texts, and nothing where empty.

    What is not filled in stands as the card gave it. Raises CannotDo where the client itself
    refuses: a required input is empty, a text is too long, a choice is not on offer.
    """
    inputs = fields(card)
    unknown = set(filled) - set(inputs)
    if unknown:
        raise CannotDo(f"no such inputs: {sorted(unknown)}")
    values = {
        name: _as_text(item, filled[name]) if name in filled else str(item.get("value") or "")
        for name, item in inputs.items()
    }
    for name, item in inputs.items():
        _check(item, name, values[name])
        if item["type"] == "Input.Toggle" and not values[name]:
            values[name] = item.get("valueOff", "false")
    return {name: value for name, value in values.items() if value}


def _as_text(item: Json, given: str | list[str]) -> str:
    if isinstance(given, str):
        return given
    if len(given) > 1 and not item.get("isMultiSelect"):
        raise CannotDo(f"{item['id']} takes one choice")
    return ",".join(given)


def _check(item: Json, name: str, value: str) -> None:
    empty = {"", item.get("valueOff", "false")} if item["type"] == "Input.Toggle" else {""}
    if value in empty:
        if item.get("isRequired"):
            raise CannotDo(f"{name}: {item.get('errorMessage')}")
    elif item["type"] in CHECKS:
        CHECKS[item["type"]](item, value)


def _check_text(item: Json, value: str) -> None:
    if len(value) > item.get("maxLength", len(value)):
        raise CannotDo(f"{item['id']} takes {item['maxLength']} characters")
    if "regex" in item and not re.search(item["regex"], value):
        raise CannotDo(f"{item['id']}: {item.get('errorMessage')}")


def _check_choice(item: Json, value: str) -> None:
    if "choices.data" in item:  # it may have been found by typing
        return
    offered = {choice["value"] for choice in item["choices"]}
    chosen = set(value.split(",")) if item.get("isMultiSelect") else {value}
    if not chosen <= offered:
        raise CannotDo(f"{item['id']} does not offer {sorted(chosen - offered)}")


def _check_day(item: Json, value: str) -> None:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise CannotDo(f"{item['id']} takes a day")


CHECKS: dict[str, Callable[[Json, str], None]] = {
    "Input.Text": _check_text,
    "Input.ChoiceSet": _check_choice,
    "Input.Date": _check_day,
}
"""How a client looks at what was filled in, by the type of the input."""
