"""From cards to Adaptive Cards 1.5, as plain dictionaries, and to the messages that carry them.

Elements only Teams has (charts) stand below a text and carry a fallback. A button is an
Action.Execute, which puts its answer in the card's place, with an Action.Submit for old clients;
one that leads to a form opens a dialog, and one that stands for a typed command is answered below.
"""

import json
from collections.abc import Callable, Iterator

from adapters.teams.limits import ACTIONS, SUMMARY
from adapters.teams.text import Json, escape, heading, lines, paragraph
from bot.messages.card import (
    COMMAND,
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
from bot.messages.plain import plain

CONTENT_TYPE = "application/vnd.microsoft.card.adaptive"
VERSION = "1.5"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"
STYLES = {Style.PRIMARY: "positive", Style.DANGER: "destructive"}
BULLET = "• "

Opens = Callable[[Button], bool]
"""Whether a button opens a dialog; only asked where dialogs can be shown."""


def no_dialogs(_button: Button) -> bool:
    """Open no dialog: forms are shown in the chat (Microsoft's Playground has no dialogs)."""
    return False


def card_json(card: Card, *, nonce: str, opens: Opens = no_dialogs) -> Json:
    """Return a card as an Adaptive Card; ``nonce`` marks its buttons as this one's.

    Two copies of one delivery have one nonce, so that they make one answer.
    """
    body: list[Json] = []
    if card.title:
        body.append(heading(card.title, size="Large", weight="Bolder"))
    for block in card.body:
        body += _block(block)
    actions = [_action(button, nonce, opens) for button in card.buttons]
    rows = [actions[start : start + ACTIONS] for start in range(0, len(actions), ACTIONS)]
    body += [{"type": "ActionSet", "actions": row} for row in rows]
    if card.next:
        body.append({**paragraph(card.next, isSubtle=True, size="Small"), "separator": True})
    return adaptive(body, [], plain(card))


def adaptive(body: list[Json], actions: list[Json], text: str) -> Json:
    """Return a whole Adaptive Card; ``text`` is what a client shows that cannot draw it."""
    return {
        "type": "AdaptiveCard",
        "$schema": SCHEMA,
        "version": VERSION,
        "fallbackText": text,
        "body": body or [paragraph(text)],
        **({"actions": actions} if actions else {}),
    }


def attachment(content: Json) -> Json:
    """Return an Adaptive Card as messages and dialogs carry it."""
    return {"contentType": CONTENT_TYPE, "content": content}


def size(content: Json) -> int:
    """Return the bytes of an Adaptive Card on the wire."""
    return len(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def message(content: Json) -> Json:
    """Return a message that shows one Adaptive Card; the summary is what notifications read."""
    summary = " ".join(content["fallbackText"].split())
    if len(summary) > SUMMARY:
        summary = summary[: SUMMARY - 1] + "…"
    return {"type": "message", "summary": summary, "attachments": [attachment(content)]}


def _block(block: Block) -> list[Json]:
    match block:
        case Text(text):
            return [paragraph(text)] if text.strip() else []
        case Heading(text):
            return [heading(text, weight="Bolder")]
        case Quote(text, author):
            items = [paragraph(text, italic=True)]
            if author:
                items.append(paragraph(author, isSubtle=True, size="Small"))
            return [{"type": "Container", "style": "emphasis", "items": items}]
        case Facts(rows):
            return [_facts(rows)] if rows else []
        case Bullets(items):
            return [{"type": "Container", "items": list(_bullets(items))}] if items else []
        case Chart():
            return _chart(block)


def _facts(rows: tuple[tuple[str, str], ...]) -> Json:
    facts = [{"title": escape(label), "value": escape(value)} for label, value in rows]
    return {"type": "FactSet", "facts": facts}


def _bullets(items: tuple[str, ...]) -> Iterator[Json]:
    for number, item in enumerate(items):
        first, *others = lines(item, before=BULLET)
        yield {**first, "spacing": "Small"} if number else first
        yield from others


def _chart(chart: Chart) -> list[Json]:
    """Bars below their title, which Teams draws inside some charts only; figures where it cannot.

    Labels are drawn as they are; a chart reads no Markdown.
    """
    pairs = list(zip(chart.labels, chart.values, strict=True))
    figures = _facts(tuple((label, f"{value:g}") for label, value in pairs))
    bars = {
        "type": "Chart.HorizontalBar",
        "displayMode": "AbsoluteWithAxis",
        "data": [{"x": label, "y": value} for label, value in pairs],
        "fallback": figures,
    }
    return [heading(chart.title, weight="Bolder"), bars if pairs else paragraph("–")]


def _action(button: Button, nonce: str, opens: Opens) -> Json:
    data = {
        "button": {
            "action": button.action,
            "subject": button.subject,
            "value": button.value,
            "card": nonce,
        },
    }
    title = {"title": button.label}
    if button.style in STYLES:
        title["style"] = STYLES[button.style]
    if opens(button):
        dialog = {"msteams": {"type": "task/fetch"}, **data}
        return {"type": "Action.Submit", **title, "data": dialog}
    submit = {"type": "Action.Submit", **title, "data": data}
    if button.action == COMMAND:
        return submit
    return {
        "type": "Action.Execute",
        **title,
        "verb": button.action,
        "data": data,
        "fallback": submit,
    }
