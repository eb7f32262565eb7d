"""Cards survive the outbox: to JSON text and back, whatever they hold."""

import json

from hypothesis import given
from hypothesis import strategies as st

from bot.messages.card import Bullets, Button, Card, Chart, Facts, Heading, Quote, Style, Text
from bot.messages.codec import BLOCKS, card_from_json, card_to_json
from bot.messages.plain import plain

TEXTS = st.text(max_size=40)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
BARS = st.lists(st.tuples(TEXTS, NUMBERS), max_size=4)
BUTTONS = st.builds(Button, TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from(Style))
PARTS = {
    Text: st.builds(Text, TEXTS),
    Heading: st.builds(Heading, TEXTS),
    Quote: st.builds(Quote, TEXTS, TEXTS),
    Facts: st.builds(Facts, st.lists(st.tuples(TEXTS, TEXTS), max_size=4).map(tuple)),
    Bullets: st.builds(Bullets, st.lists(TEXTS, max_size=4).map(tuple)),
    Chart: st.builds(
        lambda title, bars: Chart(title, tuple(b[0] for b in bars), tuple(b[1] for b in bars)),
        TEXTS,
        BARS,
    ),
}
CARDS = st.builds(
    Card,
    title=TEXTS,
    body=st.lists(st.one_of(*PARTS.values()), max_size=5).map(tuple),
    buttons=st.lists(BUTTONS, max_size=4).map(tuple),
    next=TEXTS,
)


def test_every_kind_of_block_is_tried() -> None:
    assert set(PARTS) == set(BLOCKS.values())


@given(CARDS)
def test_any_card_survives_to_json_and_back(card: Card) -> None:
    stored = json.dumps(card_to_json(card))

    assert card_from_json(json.loads(stored)) == card


@given(CARDS)
def test_any_card_has_a_plain_text_that_holds_all_its_words(card: Card) -> None:
    text = plain(card)

    for words in (card.title, card.next, *(button.label for button in card.buttons)):
        assert words in text
