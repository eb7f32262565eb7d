"""Every card and form of the product as Teams is given it, in either language."""

from collections.abc import Iterator
from typing import Any

from adapters.teams.forms import Sheet, dialog, in_chat
from adapters.teams.render import card_json
from bot.messages.card import Card
from tests.gallery.tour import everything

NONCE = "n" * 32
Json = dict[str, Any]


def adaptive_cards(language: str) -> Iterator[tuple[str, Json]]:
    """Every Adaptive Card with a name: cards with and without dialogs, forms in all their places.

    A form stands in the chat, in a dialog, and in a dialog that was sent back with a fault at each
    of its fields.
    """
    for name, shown in everything(language).items():
        if isinstance(shown, Card):
            yield name, card_json(shown, nonce=NONCE)
            yield f"{name} (dialogs)", card_json(shown, nonce=NONCE, opens=lambda _: True)
            continue
        clean = Sheet(form=shown, nonce=NONCE, language=language)
        faults = {item.name: f"Non, pas « {item.label} »." for item in shown.inputs}
        sent_back = Sheet(form=shown, nonce=NONCE, language=language, faults=faults)
        yield f"{name} (chat)", in_chat(clean)
        yield f"{name} (dialog)", dialog(clean)["value"]["card"]["content"]
        yield f"{name} (sent back)", dialog(sent_back)["value"]["card"]["content"]
