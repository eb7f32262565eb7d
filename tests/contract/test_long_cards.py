"""The contract of every chat platform for a card longer than one message: it arrives whole."""

from collections.abc import AsyncIterator

import pytest

from bot.errors import Unreachable
from bot.messages.card import Bullets, Button, Card, Facts, Heading, Quote, Text
from tests.contract.test_platform import STAGES, Fate, Stage, send

ROWS = tuple((f"Person {number}", f"a mentor for {number} weeks") for number in range(400))
ITEMS = tuple(f"topic {number}" for number in range(400))
STORY = "\n".join(f"Line {number} of a long story." for number in range(400))
LONG = Card(
    title="Everything there is",
    body=(
        Text(STORY),
        Heading("People"),
        Facts(ROWS),
        *(Text(f"Paragraph {number}") for number in range(120)),
        Bullets(ITEMS),
        Quote(STORY, author="Ana"),
    ),
    buttons=(Button("Understood", "a.b.yes", "subject"), Button("More", "a.b.more", "subject")),
    next="What happens next.",
)


@pytest.fixture(params=STAGES)
async def stage(request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    async with STAGES[request.param]() as stage:
        yield stage


async def test_a_very_long_card_arrives_whole_and_in_order(stage: Stage) -> None:
    await send(stage, card=LONG)

    said = (piece for row in ROWS for piece in row)
    lines = STORY.splitlines()
    paragraphs = [f"Paragraph {number}" for number in range(120)]
    wanted = [*lines, "People", *said, *paragraphs, *ITEMS, *lines, "Ana"]
    rest = iter("\n".join(piece for shown in stage.screen() for piece in shown).splitlines())
    missing = [line for line in wanted if line not in rest]
    assert missing == []


async def test_its_buttons_are_below_its_end(stage: Stage) -> None:
    await send(stage, card=LONG)

    *before, last = stage.screen()
    assert {"Understood", "More", "What happens next."} <= set(last)
    assert not [shown for shown in before if "Understood" in shown]


async def test_its_messages_tell_which_of_how_many_they_are(stage: Stage) -> None:
    await send(stage, card=LONG)

    screen = stage.screen()
    titles = [shown[0] for shown in screen]
    numbered = [f"{LONG.title} ({n}/{len(screen)})" for n in range(1, len(screen) + 1)]
    assert titles == (numbered if len(screen) > 1 else [LONG.title])


async def test_sending_it_again_doubles_nothing_even_after_a_break_half_way(stage: Stage) -> None:
    whole, again = await shown_after(stage, Fate.LOST)
    assert whole == again
    more = await shown_after(stage, None, Fate.LOST, key="other")
    assert more == [[*whole, *whole]] * 2


async def shown_after(stage: Stage, *fates: Fate | None, key: str = "k") -> list[list[list[str]]]:
    """Send the long card until it is there, and once more; return the screen after each."""
    screens: list[list[list[str]]] = []
    stage.befall(*fates)
    while len(screens) < 2:
        stage.pass_time(60)  # so that no limit stands in the way
        try:
            await send(stage, key, LONG)
        except Unreachable:
            continue
        screens.append(stage.screen())
    return screens
