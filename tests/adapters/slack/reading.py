"""Block Kit read back as personas see it: the buttons of a card, the fields of a form.

The inverse of the renderer as far as a person needs it; written from what Slack shows, so that
what the renderer leaves out or changes is missing here, too.
"""

import html
import json
from typing import Any

from adapters.simulate.seen import Json, Seen
from tests.adapters.slack.fake.person import buttons, initial

FORM = "form"
"""The callback_id of a modal that is a form; any other holds a card."""


def card_seen(text: str, blocks: list[Json]) -> Seen:
    """Return a message, or a modal that holds a card, as its reader sees it."""
    return Seen(
        card={"buttons": [_button(element) for _, element in buttons(blocks)]},
        plain=html.unescape(text),
    )


def form_seen(view: Json) -> Seen:
    """Return a modal with a form, with the faults that stand beside its fields."""
    action, subject = of_form(view)
    intro = [block["text"]["text"] for block in view["blocks"] if block["type"] == "section"]
    titles = [block["text"]["text"] for block in view["blocks"] if block["type"] == "header"]
    title = titles[0] if titles else view["title"]["text"]
    form = {
        "title": title,
        "intro": "".join(intro),
        "action": action,
        "subject": subject,
        "inputs": [_input(block) for block in view["blocks"] if block["type"] == "input"],
    }
    return Seen(form=form, plain=f"{title}\n{form['intro']}", faults=view.get("errors", {}))


def of_form(view: Json) -> tuple[str, str]:
    """Return the action and subject a form carries."""
    action, subject, *_ = json.loads(view["private_metadata"])
    return action, subject


def carried(element: Json) -> tuple[str, str, str]:
    """Return the action, subject and value a button carries."""
    action, subject, value = json.loads(element["value"])
    return action, subject, value


def _button(element: Json) -> Json:
    action, subject, value = carried(element)
    return {
        "label": element["text"]["text"],
        "action": action,
        "subject": subject,
        "value": value,
        "style": element.get("style", "plain"),
    }


def _input(block: Json) -> Json:
    element = block["element"]
    shown: dict[str, Any] = {
        "name": block["block_id"],
        "label": block["label"]["text"],
        "required": not block["optional"],
        **_element(element),
    }
    filled = initial(element)
    if shown["kind"] in {"text", "date"}:
        shown["value"] = "".join(filled)
    else:
        shown["values"] = filled
    return shown


def _element(element: Json) -> Json:
    kind = element["type"]
    if kind == "plain_text_input":
        return {"kind": "text", "limit": element["max_length"]}
    if kind == "datepicker":
        return {"kind": "date"}
    groups = element.get("option_groups", [{"options": element.get("options", [])}])
    options = [
        {"value": option["value"], "label": option["text"]["text"]}
        for group in groups
        for option in group["options"]
    ]
    if kind == "checkboxes" and [option["value"] for option in options] == ["yes"]:
        return {"kind": "switch"}
    many = kind in {"checkboxes", "multi_static_select"}
    most = element.get("max_selected_items", len(options)) if many else 1
    return {"kind": "choice", "options": options, "most": most}
