"""The shapes of blocks, on messages and views alike; one that we have no use for has none."""

from collections.abc import Iterator, Mapping
from typing import Any

from adapters.slack import limits
from adapters.slack.elements import (
    ACCESSORY,
    ACTION,
    IMAGE,
    IMAGE_SOURCES,
    INPUT,
    RICH_TEXT,
    plain,
    text,
)
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


def _block(required: Mapping[str, Rule], optional: Mapping[str, Rule] | None = None) -> Rule:
    return record(required, {"block_id": string(limits.BLOCK_ID), **(optional or {})})


def _says_something(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, dict) and not ({"text", "fields"} & value.keys()):
        yield f"{path}: needs text or fields"


CELL = by_type(
    {
        "raw_text": record({"text": string(limits.TEXT)}),
        "raw_number": record({"value": number()}),
        "rich_text": record({"elements": array(RICH_TEXT, limits.ALL_TEXT)}),
    }
)
POINT = record({"label": string(limits.CHART_LABEL), "value": number()})
SERIES = record(
    {"name": string(limits.CHART_LABEL), "data": array(POINT, limits.CATEGORIES)},
)
AXES = record(
    {"categories": array(string(limits.CHART_LABEL), limits.CATEGORIES)},
    {"x_label": string(limits.AXIS_LABEL), "y_label": string(limits.AXIS_LABEL)},
)


def _points_on_axis(value: Any, path: str) -> Iterator[str]:
    """Each series has one point for each category, in any order; names are told apart."""
    try:
        categories = value["axis_config"]["categories"]
        labels = [[point["label"] for point in series["data"]] for series in value["series"]]
        names = [series["name"] for series in value["series"]]
    except (KeyError, TypeError):
        return  # its shape is at fault, which was said
    yield from distinct(categories, f"{path}.axis_config.categories")
    yield from distinct(names, f"{path}.series")
    for index, each in enumerate(labels):
        if sorted(map(str, each)) != sorted(map(str, categories)):
            yield f"{path}.series[{index}]: its labels are not the categories"


AXIS_CHART = every(
    record({"series": array(SERIES, limits.SERIES), "axis_config": AXES}), _points_on_axis
)
PIE = record(
    {
        "segments": array(
            record({"label": string(limits.CHART_LABEL), "value": number(0)}), limits.SEGMENTS
        ),
    }
)
CHART = by_type({"bar": AXIS_CHART, "line": AXIS_CHART, "area": AXIS_CHART, "pie": PIE})

BLOCKS: dict[str, Rule] = {
    "actions": _block({"elements": array(ACTION, limits.ACTIONS)}),
    "context": _block(
        {
            "elements": array(
                by_type(
                    {
                        "image": IMAGE,
                        "mrkdwn": text(limits.TEXT),
                        "plain_text": text(limits.TEXT),
                    }
                ),
                limits.CONTEXT_ELEMENTS,
            )
        }
    ),
    "data_visualization": _block({"title": string(limits.CHART_TITLE), "chart": CHART}),
    "divider": _block({}),
    "header": _block({"text": plain(limits.HEADER)}),
    "image": every(
        _block(
            {"alt_text": string(limits.ALT_TEXT)},
            {**IMAGE_SOURCES, "title": plain(limits.LABEL)},
        ),
        exactly_one(*IMAGE_SOURCES),
    ),
    "input": _block(
        {"label": plain(limits.LABEL), "element": INPUT},
        {"hint": plain(limits.LABEL), "optional": boolean, "dispatch_action": boolean},
    ),
    "markdown": _block({"text": string(limits.MARKDOWN)}),
    "rich_text": _block({"elements": array(RICH_TEXT, limits.ALL_TEXT)}),
    "section": every(
        _block(
            {},
            {
                "text": text(limits.TEXT),
                "fields": array(text(limits.FIELD), limits.FIELDS),
                "accessory": ACCESSORY,
                "expand": boolean,
            },
        ),
        _says_something,
    ),
    "table": _block(
        {"rows": array(array(CELL, limits.TABLE_COLUMNS), limits.TABLE_ROWS)},
        {
            "column_settings": array(
                record({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean}),
                limits.TABLE_COLUMNS,
            )
        },
    ),
}
