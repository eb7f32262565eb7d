"""A room of two: one card for both, and answers that only the one who asked sees."""

from collections.abc import Mapping

import pytest

from bot.messages.card import COMMAND, Button, Card, Text
from bot.ports import Recipient, Work
from tests.adapters.slack.office import Office
from tests.adapters.slack.shown import words
from tests.transcripts.proposed import Proposed, a_proposal

BOTH = Recipient("T1", "U1ANA", also="U1BOB")
CARD = Card(
    body=(Text("You are a pair."),),
    buttons=(
        Button("Help", COMMAND, value="help"),
        Button("English", "settings.which_language.choose", value="en"),
    ),
)


async def test_pressing_in_a_room_answers_one_and_leaves_the_card_to_both(office: Office) -> None:
    sent = await office.service.platform.send(BOTH, CARD, key="pairing:p:room")
    room = office.slack.state.workspaces["T1"].channels[sent.split(":")[0]]
    [card] = room.messages
    shown = list(words(card.blocks))

    for label in ("Help", "English"):
        await office.person("U1BOB").presses(label, card)

    assert list(words(card.blocks)) == shown
    answers = room.messages[1:]
    assert len(answers) == 2
    assert {message.only_for for message in answers} == {"U1BOB"}


def rooms(work: Work) -> list[Mapping[str, object]]:
    return [d.payload for d in work.outbox.newest(50) if d.also_to]


async def accept(world: Proposed) -> None:
    for person in ("nadia", "marc"):
        await world.presses(person, "accept")


@pytest.mark.parametrize("has_rooms", [True, False])
async def test_a_room_opens_when_both_said_yes_where_the_platform_has_rooms(
    *, has_rooms: bool
) -> None:
    world = await a_proposal(marc={"language": "fr"})
    world.engine.rooms = frozenset({"playground"} if has_rooms else ())

    await accept(world)

    found = await world.look(rooms)
    assert len(found) == int(has_rooms)
    if has_rooms:
        [payload] = found
        assert "Nadia leads" in str(payload)
        assert "Nadia mène" in str(payload)
        assert "Vous pouvez" not in str(payload)


async def test_both_pick_a_moment_from_the_room() -> None:
    world = await a_proposal()
    world.engine.rooms = frozenset({"playground"})
    await accept(world)
    [payload] = await world.look(rooms)
    buttons = payload["buttons"]
    assert isinstance(buttons, list)
    carried = {name: buttons[0][name] for name in ("action", "subject", "value")}

    for person in ("nadia", "marc"):
        reply = await world.press_button(person, Button("Pick", **carried))
        assert reply.cards[0].title == "Pick a moment"
