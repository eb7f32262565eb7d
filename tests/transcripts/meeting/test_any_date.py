"""Transcripts: any agreed date can be moved, and nobody is said to be told who cannot be."""

from datetime import timedelta

import pytest

from bot.domain.meeting import MeetingState
from bot.domain.people import Account
from bot.ports import Work
from tests.transcripts.meeting.test_plan import agreed, announced, buttons, rows
from tests.transcripts.proposed import Proposed

MOVABLE = {
    "en": "any one of them can still be moved",
    "fr": "chacune peut encore être déplacée",
}
UNREACHED = {
    "en": "I cannot reach {partner} at the moment, so nothing was sent",
    "fr": "n’arrive pas à joindre {partner} en ce moment; rien n’a été envoyé",
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("person", "other"), [("nadia", "marc"), ("marc", "nadia")])
async def test_each_date_that_was_agreed_can_be_moved(
    language: str, person: str, other: str
) -> None:
    world = await announced(language)
    await world.says("nadia", "2")
    await world.run_due()
    assert MOVABLE[language] in world.text("marc")
    await world.presses("marc", "yes")
    await world.run_due()
    ahead = await rows(world)

    await world.says(person, "plan")
    await world.presses(person, "change")
    *dates, back = buttons(world, person)

    assert back.value == "plan"
    assert [button.value for button in dates] == [meeting.id for meeting in ahead]
    for date in dates:
        await world.press_button(person, date)
        await world.presses(person, "pick")
        await world.run_due()
        await world.presses(other, "yes")
    after = {meeting.id: meeting for meeting in await rows(world)}
    assert {m.state for m in after.values()} == {MeetingState.AGREED}
    moved = [abs(after[m.id].starts_at - m.starts_at) for m in ahead]
    assert len(moved) == 6
    assert all(timedelta() < by <= timedelta(weeks=2) for by in moved), "near its own date"


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_pick_that_cannot_be_passed_on_says_so(language: str) -> None:
    world = await announced(language)
    await _lose(world, "marc")

    await world.presses("nadia", "pick")

    assert _unreached(language, "Marc") in world.text("nadia")
    assert await world.run_due() == []


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_another_date_that_cannot_be_passed_on_says_so(language: str) -> None:
    world = await agreed(language)
    await _lose(world, "marc")

    await world.says("nadia", "plan")
    await world.presses("nadia", "change")
    await world.says("nadia", "2")
    await world.presses("nadia", "pick")

    assert _unreached(language, "Marc") in world.text("nadia")
    assert await world.run_due() == []


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_yes_that_cannot_be_passed_on_says_so(language: str) -> None:
    world = await agreed(language)
    await world.says("marc", "plan")
    await world.presses("marc", "change")
    await world.says("marc", "2")
    await world.presses("marc", "pick")
    await world.run_due()
    await _lose(world, "marc")

    await world.presses("nadia", "yes")

    assert _unreached(language, "Marc") in world.text("nadia")
    assert await world.run_due() == []


def _unreached(language: str, partner: str) -> str:
    return UNREACHED[language].format(partner=partner)


async def _lose(world: Proposed, person: str) -> None:
    """The platform said that nobody is there to be written to."""

    def act(work: Work) -> None:
        account = work.get(Account, f"acc-{person}")
        assert account is not None
        account.reachable = False

    await world.look(act)
