"""Every card and form of the product in Slack: within all limits, nothing lost, nothing added."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from adapters.slack.faults import faults
from adapters.slack.forms import modal
from adapters.slack.render import card_modal, home, message, messages
from bot.messages.card import Card
from bot.messages.form import Form
from bot.texts import LANGUAGES
from tests.adapters.expected import (
    asked_of,
    brief,
    carried,
    missing,
    properties,
    texts_of,
    words_of,
)
from tests.adapters.made_up import cards
from tests.adapters.slack.exhibits import STRUCTURES
from tests.adapters.slack.reading import card_seen, form_seen
from tests.adapters.slack.shown import meanings, words
from tests.gallery.tour import everything, shown_by, tour

Json = dict[str, Any]
FEWEST = 400


def all_cards(language: str) -> list[tuple[str, Card]]:
    return [(n, shown) for n, shown in everything(language).items() if isinstance(shown, Card)]


def all_forms(language: str) -> list[tuple[str, Form]]:
    return [(n, shown) for n, shown in everything(language).items() if isinstance(shown, Form)]


def payloads(language: str) -> Iterator[tuple[str, Json]]:
    """Yield everything in every place where it may be shown: a message, a Home tab, a window."""
    for name, card in all_cards(language):
        yield from ((name, message(*each)) for each in messages(card))
        yield name, home(card)
        yield name, card_modal(card, language=language)
    for name, form in all_forms(language):
        yield name, modal(form, language=language)
    for played in tour(language).scenes:
        for each in played.happened:
            several = [card for card in shown_by(each.reply) if isinstance(card, Card)]
            if several:
                yield played.scene.name, home(*several)


@pytest.mark.parametrize("language", LANGUAGES)
def test_slack_takes_every_card_and_form_and_reads_nothing_into_it(language: str) -> None:
    wrong = {
        name: found
        for name, payload in payloads(language)
        if (found := [*faults(payload), *meanings(payload.get("blocks", ()))])
    }

    assert wrong == {}
    assert len(all_cards(language)) > FEWEST


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_card_is_shown_in_its_order(language: str) -> None:
    lost = {
        name: gone
        for name, card in all_cards(language)
        if (gone := missing(texts_of(card), words(message(card)["blocks"])))
    }

    assert lost == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_is_a_button_that_carries_what_it_stands_for(language: str) -> None:
    for name, card in all_cards(language):
        assert pressed(card) == carried(card), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_form_is_asked_as_it_is(language: str) -> None:
    for name, form in all_forms(language):
        view = modal(form, language=language)
        seen = form_seen(view)

        assert missing(words_of(form), words(view["blocks"])) == [], name
        assert seen.form is not None
        assert (seen.form["action"], seen.form["subject"]) == (form.action, form.subject), name
        assert seen.form["title"] == form.title
        assert list(map(brief, seen.form["inputs"])) == asked_of(form), name


@given(card=cards)
def test_nothing_of_any_card_is_lost(card: Card) -> None:
    assert missing(texts_of(card), words(message(card)["blocks"])) == []
    assert pressed(card) == carried(card)


def pressed(card: Card) -> list[Json]:
    """Return the buttons of a message as somebody presses them."""
    said = message(card)
    return card_seen(said["text"], said["blocks"]).buttons


@pytest.mark.parametrize("structure", STRUCTURES, ids=lambda structure: structure.name)
def test_slack_takes_every_exhibit(structure: Any) -> None:
    drawn = structure.draw()

    for payload in drawn if isinstance(drawn, list) else [drawn]:
        assert faults(payload) == []
        assert list(meanings(payload["blocks"])) == []


def test_the_exhibits_hold_every_kind_of_block_and_element_there_is() -> None:
    shown = {each for structure in STRUCTURES for each in properties(structure.draw())}
    used = {each for _, payload in payloads("en") for each in properties(payload)}

    assert sorted(used - shown) == [], "draw it once in tests/adapters/slack/exhibits.py"
    assert len(used) > 40
    assert len(STRUCTURES) < 40
