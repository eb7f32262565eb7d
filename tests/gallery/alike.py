"""What on a card or form reads like something else there, and means another thing."""

from collections.abc import Iterable, Iterator

from bot.messages.card import Block, Bullets, Card, Chart, Facts
from bot.messages.form import Choice, Form
from bot.texts.folding import folded


def alike(shown: Card | Form) -> list[str]:
    """Return every label that stands for two things."""
    if isinstance(shown, Form):
        return [label for labels in _of_form(shown) for label in _twice(labels)]
    buttons = [(each.label, (each.action, each.subject, each.value)) for each in shown.buttons]
    lists = (labels for block in shown.body for labels in _of_block(block))
    return [label for labels in (buttons, *lists) for label in _twice(labels)]


Labels = Iterable[tuple[str, object]]


def _of_form(form: Form) -> Iterator[Labels]:
    yield [(each.label, each.name) for each in form.inputs]
    for each in form.inputs:
        if isinstance(each, Choice):
            yield [(option.label, option.value) for option in each.options]


def _of_block(block: Block) -> Iterator[Labels]:
    match block:
        case Bullets(items=items):
            yield [(item, number) for number, item in enumerate(items)]
        case Facts(rows=rows):
            yield [(label, number) for number, (label, _) in enumerate(rows)]
        case Chart(labels=labels):
            yield [(label, number) for number, label in enumerate(labels)]


def _twice(labels: Labels) -> Iterator[str]:
    """Yield what is read, or typed, for one thing and for another."""
    meant: dict[str, object] = {}
    for label, what in labels:
        if meant.setdefault(folded(label), what) != what:
            yield label
