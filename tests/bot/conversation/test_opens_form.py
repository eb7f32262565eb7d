"""What is said beforehand of a button, "this leads to a form", is what pressing it does."""

import pytest

from bot.messages.card import Button
from bot.runtime.registry import every_flow
from bot.texts import LANGUAGES
from tests.gallery.visits import visits

EITHER = {"programme"}
"""Commands that show a form only where nothing was begun yet."""

opens_form = every_flow().opens_form


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_that_leads_to_a_form_says_so(language: str) -> None:
    silent = {
        str(visit)
        for visit in visits(language)
        if visit.reply.form is not None
        and not opens_form(visit.button)
        and visit.button.value not in EITHER
    }

    assert silent == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_button_that_says_so_leads_to_a_form_or_to_a_word_why_not(language: str) -> None:
    said = [visit for visit in visits(language) if opens_form(visit.button)]
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
