"""Nobody can tell a no, a break or an end before the morning on which it is told.

Each programme is played twice, once with what one side does and once without; until that morning
the other side sees the same, byte for byte, whatever they type or press and whatever arrives.
"""

import re
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.conversation.events import Reply
from bot.domain.pairing import PairingState
from bot.messages.card import Card
from bot.messages.codec import card_to_json
from bot.messages.form import Form
from tests.transcripts.proposed import Proposed, a_proposal

Act = Callable[[Proposed], Awaitable[object]]
COMMANDS = (
    *("status", "plan", "my-data", "checkin", "tell Shall we?", "rematch", "leave", "agenda"),
    *("feedback", "who-sees", "profile", "resume", "report", "help", "1", "2"),
)
COUNTED = re.compile(r"\bid\d{6}\b")
MORNING = timedelta(hours=23)
"""From Monday, 9:30 in Montréal, when all is decided, to the opening of Tuesday."""


async def says_no(world: Proposed) -> None:
    await world.presses("marc", "other")


async def pauses(world: Proposed) -> None:
    await world.says("marc", "pause 2 weeks")


async def leaves(world: Proposed) -> None:
    await world.says("marc", "leave")
    await world.presses("marc", "out")


async def stops(world: Proposed) -> None:
    await world.says("marc", "leave")
    await world.presses("marc", "stop")


async def changes(world: Proposed) -> None:
    await world.says("marc", "rematch")
    await world.presses("marc", "change")


async def stops_and_rests(world: Proposed) -> None:
    await stops(world)
    await world.presses("marc", "rest")


async def works_here_no_more(world: Proposed) -> None:
    await world.says("claire", "leaver marc@example.org")
    await world.presses("claire", "yes")


async def nothing(world: Proposed) -> None:
    """All goes on."""


async def asked(language: str) -> Proposed:
    return await a_proposal(language)


async def paired(language: str) -> Proposed:
    world = await a_proposal(language, slots=("1-am", "3-am"), goal="Write a letter with it")
    await world.presses("marc", "accept")
    await world.presses("nadia", "accept")
    await world.run_due()
    return world


async def dated(language: str) -> Proposed:
    """All dates are agreed."""
    world = await paired(language)
    await world.says("nadia", "1")
    await world.run_due()
    await world.presses("marc", "yes")
    await world.run_due()
    return world


def written(shown: Reply | Card) -> str:
    """Return what somebody sees, to the last byte; ids are counted in tests alone."""
    if isinstance(shown, Card):
        return COUNTED.sub("id", repr(card_to_json(shown)))
    cards = [repr(card_to_json(card)) for card in shown.cards]
    return COUNTED.sub("id", "\n".join([*cards, repr(shown.form), repr(shown.faults)]))


async def everything_seen(world: Proposed) -> list[str]:
    """Let Nadia look at everything, press everything, and wait for the opening of her next day."""
    seen = []
    begins = world.clock.now()
    kept = world.shown["nadia"]
    for _ in range(2):
        seen += [written(await world.says("nadia", line)) for line in COMMANDS]
        if isinstance(kept, Card):
            seen += [written(await world.press_button("nadia", b)) for b in kept.buttons]
        shown = world.shown["nadia"]
        if not isinstance(shown, Form):
            seen += [written(await world.press_button("nadia", b)) for b in shown.buttons]
        await world.pass_time(hours=5)
    rest = begins + MORNING - timedelta(minutes=1) - world.clock.now()
    await world.pass_time(seconds=rest.total_seconds())
    seen += [written(await world.says("nadia", line)) for line in COMMANDS]
    return [*seen, *(written(card) for card in world.inbox("nadia"))]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "act", [says_no, pauses, leaves, works_here_no_more], ids=lambda act: act.__name__
)
async def test_a_no_shows_nowhere_before_the_morning(act: Act, language: str) -> None:
    seen = []
    for what in (nothing, act):
        world = await asked(language)
        await what(world)
        seen.append(await everything_seen(world))

    assert len(seen[0]) > 50
    assert seen[0] == seen[1]


async def moves_a_date(world: Proposed) -> list[str]:
    """Nadia suggests another moment for a meeting, then calls the next one off."""
    await world.says("nadia", "plan")
    seen = [written(await world.presses("nadia", a)) for a in ("change", "open", "pick")]
    await world.says("nadia", "plan")
    return [*seen, *[written(await world.presses("nadia", a)) for a in ("cancel", "pick")]]


async def rests_and_returns(world: Proposed) -> list[str]:
    seen = [written(await world.says("nadia", "pause 2 weeks"))]
    await world.run_due()
    return [*seen, *[written(await world.says("nadia", w)) for w in ("resume", "status", "plan")]]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("what", [moves_a_date, rests_and_returns], ids=lambda what: what.__name__)
@pytest.mark.parametrize("act", [stops, leaves, stops_and_rests], ids=lambda act: act.__name__)
async def test_what_the_other_does_is_taken_as_ever_before_the_morning(
    act: Act, what: Callable[[Proposed], Awaitable[list[str]]], language: str
) -> None:
    seen = []
    for before in (nothing, act):
        world = await dated(language)
        await before(world)
        seen.append([*await what(world), *await everything_seen(world)])

    assert seen[0] == seen[1]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "act",
    [stops, changes, leaves, stops_and_rests, works_here_no_more],
    ids=lambda act: act.__name__,
)
async def test_an_end_shows_nowhere_before_the_morning(act: Act, language: str) -> None:
    seen = []
    for what in (nothing, act):
        world = await paired(language)
        await what(world)
        seen.append(await everything_seen(world))

    assert len(seen[0]) > 50
    assert seen[0] == seen[1]


@pytest.mark.parametrize(
    ("language", "noted", "over"),
    [("en", "Your yes is noted", "Not this time"), ("fr", "Votre oui est noté", "Pas cette fois")],
)
async def test_a_yes_after_a_no_is_answered_as_any_yes_and_told_of_once(
    language: str, noted: str, over: str
) -> None:
    world = await asked(language)
    accept = world.button("nadia", "accept")
    await says_no(world)
    for _ in range(2):
        await world.press_button("nadia", accept)
        assert noted in world.text("nadia")

    arrived = await world.pass_time(days=1)
    assert [(who, card.title) for who, card in arrived] == [("nadia", over)]
    await world.press_button("nadia", accept)
    assert over in world.text("nadia")
    assert await world.pass_time(days=14) == []


@pytest.mark.parametrize(
    ("language", "line", "sent"),
    [("en", "tell Shall we?", "On its way"), ("fr", "dire On se voit?", "C’est parti")],
)
async def test_what_the_other_does_meanwhile_comes_to_nothing(
    language: str, line: str, sent: str
) -> None:
    world = await paired(language)
    await stops(world)
    before = len(world.inbox("marc"))
    await world.says("nadia", line)
    await world.presses("nadia", "send")
    assert sent in world.text("nadia")

    await world.pass_time(days=14)

    assert len(world.inbox("marc")) == before
    ended = await world.look(lambda work: work.pairings.of("marc", PairingState.ENDED))
    assert [pairing.over_by for pairing in ended] == [""], "who stopped it is kept by nobody"


async def test_for_whoever_stopped_it_is_over_at_once() -> None:
    world = await paired("en")
    kept = world.shown["marc"]
    await stops(world)
    for line in ("plan", "tell hello", "checkin", "rematch"):
        await world.says("marc", line)
        assert "Nadia" not in world.text("marc")
    assert isinstance(kept, Card)
    for button in kept.buttons:
        if not button.action.endswith("prepare"):  # how one prepares is said to anybody
            await world.press_button("marc", button)
            assert "Nadia" not in world.text("marc")


async def test_a_profile_is_emptied_once_the_other_was_told() -> None:
    world = await paired("en")
    await leaves(world)
    assert "emptied once your partner has heard" in world.text("marc")
    assert (await world.enrolment("marc")).goal

    await world.pass_time(days=1)

    assert not (await world.enrolment("marc")).goal
