"""Block Kit as Slack takes it: the product's own table of limits, applied from the other side."""

from collections.abc import Iterator
from typing import Any

from adapters.slack.faults import faults
from tests.adapters.slack.fake.calls import Refusal
from tests.adapters.slack.fake.workspaces import Json


def refuse_blocks(blocks: Any) -> None:
    """Refuse the blocks of a message as Slack does: with every fault in the metadata."""
    if not isinstance(blocks, list):
        raise Refusal("invalid_blocks_format")
    found = faults({"text": "stands apart", "blocks": blocks})
    if found:
        raise Refusal("invalid_blocks", errors=found, response_metadata=_messages(found))


def refuse_view(view: Any, surface: str) -> Json:
    """Return a view of the kind that fits here, or refuse it."""
    if not isinstance(view, dict) or view.get("type") != surface:
        found = [f"view: type must be {surface}"]
    else:
        found = faults(view)
    if found:
        raise Refusal("invalid_arguments", response_metadata=_messages(found))
    return dict(view)


def texts_in(value: Any) -> Iterator[str]:
    """Every text in blocks, at any depth."""
    if isinstance(value, list):
        for each in value:
            yield from texts_in(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name == "text" and isinstance(each, str):
                yield each
            else:
                yield from texts_in(each)


def _messages(found: list[str]) -> Json:
    return {"messages": [f"[ERROR] {fault}" for fault in found]}
