"""Transcripts: an act that a platform tells twice is one; two acts are two, at one instant too."""

import pytest

from bot.ports import Work
from tests.transcripts.meeting.test_plan import agreed, announced


@pytest.mark.parametrize(("language", "title"), [("en", "is off"), ("fr", "annulée")])
async def test_cancelling_twice_on_a_standing_clock_is_told(language: str, title: str) -> None:
    world = await agreed(language)
    for answer in ("1", ""):
        await world.says("marc", "plan")
        await world.presses("marc", "cancel")
        if answer:
            await world.says("marc", answer)
    arrived = await world.pass_time(minutes=20)
    assert [who for who, card in arrived if title in card.title] == ["nadia"]


async def test_a_platform_that_tells_one_press_twice_is_heard_once() -> None:
    world = await agreed()
    await world.says("marc", "plan")
    button = world.button("marc", "cancel")
    for _ in range(2):
        await world.press_button("marc", button, key="told-twice")
    arrived = await world.pass_time(minutes=20)
    assert len([who for who, _ in arrived if who == "nadia"]) == 1


async def test_a_moment_that_is_picked_again_is_asked_about_again() -> None:
    world = await announced()
    for choice in ("2", "1", "2"):
        await world.says("nadia", "plan")
        await world.presses("nadia", "choose")
        await world.says("nadia", choice)

    def asked(work: Work) -> list[str]:
        return [each.key for each in work.outbox.newest(50) if ":agree:" in each.key]

    assert len(set(await world.look(asked))) == 3
