"""What Slack would refuse in a message or view, found before it is sent.

``faults`` reads a plain payload: a message (``text`` and ``blocks``) or a view (``type`` modal or
home). Slack answers ``invalid_blocks`` or ``invalid_arguments`` to each of these; neither the SDK's
models nor any public emulator finds them all. Blocks that we have no use for are faults as well.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from adapters.slack import limits
from adapters.slack.blocks import BLOCKS
from adapters.slack.elements import plain
from adapters.slack.grammar import Rule, array, boolean, by_type, distinct, record, string

Payload = Mapping[str, Any]

ON_MESSAGES = {name: rule for name, rule in BLOCKS.items() if name != "input"}
ON_VIEWS = {name: rule for name, rule in BLOCKS.items() if name not in {"markdown", "table"}}
ON_MODALS = {name: rule for name, rule in ON_VIEWS.items() if name != "data_visualization"}
VIEW: dict[str, Rule] = {
    "private_metadata": string(limits.PRIVATE_METADATA, 0),
    "callback_id": string(limits.CALLBACK_ID),
    "external_id": string(limits.EXTERNAL_ID),
}
MODAL = record(
    {
        "title": plain(limits.VIEW_TITLE),
        "blocks": array(by_type(ON_MODALS), limits.VIEW_BLOCKS),
    },
    {
        **VIEW,
        "submit": plain(limits.VIEW_TITLE),
        "close": plain(limits.VIEW_TITLE),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
HOME = record({"blocks": array(by_type(ON_VIEWS), limits.VIEW_BLOCKS)}, VIEW)
MESSAGE_BLOCKS = array(by_type(ON_MESSAGES), limits.MESSAGE_BLOCKS, 0)


def faults(payload: Payload) -> list[str]:
    """Return a sentence for everything Slack would refuse in a message or view; none is well."""
    kind = payload.get("type")
    if kind == "modal":
        return [*MODAL(payload, "view"), *_submits(payload), *_names(payload), *_sums(payload)]
    if kind == "home":
        return [*HOME(payload, "view"), *_names(payload), *_sums(payload)]
    return [*_message(payload), *_names(payload), *_sums(payload)]


def _message(payload: Payload) -> Iterator[str]:
    """A message says something to a screen reader, too: its top-level text is never empty."""
    yield from string(limits.MESSAGE_TEXT)(payload.get("text"), "text")
    yield from MESSAGE_BLOCKS(payload.get("blocks", []), "blocks")


def _submits(payload: Payload) -> Iterator[str]:
    if "submit" not in payload and any(block.get("type") == "input" for block in _blocks(payload)):
        yield "view.submit: is missing, though there are inputs"


def _names(payload: Payload) -> Iterator[str]:
    """Names of blocks are unique in a payload, names of elements in their block."""
    blocks = _blocks(payload)
    yield from distinct([b["block_id"] for b in blocks if "block_id" in b], "block_id")
    for index, block in enumerate(blocks):
        elements = [e for e in _list(block, "elements") if isinstance(e, dict)]
        names = [e["action_id"] for e in elements if "action_id" in e]
        yield from distinct(names, f"blocks[{index}].action_id")


def _sums(payload: Payload) -> Iterator[str]:
    """What is limited over all blocks together."""
    kinds = [block.get("type") for block in _blocks(payload)]
    for kind, most in (("data_visualization", limits.CHARTS), ("table", 1)):
        if kinds.count(kind) > most:
            yield f"blocks: {kind} is there {kinds.count(kind)} times, {most} at most"
    written = sum(map(len, _texts(_blocks(payload))))
    if written > limits.ALL_TEXT:
        yield f"blocks: {written} characters in all, {limits.ALL_TEXT} at most"


def _texts(value: Any) -> Iterator[str]:
    """Every text that is shown, at any depth."""
    if isinstance(value, list):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if name == "text" and isinstance(each, str):
                yield each
            else:
                yield from _texts(each)


def _blocks(payload: Payload) -> list[dict[str, Any]]:
    return [block for block in _list(payload, "blocks") if isinstance(block, dict)]


def _list(value: Payload, name: str) -> list[Any]:
    found = value.get(name)
    return found if isinstance(found, list) else []
