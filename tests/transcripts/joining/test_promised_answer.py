"""Transcripts: whoever was promised to hear by a day hears by that day, with nobody’s help."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.people import Person
from bot.domain.rhythm import MESSAGES_PER_WEEK
from bot.messages.plain import plain
from bot.ports import Work
from tests.transcripts.volunteers import Joining, a_round
from tests.world import a_person

PROMISE = {
    "en": "You will hear from me by Monday, September 28, matched or not.",
    "fr": "Vous aurez de mes nouvelles au plus tard le lundi 28 septembre, jumelage ou non.",
}
KEPT = {
    "en": "Today is the day by which I promised you an answer. There is no partner for you yet",
    "fr": "C’est aujourd’hui que je vous devais une réponse. Il n’y a pas encore de jumelage",
}
ANSWER_BY = date(2026, 9, 28)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_without_a_proposal_the_answer_comes_on_the_promised_day(language: str) -> None:
    world = await a_round(language)
    await world.joins("nadia", "mentor")
    assert PROMISE[language] in world.text("nadia").replace("\u00a0", " ")

    before = await world.pass_time(days=13, hours=20)
    [(who, card)] = await world.pass_time(hours=10)

    assert before == []
    assert who == "nadia"
    assert world.clock.now().date() == ANSWER_BY
    assert KEPT[language] in plain(card)
    assert await world.pass_time(days=30) == [], "it is said once"
    await world.says("nadia", "status")
    assert "28" not in world.text("nadia"), "a day that is past is promised no more"


async def test_it_comes_before_a_promised_day_that_is_no_day_of_work() -> None:
    world = await a_round()

    def let_a_sunday_be_promised(work: Work) -> None:
        cycle = work.programmes.current_cycle()
        assert cycle is not None
        cycle.answer_by = date(2026, 9, 27)

    await world.look(let_a_sunday_be_promised)
    await world.joins("nadia", "mentor")

    [(_, card)] = await world.pass_time(days=11)

    assert KEPT["en"] in plain(card)
    assert world.clock.now() == datetime(2026, 9, 25, 13, 30, tzinfo=UTC), "a Friday"


async def test_a_full_week_does_not_hold_it_back() -> None:
    world = await a_round()
    await world.joins("nadia", "mentor")

    def fill(work: Work) -> None:
        account = work.accounts.of("nadia")
        assert account is not None
        account.weeks = {"2026-W40": MESSAGES_PER_WEEK}

    await world.look(fill)
    await world.pass_time(days=14)

    assert [card.title for card in world.inbox("nadia")] == ["No partner yet"]


async def test_everybody_hears_by_the_calendar_of_where_they_work() -> None:
    world = await a_round()

    def move(work: Work) -> None:
        person = work.get(Person, "nadia")
        assert person is not None
        person.zone, person.country, person.subdivision = "Asia/Tokyo", "JP", None

    await world.look(move)
    await world.joins("nadia", "mentor")

    await world.pass_time(days=13, hours=10)

    assert world.clock.now() == datetime(2026, 9, 27, 23, 30, tzinfo=UTC), "8:30 on Monday there"
    assert [card.title for card in world.inbox("nadia")] == ["No partner yet"]


async def test_whoever_was_offered_a_partner_has_heard() -> None:
    world = await a_round()
    await _pair(world)

    await world.presses("nadia", "Suggest someone else")
    arrived = await world.pass_time(days=20)

    assert not [card for _, card in arrived if KEPT["en"] in plain(card)]


async def test_whoever_was_told_why_there_is_none_has_heard() -> None:
    world = await a_round()
    await world.add_people([a_person("Omar", level=2)])
    await world.joins("omar", "mentor")
    await _pair(world)

    arrived = await world.pass_time(days=20)

    told = [plain(card) for who, card in arrived if who in {"omar", "nadia"}]
    assert not [words for words in told if KEPT["en"] in words]


async def test_whoever_joins_on_the_last_day_is_promised_none() -> None:
    world = await a_round()
    await world.pass_time(days=14)

    await world.joins("nadia", "mentor")

    assert "You will hear from me as soon as there is a partner" in world.text("nadia")
    assert "matched or not" not in world.text("nadia")


async def test_a_break_holds_the_answer_back_and_its_end_promises_it_anew() -> None:
    world = await a_round()
    await world.joins("nadia", "mentor")
    await world.says("nadia", "pause 2026-09-21")
    await world.says("nadia", "resume")

    await world.says("nadia", "status")
    assert PROMISE["en"] in world.text("nadia")

    [(_, card)] = await world.pass_time(days=14)

    assert KEPT["en"] in plain(card)


async def _pair(world: Joining) -> None:
    await world.joins("marc", "mentee")
    await world.joins("nadia", "mentor")
    await world.says("claire", "match")
    await world.presses("claire", "approve")
    await world.presses("claire", "yes")
    await world.run_due()
