"""Transcripts: a question comes when it can be answered, and never twice in one day."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing
from bot.messages.card import Card
from tests.builders import ORGANISATION
from tests.transcripts.meeting.test_plan import agreed, buttons, rows, text, with_pairing
from tests.transcripts.pair import Pair, a_pair
from tests.world import MONDAY, World

LANGUAGES = ("en", "fr")
THURSDAY = datetime(2026, 9, 17, 14, tzinfo=UTC)
"""When the first check-in comes in Montréal, some minutes of spread aside."""
A_WEEK = timedelta(weeks=1)
CHECKIN = {"en": "Your weekly check-in", "fr": "Votre bilan de la semaine"}
QUIET = {"en": "You and ", "fr": " et vous"}


async def until(world: World, instant: datetime) -> list[tuple[str, Card]]:
    return await world.pass_time(seconds=(instant - world.clock.now()).total_seconds())


async def meeting_at(language: str, starts_at: datetime) -> Pair:
    """Two who agreed to meet at an instant."""
    pair = await a_pair(language)
    await pair.change(lambda work, pairing: work.add(a_date(pairing, starts_at)))
    return pair


def a_date(pairing: Pairing, starts_at: datetime) -> Meeting:
    return Meeting(
        organisation_id=ORGANISATION,
        id="meeting",
        pairing_id=pairing.id,
        number=9,
        starts_at=starts_at,
        prepared_for=starts_at,
        state=MeetingState.AGREED,
    )


def asked(arrived: list[tuple[str, Card]], language: str) -> list[str]:
    return sorted(who for who, card in arrived if card.title == CHECKIN[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_on_the_day_of_a_meeting_the_question_waits_until_it_is_over(language: str) -> None:
    world = await meeting_at(language, THURSDAY + timedelta(hours=1))
    assert asked(await until(world, THURSDAY + timedelta(minutes=110)), language) == []
    arrived = await until(world, THURSDAY + timedelta(minutes=125))
    assert asked(arrived, language) == ["marc", "nadia"]
    again = await until(world, THURSDAY + timedelta(days=7, hours=1))
    assert asked(again, language) == ["marc", "nadia"], "the week after, at its own hour"


async def test_after_a_meeting_late_in_the_day_the_question_comes_the_next_morning() -> None:
    world = await meeting_at("en", THURSDAY.replace(hour=21))
    assert asked(await until(world, THURSDAY + timedelta(hours=12)), "en") == []
    assert asked(await until(world, THURSDAY + timedelta(hours=23)), "en") == ["marc", "nadia"]


async def test_a_reminder_waits_for_the_meeting_of_its_day_too() -> None:
    world = await meeting_at("en", THURSDAY + timedelta(days=1, hours=1))
    await until(world, THURSDAY + timedelta(days=1, minutes=110))
    assert len([card for card in world.inbox("marc") if "since last time" in str(card)]) == 1
    await until(world, THURSDAY + timedelta(days=1, minutes=125))
    assert len([card for card in world.inbox("marc") if "since last time" in str(card)]) == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_word_about_weeks_without_a_meeting_takes_the_questions_place(
    language: str,
) -> None:
    pair = await a_pair(language)
    for week in (1, 2, 3):
        await pair.asked(week)
        await pair.plan("marc", "nadia")
    arrived = await pair.pass_until(MONDAY + timedelta(weeks=3, days=4, hours=4))
    assert sorted(who for who, card in arrived if QUIET[language] in card.title) == [
        "marc",
        "nadia",
    ]
    assert asked(arrived, language) == []
    await pair.asked(5)
    assert len(await pair.checkins("marc")) == len(await pair.checkins("nadia")) == 4


async def test_a_date_that_moved_in_time_is_none_that_came_to_nothing() -> None:
    world = await agreed()
    for _ in range(3):
        await world.says("marc", "plan")
        await world.presses("marc", "cancel")
        await world.presses("marc", "pick")
        await world.run_due()
        await world.presses("nadia", "yes")
        await world.run_due()
    assert (await with_pairing(world, lambda _, pairing: pairing)).cancellations == 0
    assert {meeting.state for meeting in await rows(world)} == {MeetingState.AGREED}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_past_date_that_was_called_off_is_not_said_to_be_past(language: str) -> None:
    world = await agreed(language)
    await world.says("marc", "plan")
    await world.presses("marc", "cancel")
    await world.pass_time(days=3)
    await world.says("marc", "plan")
    said = {"en": "did not take place", "fr": "n’a pas eu lieu"}[language]
    assert text(world, "marc").count(said) == 1


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_hour_is_said_that_nobody_gave(language: str) -> None:
    world = await a_pair(language)
    await until(world, THURSDAY + timedelta(minutes=28))
    await world.presses("marc", "2026-09-17")
    await until(world, THURSDAY + timedelta(days=1))
    await world.change(lambda work, pairing: work.add(a_date(pairing, THURSDAY + A_WEEK)))
    await world.says("marc", "plan")
    said = {"en": "Thursday, September 17 – past", "fr": "jeudi 17 septembre – passée"}[language]
    assert said in text(world, "marc")


async def test_another_day_is_not_today() -> None:
    pair = await a_pair()
    await pair.asked()
    assert [button.label for button in buttons(pair, "marc")][:2] == [
        "Yes, today",
        "Yes, another day",
    ]
    await pair.presses("marc", "Yes, another day")
    assert "2026-09-17" not in [button.value for button in buttons(pair, "marc")]
    await pair.says("nadia", "checkin")
    await pair.says("nadia", "yes")
    assert "2026-09-17" in [button.value for button in buttons(pair, "nadia")], "unless unseen"
