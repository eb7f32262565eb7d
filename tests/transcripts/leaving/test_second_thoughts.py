"""Transcripts: whoever stopped may change their mind, until the partner was told."""

import pytest

from bot import texts
from bot.domain.pairing import PairingState
from bot.domain.programme import EnrolmentState
from bot.messages.codec import card_to_json
from bot.messages.plain import plain
from tests.transcripts.leaving.test_exits import change, paired, pairing_of, stop
from tests.transcripts.proposed import Proposed

WAYS = (stop, change)


async def seen_by_partner(world: Proposed) -> list[object]:
    """All that Marc reads in the week after, whenever he looks."""
    read: list[object] = []
    for _ in range(7):
        arrived = await world.pass_time(days=1)
        read += [card_to_json(card) for who, card in arrived if who == "marc"]
        for word in ("status", "plan"):
            await world.says("marc", word)
            read.append(world.text("marc"))
    return read


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
async def test_who_stopped_goes_on_and_the_partner_never_knew(way, language: str) -> None:
    untouched = await paired(language)
    world = await paired(language)
    await way(world, "nadia")

    await world.presses("nadia", "back")

    assert world.text("nadia").startswith(texts.say(language, "exits-back.title"))
    assert (await pairing_of(world)).state is PairingState.ACTIVE
    assert await seen_by_partner(world) == await seen_by_partner(untouched)


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
async def test_once_the_partner_was_told_it_is_too_late(way, language: str) -> None:
    world = await paired(language)
    await way(world, "nadia")
    back = world.button("nadia", "back")
    await world.pass_time(days=1)

    await world.press_button("nadia", back)

    assert world.text("nadia") == texts.say(language, "exits-too-late")
    assert (await pairing_of(world)).state is PairingState.ENDED


async def test_a_rest_that_was_chosen_with_the_stop_ends_with_it() -> None:
    world = await paired()
    await stop(world, "nadia")
    back = world.button("nadia", "back")
    await world.presses("nadia", "rest")

    await world.press_button("nadia", back)

    assert (await world.enrolment("nadia")).state is EnrolmentState.JOINED
    assert (await world.enrolment("nadia")).rounds_waited == 0
    assert (await pairing_of(world)).state is PairingState.ACTIVE


async def test_questions_come_again_to_who_changed_their_mind() -> None:
    world = await paired()
    await stop(world, "nadia")
    await world.presses("nadia", "back")

    arrived = await world.pass_time(days=12)

    assert {who for who, card in arrived if "check-in" in card.title} == {"nadia", "marc"}


async def test_nobody_brings_back_what_the_other_one_stopped() -> None:
    world = await paired()
    await stop(world, "nadia")

    await world.press_button("marc", world.button("nadia", "back"))

    assert world.text("marc") == texts.say("en", "exits-too-late")


async def evening_of(person: str, way, world: Proposed) -> list[str]:
    """Somebody stops, looks around, changes their mind, and looks around again."""
    await way(world, person)
    read, back = [world.text(person)], world.button(person, "back")
    for _ in range(2):
        for line in ("status", "plan", "rematch", "leave", "my-data"):
            await world.says(person, line)
            read.append(world.text(person))
        await world.press_button(person, back)
        read.append(world.text(person))
    return read


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
async def test_where_both_stop_neither_can_tell_before_the_morning(way, language: str) -> None:
    alone, world = await paired(language), await paired(language)
    await stop(world, "nadia")

    assert await evening_of("marc", way, world) == await evening_of("marc", way, alone)

    ended = texts.say(language, "exits-ended.title")
    arrived = await world.pass_time(days=1)
    assert [(who, card.title) for who, card in arrived] == [("marc", ended)]
    assert (await pairing_of(world)).state is PairingState.ENDED


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_where_both_stop_and_both_go_on_nothing_ended(language: str) -> None:
    world = await paired(language)
    await stop(world, "nadia")
    await stop(world, "marc")

    await world.presses("nadia", "back")
    await world.presses("marc", "back")

    await world.pass_time(days=1)
    assert (await pairing_of(world)).state is PairingState.ACTIVE


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_where_both_stop_nobody_is_told_what_they_chose(language: str) -> None:
    world = await paired(language)
    await stop(world, "nadia")
    await world.pass_time(hours=3)
    await stop(world, "marc")
    back = world.button("marc", "back")

    assert await world.pass_time(days=14) == []
    assert (await pairing_of(world)).state is PairingState.ENDED
    await world.press_button("marc", back)
    assert world.text("marc") == texts.say(language, "exits-too-late")


async def leave(world: Proposed, person: str) -> None:
    await world.says(person, "leave")
    await world.presses(person, "out")


async def be_named_a_leaver(world: Proposed, person: str) -> None:
    """Claire names somebody by mistake, and the schedule takes her at her word."""
    await world.says("claire", f"leaver {person}@example.org")
    await world.presses("claire", "yes")
    await world.run_due()


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_who_left_goes_on_and_the_partner_never_knew(language: str) -> None:
    untouched, world = await paired(language), await paired(language)
    await leave(world, "nadia")

    await world.presses("nadia", "back")

    assert world.text("nadia").startswith(texts.say(language, "exits-back.title"))
    assert (await world.enrolment("nadia")).state is EnrolmentState.JOINED
    assert await seen_by_partner(world) == await seen_by_partner(untouched)


@pytest.mark.parametrize("language", texts.LANGUAGES)
async def test_a_leaver_named_by_mistake_is_back_as_if_nothing_was_said(language: str) -> None:
    untouched, world = await paired(language), await paired(language)
    await be_named_a_leaver(world, "nadia")

    await world.says("claire", "returned nadia@example.org")

    await world.says("nadia", "status")
    await untouched.says("nadia", "status")
    assert world.text("nadia") == untouched.text("nadia")
    assert (await pairing_of(world)).state is PairingState.ACTIVE
    weeks = [await each.pass_time(days=7) for each in (world, untouched)]
    told = [[(who, plain(card)) for who, card in week if who != "claire"] for week in weeks]
    assert len(told[0]) > 1
    assert told[0] == told[1]


@pytest.mark.parametrize("way", [leave, be_named_a_leaver])
async def test_who_rested_when_they_left_rests_again(way) -> None:
    world = await paired()
    await world.says("nadia", "pause 2 weeks")
    await world.run_due()
    await way(world, "nadia")
    if way is leave:
        await world.presses("nadia", "back")
    else:
        await world.says("claire", "returned nadia@example.org")

    assert (await world.enrolment("nadia")).state is EnrolmentState.PAUSED
    await world.says("nadia", "resume")
    assert (await pairing_of(world)).state is PairingState.ACTIVE


async def test_once_the_partner_was_told_nobody_takes_leaving_back() -> None:
    world = await paired()
    await leave(world, "nadia")
    back = world.button("nadia", "back")
    await world.pass_time(days=1)

    await world.press_button("nadia", back)

    assert world.text("nadia") == texts.say("en", "exits-too-late")
    assert not (await world.enrolment("nadia")).goal
