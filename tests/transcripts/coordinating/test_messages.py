"""Transcripts: Claire reads every message of the programme before anybody does."""

import re

import pytest

from bot import texts
from bot.domain.pairing import PairingState
from bot.flows.coordinating.beforehand import BY_PROMPT
from bot.messages.card import Card, Facts, Quote
from bot.ports import Work
from tests.product import REGISTRY
from tests.recording.timetable_page import prompts
from tests.transcripts.coordinated import a_programme

MESSAGES = [(name, seen) for name in REGISTRY.prompts for seen in BY_PROMPT[name]]
WORD = {"en": "preview", "fr": "aperçu"}
A_NOUGHT = re.compile(r"(?<!\d)(?<!\d[\u202f\u00a0.,])0(?!\d)")
FRENCH = re.compile(r"\b(?:vous|votre|vos|une?|des)\b", re.IGNORECASE)


async def read(language: str) -> list[Card]:
    """Read all messages, one after the other."""
    world = await a_programme(language)
    await world.says("claire", WORD[language])
    cards = []
    for number, _ in enumerate(MESSAGES, 1):
        card = world.shown["claire"]
        assert isinstance(card, Card)
        cards.append(card)
        if number < len(MESSAGES):
            await world.presses("claire", "following")
    return cards


def quoted(card: Card) -> dict[str, str]:
    """Return a message by the languages in which it is shown."""
    said = (block.text for block in card.body if isinstance(block, Quote))
    return dict(zip(texts.LANGUAGES, said, strict=True))


def test_everything_that_is_said_unasked_is_among_them() -> None:
    assert REGISTRY.prompts == dict(prompts()), "list it in bot/runtime/prompts.py"
    assert set(BY_PROMPT) == set(REGISTRY.prompts), (
        "say in bot/flows/coordinating/beforehand.py how it reads"
    )
    assert len(BY_PROMPT) > 35


@pytest.mark.parametrize("name", REGISTRY.prompts)
def test_each_card_of_a_prompt_is_among_them_and_no_other(name: str) -> None:
    usual = [step.full_name for step in REGISTRY.prompts[name].shows]

    shown = {seen.step or usual[0] for seen in BY_PROMPT[name] if seen.made is None}

    assert shown == set(usual)


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_each_message_is_read_in_both_languages(language: str) -> None:
    cards = await read(language)

    for number, (card, (name, _)) in enumerate(zip(cards, MESSAGES, strict=True), 1):
        said = quoted(card)
        [facts] = [block for block in card.body if isinstance(block, Facts)]
        to = texts.say(language, f"timetable-to.{REGISTRY.prompts[name].to}")
        assert f"{number}" in card.title
        assert facts.rows[0][1] == texts.say(language, f"timetable-{name}")
        assert facts.rows[1][1].startswith(to)
        assert FRENCH.search(said["fr"]), name
        assert not FRENCH.search(said["en"]), name
    assert len(cards) > 45


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_each_message_is_plausible_and_unlike_every_other(language: str) -> None:
    read_of = [quoted(card)[language] for card in await read(language)]

    assert len(set(read_of)) == len(read_of)
    assert [text for text in read_of if A_NOUGHT.search(text)] == []


async def test_the_certificate_is_of_a_whole_programme() -> None:
    [certificate] = [text for text in map(english, await read("en")) if "reverse mentor in" in text]

    began, ended = re.findall(r"\w+\.? \d+, \d{4}", certificate)[:2]
    assert began != ended
    assert "6 meetings" in certificate


def english(card: Card) -> str:
    return quoted(card)["en"]


async def test_nobody_and_nothing_of_it_is_kept() -> None:
    world = await a_programme()
    before = await world.look(everything)
    await world.says("claire", "preview")
    await world.presses("claire", "following")
    await world.presses("claire", "previous")
    assert await world.look(everything) == before
    assert await world.run_due() == []


def everything(work: Work) -> list[int]:
    cycle = work.programmes.last_cycle()
    assert cycle is not None
    pairings = sum(work.pairings.counts(cycle.id).get(state, 0) for state in PairingState)
    return [
        len(work.people.all()),
        len(work.enrolments.all(cycle.id)),
        pairings,
        sum(work.proposals.counts(cycle.id).values()),
        sum(work.outbox.counts().values()),
    ]


async def test_it_is_for_coordinators() -> None:
    world = await a_programme()
    await world.says("nadia", "preview")
    assert "for programme coordinators" in world.text("nadia")
