"""What is said beforehand of a button, "this leads to a form", is what pressing it does."""

import pytest

from bot.messages.card import Button
from bot.texts import LANGUAGES
from tests.gallery.tour import Visit, tour
from tests.product import opens_form

EITHER = {"programme"}
"""Commands that show a form only where nothing was begun yet."""


def pressed(language: str) -> list[tuple[Visit, Button]]:
    """Every press of a button that is on show."""
    return [(each, each.button) for each in tour(language).visits if each.button is not None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_that_leads_to_a_form_says_so(language: str) -> None:
    silent = {
        str(visit)
        for visit, button in pressed(language)
        if visit.reply.form is not None and not opens_form(button) and button.value not in EITHER
    }

    assert silent == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_that_says_so_leads_to_a_form_or_to_a_word_why_not(language: str) -> None:
    said = [visit for visit, button in pressed(language) if opens_form(button)]
    astray = {
        str(visit)
        for visit in said
        if visit.reply.form is None and any(card.buttons for card in visit.reply.cards)
    }

    assert len(said) >= 10
    assert astray == set()


@pytest.mark.parametrize("action", ["", "nowhere", "checkin.nowhere.yes", "checkin.done.nowhere"])
def test_an_unknown_button_opens_nothing(action: str) -> None:
    assert not opens_form(Button("?", action))
