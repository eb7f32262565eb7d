"""A strict reader of Adaptive Cards as Teams takes them; Teams itself ignores what it cannot read.

The classes of microsoft-teams-cards hold every element and property, but let unknown ones pass and
do not look into elements within elements. Here each object is read with the class of its type.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

import microsoft_teams.cards as vendor
from microsoft_teams.cards.core import SerializableObject
from pydantic import ValidationError

VERSION = "1.5"
"""The newest version that the clients of Teams announce for bots."""
SIZE_LIMIT = 25 * 1024
"""Bytes of a card in UTF-8 that every way into Teams takes, webhooks (28 KB) too."""
NEEDED = {
    "Action.Execute": ("title", "verb"),
    "Action.Submit": ("title",),
    "FactSet": ("facts",),
    "Image": ("url", "altText"),
    "Input.ChoiceSet": ("id", "label"),
    "Input.Date": ("id", "label"),
    "Input.Number": ("id", "label"),
    "Input.Rating": ("id", "label"),
    "Input.Text": ("id", "label"),
    "Input.Time": ("id", "label"),
    "Input.Toggle": ("id", "title"),
    "RichTextBlock": ("inlines",),
    "TextBlock": ("text",),
    "TextRun": ("text",),
}
"""What an object cannot do without; an input has a label for whoever has it read out."""
UNTYPED_NEEDS = {"Choice": ("title", "value"), "Fact": ("title", "value")}
STANDARD = frozenset(
    [
        "Action.Execute",
        "Action.OpenUrl",
        "Action.ShowCard",
        "Action.Submit",
        "Action.ToggleVisibility",
        "ActionSet",
        "AdaptiveCard",
        "Column",
        "ColumnSet",
        "Container",
        "Data.Query",
        "FactSet",
        "Image",
        "ImageSet",
        "Input.ChoiceSet",
        "Input.Date",
        "Input.Number",
        "Input.Text",
        "Input.Time",
        "Input.Toggle",
        "Media",
        "RichTextBlock",
        "Table",
        "TableCell",
        "TableRow",
        "TextBlock",
        "TextRun",
    ]
)
"""Types of version 1.5; all others are of Teams alone, and need a fallback."""
FREE = frozenset({"$schema", "data", "requires"})
"""Properties whose inside is no part of the card; charts have data, too, and theirs is."""
ACTIONS = frozenset({"Action.Execute", "Action.Submit"})

Json = Mapping[str, Any]


def faults(card: Json) -> list[str]:
    """Return what Teams would refuse, drop or show wrongly, a line each."""
    found = list(_walk(card, vendor.AdaptiveCard, "card"))
    if card.get("version") != VERSION:
        found.append(f"card: version {card.get('version')!r} is not {VERSION}")
    if not str(card.get("fallbackText", "")).strip():
        found.append("card: no fallbackText")
    if size(card) >= SIZE_LIMIT:
        found.append(f"card: {size(card)} bytes")
    ids = Counter(element["id"] for element in elements(card) if "id" in element)
    return found + [
        f"card: {count} elements with the id {id_}" for id_, count in ids.items() if count > 1
    ]


def size(value: Any) -> int:
    """Return the bytes of JSON on the wire."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def elements(value: Any) -> Iterator[Json]:
    """Every typed object of a card, from the outside in; the data of actions are none."""
    match value:
        case Mapping():
            if "type" in value:
                yield value
            for name, inner in value.items():
                if name not in FREE and name != "fallback":
                    yield from elements(inner)
        case list():
            for inner in value:
                yield from elements(inner)


@cache
def _types() -> dict[str, type[SerializableObject]]:
    """Each class by the type it stands for in JSON."""
    found = {}
    for kind in vars(vendor).values():
        if isinstance(kind, type) and issubclass(kind, SerializableObject):
            named = kind.model_fields.get("type")
            if named is not None and isinstance(named.default, str):
                found[named.default] = kind
    return found


def _walk(value: Json, model: type[SerializableObject], path: str) -> Iterator[str]:
    """Read one object with its class, then everything in it."""
    path = f"{path}.{value['type']}" if "type" in value else path
    fields = {
        str(field.validation_alias or name): field for name, field in model.model_fields.items()
    }
    try:
        # Strictly, because Teams does not take "true" for true.
        model.model_validate_json(json.dumps(value), strict=True)
    except ValidationError as error:
        yield from (f"{path}.{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
    kind = value.get("type", "")
    for name in NEEDED.get(kind, UNTYPED_NEEDS.get(model.__name__, ())):
        if value.get(name) in (None, "", []):
            yield f"{path}: no {name}"
    if kind and kind not in STANDARD and "fallback" not in value:
        yield f"{path}: of Teams alone, without fallback"
    for name, inner in value.items():
        if name in FREE and (name == "$schema" or kind in ACTIONS):
            continue
        if name not in fields:
            yield f"{path}: unknown property {name}"
        else:
            yield from _inside(inner, fields[name].annotation, f"{path}.{name}")


def _inside(value: Any, annotation: Any, path: str) -> Iterator[str]:
    """Read what a property holds: an object, or several."""
    match value:
        case list():
            for number, item in enumerate(value):
                yield from _inside(item, annotation, f"{path}[{number}]")
        case Mapping():
            expected = list(_models(annotation))
            model = _types().get(value.get("type", ""))
            if model is None:
                concrete = [each for each in expected if each.model_fields]
                if "type" in value or not concrete:
                    yield f"{path}: unknown type {value.get('type')!r}"
                    return
                model = concrete[0]
            if not issubclass(model, tuple(expected)):
                yield f"{path}: {model.__name__} cannot stand here"
            yield from _walk(value, model, path)


def _models(annotation: Any) -> Iterator[type[SerializableObject]]:
    """The classes that a property's annotation names, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, SerializableObject):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)
