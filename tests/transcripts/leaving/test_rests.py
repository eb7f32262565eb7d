"""Transcripts: a pairing that rests comes to its end, and both read so a week before."""

from datetime import timedelta

import pytest

from bot.domain.pairing import PairingState
from bot.domain.programme import EnrolmentState
from bot.messages.card import Card
from bot.texts import say
from tests.transcripts.pair import Pair, a_pair

WORDS = {
    "en": ("A break that comes to its end", "on a break: no meetings"),
    "fr": ("Une pause qui s’achève", "en pause : ni rencontres"),
}


async def resting(language: str = "en", *, until: str = "") -> Pair:
    """Open a pairing that rests: for a dated break, or because Marc was silent for three weeks."""
    world = await a_pair(language)
    if until:
        await world.says("marc", f"pause {until}")
        return world
    while (await world.pairing()).state is PairingState.ACTIVE:
        await world.pass_time(days=7)
        await world.says("nadia", "checkin")
        if isinstance(world.shown["nadia"], Card) and world.shown["nadia"].buttons:
            await world.presses("nadia", "not_this_week")
    return world


def titles(arrived: list[tuple[str, Card]], title: str) -> list[str]:
    return sorted(who for who, card in arrived if card.title == title)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_rest_for_silence_ends_the_pairing_after_six_weeks(language: str) -> None:
    soon, ended = WORDS[language][0], say(language, "exits-ended.title")
    world = await resting(language)
    rests_until = (await world.pairing()).rests_until
    assert rests_until is not None
    assert timedelta(weeks=5) < rests_until - world.clock.now() <= timedelta(weeks=6, days=3)

    told = await world.pass_until(rests_until - timedelta(hours=1))
    assert titles(told, soon) == ["marc", "nadia"]
    over = await world.pass_until(rests_until + timedelta(hours=1))
    assert titles(over, ended) == ["marc", "nadia"]
    assert (await world.pairing()).state is PairingState.ENDED
    assert await world.pass_time(days=60) == []


async def test_whoever_comes_back_in_time_goes_on() -> None:
    world = await resting()
    await world.pass_time(days=36)
    await world.says("marc", "resume")

    pairing = await world.pairing()
    assert (pairing.state, pairing.rests_until) == (PairingState.ACTIVE, None)
    await world.pass_time(days=8)
    assert (await world.pairing()).state is PairingState.ACTIVE


async def test_a_break_that_ends_by_itself_ends_nothing() -> None:
    world = await resting(until="8 weeks")
    arrived = await world.pass_time(days=8 * 7 + 1)

    assert titles(arrived, WORDS["en"][0]) == []
    assert (await world.pairing()).state is PairingState.ACTIVE


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_the_status_says_that_it_rests_and_names_no_meeting(language: str) -> None:
    world = await a_pair(language)
    await world.says("nadia", "plan")
    await world.presses("nadia", "choose")
    await world.says("nadia", "1")
    await world.says("marc", "plan")
    await world.presses("marc", "yes")
    await world.says("marc", "pause 2 weeks")

    for person in ("marc", "nadia"):
        text = (await world.says(person, "status"), world.text(person))[1]
        assert WORDS[language][1] in text.replace("\u00a0", " ")
        assert "Next meeting" not in text
        assert "Prochaine rencontre" not in text


async def test_a_rest_from_before_this_release_gets_its_end() -> None:
    world = await resting()
    await world.change(lambda _, pairing: vars(pairing).update(rests_until=None))
    await world.change(lambda _, pairing: setattr(pairing, "due_at", world.clock.now()))
    await world.run_due()

    pairing = await world.pairing()
    assert pairing.rests_until is not None
    assert pairing.due_at is not None
    assert pairing.due_at < pairing.rests_until
    part = await world.look(lambda work: work.enrolments.part("cycle", "marc"))
    assert part.state is EnrolmentState.PAUSED


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_pausing_and_resuming_all_evening_delays_nothing(language: str) -> None:
    world = await a_pair(language)
    await world.pass_time(hours=10)
    for _ in range(4):
        await world.says("marc", "pause 2 weeks")
        await world.says("marc", "resume")
    await world.says("marc", "pause 2 weeks")

    arrived = await world.pass_time(hours=14)
    assert [who for who, _ in arrived] == ["nadia"]
