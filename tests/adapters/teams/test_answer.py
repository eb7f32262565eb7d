"""Answers in Teams: in the pressed card's place, in a dialog, and below in the chat."""

import pytest

from adapters.teams.answer import as_asked
from adapters.teams.heard import Asks
from adapters.teams.limits import CARD_BYTES
from adapters.teams.parse import incoming
from adapters.teams.render import size
from bot.conversation.events import Reply
from bot.messages.card import Button, Card, Text
from tests.adapters.teams.reading import pieces
from tests.adapters.teams.stage import TeamsStage
from tests.adapters.teams.test_parse import BUTTON, activity, invoke

STORY = tuple(f"Line {number} of a long story." for number in range(700))
LONG = Card(title="All", body=(Text("\n".join(STORY)),), buttons=(Button("Yes", "a.b.c"),))


@pytest.mark.parametrize(
    ("told", "asks"),
    [
        (activity(text="help"), Asks.MESSAGE),
        (invoke("adaptiveCard/action", {"action": {"data": {"button": BUTTON}}}), Asks.ACTION),
    ],
)
def test_an_answer_longer_than_a_message_comes_in_several(told, asks) -> None:
    asked = incoming(told, "org")
    assert asked.asks is asks

    said = as_asked(asked, Reply(cards=(LONG,), replace=True), TeamsStage().platform.drawn, "en")

    in_place = [said.body["value"]] if said.body else []
    cards = [*in_place, *said.posts]
    shown = [line for card in cards for piece in pieces(card) for line in piece.splitlines()]
    assert len(in_place) == (asks is Asks.ACTION)
    assert max(map(size, cards)) <= CARD_BYTES
    assert [line for line in shown if line in STORY] == list(STORY)
    assert [card for card in cards if "Yes" in pieces(card)] == [cards[-1]]
