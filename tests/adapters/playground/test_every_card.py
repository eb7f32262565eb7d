"""Every card and form of the product as the playground's page is given it: as JSON, and whole."""

import json
from typing import Any

import pytest
from hypothesis import given

from adapters.playground.render import KINDS, form_json
from bot.messages.card import Card
from bot.messages.codec import BLOCKS, card_from_json
from bot.messages.form import Form
from bot.texts import LANGUAGES
from tests.adapters.made_up import cards
from tests.adapters.playground.exhibits import STRUCTURES, shown
from tests.gallery.tour import everything


def received(payload: Any) -> Any:
    """Return what the page reads of something that is sent to it."""
    return json.loads(json.dumps(payload))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_arrives_as_it_is(language: str) -> None:
    found = [each for each in everything(language).values() if isinstance(each, Card)]

    assert [card for card in found if card_from_json(received(shown(card))["card"]) != card] == []
    assert len(found) > 400


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_arrives_with_all_its_fields(language: str) -> None:
    for name, form in everything(language).items():
        if isinstance(form, Form):
            sent = received(form_json(form))

            assert {each: sent[each] for each in ("title", "intro", "submit")} == {
                "title": form.title,
                "intro": form.intro,
                "submit": form.submit,
            }, name
            kinds = [(KINDS[type(field)], field.name, field.label) for field in form.inputs]
            assert [(each["kind"], each["name"], each["label"]) for each in sent["inputs"]] == kinds


@given(card=cards)
def test_any_card_arrives_as_it_is(card: Card) -> None:
    assert card_from_json(received(shown(card))["card"]) == card


def test_the_exhibits_hold_every_block_and_field_there_is() -> None:
    drawn = json.dumps([structure.draw() for structure in STRUCTURES])

    kinds = {*BLOCKS, *KINDS.values()}
    assert {kind for kind in kinds if f'"kind": "{kind}"' not in drawn} == set()
