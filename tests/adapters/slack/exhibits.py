"""Every structure of Block Kit that the product uses, to be pasted into Block Kit Builder."""

from functools import partial

from adapters.slack.forms import modal
from adapters.slack.render import card_modal, home, message, messages
from bot.messages.card import Button, Card, Chart, Quote, Text, note
from bot.messages.form import Choice
from tests.adapters.structures import CARDS, CHART, FORMS, YES, Structure, form, options, recorder

FOLDER = "tests/adapters/slack/exhibits"
LONG = " ".join(f"word{number}" for number in range(1, 601))
LINES = Card(title="Lines", body=tuple(Text(f"Line {number}") for number in range(1, 52)))
TOO_LONG = Card(title="Too long", body=(Text(LONG), Quote(LONG), Text(LONG)), buttons=(YES,))

OWN = (
    Structure(
        "several-cards", "two cards in one message", lambda: message(note("One"), note("Two"))
    ),
    Structure("long-text", "a text longer than one piece holds", lambda: message(note(LONG))),
    Structure(
        "many-blocks", "blocks joined, where there would be too many", lambda: message(LINES)
    ),
    Structure(
        "long-card",
        "a card longer than a message: its messages, one after the other",
        lambda: [message(*each) for each in messages(TOO_LONG)],
    ),
    Structure(
        "long-label",
        "a label longer than a button’s, written above it in full",
        lambda: message(Card(buttons=(Button("Very " * 20 + "long", "flow.step.tap", "id"),))),
    ),
    Structure(
        "chart-written",
        "a chart that does not fit Slack’s own, written",
        lambda: message(Card(body=(Chart("A title", ("<a>",), (1.0,)),))),
    ),
    Structure(
        "third-chart",
        "two charts drawn and a third one written: Slack takes two",
        lambda: message(Card(body=(CHART, CHART, CHART))),
    ),
    Structure("home", "a Home tab of two cards", lambda: home(CARDS["styles"][1], note("Two"))),
    Structure(
        "window",
        "a card in a window, which bears its title; a chart is written there",
        lambda: card_modal(CARDS["chart"][1], language="en", origin="chat"),
    ),
    Structure(
        "window-long-title",
        "a card in a window that cannot bear its title",
        lambda: card_modal(Card(title="A title longer than a window’s"), language="fr"),
    ),
    Structure(
        "window-untitled",
        "a card without a title in a window",
        lambda: card_modal(note("Words."), language="en"),
    ),
    Structure(
        "nothing-to-choose",
        "a choice of nothing, which is not asked",
        lambda: modal(
            form(
                Choice(name="a", label="A", options=()),
                Choice(name="b", label="B", options=options(1)),
            ),
            language="en",
        ),
    ),
)
STRUCTURES = (
    *(Structure(f"card-{n}", shows, partial(message, card)) for n, (shows, card) in CARDS.items()),
    *OWN,
    *(
        Structure(f"form-{n}", shows, partial(modal, each, language="en"))
        for n, (shows, each) in FORMS.items()
    ),
)
RECORDER = recorder("Slack exhibits", FOLDER, STRUCTURES)
