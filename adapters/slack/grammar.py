"""How the shape of a payload is written down: rules made of smaller rules.

A rule looks at a value at a path ("blocks[3].text") and yields a sentence for each fault.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

Rule = Callable[[Any, str], Iterator[str]]

NOTHING: Mapping[str, Rule] = {}


def string(most: int, least: int = 1) -> Rule:
    """A text of some length, in characters."""

    def rule(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{path}: must be a string"
        elif not least <= len(value) <= most:
            yield f"{path}: must have {least} to {most} characters, has {len(value)}"

    return rule


def one_of(*allowed: str) -> Rule:
    """One of some words."""

    def rule(value: Any, path: str) -> Iterator[str]:
        if value not in allowed:
            yield f"{path}: must be one of {', '.join(allowed)}"

    return rule


def boolean(value: Any, path: str) -> Iterator[str]:
    """Either true or false."""
    if not isinstance(value, bool):
        yield f"{path}: must be true or false"


def number(least: float = float("-inf"), most: float = float("inf")) -> Rule:
    """A number within bounds; true and false are none."""

    def rule(value: Any, path: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield f"{path}: must be a number"
        elif not least <= value <= most:
            yield f"{path}: must be from {least:g} to {most:g}, is {value:g}"

    return rule


def array(item: Rule, most: int, least: int = 1) -> Rule:
    """A list of some length, each item by the same rule."""

    def rule(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{path}: must be a list"
            return
        if not least <= len(value) <= most:
            yield f"{path}: must have {least} to {most} items, has {len(value)}"
        for index, each in enumerate(value):
            yield from item(each, f"{path}[{index}]")

    return rule


def record(required: Mapping[str, Rule], optional: Mapping[str, Rule] = NOTHING) -> Rule:
    """An object with these fields and no others; ``type`` is looked at by who chose the rule."""
    known = {**required, **optional}

    def rule(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{path}: must be an object"
            return
        yield from (f"{path}.{name}: is missing" for name in required if name not in value)
        for name, each in value.items():
            if name in known:
                yield from known[name](each, f"{path}.{name}")
            elif name != "type":
                yield f"{path}.{name}: is no field of it"

    return rule


def by_type(kinds: Mapping[str, Rule], field: str = "type") -> Rule:
    """An object whose type chooses its rule."""

    def rule(value: Any, path: str) -> Iterator[str]:
        kind = value.get(field) if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in kinds:
            yield f"{path}: type {kind!r} is not allowed here"
        else:
            yield from kinds[kind](value, path)

    return rule


def every(*rules: Rule) -> Rule:
    """All of several rules at once."""

    def rule(value: Any, path: str) -> Iterator[str]:
        for each in rules:
            yield from each(value, path)

    return rule


def exactly_one(*names: str) -> Rule:
    """An object has one of these fields, and only one."""

    def rule(value: Any, path: str) -> Iterator[str]:
        present = [name for name in names if isinstance(value, dict) and name in value]
        if len(present) != 1:
            yield f"{path}: needs exactly one of {', '.join(names)}"

    return rule


def distinct(values: Sequence[Any], path: str) -> Iterator[str]:
    """No two of these are the same."""
    seen: set[str] = set()
    for value in values:
        if str(value) in seen:
            yield f"{path}: {value!r} is there twice"
        seen.add(str(value))
