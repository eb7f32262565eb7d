"""Transcripts: a date is known in time, or it is none, and both read so."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.delivery import DeliveryState, Kind
from bot.domain.meeting import MeetingState
from bot.domain.people import Person
from bot.messages.card import Button, note
from bot.messages.plain import plain
from bot.ports import Work
from bot.services.courier import Courier
from tests.transcripts.meeting.test_plan import (
    agreed,
    announced,
    labels,
    rows,
    spaced,
    text,
    with_pairing,
)
from tests.transcripts.proposed import Proposed, a_proposal
from tests.world import World

LANGUAGES = ("en", "fr")
TUESDAY = datetime(2026, 9, 15, tzinfo=UTC)
WEDNESDAY = TUESDAY + timedelta(days=1)
"""The first meeting of an agreed plan is at ten, which is 14:00 UTC."""


async def with_a_full_week(language: str) -> Proposed:
    """Both have read three messages on this Monday already."""
    world = await a_proposal(language)
    await fill_week(world)
    return world


async def fill_week(world: World) -> None:
    """Let both read three messages now."""

    def fill(work: Work) -> None:
        for person_id in ("nadia", "marc"):
            person = work.get(Person, person_id)
            assert person is not None
            for number in range(3):
                courier = Courier(work, world.clock.now())
                key = f"{person_id}-{number}-{world.clock.now()}"
                courier.send(person, note(key), kind=Kind.NOTICE, key=key)

    await world.look(fill)
    await world.run_due()


async def states(world: Proposed) -> set[MeetingState]:
    return {meeting.state for meeting in await rows(world)}


async def deliveries(world: Proposed, part: str) -> list[Any]:
    newest = await world.look(lambda work: work.outbox.newest(99))
    return [delivery for delivery in newest if part in delivery.key]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_everything_on_one_monday_and_both_know_of_tuesday_that_day(language: str) -> None:
    world = await with_a_full_week(language)
    await world.press_button("marc", Button("", "proposal.offer.accept", "proposal"))
    await world.press_button("nadia", Button("", "proposal.offer.accept", "proposal"))
    begins = dict(await world.run_due())
    assert begins.keys() == {"marc"}, "an answer to one's own yes waits for no week"

    await world.says("nadia", "1")
    [(who, asked)] = await world.run_due()
    tuesday = {"en": "Tuesday, September 15", "fr": "mardi 15 septembre"}[language]
    assert who == "marc"
    assert tuesday in spaced(plain(asked))
    await world.presses("marc", "yes")
    arrived = [(who, card) for who, card in await world.run_due() if who == "nadia"]
    assert tuesday in spaced(plain(arrived[0][1]))
    assert world.clock.now().date() == datetime(2026, 9, 14, tzinfo=UTC).date()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_moment_without_a_yes_is_no_date_and_both_read_so(language: str) -> None:
    world = await announced(language)
    await world.says("nadia", "1")
    arrived = await world.pass_time(days=1, hours=1)

    title = {"en": "No date yet", "fr": "Pas encore de date"}[language]
    assert sorted(who for who, card in arrived if card.title == title) == ["marc", "nadia"]
    assert await states(world) == {MeetingState.LAPSED}
    assert [m.due_at for m in await rows(world)] == [None] * 6
    await world.press_button("nadia", world.button("nadia", "choose"))
    await world.presses("nadia", "pick")
    assert await states(world) == {MeetingState.PROPOSED}
    assert len(await rows(world)) == 6, "the same meetings, with other dates"


async def test_what_lapsed_is_on_no_plan() -> None:
    world = await announced()
    await world.says("nadia", "1")
    await world.pass_time(days=2)
    await world.says("marc", "plan")
    assert "no date ahead" in text(world, "marc")


async def test_a_yes_on_the_day_itself_is_in_time_when_the_other_still_reads_it() -> None:
    world = await announced()
    await world.says("nadia", "1")
    await world.run_due()
    await world.pass_time(hours=23)
    await world.says("marc", "plan")
    await world.presses("marc", "yes")
    assert await states(world) == {MeetingState.AGREED}
    assert "nadia" in dict(await world.run_due())
    assert world.clock.now() < (await rows(world))[0].starts_at


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_yes_that_would_be_read_too_late_is_none(language: str) -> None:
    world = await announced(language)
    await world.says("nadia", "1")
    await world.run_due()
    opening = TUESDAY.replace(hour=12, minute=30)

    def at_the_opening(work: Work, pairing: Any) -> None:
        work.pairings.meetings(pairing.id)[0].starts_at = opening

    await with_pairing(world, at_the_opening)
    world.clock.move_to(opening - timedelta(hours=2))
    await world.says("marc", "plan")
    await world.presses("marc", "yes")
    assert {"en": "too late", "fr": "trop tard"}[language] in text(world, "marc")
    assert await states(world) == {MeetingState.PROPOSED}


async def test_in_the_evening_no_moment_of_the_next_day_is_offered() -> None:
    world = await announced()
    await world.pass_time(hours=9)  # Marc reads what is asked now on Tuesday morning
    await world.says("nadia", "plan")
    await world.presses("nadia", "choose")
    assert labels(world, "nadia")[0] == "Wednesday, September 16 at 10:00 a.m."


async def test_a_question_that_did_not_come_in_time_lapses_with_a_word_to_both() -> None:
    world = await announced()
    await world.says("nadia", "1")
    world.clock.move_to(TUESDAY.replace(hour=1))  # nothing went out all Monday
    arrived = await world.pass_time(hours=12)

    titles = sorted((who, card.title) for who, card in arrived)
    assert ("marc", "No date yet") in titles
    assert ("nadia", "No date yet") in titles
    assert ("marc", "Your dates") not in titles, "what would come too late is not sent"
    [asked] = [d for d in await deliveries(world, ":agree:") if d.kind is Kind.URGENT]
    assert asked.state is DeliveryState.EXPIRED
    assert await states(world) == {MeetingState.LAPSED}


async def test_a_suggestion_that_did_not_come_in_time_lapses_with_a_word_to_both() -> None:
    world = await agreed()
    await world.says("marc", "plan")
    await world.presses("marc", "change")
    await world.says("marc", "2")
    await world.presses("marc", "pick")
    wanted = (await rows(world))[1].wanted_at
    assert wanted is not None
    world.clock.move_to(wanted - timedelta(hours=12))
    arrived = await world.pass_time(hours=11)
    assert sorted(who for who, c in arrived if c.title == "Your date stays") == ["marc", "nadia"]
    assert (await rows(world))[1].wanted_at is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_cancellation_that_could_not_come_in_time_is_told_afterwards(language: str) -> None:
    world = await agreed(language)
    await world.pass_time(days=1)
    world.clock.move_to(WEDNESDAY.replace(hour=13, minute=50))
    await world.says("marc", "plan")
    await world.presses("marc", "cancel")
    world.clock.move_to(WEDNESDAY.replace(hour=14, minute=20))  # and nothing went out till then
    arrived = [(who, card) for who, card in await world.run_due() if who == "nadia"]

    sorry = {"en": "I could not tell you before", "fr": "je n’ai pas pu vous le dire avant"}
    assert [sorry[language] in plain(card) for _, card in arrived] == [True]
    assert await world.pass_time(hours=2) == []
    [late, expired] = await deliveries(world, ":cancelled:")
    assert (late.state, expired.state) == (DeliveryState.SENT, DeliveryState.EXPIRED)


async def test_a_cancellation_that_came_in_time_is_told_once() -> None:
    world = await agreed()
    await world.says("marc", "plan")
    await world.presses("marc", "cancel")
    await world.pass_time(days=3)
    titles = [card.title for card in world.inbox("nadia")]
    assert titles.count("A meeting is off") == 1
    assert "A meeting was off" not in titles


@pytest.mark.parametrize("language", LANGUAGES)
async def test_who_cancels_too_late_to_be_read_is_told_so(language: str) -> None:
    world = await agreed(language)
    await world.pass_time(days=1)
    world.clock.move_to(WEDNESDAY.replace(hour=10))

    def at_the_opening(work: Work, pairing: Any) -> None:
        opening = WEDNESDAY.replace(hour=12, minute=30)
        work.pairings.meetings(pairing.id)[0].starts_at = opening

    await with_pairing(world, at_the_opening)
    await world.says("marc", "plan")
    await world.presses("marc", "cancel")
    honest = {"en": "reads it afterwards", "fr": "ne le lira qu’après"}
    assert honest[language] in text(world, "marc")
    await world.presses("marc", "keep")
    assert (await rows(world))[0].state is MeetingState.CANCELLED
