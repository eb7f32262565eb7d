"""The shapes of what blocks are made of: texts, options, buttons, inputs, rich text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from adapters.slack import limits
from adapters.slack.grammar import (
    Rule,
    array,
    boolean,
    by_type,
    distinct,
    every,
    exactly_one,
    number,
    one_of,
    record,
    string,
)

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
ID = string(limits.ACTION_ID)


def plain(most: int) -> Rule:
    """A plain-text object."""
    return by_type({"plain_text": record({"text": string(most)}, {"emoji": boolean})})


def text(most: int) -> Rule:
    """A text object of either kind."""
    fields = {"text": string(most)}
    return by_type(
        {
            "plain_text": record(fields, {"emoji": boolean}),
            "mrkdwn": record(fields, {"verbatim": boolean}),
        }
    )


CONFIRM = record(
    {
        "title": plain(limits.CONFIRM_TITLE),
        "text": text(limits.CONFIRM_TEXT),
        "confirm": plain(limits.CONFIRM_BUTTON),
        "deny": plain(limits.CONFIRM_BUTTON),
    },
    {"style": one_of("primary", "danger")},
)


def option(label: Rule) -> Rule:
    """One thing to choose."""
    return record(
        {"text": label, "value": string(limits.OPTION_VALUE)},
        {"description": plain(limits.OPTION_DESCRIPTION)},
    )


PLAIN_OPTION = option(plain(limits.OPTION))
TEXT_OPTION = option(text(limits.OPTION))


def options(item: Rule, most: int) -> Rule:
    """A list of things to choose, no two of one value."""
    return every(array(item, most), _distinct_values)


def _distinct_values(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, list):
        found = [each.get("value") for each in value if isinstance(each, dict)]
        yield from distinct(found, path)


GROUPS = array(
    record({"label": plain(limits.OPTION), "options": options(PLAIN_OPTION, limits.OPTIONS)}),
    limits.OPTION_GROUPS,
)


def _date(value: Any, path: str) -> Iterator[str]:
    if not (isinstance(value, str) and DATE.fullmatch(value)):
        yield f"{path}: must be YYYY-MM-DD"


def element(required: Mapping[str, Rule], optional: Mapping[str, Rule]) -> Rule:
    """An interactive element; its ``action_id`` is made up by Slack when it is missing."""
    common = {"action_id": ID, "confirm": CONFIRM, "focus_on_load": boolean}
    return record(required, {**common, **optional})


def _menu(initial: Mapping[str, Rule]) -> Rule:
    """A menu holds options or groups of them, never both."""
    optional: dict[str, Rule] = {
        "options": options(PLAIN_OPTION, limits.OPTIONS),
        "option_groups": GROUPS,
        "placeholder": plain(limits.PLACEHOLDER),
        **initial,
    }
    return every(element({}, optional), exactly_one("options", "option_groups"), _initial)


def _checks(initial: Mapping[str, Rule]) -> Rule:
    return every(
        element({"options": options(TEXT_OPTION, limits.CHECKS)}, initial),
        _initial,
    )


def _initial(value: Any, path: str) -> Iterator[str]:
    """What is chosen at first is one of the options, to the letter."""
    if not isinstance(value, dict):
        return
    offered = [each for each in _list(value, "options") if isinstance(each, dict)]
    for group in _list(value, "option_groups"):
        offered += _list(group, "options") if isinstance(group, dict) else []
    chosen = _list(value, "initial_options")
    chosen += [value["initial_option"]] if "initial_option" in value else []
    for each in chosen:
        if each not in offered:
            yield f"{path}: what is chosen at first is no option"


def _list(value: Mapping[str, Any], name: str) -> list[Any]:
    found = value.get(name)
    return list(found) if isinstance(found, list) else []


BUTTON = element(
    {"text": plain(limits.BUTTON)},
    {
        "value": string(limits.BUTTON_VALUE, 0),
        "url": string(limits.URL),
        "style": one_of("primary", "danger"),
        "accessibility_label": string(limits.ACCESSIBILITY_LABEL),
    },
)
STATIC_SELECT = _menu({"initial_option": PLAIN_OPTION})
MULTI_STATIC_SELECT = _menu(
    {
        "initial_options": array(PLAIN_OPTION, limits.OPTIONS),
        "max_selected_items": number(1),
    }
)
RADIO_BUTTONS = _checks({"initial_option": TEXT_OPTION})
CHECKBOXES = _checks({"initial_options": array(TEXT_OPTION, limits.CHECKS)})
DATEPICKER = element({}, {"initial_date": _date, "placeholder": plain(limits.PLACEHOLDER)})
OVERFLOW = element({"options": options(PLAIN_OPTION, limits.OVERFLOW)}, {})
PLAIN_TEXT_INPUT = element(
    {},
    {
        "multiline": boolean,
        "initial_value": string(limits.INPUT),
        "min_length": number(0, limits.INPUT),
        "max_length": number(1, limits.INPUT),
        "placeholder": plain(limits.PLACEHOLDER),
    },
)
IMAGE_SOURCES: dict[str, Rule] = {
    "image_url": string(limits.IMAGE_URL),
    "slack_file": record({}, {"id": ID, "url": string(limits.URL)}),
}
IMAGE = every(
    record({"alt_text": string(limits.ALT_TEXT)}, IMAGE_SOURCES),
    exactly_one(*IMAGE_SOURCES),
)

CLICKABLE: dict[str, Rule] = {
    "button": BUTTON,
    "checkboxes": CHECKBOXES,
    "datepicker": DATEPICKER,
    "multi_static_select": MULTI_STATIC_SELECT,
    "overflow": OVERFLOW,
    "radio_buttons": RADIO_BUTTONS,
    "static_select": STATIC_SELECT,
}
ACCESSORY = by_type({**CLICKABLE, "image": IMAGE})
ACTION = by_type({name: rule for name, rule in CLICKABLE.items() if name[:5] != "multi"})
INPUT = by_type(
    {
        **{name: rule for name, rule in CLICKABLE.items() if name not in {"button", "overflow"}},
        "plain_text_input": PLAIN_TEXT_INPUT,
    }
)

STYLE = record({}, dict.fromkeys(("bold", "italic", "strike", "code"), boolean))
WORDS = string(limits.ALL_TEXT)
INLINE = by_type(
    {
        "text": record({"text": WORDS}, {"style": STYLE}),
        "link": record({"url": string(limits.URL)}, {"text": WORDS, "style": STYLE}),
        "emoji": record({"name": ID}, {"unicode": ID, "style": STYLE}),
        "user": record({"user_id": ID}, {"style": STYLE}),
        "channel": record({"channel_id": ID}, {"style": STYLE}),
        "usergroup": record({"usergroup_id": ID}, {"style": STYLE}),
        "broadcast": record({"range": one_of("here", "channel", "everyone")}, {"style": STYLE}),
    }
)
LINE = record({"elements": array(INLINE, limits.ALL_TEXT)})
BORDERED = record({"elements": array(INLINE, limits.ALL_TEXT)}, {"border": number(0, 1)})
RICH_TEXT = by_type(
    {
        "rich_text_section": LINE,
        "rich_text_quote": BORDERED,
        "rich_text_preformatted": BORDERED,
        "rich_text_list": record(
            {
                "elements": array(by_type({"rich_text_section": LINE}), limits.ALL_TEXT),
                "style": one_of("bullet", "ordered"),
            },
            {"indent": number(0, 8), "offset": number(0), "border": number(0, 1)},
        ),
    }
)
