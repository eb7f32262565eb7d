"""Cards and forms as lines of text, a sentence a line: what a reviewer reads.

A button and a form are followed by the stored name they carry; a form's fields begin with theirs.
"""

from collections.abc import Iterator

from bot.messages.card import COMMAND, Block, Button, Card, Heading, Style
from bot.messages.form import Choice, DateInput, Form, Input, Switch, TextInput
from bot.messages.plain import block_lines


def lines(shown: Card | Form) -> list[str]:
    """Return all that is read and stored of a card or form."""
    if isinstance(shown, Form):
        return [*form_lines(shown)]
    return [*above(shown), *map(button_line, shown.buttons), *below(shown)]


def above(card: Card) -> Iterator[str]:
    """Yield what stands above a card's buttons."""
    if card.title:
        yield f"# {card.title}"
    for block in card.body:
        yield from _block(block)


def button_line(button: Button) -> str:
    """Return a button with all it carries but what it is about: that is an id of the world's."""
    style = "" if button.style is Style.PLAIN else f" ({button.style.value})"
    return f"[{button.label}] {stored(button)}{style}"


def stored(button: Button) -> str:
    """Return the stored action and the value of a button, or the command it stands for."""
    if button.action == COMMAND:
        return f"/mentor {button.value}"
    return f"{button.action} {button.value}".rstrip()


def below(card: Card) -> Iterator[str]:
    """Yield what stands below a card's buttons."""
    if card.next:
        yield f"» {card.next}"


def _block(block: Block) -> Iterator[str]:
    mark = "## " if isinstance(block, Heading) else ""
    for text in block_lines(block):
        yield from (f"{mark}{line}" for line in text.splitlines())


def form_lines(form: Form) -> Iterator[str]:
    """Yield a form's fields with their rules, hints, options and what they are filled in with."""
    yield f"# {form.title}"
    yield from form.intro.splitlines()
    for field in form.inputs:
        required = ", required" if field.required else ""
        yield f"{field.name} ({_kind(field)}{required}): {field.label}"
        if field.hint:
            yield f"    {field.hint}"
        yield from (f"    {line}" for line in _inside(field))
    yield f"[{form.submit}] {form.action}"


def _kind(field: Input) -> str:
    match field:
        case TextInput(limit=limit, long=long):
            return f"{'lines' if long else 'text'} up to {limit}"
        case DateInput():
            return "day"
        case Choice(most=most):
            return "one of" if most == 1 else f"up to {most} of"
        case Switch(on=on):
            return "on" if on else "off"


def _inside(field: Input) -> Iterator[str]:
    match field:
        case Choice(options=options, values=values):
            for option in options:
                mark = "x" if option.value in values else " "
                yield f"({mark}) {option.value}: {option.label}"
        case TextInput(value=value) | DateInput(value=value):
            yield from (f"= {line}" for line in value.splitlines())
