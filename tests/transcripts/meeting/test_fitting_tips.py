"""Transcripts: what a mentee said is hard about beginning decides which advice comes first."""

import pytest

from bot.flows.joining.profile_form import OBSTACLES
from bot.flows.meeting.tips import FITTING
from bot.messages.plain import plain
from bot.ports import Work
from tests.transcripts.meeting.test_plan import agreed

FIRST = {
    ("en", "time"): "If you must cancel, you propose the new time.",
    ("en", "lost"): "Say “I don’t know” aloud, once, today.",
    ("en", "deciding"): "Ask three questions before you give one opinion.",
    ("en", "none"): "Start with “show me”, not “I know”.",
    ("fr", "time"): "Si vous devez annuler, c’est vous qui proposez",
    ("fr", "lost"): "à voix haute, une fois, aujourd’hui.",
    ("fr", "deciding"): "Posez trois questions avant",
    ("fr", "none"): "Commencez par « montrez-moi »",
}


async def tip_of(person: str, obstacle: str, language: str = "en") -> str:
    """Return what somebody reads before the second meeting, Marc having named an obstacle."""
    world = await agreed(language)

    def choose(work: Work) -> None:
        enrolment = work.enrolments.part("cycle", "marc")
        assert enrolment is not None
        enrolment.obstacle = obstacle

    await world.look(choose)
    await world.pass_time(days=14)
    arrived = await world.pass_time(days=2)
    return "\n".join(plain(card) for who, card in arrived if who == person).replace("\u00a0", " ")


@pytest.mark.parametrize(("language", "obstacle"), FIRST)
async def test_the_tip_that_fits_comes_first(language: str, obstacle: str) -> None:
    assert FIRST[language, obstacle] in await tip_of("marc", obstacle, language)


async def test_the_mentors_tip_tells_nothing_of_it() -> None:
    assert len({await tip_of("nadia", obstacle) for obstacle in OBSTACLES}) == 1


def test_each_obstacle_has_its_advice() -> None:
    assert {*FITTING, "none"} == set(OBSTACLES)
