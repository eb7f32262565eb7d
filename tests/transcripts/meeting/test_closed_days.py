"""Transcripts: HR closes a day on which pairs had agreed to meet, and may open it again."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.domain.meeting import MeetingState
from bot.domain.pairing import PairingState
from bot.domain.people import Person
from bot.messages.plain import plain
from bot.ports import Work
from bot.services import closed_dates
from tests.transcripts.meeting.test_plan import agreed, buttons, labels, rows, text
from tests.transcripts.proposed import Proposed
from tests.world import World

LANGUAGES = ("en", "fr")
DAY = "2026-09-30"
"""On which the second of six agreed meetings is."""
OFF = {
    "en": "Wednesday, September 30 at 10:00 a.m. with {} falls on a day that is off now",
    "fr": "La rencontre du mercredi 30 septembre à 10 h avec {} tombe un jour devenu",
}
BACK = {
    "en": "Wednesday, September 30 at 10:00 a.m. with {} takes place after all",
    "fr": "La rencontre du mercredi 30 septembre à 10 h avec {} aura lieu finalement",
}


def flat(said: str) -> str:
    """Read every no-break space as a space."""
    return said.replace("\u202f", " ").replace("\u00a0", " ")


async def closes(world: World, **values: str) -> None:
    """Claire fills in the form, and says yes to what it means for pairs."""
    await world.says("claire", "closing-days")
    await world.presses("claire", "add")
    given = {"name": "Moving day", "first": DAY, "office": "everywhere", **values}
    assert (await world.submits("claire", **given)).faults == {}
    if any(button.action == "closings.sure.yes" for button in buttons(world, "claire")):
        await world.presses("claire", "yes")


async def second(world: Proposed) -> Any:
    return (await rows(world))[1]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_both_read_that_a_closed_day_takes_their_date_and_the_mentor_picks(
    language: str,
) -> None:
    world = await agreed(language)
    await closes(world)
    arrived = dict(await world.run_due())

    assert OFF[language].format("Marc") in flat(plain(arrived["nadia"]))
    assert OFF[language].format("Nadia") in flat(plain(arrived["marc"]))
    assert {m.state for m in await rows(world)} == {MeetingState.AGREED, MeetingState.CANCELLED}
    await world.presses("nadia", "pick")
    assert len(labels(world, "nadia")) == 4, "three moments and others, and no way to keep the day"
    await world.presses("nadia", "pick")
    assert [who for who, _ in await world.run_due()] == ["marc"]
    await world.presses("marc", "yes")
    await world.run_due()
    assert (await second(world)).state is MeetingState.AGREED
    assert (await second(world)).starts_at.date().isoformat() != DAY


@pytest.mark.parametrize(
    ("language", "about"),
    [
        ("en", "Agreed meetings on these days: fewer than 5."),
        ("fr", "Rencontres convenues ces jours-là : moins de 5."),
    ],
)
async def test_hr_reads_about_how_many_dates_fall_on_a_day_before_it_is_closed(
    language: str, about: str
) -> None:
    world = await agreed(language)
    await world.says("claire", "closing-days")
    await world.presses("claire", "add")
    await world.submits("claire", name="Moving", first=DAY, office="everywhere")

    assert about in flat(text(world, "claire"))
    assert not {"Nadia", "Marc"} & set(text(world, "claire").split())
    assert await world.run_due() == []
    await world.presses("claire", "no")
    assert "Moving" not in text(world, "claire")
    assert {m.state for m in await rows(world)} == {MeetingState.AGREED}


async def test_a_second_press_of_yes_closes_once() -> None:
    world = await agreed()
    await world.says("claire", "closing-days")
    await world.presses("claire", "add")
    await world.submits("claire", name="Moving", first=DAY, office="everywhere")
    yes, no = buttons(world, "claire")[:2]
    for button in (yes, yes, no):
        await world.press_button("claire", button)

    assert text(world, "claire").count("Moving") == 2, "said, and on the button that takes it off"
    assert len(await world.run_due()) == 2


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_day_opened_again_gives_the_date_back(language: str) -> None:
    world = await agreed(language)
    before = await second(world)
    await closes(world)
    await world.run_due()
    await world.says("claire", "closing-days")
    await world.presses("claire", "take")
    arrived = dict(await world.run_due())

    assert BACK[language].format("Marc") in flat(plain(arrived["nadia"]))
    assert BACK[language].format("Nadia") in flat(plain(arrived["marc"]))
    after = await second(world)
    assert (after.state, after.starts_at) == (MeetingState.AGREED, before.starts_at)
    assert await world.run_due() == []


async def test_a_slip_of_hr_is_read_by_nobody() -> None:
    world = await agreed()
    await world.pass_time(hours=10)  # nobody reads before tomorrow
    await closes(world)
    assert await world.run_due() == []
    await world.says("claire", "closing-days")
    await world.presses("claire", "take")

    assert "Moving" not in str(await world.pass_time(hours=14))
    assert {m.state for m in await rows(world)} == {MeetingState.AGREED}


async def test_a_date_somebody_acted_on_does_not_come_back() -> None:
    world = await agreed()
    await closes(world)
    await world.run_due()
    await world.presses("nadia", "pick")
    await world.presses("nadia", "pick")
    await world.says("claire", "closing-days")
    await world.presses("claire", "take")

    assert (await second(world)).state is MeetingState.CANCELLED
    assert (await second(world)).wanted_at is not None
    [(who, asked)] = await world.run_due()
    assert who == "marc"
    assert "will not take place" in plain(asked)


async def test_a_date_of_tomorrow_is_not_given_back_to_who_read_that_it_is_off() -> None:
    world = await agreed()
    afternoon = datetime(2026, 9, 29, 20, tzinfo=UTC)
    await world.pass_time(seconds=(afternoon - world.clock.now()).total_seconds())
    await closes(world)
    await world.run_due()
    await world.pass_time(hours=2)
    await world.says("claire", "closing-days")
    await world.presses("claire", "take")

    assert (await second(world)).state is MeetingState.CANCELLED


async def test_only_the_office_that_is_closed_loses_its_dates() -> None:
    world = await agreed()
    await world.look(lambda work: setattr(work.get(Person, "claire"), "office", "Ottawa"))
    await closes(world, office="office:Ottawa")

    assert await world.run_due() == []
    assert {m.state for m in await rows(world)} == {MeetingState.AGREED}


async def test_holidays_of_another_region_take_a_date_as_well() -> None:
    """Marc's office is in France now, which rests on Armistice Day."""
    world = await agreed()

    def move(work: Work) -> None:
        for meeting in work.pairings.meetings(work.pairings.of("marc", PairingState.ACTIVE)[0].id):
            if meeting.number == 5:
                meeting.starts_at = datetime(2026, 11, 11, 15, tzinfo=UTC)
        person = work.get(Person, "marc")
        assert person is not None
        person.country, person.subdivision = "FR", None
        closed_dates.settle(work, world.clock.now())

    await world.look(move)
    arrived = dict(await world.run_due())
    off = "Wednesday, November 11 at 10:00 a.m. with Marc falls on"
    assert off in flat(plain(arrived["nadia"]))


async def test_a_resting_pair_reads_of_it_when_it_goes_on() -> None:
    world = await agreed()
    await world.says("marc", "pause 2 weeks")
    await world.run_due()
    await closes(world)
    assert await world.run_due() == []

    await world.says("marc", "resume")
    arrived = [plain(card) for who, card in await world.run_due() if who == "nadia"]
    assert any(OFF["en"].format("Marc") in flat(said) for said in arrived)


async def test_a_pick_that_nobody_answered_is_no_date_on_a_closed_day() -> None:
    world = await agreed()
    await world.says("marc", "plan")
    await world.presses("marc", "change")
    await world.presses("marc", "open")
    await world.presses("marc", "pick")
    await world.run_due()
    wanted = next(m.wanted_at for m in await rows(world) if m.wanted_at)
    await closes(world, first=wanted.date().isoformat())
    await world.presses("nadia", "yes")

    assert "no longer free" in text(world, "nadia")
    assert {m.state for m in await rows(world)} == {MeetingState.AGREED}
