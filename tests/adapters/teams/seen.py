"""Adaptive Cards read back as personas see them: the buttons of a card, the fields of a form.

The inverse of the renderer as far as a person needs it; written from what Teams shows, so that
what the renderer leaves out or changes is missing here, too.
"""

from typing import Any

from adapters.simulate.seen import Seen
from bot.messages.card import Style
from tests.adapters.teams.cards import elements
from tests.adapters.teams.fake import inputs

Json = dict[str, Any]
STYLES = {"positive": Style.PRIMARY, "destructive": Style.DANGER}
MANY = 5
"""Choices somebody makes at most where they are searched by typing: the hint says so."""


def card_seen(card: Json, message_id: str = "") -> Seen:
    """Return a card as its reader sees it; one with inputs is a form.

    Beside the buttons stand the message and its actions, for whoever presses one later.
    """
    form = form_of(card)
    if form is not None:
        return form_seen(card, form)
    buttons = [_button(action) for action in inputs.actions(card)]
    shown = {"buttons": buttons, "message": message_id, "actions": list(inputs.actions(card))}
    return Seen(card=shown, plain=card["fallbackText"])


def form_seen(card: Json, form: Json) -> Seen:
    """Return a form with the faults that stand below its fields."""
    fields = inputs.fields(card)
    title = card["fallbackText"].splitlines()[0]
    shown = {
        "title": title,
        "intro": "",
        "action": form["action"],
        "subject": form["subject"],
        "inputs": [_input(field) for field in fields.values()],
    }
    return Seen(form=shown, plain=title, faults=_faults(card))


def form_of(card: Json) -> Json | None:
    """Return what a card carries that is a form."""
    for action in inputs.actions(card):
        found: Json | None = action.get("data", {}).get("form")
        if found is not None:
            return found
    return None


def carried(action: Json) -> tuple[str, str, str]:
    """Return the action, subject and value a button carries."""
    button = action["data"]["button"]
    return button["action"], button["subject"], button["value"]


def _button(action: Json) -> Json:
    name, subject, value = carried(action)
    return {
        "label": action["title"],
        "action": name,
        "subject": subject,
        "value": value,
        "style": STYLES.get(action.get("style", ""), Style.PLAIN),
    }


def _faults(card: Json) -> dict[str, str]:
    """Return the sentences in warning colours, by the input they stand below ("": by none)."""
    found: dict[str, str] = {}
    field = ""
    for element in elements(card):
        kind = str(element["type"])
        if kind.startswith("Input."):
            field = str(element["id"])
        elif kind == "TextRun" and element.get("color") == "Attention":
            found[field] = f"{found.get(field, '')} {element['text']}".strip()
    return found


def _input(field: Json) -> Json:
    required, filled = bool(field.get("isRequired")), str(field.get("value", ""))
    shown = {"name": field["id"], "label": field.get("label", ""), "required": required}
    match field["type"]:
        case "Input.Text":
            return {**shown, "kind": "text", "limit": field["maxLength"], "value": filled}
        case "Input.Date":
            return {**shown, "kind": "date", "value": filled}
        case "Input.Toggle":
            return {**shown, "label": field["title"], "kind": "switch"}
    options = [{"value": c["value"], "label": c["title"]} for c in field["choices"]]
    several = MANY if field["style"] == "filtered" else len(options)
    most = several if field.get("isMultiSelect") else 1
    return {**shown, "kind": "choice", "options": options, "most": most}
