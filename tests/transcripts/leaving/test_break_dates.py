"""Transcripts: a break and the dates it takes in, told in time; and one too short to matter."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.pairing import Pairing
from bot.messages.plain import plain
from bot.ports import Work
from tests.transcripts.meeting.test_known_in_time import fill_week
from tests.transcripts.meeting.test_plan import agreed, text, with_pairing
from tests.transcripts.proposed import Proposed
from tests.world import World

LANGUAGES = ("en", "fr")
TUESDAY = datetime(2026, 9, 15, 14, tzinfo=UTC)
"""The day before the first meeting of an agreed plan."""
OFF = {
    "en": "The meeting of Wednesday, September 16 at 10:00 a.m. with {} falls into the break",
    "fr": "La rencontre du mercredi 16 septembre à 10 h avec {} tombe pendant la pause",
}


def flat(said: str) -> str:
    """Read every no-break space as a space."""
    return said.replace("\u202f", " ").replace("\u00a0", " ")


async def until(world: World, instant: datetime) -> None:
    await world.pass_time(seconds=(instant - world.clock.now()).total_seconds())


async def on_tuesday(language: str = "en") -> Proposed:
    """They meet tomorrow, and both have read all that a week has room for."""
    world = await agreed(language)
    await fill_week(world)
    await until(world, TUESDAY)
    return world


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("line", ["pause 2 weeks", "pause 2026-09-18"])
async def test_a_break_that_takes_in_a_date_is_told_before_it(language: str, line: str) -> None:
    world = await on_tuesday(language)
    await world.says("marc", line)
    assert OFF[language].format("Nadia") in flat(text(world, "marc"))

    arrived = dict(await world.run_due())
    assert OFF[language].format("Marc") in flat(plain(arrived["nadia"]))


async def test_a_break_that_ends_before_the_date_takes_in_none() -> None:
    world = await agreed()
    await world.says("marc", "pause 2026-09-15")
    assert "falls into the break" not in text(world, "marc")
    assert "falls into the break" not in plain(dict(await world.run_due())["nadia"])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_that_it_goes_on_is_told_before_the_date_that_stands(language: str) -> None:
    world = await agreed(language)
    await world.says("marc", "pause 2 weeks")
    await until(world, datetime(2026, 9, 28, 12, tzinfo=UTC))
    await fill_week(world)
    arrived = dict(await world.pass_time(days=1))

    stands = {
        "en": "Your date stands: Wednesday, September 30",
        "fr": "Votre rencontre du mercredi 30 septembre",
    }[language]
    for person in ("nadia", "marc"):
        assert stands in flat(plain(arrived[person]))


async def kept(world: Proposed) -> tuple[Any, ...]:
    """What is next for both, and what their weeks without a meeting count from."""

    def read(work: Work, pairing: Pairing) -> tuple[Any, ...]:
        seats = [work.pairings.seat(pairing.id, who).next_due_at for who in ("nadia", "marc")]
        return (*seats, pairing.due_at, pairing.resumed_on, pairing.cancellations)

    found: tuple[Any, ...] = await with_pairing(world, read)
    return found


async def test_a_break_that_ends_before_anything_was_due_changes_nothing() -> None:
    world = await agreed()
    await world.says("marc", "plan")
    await world.presses("marc", "cancel")
    before = await kept(world)
    await world.says("marc", "pause 2 weeks")
    world.clock.advance(timedelta(minutes=1))
    await world.says("marc", "resume")
    assert await kept(world) == before
    assert before[-1] == 1


async def test_a_break_in_which_a_question_came_due_counts_anew() -> None:
    world = await agreed()
    await world.says("marc", "pause 2 weeks")
    await world.pass_time(days=4)
    await world.says("marc", "resume")
    assert "I will check in on Thursday, September 24" in text(world, "marc")
    assert (await kept(world))[3] == world.clock.now().date()
