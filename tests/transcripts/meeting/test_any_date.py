"""Transcripts: any agreed date can be moved, and nobody is said to be told who cannot be."""

from datetime import timedelta

import pytest

from bot.domain.meeting import MeetingState
from bot.domain.people import Account
from bot.messages.card import Card
from bot.ports import Work
from tests.transcripts.meeting.test_plan import agreed, announced, rows
from tests.transcripts.proposed import Proposed

MOVABLE = {
    "en": "any one of them can still be moved",
    "fr": "chacune peut encore être déplacée",
}
UNREACHED = {
    "en": "I cannot reach Marc at the moment, so nothing was sent",
    "fr": "Je ne peux pas joindre Marc pour l’instant; rien n’a été envoyé",
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("person", ["nadia", "marc"])
async def test_each_date_that_was_agreed_can_be_moved(language: str, person: str) -> None:
    world = await announced(language)
    await world.says("nadia", "2")
    await world.run_due()
    assert MOVABLE[language] in world.text("marc")
    await world.presses("marc", "yes")
    await world.run_due()
    ahead = await rows(world)
    assert len(ahead) == 6

    await world.says(person, "plan")
    await world.presses(person, "another")
    dates = [button for button in _card(world, person).buttons if button.action.endswith("cancel")]

    assert [button.value for button in dates] == [meeting.id for meeting in ahead[1:]]
    await world.says(person, "plan")
    for button in (world.button(person, "cancel"), *dates):
        await world.press_button(person, button)
        await world.presses(person, "pick")
    after = {meeting.id: meeting for meeting in await rows(world)}
    assert {m.state for m in after.values()} == {MeetingState.AGREED}
    moved = [abs(after[m.id].starts_at - m.starts_at) for m in ahead]
    assert all(timedelta() < by <= timedelta(weeks=2) for by in moved), "near its own date"


async def test_dates_may_be_looked_at_and_kept() -> None:
    world = await agreed()
    before = [meeting.starts_at for meeting in await rows(world)]

    await world.says("marc", "plan")
    await world.presses("marc", "Another date")
    await world.presses("marc", "Keep them all")

    assert "Your meetings with Nadia" in world.text("marc")
    assert [meeting.starts_at for meeting in await rows(world)] == before


async def test_an_old_card_of_dates_offers_nothing_once_only_one_is_left() -> None:
    world = await agreed()
    await world.says("marc", "plan")
    old = world.button("marc", "another")
    await world.pass_time(days=75)

    await world.press_button("marc", old)

    assert "earlier moment" in world.text("marc")


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_pick_that_cannot_be_passed_on_says_so(language: str) -> None:
    world = await announced(language)
    await _lose(world, "marc")

    await world.presses("nadia", "pick")

    assert UNREACHED[language] in world.text("nadia")
    assert await world.run_due() == []


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_new_date_that_cannot_be_passed_on_says_so(language: str) -> None:
    world = await agreed(language)
    await _lose(world, "marc")

    await world.says("nadia", "plan")
    await world.presses("nadia", "cancel")
    await world.presses("nadia", "pick")

    assert UNREACHED[language] in world.text("nadia")


def _card(world: Proposed, person: str) -> Card:
    card = world.shown[person]
    assert isinstance(card, Card)
    return card


async def _lose(world: Proposed, person: str) -> None:
    """The platform said that nobody is there to be written to."""

    def act(work: Work) -> None:
        account = work.get(Account, f"acc-{person}")
        assert account is not None
        account.reachable = False

    await world.look(act)
