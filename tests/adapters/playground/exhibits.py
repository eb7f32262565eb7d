"""Every structure of the JSON that the playground's page draws."""

from datetime import UTC, datetime
from functools import partial

from adapters.playground.message import Message
from adapters.playground.render import Json, form_json, message_json
from bot.messages.card import Card
from tests.adapters.structures import CARDS, FORMS, Structure, recorder

FOLDER = "tests/adapters/playground/exhibits"
AT = datetime(2026, 10, 5, 13, 30, tzinfo=UTC)
HERE = frozenset(
    {
        "paragraph",
        "heading",
        "quote-author",
        "facts",
        "bullets",
        "chart",
        "next",
        "styles",
        "command",
    }
)
"""Cards of which the page's JSON shows something new: it neither splits nor escapes anything."""
FIELDS = frozenset({"text-filled", "day", "one-of-few", "some-of-few", "switch"})


def shown(card: Card) -> Json:
    """Return a message of a chat that shows a card."""
    return message_json(Message(id="1", version=1, at=AT, card=card), "America/Toronto")


STRUCTURES = (
    *(
        Structure(f"card-{name}", shows, partial(shown, card))
        for name, (shows, card) in CARDS.items()
        if name in HERE
    ),
    *(
        Structure(f"form-{name}", shows, partial(form_json, form))
        for name, (shows, form) in FORMS.items()
        if name in FIELDS
    ),
    Structure(
        "line",
        "a line that somebody typed",
        lambda: message_json(Message(id="2", version=1, at=AT, text="status"), "America/Vancouver"),
    ),
    Structure(
        "answered",
        "a card one of whose buttons was pressed",
        lambda: message_json(
            Message(id="3", version=2, at=AT, card=CARDS["styles"][1], chosen="Yes", key="k"),
            "America/Toronto",
        ),
    ),
)
RECORDER = recorder("playground exhibits", FOLDER, STRUCTURES)
