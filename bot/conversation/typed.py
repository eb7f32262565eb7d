"""Typed equivalents: every button by its number or words, every form one line at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.messages.card import Button, Card, Style
from bot.messages.form import Choice, DateInput, Form, Input, Switch, TextInput
from bot.texts.folding import folded

YES = frozenset({"oui", "o", "yes", "y", "ok"})
NO = frozenset({"non", "n", "no"})
SKIP = frozenset({"-", "passer", "skip"})
DIGITS = 4
"""Digits of a typed number that may name a choice; longer ones are no number of ours."""


def pressed(card: Card, text: str) -> Button | None:
    """Return the button a typed line means: its number, its label, or yes and no."""
    said = folded(text)
    number = _number(said)
    if 1 <= number <= len(card.buttons):
        return card.buttons[number - 1]
    for button in card.buttons:
        if folded(button.label) == said:
            return button
    if said in YES:
        yes = [b for b in card.buttons if b.style is Style.PRIMARY or _is(b, "yes")]
        # Where there are several of one kind, a yes that names none of them asks on.
        is_open = len(yes) > 1 and len({button.action for button in yes}) == 1
        return replace(yes[0], value="") if is_open else next(iter(yes), None)
    if said in NO:
        return next((b for b in card.buttons if _is(b, "no")), None)
    return None


def _number(said: str) -> int:
    """The number somebody typed; 0 for anything else, as long as a number can be."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= DIGITS else 0


def _is(button: Button, name: str) -> bool:
    return button.action.rsplit(".", 1)[-1] == name


@dataclass(frozen=True)
class Misread:
    """A typed line that does not fit the question: which text of the catalogue says why."""

    key: str


def read(question: Input, text: str) -> tuple[str, ...] | Misread:
    """Return what a typed line fills in for one input, or why it does not fit."""
    if folded(text) in SKIP:
        return Misread("typed-required") if question.required else current(question)
    match question:
        case Switch():
            return _switched(text)
        case Choice():
            return _chosen(question, text)
        case TextInput(limit=limit):
            return Misread("typed-too-long") if len(text) > limit else (text.strip(),)
        case DateInput():
            return (text.strip(),)


def current(question: Input) -> tuple[str, ...]:
    """Return what an input holds before anybody touches it."""
    match question:
        case Switch(on=on):
            return ("yes",) if on else ()
        case Choice(values=values):
            return values
        case TextInput(value=value) | DateInput(value=value):
            return (value,) if value else ()


def unanswered(form: Form, answered: Mapping[str, object]) -> Input | None:
    """Return the next input nobody answered yet."""
    return next((item for item in form.inputs if item.name not in answered), None)


def _switched(text: str) -> tuple[str, ...] | Misread:
    said = folded(text)
    if said in YES:
        return ("yes",)
    return () if said in NO else Misread("typed-yes-or-no")


def _chosen(question: Choice, text: str) -> tuple[str, ...] | Misread:
    chosen: list[str] = []
    for part in text.replace(";", ",").split(","):
        said = folded(part)
        number = _number(said)
        if 1 <= number <= len(question.options):
            chosen.append(question.options[number - 1].value)
            continue
        named = [option.value for option in question.options if folded(option.label) == said]
        if not named:
            return Misread("typed-choose")
        chosen += named
    answer = tuple(dict.fromkeys(chosen))
    return Misread("typed-too-many") if len(answer) > question.most else answer
