"""Every structure of Adaptive Cards that the product uses, to be pasted into their designer."""

from functools import partial

from adapters.teams.forms import Sheet, dialog, in_chat
from adapters.teams.limits import CARD_BYTES
from adapters.teams.render import card_json, message, size
from bot.messages.card import Button, Card, Facts, Text
from bot.messages.form import Choice, Form, Option
from bot.messages.parts import parts
from tests.adapters.structures import CARDS, FORMS, YES, Structure, form, options, recorder

FOLDER = "tests/adapters/teams/exhibits"
NONCE = "n" * 32
ROWS = tuple((f"Part {number}", "word " * 80) for number in range(1, 71))
TOO_LONG = Card(title="Too long", body=(Facts(ROWS),), buttons=(YES,))


def drawn(card: Card) -> dict[str, object]:
    """Return a card as Teams is given it where no dialog can be opened."""
    return card_json(card, nonce=NONCE)


def in_parts(card: Card) -> list[dict[str, object]]:
    """Return a card that is too long as the cards it is sent in."""
    return [drawn(part) for part in parts(card, lambda part: size(drawn(part)) <= CARD_BYTES)]


def sheet(shown: Form, **faults: str) -> Sheet:
    """Return a form as somebody sees it, with what is wrong in it."""
    return Sheet(form=shown, nonce=NONCE, language="en", faults=faults, origin="message")


def in_dialog(shown: Form) -> object:
    """Return the card of a dialog; its title is the dialog's own."""
    return dialog(sheet(shown))["value"]["card"]["content"]


COMMAS = Choice(
    name="who",
    label="Who?",
    options=(Option("a,b", "A, B"), Option("c%", "C")),
    values=("a,b",),
    most=2,
)
SEARCHED = Choice(
    name="topics", label="Topics", options=(Option("ai-basics", "AI basics"), *options(15))
)
OWN = (
    Structure(
        "searched", "a choice that Teams asks the bot about", lambda: in_dialog(form(SEARCHED))
    ),
    Structure(
        "opens-dialog",
        "a button that opens a dialog",
        lambda: card_json(Card(buttons=(YES,)), nonce=NONCE, opens=lambda _: True),
    ),
    Structure("empty", "a card of nothing but its fallback", lambda: drawn(Card(next="Then."))),
    Structure(
        "message",
        "the message that carries a card, with what a notification reads",
        lambda: message(drawn(Card(title="A title", body=(Text("word " * 100),)))),
    ),
    Structure(
        "long-card",
        "a card longer than Teams takes, as the cards it is sent in",
        lambda: in_parts(TOO_LONG),
    ),
    Structure(
        "form-in-chat",
        "a form in the chat, where no dialog can be opened",
        lambda: in_chat(sheet(FORMS["text-filled"][1])),
    ),
    Structure(
        "dialog",
        "what opens a dialog: its title, its size and its card",
        lambda: dialog(sheet(FORMS["switch"][1])),
    ),
    Structure(
        "faults",
        "a form sent back: what is wrong beside a field, and of none",
        lambda: in_chat(sheet(FORMS["day"][1], day="That day is past.", other="Not now.")),
    ),
    Structure(
        "commas",
        "values with a comma, of which several may be chosen",
        lambda: in_dialog(form(COMMAS)),
    ),
    Structure(
        "several-buttons",
        "a row of six buttons, and a seventh below it",
        lambda: drawn(Card(buttons=tuple(Button(str(n), "flow.step.tap") for n in range(1, 8)))),
    ),
)
ELSEWHERE = frozenset({"rows", "some-of-very-many"})
"""Drawn smaller among our own: Teams' rows are shorter, and no list is too long for it."""
STRUCTURES = (
    *(
        Structure(f"card-{name}", shows, partial(drawn, card))
        for name, (shows, card) in CARDS.items()
        if name not in ELSEWHERE
    ),
    *OWN,
    *(
        Structure(f"form-{name}", shows, partial(in_dialog, each))
        for name, (shows, each) in FORMS.items()
        if name not in ELSEWHERE
    ),
)
RECORDER = recorder("Teams exhibits", FOLDER, STRUCTURES)
