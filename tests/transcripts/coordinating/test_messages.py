"""Transcripts: Claire reads every message of the programme before anybody does."""

import pytest

from bot.domain.pairing import PairingState
from bot.flows.coordinating.messages import IN_ORDER
from bot.messages.card import Card, Quote
from bot.ports import Work
from tests.transcripts.coordinated import a_programme


@pytest.mark.parametrize(("language", "word"), [("en", "preview"), ("fr", "aperçu")])
async def test_each_message_is_read_in_both_languages(language: str, word: str) -> None:
    world = await a_programme(language)
    await world.says("claire", word)
    read = []
    for place in range(len(IN_ORDER)):
        card = world.shown["claire"]
        assert isinstance(card, Card)
        read.append([block.text for block in card.body if isinstance(block, Quote)])
        assert f"{place + 1}" in card.title
        if place + 1 < len(IN_ORDER):
            await world.presses("claire", "following")
    assert len(read) == len(IN_ORDER) > 20
    assert all(french and english for french, english in read)
    alike = [IN_ORDER[n][0] for n, (french, english) in enumerate(read) if french == english]
    # The room is read by both, and so speaks the languages of both.
    assert alike in ([], ["introduction.room"])
    assert "Le mentorat inversé" in read[0][0]
    assert "Camille" in read[2][1]


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
