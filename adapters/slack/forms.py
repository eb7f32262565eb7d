"""From forms to modals, and from a modal's state back to what was filled in."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from adapters.slack import limits
from adapters.slack.text import cut, pieces, plain
from bot import texts
from bot.messages.form import Choice, DateInput, Form, Input, Option, Switch, TextInput

Json = dict[str, Any]

FORM = "form"
"""The ``callback_id`` of a form's modal."""
FEW = 5
"""Options that are all shown at once rather than in a menu."""
ON = "yes"
"""What a switch that is on is filled in with."""


def modal(form: Form, *, language: str, origin: str = "") -> Json:
    """Return a form as a modal; ``origin`` is where its answer is shown, told back by Slack.

    A field's block is named as the field, so that a fault is shown beside it.
    """
    blocks: list[Json] = []
    if len(form.title) > limits.VIEW_TITLE:
        blocks.append({"type": "header", "text": plain(cut(form.title, limits.HEADER))})
    blocks += [{"type": "section", "text": plain(piece)} for piece in pieces(form.intro)]
    blocks += [_input(each, language) for each in form.inputs if not _is_empty(each)]
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": plain(cut(form.title, limits.VIEW_TITLE)),
        "submit": plain(cut(form.submit, limits.VIEW_TITLE)),
        "close": plain(texts.say(language, "slack-cancel")),
        "private_metadata": json.dumps([form.action, form.subject, origin]),
        "blocks": blocks,
    }


def _is_empty(field: Input) -> bool:
    """A menu of nothing, which Slack refuses: nothing can be chosen, so nothing is asked."""
    return isinstance(field, Choice) and not field.options


def _input(field: Input, language: str) -> Json:
    block: Json = {
        "type": "input",
        "block_id": field.name,
        "label": plain(cut(field.label, limits.LABEL)),
        "element": {"action_id": field.name, **_element(field, language)},
        # A switch may always stay off: whoever must not go on without it says so in our own words.
        "optional": isinstance(field, Switch) or not field.required,
    }
    if field.hint:
        block["hint"] = plain(cut(field.hint, limits.LABEL))
    return block


def _element(field: Input, language: str) -> Json:
    match field:
        case TextInput():
            most = min(field.limit, limits.INPUT)
            value = {"initial_value": field.value[:most]} if field.value else {}
            return {
                "type": "plain_text_input",
                "multiline": field.long,
                "max_length": most,
                **value,
            }
        case DateInput():
            value = {"initial_date": field.value} if field.value else {}
            return {"type": "datepicker", **value}
        case Choice():
            return _choice(field)
        case Switch():
            yes = _option(Option(ON, texts.say(language, "slack-yes")))
            on = {"initial_options": [yes]} if field.on else {}
            return {"type": "checkboxes", "options": [yes], **on}


def _choice(field: Choice) -> Json:
    """Few options as buttons or boxes, more in a menu, more than a hundred in groups of it."""
    chosen = [_option(option) for option in field.options if option.value in field.values]
    many = field.most > 1
    first: Json = {}
    if chosen:
        first = {"initial_options": chosen} if many else {"initial_option": chosen[0]}
    shown = [_option(option) for option in field.options]
    if not many and len(shown) <= FEW:
        return {"type": "radio_buttons", "options": shown, **first}
    if many and len(shown) <= min(field.most, FEW):
        return {"type": "checkboxes", "options": shown, **first}
    if many:
        first = {**first, "max_selected_items": field.most}
    kind = "multi_static_select" if many else "static_select"
    if len(shown) <= limits.OPTIONS:
        return {"type": kind, "options": shown, **first}
    return {"type": kind, "option_groups": _groups(shown), **first}


def _groups(options: Sequence[Json]) -> list[Json]:
    """Groups of a hundred, each named for its first and last option."""
    groups = []
    half = limits.OPTION // 2 - 2
    for start in range(0, len(options), limits.OPTIONS):
        some = list(options[start : start + limits.OPTIONS])
        ends = (cut(each["text"]["text"], half) for each in (some[0], some[-1]))
        groups.append({"label": plain(" – ".join(ends)), "options": some})
    return groups


def _option(option: Option) -> Json:
    return {"text": plain(cut(option.label, limits.OPTION)), "value": option.value}


def filled(state: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return what was filled in, by field; raises ValueError for a shape that is not Slack's."""
    blocks = state.get("values")
    if not isinstance(blocks, Mapping):
        message = "a view without values"
        raise ValueError(message)  # noqa: TRY004  the sender's fault, not the caller's
    return {
        str(name): _values(element)
        for elements in blocks.values()
        if isinstance(elements, Mapping)
        for name, element in elements.items()
    }


def _values(element: Any) -> tuple[str, ...]:
    if not isinstance(element, Mapping):
        return ()
    if "selected_options" in element or "selected_option" in element:
        chosen = element.get("selected_options") or [element.get("selected_option")]
        return tuple(str(each["value"]) for each in chosen if each)
    given = element.get("value") or element.get("selected_date")
    return (str(given),) if given else ()
