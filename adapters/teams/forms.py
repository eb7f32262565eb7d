"""From forms to Adaptive Cards with inputs: in a dialog, or in the chat where none can be opened.

Every value comes back as one text; the names of fields with several answers travel along, so that
only those are split. What was typed stays when a form is shown again with what is wrong in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from adapters.teams.limits import EXPANDED, FILTERED
from adapters.teams.render import adaptive, attachment
from adapters.teams.text import Json, escape, heading, paragraph
from bot import texts
from bot.messages.form import Choice, DateInput, Form, Input, Option, Switch, TextInput, Values
from bot.texts.topics import TOPICS

ON, OFF = "yes", "no"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A form as it is shown: to whom, what is wrong in it, and what marks it as this one.

    ``origin`` is the message it was opened from, in whose place the answer belongs.
    """

    form: Form
    nonce: str
    language: str
    faults: Mapping[str, str] = field(default_factory=dict)
    origin: str = ""


def refilled(form: Form, values: Values) -> Form:
    """Return a form that holds what was filled in."""
    return replace(form, inputs=tuple(_refilled(item, values) for item in form.inputs))


def _refilled(item: Input, values: Values) -> Input:
    given = values.get(item.name, ())
    match item:
        case Choice():
            return replace(item, values=given)
        case Switch():
            return replace(item, on=ON in given)
    return replace(item, value=next(iter(given), ""))


def in_chat(sheet: Sheet) -> Json:
    """Return a form as a card in the chat; sending it in puts the answer in its place."""
    data = _data(sheet)
    submit = {"type": "Action.Submit", "title": sheet.form.submit, "data": data}
    execute = {**submit, "type": "Action.Execute", "verb": sheet.form.action, "fallback": submit}
    title = heading(sheet.form.title, size="Large", weight="Bolder")
    return adaptive([title, *_body(sheet)], [execute], _as_text(sheet.form))


def dialog(sheet: Sheet) -> Json:
    """Return a form as the ``task`` of an answer: a dialog under the form's title."""
    submit = {"type": "Action.Submit", "title": sheet.form.submit, "data": _data(sheet)}
    card = adaptive(_body(sheet), [submit], _as_text(sheet.form))
    return {
        "type": "continue",
        "value": {
            "title": sheet.form.title,
            "width": "medium",
            "height": "large" if len(sheet.form.inputs) > 1 else "medium",
            "card": attachment(card),
        },
    }


def packed(value: str) -> str:
    """Return an option's value without a comma, which parts the values of a choice of many."""
    return value.replace("%", "%25").replace(",", "%2C")


def unpacked(value: str) -> str:
    """Return the option's value that was packed."""
    return value.replace("%2C", ",").replace("%25", "%")


def _data(sheet: Sheet) -> Json:
    many = [i.name for i in sheet.form.inputs if isinstance(i, Choice) and i.most > 1]
    form = {
        "action": sheet.form.action,
        "subject": sheet.form.subject,
        "card": sheet.nonce,
        "many": many,
        "origin": sheet.origin,
    }
    return {"form": form}


def _as_text(form: Form) -> str:
    labels = (f"• {item.label}" for item in form.inputs)
    return "\n".join([form.title, *filter(None, [form.intro]), *labels])


def _body(sheet: Sheet) -> list[Json]:
    body = [paragraph(sheet.form.intro)] if sheet.form.intro else []
    strays = [text for name, text in sheet.faults.items() if name not in _names(sheet.form)]
    body += [_fault(text) for text in strays]
    for item in sheet.form.inputs:
        body.append(_input(item, sheet.language))
        if item.name in sheet.faults:
            body.append(_fault(sheet.faults[item.name]))
        if item.hint and not isinstance(item, TextInput):
            body.append({**paragraph(item.hint, isSubtle=True, size="Small"), "spacing": "None"})
    return body


def _names(form: Form) -> set[str]:
    return {item.name for item in form.inputs}


def _fault(text: str) -> Json:
    return {**paragraph(text, color="Attention", weight="Bolder"), "spacing": "Small"}


def _input(item: Input, language: str) -> Json:
    common: dict[str, Any] = {"id": item.name, "label": item.label}
    if item.required:
        common |= {"isRequired": True, "errorMessage": texts.say(language, "typed-required")}
    match item:
        case TextInput():
            return _text_input(item, common)
        case DateInput():
            value = {"value": item.value} if item.value else {}
            return {"type": "Input.Date", **common, **value}
        case Switch():
            return _toggle(item, common)
        case Choice():
            return _choice(item, common)


def _text_input(item: TextInput, common: Json) -> Json:
    shown: Json = {"type": "Input.Text", **common, "maxLength": item.limit}
    if item.long:
        shown["isMultiline"] = True
    if item.hint:
        shown["placeholder"] = item.hint
    if item.value:
        shown["value"] = item.value
    return shown


def _toggle(item: Switch, common: Json) -> Json:
    """Return a switch; its label is its title, since a client would show both."""
    common = {name: value for name, value in common.items() if name != "label"}
    return {
        "type": "Input.Toggle",
        **common,
        "title": escape(item.label),
        "value": ON if item.on else OFF,
        "valueOn": ON,
        "valueOff": OFF,
        "wrap": True,
    }


def _choice(item: Choice, common: Json) -> Json:
    pack = packed if item.most > 1 else str
    shown: Json = {
        "type": "Input.ChoiceSet",
        **common,
        "style": "expanded" if len(item.options) <= EXPANDED else "compact",
        "choices": [_option(option, pack(option.value)) for option in item.options],
        "wrap": True,
    }
    if item.most > 1:
        shown["isMultiSelect"] = True
    if item.values:
        shown["value"] = ",".join(map(pack, item.values))
    if len(item.options) > FILTERED:
        shown["style"] = "filtered"
        if any(option.value in TOPICS for option in item.options):  # HR may have added others
            shown["choices.data"] = {"type": "Data.Query", "dataset": item.name}
    return shown


def _option(option: Option, value: str) -> Json:
    return {"title": escape(option.label), "value": value}
