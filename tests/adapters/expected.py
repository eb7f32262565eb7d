"""What of a card or form must be seen on any platform, and what was seen of it."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.messages.card import Bullets, Card, Chart, Facts, Heading, Quote, Text
from bot.messages.form import Choice, Form, Input, Switch

Json = dict[str, Any]


def texts_of(card: Card) -> Iterator[str]:
    """Yield all that is read of a card from top to bottom, but for the figures of charts."""
    yield card.title
    for block in card.body:
        match block:
            case Text(text) | Heading(text):
                yield text
            case Quote(text, author):
                yield from (text, author)
            case Facts(rows):
                yield from (text for row in rows for text in row)
            case Bullets(items):
                yield from items
            case Chart(title, names):
                yield from (title, *names)
    yield from (button.label for button in card.buttons)
    yield card.next


def missing(texts: Iterable[str], shown: Iterable[str]) -> list[str]:
    """Return the texts that are not shown, or not in their order; spaces count for nothing."""
    page, place, lost = "".join("".join(shown).split()), 0, []
    for text in texts:
        words = "".join(text.split())
        found = page.find(words, place)
        if found < 0:
            lost.append(text)
        else:
            place = found + len(words)
    return lost


def words_of(form: Form) -> Iterator[str]:
    """Yield what is read above the fields of a form, and their labels and hints."""
    yield form.intro
    for field in form.inputs:
        if not _is_empty(field):
            yield from (field.label, field.hint)


def carried(card: Card) -> list[Json]:
    """Return what each button of a card carries."""
    return [
        {
            "label": button.label,
            "action": button.action,
            "subject": button.subject,
            "value": button.value,
            "style": button.style.value,
        }
        for button in card.buttons
    ]


def asked_of(form: Form) -> list[Json]:
    """Return what a form asks, field by field; a choice of nothing is not asked."""
    return [_asked(field) for field in form.inputs if not _is_empty(field)]


def _is_empty(field: Input) -> bool:
    return isinstance(field, Choice) and not field.options


def _asked(field: Input) -> Json:
    kind = type(field).__name__.lower().removesuffix("input")
    found: Json = {"name": field.name, "label": field.label, "kind": kind}
    match field:
        case Switch():
            return found
        case Choice(options=options, values=values):
            offered = [{"value": each.value, "label": each.label} for each in options]
            chosen = [each.value for each in options if each.value in values]
            return {**found, "required": field.required, "values": chosen, "options": offered}
        case _:
            return {**found, "required": field.required, "value": field.value}


def brief(seen: Json) -> Json:
    """Return what is compared of a field as it was seen; each platform has its own switches."""
    names = ["name", "label", "kind"]
    if seen["kind"] != "switch":
        names += ["required", "value", "values", "options"]
    found = {name: seen[name] for name in names if name in seen}
    return {**found, "values": list(found["values"])} if "values" in found else found


def properties(value: Any) -> Iterator[tuple[str, str]]:
    """Yield each property that an element of each type has."""
    match value:
        case dict():
            if "type" in value:
                yield from ((value["type"], name) for name in value)
            for inner in value.values():
                yield from properties(inner)
        case list():
            for inner in value:
                yield from properties(inner)
