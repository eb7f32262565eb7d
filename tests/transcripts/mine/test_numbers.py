"""Transcripts: the number of an answer does as well as its button."""

import pytest

from bot.messages.card import Card
from tests.transcripts.pair import a_pair

SAID = {
    "en": "Where I ask you something, the number of an answer will do, too: 1 for the first.",
    "fr": "Quand je vous pose une question, le numéro d’une réponse suffit aussi : 1 pour la premi",
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("typed", ["{}", "/mentor {}"])
async def test_each_answer_to_a_question_has_a_number(language: str, typed: str) -> None:
    """In a chat that only takes commands, the number stands after the command."""
    pair = await a_pair(language)
    await pair.asked()
    await pair.says("nadia", "checkin")
    card = pair.shown["nadia"]
    assert isinstance(card, Card)
    assert len(card.buttons) == 6

    for number in range(len(card.buttons), 0, -1):
        world = await a_pair(language)
        await world.asked()
        await world.says("nadia", "checkin")
        by_number = await world.says("nadia", typed.format(number))
        other = await a_pair(language)
        await other.asked()
        await other.says("nadia", "checkin")
        by_button = await other.press_button("nadia", card.buttons[number - 1])
        assert (by_number.cards, by_number.form) == (by_button.cards, by_button.form)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_help_says_where_numbers_do(language: str) -> None:
    pair = await a_pair(language)

    await pair.says("nadia", "help")

    assert SAID[language] in pair.text("nadia").replace("\u00a0", " ")
