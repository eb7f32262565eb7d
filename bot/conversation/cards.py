"""Cards and forms worded by the catalogue, with the buttons of the step being shown."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from bot import texts
from bot.conversation.flow import Step
from bot.conversation.voice import Spoken, say
from bot.messages.card import COMMAND, Block, Button, Card, Style, Text
from bot.messages.form import Form, Input


class Shown(Spoken, Protocol):
    """A turn, as far as showing goes: a step is shown to somebody, about a subject."""

    step: Step | None
    subject: str


def card(
    turn: Shown,
    key: str,
    *blocks: Block,
    taps: Iterable[str | Button] = (),
    commands: Iterable[str] = (),
    **values: str | float,
) -> Card:
    """Make a card from one message of the catalogue.

    Its value is the paragraph; its attributes ``.title`` and ``.next`` show if present, and
    attributes named as the taps (of the step being shown) and commands label the buttons.
    """
    buttons = [_button(turn, key, each, values) for each in taps]
    buttons += [
        Button(say(turn, f"{key}.{word}", **values), COMMAND, value=word) for word in commands
    ]
    return Card(
        title=_attribute(turn, f"{key}.title", values),
        body=(Text(say(turn, key, **values)), *blocks),
        buttons=tuple(buttons),
        next=_attribute(turn, f"{key}.next", values),
    )


def tap(
    turn: Shown,
    action: str,
    label: str,
    *,
    value: str = "",
    style: Style = Style.PLAIN,
) -> Button:
    """Make a button of the step being shown, with a label and value of its own."""
    if turn.step is None:
        message = f"{action}: buttons belong to a step"
        raise TypeError(message)
    return Button(label, f"{turn.step.full_name}.{action}", turn.subject, value, style)


def form(turn: Shown, key: str, *inputs: Input, **values: str | float) -> Form:
    """Make a form of the step being shown, worded by ``.title``, ``.submit`` and its value."""
    return Form(
        title=say(turn, f"{key}.title", **values),
        intro=say(turn, key, **values),
        inputs=inputs,
        submit=say(turn, f"{key}.submit", **values),
        action=turn.step.full_name if turn.step else "",
        subject=turn.subject,
    )


def _button(turn: Shown, key: str, each: str | Button, values: Mapping[str, str | float]) -> Button:
    if isinstance(each, Button):
        return each
    return tap(turn, each, say(turn, f"{key}.{each}", **values))


def _attribute(turn: Shown, key: str, values: Mapping[str, str | float]) -> str:
    return say(turn, key, **values) if texts.has_text(turn.person.language, key) else ""
