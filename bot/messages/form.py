"""A form: several inputs at once; a Slack modal, a Teams dialog, a page in the playground."""

from collections.abc import Mapping
from dataclasses import dataclass

Values = Mapping[str, tuple[str, ...]]
"""What was filled in: a field's name to its texts (several for a choice of many)."""


@dataclass(frozen=True)
class Option:
    """One thing to choose; ``value`` is stored, ``label`` is read."""

    value: str
    label: str


@dataclass(frozen=True, kw_only=True)
class TextInput:
    """Free text up to ``limit`` characters."""

    name: str
    label: str
    hint: str = ""
    required: bool = False
    value: str = ""
    limit: int = 300
    long: bool = False


@dataclass(frozen=True, kw_only=True)
class DateInput:
    """A calendar day, as YYYY-MM-DD."""

    name: str
    label: str
    hint: str = ""
    required: bool = False
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One of several options, or up to ``most`` of them."""

    name: str
    label: str
    options: tuple[Option, ...]
    hint: str = ""
    required: bool = False
    values: tuple[str, ...] = ()
    most: int = 1


@dataclass(frozen=True, kw_only=True)
class Switch:
    """A consent or setting, off until touched; filled in as "yes" when on."""

    name: str
    label: str
    hint: str = ""
    required: bool = False
    on: bool = False


Input = TextInput | DateInput | Choice | Switch


@dataclass(frozen=True, kw_only=True)
class Form:
    """Inputs that are sent in together; ``action`` names the step that takes them."""

    title: str
    inputs: tuple[Input, ...]
    submit: str
    action: str = ""
    subject: str = ""
    intro: str = ""


A_FEW_SENTENCES = 500
"""Characters of a text that is one thought, not a letter."""
OUT_OF_FIVE = ("1", "2", "3", "4", "5")
"""A scale as it is chosen from; what its ends mean is said beside each."""


def first(values: Values, name: str) -> str:
    """Return the single text of a field, or nothing."""
    return next(iter(values.get(name, ())), "").strip()


def number_in(text: str, within: range, *, digits: int) -> int | None:
    """Return a whole number that was filled in, if it is one of a range.

    Only plain digits, and so many at most: int() would also take "1_2", "+5" and digits of other
    scripts.
    """
    is_plain = text.isascii() and text.isdecimal() and len(text) <= digits
    return int(text) if is_plain and int(text) in within else None
