"""What Slack would refuse is found before it is sent: at every limit, and one step beyond."""

from collections.abc import Callable
from typing import Any

import pytest

from adapters.slack import limits
from adapters.slack.faults import faults

Json = dict[str, Any]


def plain(length: int = 3) -> Json:
    return {"type": "plain_text", "text": "x" * length}


def options(count: int, label: int = 3, value: int = 10) -> list[Json]:
    return [{"text": plain(label), "value": f"{n:0{value}d}"} for n in range(count)]


def message(*blocks: Json, text: str = "said aloud") -> Json:
    return {"text": text, "blocks": list(blocks)}


def modal(*blocks: Json, **changes: Any) -> Json:
    fields = {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks)}
    return {**fields, **changes}


def without(payload: Json, name: str) -> Json:
    return {key: value for key, value in payload.items() if key != name}


def button(number: int = 0, **changes: Any) -> Json:
    return {"type": "button", "text": plain(), "action_id": f"a{number}", **changes}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def menu(**changes: Any) -> Json:
    return {"type": "static_select", "options": options(2), **changes}


def asks(element: Json, **changes: Any) -> Json:
    return {"type": "input", "label": plain(), "element": element, **changes}


def rich(*texts: str) -> Json:
    elements = [{"type": "text", "text": text} for text in texts]
    return {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": elements}],
    }


def chart(
    categories: int = 2, series: int = 1, label: int = 5, title: int = 10, points: int | None = None
) -> Json:
    labels = [f"{n:0{label}d}" for n in range(categories)]
    data = [{"label": each, "value": 1} for each in labels[: points or categories]]
    return {
        "type": "data_visualization",
        "title": "x" * title,
        "chart": {
            "type": "bar",
            "series": [{"name": f"s{n}", "data": data} for n in range(series)],
            "axis_config": {"categories": labels},
        },
    }


def pie(segments: int) -> Json:
    parts = [{"label": f"part {n}", "value": n} for n in range(segments)]
    return {"type": "data_visualization", "title": "t", "chart": {"type": "pie", "segments": parts}}


def table(rows: int, cells: int = 1) -> Json:
    cell = {"type": "raw_text", "text": "x"}
    return {"type": "table", "rows": [[cell] * cells] * rows}


Grown = Callable[[int], Json]
LIMITS: dict[str, tuple[int, Grown]] = {
    "blocks of a message": (limits.MESSAGE_BLOCKS, lambda n: message(*[rich("x")] * n)),
    "blocks of a modal": (limits.VIEW_BLOCKS, lambda n: modal(*[rich("x")] * n)),
    "blocks of a home": (
        limits.VIEW_BLOCKS,
        lambda n: {"type": "home", "blocks": [rich("x")] * n},
    ),
    "top-level text": (limits.MESSAGE_TEXT, lambda n: message(text="x" * n)),
    "text of all blocks": (limits.ALL_TEXT, lambda n: message(rich("x" * (n - 9), "x" * 9))),
    "title of a modal": (limits.VIEW_TITLE, lambda n: modal(rich("x"), title=plain(n))),
    "submit": (limits.VIEW_TITLE, lambda n: modal(rich("x"), submit=plain(n))),
    "close": (limits.VIEW_TITLE, lambda n: modal(rich("x"), close=plain(n))),
    "private metadata": (
        limits.PRIVATE_METADATA,
        lambda n: modal(rich("x"), private_metadata="x" * n),
    ),
    "callback id": (limits.CALLBACK_ID, lambda n: modal(rich("x"), callback_id="x" * n)),
    "external id": (limits.EXTERNAL_ID, lambda n: modal(rich("x"), external_id="x" * n)),
    "block id": (limits.BLOCK_ID, lambda n: message({"type": "divider", "block_id": "x" * n})),
    "action id": (limits.ACTION_ID, lambda n: message(actions(button(action_id="x" * n)))),
    "section": (limits.TEXT, lambda n: message({"type": "section", "text": plain(n)})),
    "fields": (limits.FIELDS, lambda n: message({"type": "section", "fields": [plain()] * n})),
    "field": (limits.FIELD, lambda n: message({"type": "section", "fields": [plain(n)]})),
    "header": (limits.HEADER, lambda n: message({"type": "header", "text": plain(n)})),
    "context": (
        limits.CONTEXT_ELEMENTS,
        lambda n: message({"type": "context", "elements": [plain()] * n}),
    ),
    "markdown": (limits.MARKDOWN, lambda n: message({"type": "markdown", "text": "x" * n})),
    "buttons": (limits.ACTIONS, lambda n: message(actions(*map(button, range(n))))),
    "label": (limits.BUTTON, lambda n: message(actions(button(text=plain(n))))),
    "value": (limits.BUTTON_VALUE, lambda n: message(actions(button(value="x" * n)))),
    "address": (limits.URL, lambda n: message(actions(button(url="x" * n)))),
    "spoken label": (
        limits.ACCESSIBILITY_LABEL,
        lambda n: message(actions(button(accessibility_label="x" * n))),
    ),
    "options": (limits.OPTIONS, lambda n: modal(asks(menu(options=options(n))))),
    "option": (limits.OPTION, lambda n: modal(asks(menu(options=options(1, label=n))))),
    "option value": (limits.OPTION_VALUE, lambda n: modal(asks(menu(options=options(1, value=n))))),
    "description": (
        limits.OPTION_DESCRIPTION,
        lambda n: modal(asks(menu(options=[{**options(1)[0], "description": plain(n)}]))),
    ),
    "groups": (
        limits.OPTION_GROUPS,
        lambda n: modal(
            asks(
                {
                    "type": "static_select",
                    "option_groups": [{"label": plain(), "options": options(1)}] * n,
                }
            )
        ),
    ),
    "overflow": (
        limits.OVERFLOW,
        lambda n: message(actions({"type": "overflow", "options": options(n)})),
    ),
    "checkboxes": (
        limits.CHECKS,
        lambda n: modal(asks({"type": "checkboxes", "options": options(n)})),
    ),
    "radio buttons": (
        limits.CHECKS,
        lambda n: modal(asks({"type": "radio_buttons", "options": options(n)})),
    ),
    "placeholder": (limits.PLACEHOLDER, lambda n: modal(asks(menu(placeholder=plain(n))))),
    "label of an input": (limits.LABEL, lambda n: modal(asks(menu(), label=plain(n)))),
    "hint": (limits.LABEL, lambda n: modal(asks(menu(), hint=plain(n)))),
    "length of an input": (
        limits.INPUT,
        lambda n: modal(asks({"type": "plain_text_input", "max_length": n})),
    ),
    "image": (
        limits.ALT_TEXT,
        lambda n: message({"type": "image", "image_url": "https://x", "alt_text": "x" * n}),
    ),
    "rows": (limits.TABLE_ROWS, lambda n: message(table(n))),
    "cells": (limits.TABLE_COLUMNS, lambda n: message(table(1, n))),
    "tables": (1, lambda n: message(*[table(1)] * n)),
    "charts": (limits.CHARTS, lambda n: message(*[chart()] * n)),
    "chart title": (limits.CHART_TITLE, lambda n: message(chart(title=n))),
    "categories": (limits.CATEGORIES, lambda n: message(chart(categories=n))),
    "category": (limits.CHART_LABEL, lambda n: message(chart(label=n))),
    "series": (limits.SERIES, lambda n: message(chart(series=n))),
    "segments": (limits.SEGMENTS, lambda n: message(pie(n))),
}


@pytest.mark.parametrize("name", LIMITS)
def test_a_limit_is_kept_to_the_character(name: str) -> None:
    most, grown = LIMITS[name]

    assert faults(grown(most)) == []
    assert faults(grown(most + 1)) != []


REFUSED: dict[str, Json] = {
    "no text for screen readers": {"blocks": [rich("x")]},
    "an empty text": message(text=""),
    "a block of no type": message({"text": plain()}),
    "an unknown block": message({"type": "banner"}),
    "blocks that are no list": {"text": "x", "blocks": {}},
    "an unknown field": message({"type": "divider", "colour": "red"}),
    "a section of nothing": message({"type": "section"}),
    "an empty section": message({"type": "section", "text": plain(0)}),
    "a header with markup": message({"type": "header", "text": {"type": "mrkdwn", "text": "*x*"}}),
    "no actions": message(actions()),
    "one action id twice": message(actions(button(1), button(1))),
    "one block id twice": message(*[{"type": "divider", "block_id": "d"}] * 2),
    "an unknown style": message(actions(button(style="loud"))),
    "a button without a label": message(actions({"type": "button"})),
    "an input in a message": message(asks(menu())),
    "a menu of nothing": modal(asks(menu(options=[]))),
    "a menu of two kinds": modal(asks(menu(option_groups=[]))),
    "one value twice": modal(asks(menu(options=options(1) * 2))),
    "a choice that is not offered": modal(asks(menu(initial_option=options(3)[2]))),
    "choices that are not offered": modal(
        asks({"type": "checkboxes", "options": options(1), "initial_options": options(2)})
    ),
    "no date": modal(asks({"type": "datepicker", "initial_date": "tomorrow"})),
    "a length that is none": modal(asks({"type": "plain_text_input", "max_length": True})),
    "an image from nowhere": message({"type": "image", "alt_text": "x"}),
    "an image that says nothing": message({"type": "image", "image_url": "https://x"}),
    "an empty rich text": message(rich("")),
    "a rich text without elements": message({"type": "rich_text", "elements": []}),
    "an unknown piece of rich text": message(
        {"type": "rich_text", "elements": [{"type": "rich_text_song", "elements": []}]}
    ),
    "a chart in a modal": modal(chart()),
    "a chart with a point too few": message(chart(categories=3, points=2)),
    "a chart of one category twice": message(
        {
            **chart(),
            "chart": {
                **chart()["chart"],
                "axis_config": {"categories": ["00000", "00000"]},
            },
        }
    ),
    "a modal without a title": without(modal(rich("x")), "title"),
    "inputs that nobody can send in": without(modal(asks(menu())), "submit"),
    "a modal of nothing": modal(),
    "a home with a title": {"type": "home", "blocks": [rich("x")], "title": plain()},
    "a number for a text": message({"type": "header", "text": {"type": "plain_text", "text": 3}}),
    "a text for a truth": message({"type": "header", "text": {**plain(), "emoji": "no"}}),
    "a block that is a text": {"text": "x", "blocks": ["divider"]},
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_misshapen_payload_is_refused(name: str) -> None:
    assert faults(REFUSED[name]) != []


def test_a_fault_says_where_it_is() -> None:
    assert faults(message(rich("x"), {"type": "header", "text": plain(151)})) == [
        "blocks[1].text.text: must have 1 to 150 characters, has 151"
    ]


def test_a_rich_message_and_a_full_form_are_well() -> None:
    said = message(
        {"type": "header", "text": plain()},
        rich("words"),
        {"type": "divider"},
        {"type": "section", "text": plain(), "accessory": button()},
        {"type": "context", "elements": [plain()]},
        actions(button(1, style="primary", value="{}"), button(2)),
    )
    asked = modal(
        rich("intro"),
        asks({"type": "plain_text_input", "multiline": True, "initial_value": "x"}, optional=True),
        asks({"type": "datepicker", "initial_date": "2026-12-01"}),
        asks({"type": "multi_static_select", "options": options(3), "max_selected_items": 2}),
    )

    assert faults(said) == []
    assert faults(asked) == []
