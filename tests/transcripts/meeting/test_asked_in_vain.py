"""Transcripts: after two moments without an answer the next one waits a week."""

import pytest

from bot.messages.plain import plain
from tests.transcripts.meeting.test_plan import announced, buttons, text, with_pairing
from tests.transcripts.proposed import Proposed

LANGUAGES = ("en", "fr")
REFUSED = {
    "en": "Marc left your last two picks unanswered, so nothing was sent.",
    "fr": "Marc n’a pas répondu à vos deux derniers choix; rien n’a donc été envoyé.",
}
SECOND = {"en": "for the second time in a row", "fr": "pour la deuxième fois de suite"}


async def pick(world: Proposed) -> None:
    """Nadia picks the first moment she is offered."""
    await world.says("nadia", "plan")
    await world.presses("nadia", "choose")
    if REFUSED["en"] not in text(world, "nadia") and REFUSED["fr"] not in text(world, "nadia"):
        await world.presses("nadia", "pick")
    await world.run_due()


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_third_moment_waits_a_week_and_says_so(language: str) -> None:
    world = await announced(language)
    await pick(world)
    await world.pass_time(days=2)
    await pick(world)
    arrived = await world.pass_time(days=2)
    told = {who: plain(card) for who, card in arrived if "[" not in plain(card) or who == "marc"}
    assert SECOND[language] in told["nadia"]
    assert SECOND[language] not in told["marc"], "whoever was asked may pick at any time"

    await pick(world)
    assert REFUSED[language] in text(world, "nadia")
    await world.pass_time(days=8)
    await pick(world)
    assert REFUSED[language] not in text(world, "nadia")


async def test_a_moment_that_is_replaced_once_it_was_read_counts_as_well() -> None:
    world = await announced()
    for _ in range(3):
        await pick_another(world)
    assert "is asked" in text(world, "nadia")
    await pick_another(world)
    assert REFUSED["en"] in text(world, "nadia")


async def pick_another(world: Proposed) -> None:
    await world.says("nadia", "plan")
    await world.presses("nadia", "choose")
    moments = [button for button in buttons(world, "nadia") if button.action.endswith(".pick")]
    if moments:
        await world.press_button("nadia", moments[len(world.inbox("marc")) % 2])
    await world.run_due()


async def test_what_nobody_had_read_yet_is_changed_freely() -> None:
    world = await announced()
    await world.pass_time(hours=9)  # the day is over: what is sent now waits for the morning
    for _ in range(4):
        await pick_another(world)
    assert REFUSED["en"] not in text(world, "nadia")


async def test_an_answer_of_any_kind_begins_anew() -> None:
    world = await announced()
    await pick(world)
    await world.pass_time(days=2)
    await pick(world)
    assert await in_vain(world) == 1
    await world.says("marc", "plan")
    await world.presses("marc", "other")
    assert await in_vain(world) == 1, "to look at other moments is no answer"
    await world.presses("marc", "pick")
    assert await in_vain(world) == 0


async def in_vain(world: Proposed) -> int:
    seat = await with_pairing(world, lambda work, p: work.pairings.seat(p.id, "nadia"))
    return int(seat.in_vain)
