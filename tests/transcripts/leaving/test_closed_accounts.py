"""Transcripts: an account is closed, nobody says why, and what its owner takes part in rests."""

from datetime import date, timedelta

import pytest

from bot.domain.pairing import PairingState
from bot.domain.people import Departure, Person
from bot.domain.programme import EnrolmentState
from bot.messages.plain import plain
from bot.ports import Work
from bot.services.directory import Standing
from bot.texts import LANGUAGES, say
from tests.transcripts.leaving.test_departures import ENDED, LEAVER, RETURNED, person, tells
from tests.transcripts.pair import Pair, a_pair
from tests.world import a_person

CLOSED = {language: say(language, "staff-closed.title") for language in LANGUAGES}
BREAK = {language: say(language, "settings-resting.title") for language in LANGUAGES}
AWAKE = {language: say(language, "settings-awake.title") for language in LANGUAGES}


async def a_closed_account(language: str = "en") -> Pair:
    """Nadia reads that the pairing rests, and a working week later Claire is asked about Marc."""
    pair = await a_pair(language)
    await tells(pair, Standing.DEACTIVATED)
    arrived = await pair.pass_time(weeks=1, hours=1)
    titles = [(name, card.title) for name, card in arrived]
    assert titles == [("nadia", BREAK[language]), ("claire", CLOSED[language])]
    assert (await pair.pairing()).state is PairingState.PAUSED
    return pair


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_closed_account_that_stays_closed_is_a_departure_in_the_end(language: str) -> None:
    pair = await a_closed_account(language)
    assert "Marc Test, marc@example.org" in plain(pair.inbox("claire")[-1])

    assert await pair.pass_time(weeks=2) == []
    arrived = await pair.pass_time(weeks=1, days=3)  # a holiday among them

    assert [(name, card.title) for name, card in arrived] == [("nadia", ENDED[language])]
    assert (await pair.pairing()).state is PairingState.ENDED
    assert await pair.pass_time(weeks=12) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_account_that_is_open_again_wakes_the_pair_and_nothing_is_lost(
    language: str,
) -> None:
    pair = await a_closed_account(language)

    await tells(pair, Standing.MEMBER)
    arrived = await pair.pass_time(days=1)

    assert {name for name, _ in arrived} == {"nadia", "marc"}
    assert ("nadia", AWAKE[language]) in [(name, card.title) for name, card in arrived]
    assert (await pair.pairing()).state is PairingState.ACTIVE
    found = await person(pair)
    assert (found.active, found.departure, found.due_at) == (True, Departure.NONE, None)
    await pair.press_button("claire", pair.inbox("claire")[-1].buttons[0])
    assert pair.text("claire") == say(language, "staff-settled", name="Marc Test")
    assert (await pair.pairing()).state is PairingState.ACTIVE


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hr_answers_that_they_left(language: str) -> None:
    pair = await a_closed_account(language)

    await pair.press_button("claire", pair.inbox("claire")[-1].buttons[0])
    assert say(language, "staff-left.title") in pair.text("claire")
    arrived = await pair.pass_time(days=1)

    assert [(name, card.title) for name, card in arrived] == [("nadia", ENDED[language])]
    await pair.press_button("claire", pair.inbox("claire")[-1].buttons[0])
    assert "Marc Test" in pair.text("claire")
    assert (await person(pair)).departure is Departure.HR


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hr_answers_that_they_are_away_until_a_day(language: str) -> None:
    pair = await a_closed_account(language)

    await pair.press_button("claire", pair.inbox("claire")[-1].buttons[1])
    await pair.submits("claire", until="2020-01-01")
    assert (await person(pair)).absent_until is None
    await pair.submits("claire", until="2026-10-26")
    assert "Marc Test" in pair.text("claire")
    await tells(pair, Standing.DEACTIVATED)
    # Nadia knows already that the pairing rests; until when, nobody is told.
    assert await pair.pass_time(days=20) == []

    assert (await person(pair)).absent_until == date(2026, 10, 26)
    await tells(pair, Standing.MEMBER)
    await pair.pass_time(weeks=3)
    assert (await pair.pairing()).state is PairingState.ACTIVE


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_account_that_is_closed_on_the_day_of_return_rests_on(language: str) -> None:
    pair = await a_closed_account(language)
    await pair.press_button("claire", pair.inbox("claire")[-1].buttons[1])
    await pair.submits("claire", until="2026-10-26")
    await pair.pass_time(weeks=5)

    assert not (await person(pair)).active
    arrived = await pair.pass_time(weeks=2)

    assert [(name, card.title) for name, card in arrived] == [("claire", CLOSED[language])]
    assert (await pair.pairing()).state is PairingState.PAUSED
    await tells(pair, Standing.MEMBER)
    await pair.pass_time(days=1)
    assert (await pair.pairing()).state is PairingState.ACTIVE


async def test_an_account_that_opens_before_the_day_of_return_wakes_the_pair() -> None:
    pair = await a_closed_account()
    await pair.press_button("claire", pair.inbox("claire")[-1].buttons[1])
    await pair.submits("claire", until="2026-10-26")

    await tells(pair, Standing.MEMBER)
    await pair.pass_time(days=1)

    assert (await pair.pairing()).state is PairingState.ACTIVE
    assert (await person(pair)).absent_until is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hr_answers_that_they_do_not_know_yet_and_is_asked_again(language: str) -> None:
    pair = await a_closed_account(language)

    for _ in range(2):
        await pair.press_button("claire", pair.inbox("claire")[-1].buttons[2])
        assert "Marc Test" in pair.text("claire")
        arrived = await pair.pass_time(weeks=1)
        assert [(name, card.title) for name, card in arrived] == [("claire", CLOSED[language])]
    await pair.press_button("claire", pair.inbox("claire")[-1].buttons[2])

    arrived = await pair.pass_time(weeks=1, days=3)  # a holiday among them
    assert [(name, card.title) for name, card in arrived] == [("nadia", ENDED[language])]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hr_names_a_leaver_whose_account_is_closed(language: str) -> None:
    pair = await a_closed_account(language)

    await pair.says("claire", LEAVER[language])
    await pair.presses("claire", "yes")

    arrived = await pair.pass_time(days=1)
    assert [(name, card.title) for name, card in arrived] == [("nadia", ENDED[language])]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_hr_says_who_is_back_before_the_account_is(language: str) -> None:
    pair = await a_closed_account(language)

    await pair.says("claire", RETURNED[language])
    await pair.pass_time(hours=1)

    assert (await pair.pairing()).state is PairingState.ACTIVE


async def test_nobody_is_asked_about_whoever_has_no_part() -> None:
    pair = await a_pair()
    await pair.add_people([a_person("Zoe", level=2)])
    await tells(pair, Standing.DEACTIVATED, "zoe")

    assert "claire" not in {name for name, _ in await pair.pass_time(weeks=5)}
    assert not (await person(pair, "zoe")).active


async def test_a_break_of_their_own_stays_as_it_is() -> None:
    pair = await a_pair()
    await pair.says("marc", "pause 2026-09-24")
    await tells(pair, Standing.DEACTIVATED)
    await pair.pass_time(days=2)
    assert (await person(pair)).departure is Departure.PLATFORM

    await pair.pass_time(days=5)
    part = await pair.look(lambda work: work.enrolments.part("cycle", "marc"))
    assert (part.state, part.paused_until) == (EnrolmentState.PAUSED, date(2026, 9, 24))
    await pair.pass_time(days=7)
    await tells(pair, Standing.MEMBER)
    await pair.pass_time(days=1)

    assert (await pair.pairing()).state is PairingState.ACTIVE


async def test_a_look_at_everybody_that_tells_it_again_changes_nothing() -> None:
    pair = await a_closed_account()

    for _ in range(10):
        await tells(pair, Standing.DEACTIVATED)
        assert await pair.pass_time(days=1) == []


async def test_a_pairing_that_ended_meanwhile_is_not_counted_as_lost() -> None:
    pair = await a_closed_account()
    await pair.says("nadia", "leave")
    await pair.presses("nadia", "stop")
    await pair.pass_time(days=1)

    def lost(work: Work) -> int:
        return work.figures.lost("cycle", pair.clock.now() - timedelta(weeks=3))

    assert (await pair.pairing()).state is PairingState.ENDED
    assert await pair.look(lost) == 0
    people: list[Person] = await pair.look(lambda work: work.people.known())
    assert any(each.account_is_closed for each in people)
