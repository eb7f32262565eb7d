"""Transcripts: help is never a door that closes: all of it, one after the other, at any time."""

import pytest

from bot import texts
from bot.domain.pairing import HelpLabel, PairingState
from bot.messages.card import Card
from tests.transcripts.pair import Pair, a_pair

WORD = {"en": "help me", "fr": "coup de main"}
TITLE = {"en": "A helping hand", "fr": "Un coup de main"}


def offered(pair: Pair, person: str = "nadia") -> set[str]:
    """Return the last words of all that somebody may press now."""
    card = pair.shown[person]
    assert isinstance(card, Card)
    return {button.value or button.action.rsplit(".", 1)[-1] for button in card.buttons}


async def after_a_hard_week(language: str = "en") -> Pair:
    pair = await a_pair(language)
    await pair.asked()
    for answer in ("yes", "1", "hand"):
        await pair.presses("nadia", answer)
    return pair


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_after_a_low_rating_every_help_is_taken_one_after_the_other(language: str) -> None:
    pair = await after_a_hard_week(language)
    read = []

    for help_ in ("tip", "words", "tip", "hand", "keep", "words", "hand", "pass_on", "send"):
        await pair.presses("nadia", help_)
        read.append(pair.text("nadia"))

    assert len(set(read)) == len(read) - 2  # the words and the question before a hand came twice
    assert (await pair.pairing()).help_label is HelpLabel.ASKED
    await pair.presses("nadia", "help-me")
    assert offered(pair) == {"tip", "words", "hand", "report", "rematch"}


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_the_partner_never_reads_that_a_hand_was_asked_for(language: str) -> None:
    asked, never = await a_pair(language), await a_pair(language)
    await asked.says("nadia", WORD[language])
    for press in ("hand", "pass_on", "send"):
        await asked.presses("nadia", press)
    assert (await asked.pairing()).help_label is HelpLabel.ASKED

    assert await read_by_marc(asked) == await read_by_marc(never)


async def read_by_marc(pair: Pair) -> list[str]:
    """Return what somebody reads who looks everywhere, and asks for a hand as well."""
    read = []
    for line in ("status", "my-data", "who-sees", "help me"):
        await pair.says("marc", line)
        read.append(pair.text("marc"))
    for press in ("hand", "pass_on", "send"):
        await pair.presses("marc", press)
        read.append(pair.text("marc"))
    return read


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_whoever_left_it_finds_help_on_the_last_card(language: str) -> None:
    pair = await after_a_hard_week(language)
    await pair.presses("nadia", "leave_it")

    await pair.presses("nadia", "help-me")

    assert pair.shown["nadia"].title == TITLE[language]
    assert offered(pair) == {"tip", "words", "hand", "report", "rematch"}


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("person", ["nadia", "marc"])
async def test_there_is_a_word_for_it_at_any_time(language: str, person: str) -> None:
    pair = await a_pair(language)

    await pair.says(person, WORD[language])

    assert pair.shown[person].title == TITLE[language]
    assert offered(pair, person) == {"tip", "words", "hand", "report", "rematch"}
    assert [person_id for person_id, _ in await pair.run_due()] == []


async def test_a_pairing_that_rests_still_finds_help_but_asks_nobody() -> None:
    pair = await a_pair()
    await pair.says("marc", "pause 2 weeks")

    await pair.says("nadia", "help me")

    assert (await pair.pairing()).state is PairingState.PAUSED
    assert offered(pair) == {"tip", "words", "report", "rematch"}


async def test_a_tip_comes_once_and_then_says_that_there_is_no_other() -> None:
    pair = await a_pair()
    await pair.says("nadia", "help me")
    read = []

    for _ in range(14):
        await pair.presses("nadia", "tip")
        read.append(pair.text("nadia"))
    await pair.presses("nadia", "tip")

    assert len(set(read)) == 14
    assert "You have had all my tips" in pair.text("nadia")
    assert offered(pair) == {"words", "hand", "report", "rematch"}


async def test_the_stuck_find_other_help_after_the_first() -> None:
    pair = await a_pair()
    await pair.asked()
    await pair.presses("nadia", "stuck")
    await pair.presses("nadia", "unsure")

    await pair.presses("nadia", "help-me")

    assert pair.shown["nadia"].title == TITLE["en"]


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_without_a_partner_somebody_outside_is_named(language: str) -> None:
    pair = await a_pair(language)

    await pair.says("claire", WORD[language])

    assert pair.text("claire") == texts.say(language, "checkin-help-nobody")


async def test_nobody_helps_themselves_to_anothers_pairing() -> None:
    pair = await a_pair()
    await pair.says("nadia", "help me")
    button = pair.button("nadia", "hand")

    await pair.press_button("claire", button)

    assert "put to somebody else" in pair.text("claire")
