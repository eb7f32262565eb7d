"""Every card and form of the product in Teams: nothing lost, nothing added, no row too long."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from adapters.teams.forms import Sheet, dialog, in_chat, unpacked
from adapters.teams.limits import ACTIONS
from adapters.teams.render import card_json
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
from tests.adapters.teams.cards import elements, faults
from tests.adapters.teams.exhibited import NONCE, adaptive_cards
from tests.adapters.teams.exhibits import STRUCTURES
from tests.adapters.teams.fake.inputs import fields
from tests.adapters.teams.reading import pieces, read
from tests.adapters.teams.seen import card_seen, form_seen
from tests.gallery.tour import everything
from tests.product import opens_form

Json = dict[str, Any]
FEWEST = 400


def all_cards(language: str) -> list[tuple[str, Card]]:
    return [(n, shown) for n, shown in everything(language).items() if isinstance(shown, Card)]


def all_forms(language: str) -> list[tuple[str, Form]]:
    return [(n, shown) for n, shown in everything(language).items() if isinstance(shown, Form)]


def drawn(card: Card) -> Json:
    """Return what Teams is sent: a card with its dialogs."""
    return card_json(card, nonce=NONCE, opens=opens_form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_card_is_shown_in_its_order(language: str) -> None:
    lost = {
        name: gone
        for name, card in all_cards(language)
        if (gone := missing(texts_of(card), pieces(drawn(card))))
    }

    assert lost == {}
    assert len(all_cards(language)) > FEWEST


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_is_a_button_that_carries_what_it_stands_for(language: str) -> None:
    for name, card in all_cards(language):
        assert card_seen(drawn(card)).buttons == carried(card), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_form_is_asked_as_it_is(language: str) -> None:
    for name, form in all_forms(language):
        sheet = Sheet(form=form, nonce=NONCE, language=language)
        for card in (in_chat(sheet), dialog(sheet)["value"]["card"]["content"]):
            seen = form_seen(card, card["actions"][0]["data"]["form"])

            assert missing(words_of(form), asked_aloud(card)) == [], name
            assert seen.form is not None
            assert (seen.form["action"], seen.form["subject"]) == (form.action, form.subject), name
            assert seen.form["title"] == form.title
            asked = [as_read(field, card) for field in seen.form["inputs"]]
            assert list(map(brief, asked)) == asked_of(form), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_row_has_more_buttons_than_teams_shows(language: str) -> None:
    rows = [
        element["actions"]
        for _, card in all_cards(language)
        for element in elements(drawn(card))
        if element["type"] == "ActionSet"
    ]

    assert len(rows) > 50
    assert max(map(len, rows)) <= ACTIONS


@given(card=cards)
def test_nothing_of_any_card_is_lost(card: Card) -> None:
    shown = drawn(card)

    assert missing(texts_of(card), pieces(shown)) == []
    assert card_seen(shown).buttons == carried(card)


def asked_aloud(card: Json) -> Iterator[str]:
    """Yield what is read of a form from top to bottom, the labels and hints of its fields too."""
    for element in card["body"]:
        if element["type"].startswith("Input."):
            yield element.get("label") or read(element["title"])
            yield element.get("placeholder", "")
        else:
            yield from pieces(element)


def as_read(field: Json, card: Json) -> Json:
    """Return a field in the words that are read, with what is chosen at first."""
    if field["kind"] == "switch":
        return {**field, "label": read(field["label"])}
    if field["kind"] != "choice":
        return field
    offered = [{**option, "label": read(option["label"])} for option in field["options"]]
    first = fields(card)[field["name"]].get("value", "").split(",")
    return {
        **field,
        "options": [{**option, "value": unpacked(option["value"])} for option in offered],
        "values": [option["value"] for option in offered if option["value"] in first],
    }


@pytest.mark.parametrize("structure", STRUCTURES, ids=lambda structure: structure.name)
def test_every_exhibit_is_right_by_the_book(structure: Any) -> None:
    shown = structure.draw()

    for card in shown if isinstance(shown, list) else [shown]:
        assert card.get("type") != "AdaptiveCard" or faults(card) == []


def test_the_exhibits_hold_every_kind_of_element_there_is() -> None:
    shown = {each for structure in STRUCTURES for each in properties(structure.draw())}
    used = {each for _, card in adaptive_cards("en") for each in properties(card)}

    assert sorted(used - shown) == [], "draw it once in tests/adapters/teams/exhibits.py"
    assert len(used) > 40
    assert len(STRUCTURES) < 40
