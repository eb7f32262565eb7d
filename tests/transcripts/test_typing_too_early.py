"""Transcripts: a typed line answers what somebody has seen, not what is on its way to them."""

from datetime import UTC, datetime
from typing import Any, cast

import pytest

from bot.messages.card import Card
from bot.ports import ChatPlatform, Recipient
from bot.runtime.outbox import Outbox
from tests.transcripts.pair import Pair, a_pair
from tests.transcripts.proposed import Proposed
from tests.world import World, a_person

FRIDAY_EVENING = datetime(2026, 9, 18, 23, 0, tzinfo=UTC)


async def on_a_friday_evening(language: str) -> Proposed:
    """Open a world in which a proposal is queued for Monday."""
    world = await Proposed.create(
        [
            a_person("Nadia", language=language, department="Data"),
            a_person("Marc", language=language, level=8),
            a_person("Claire", is_coordinator=True),
        ]
    )
    await world.begin()
    world.clock.move_to(FRIDAY_EVENING)
    await world.says("nadia", "language")
    await world.offer()
    assert world.inbox("nadia") == []
    return world


async def kept_language(world: World) -> str:
    people = await world.look(lambda work: {each.id: each.language for each in work.people.all()})
    return str(people["nadia"])


@pytest.mark.parametrize(("language", "line", "chosen"), [("en", "1", "fr"), ("fr", "2", "en")])
async def test_a_line_before_the_card_arrives_answers_what_was_seen(
    language: str, line: str, chosen: str
) -> None:
    world = await on_a_friday_evening(language)

    await world.says("nadia", line)

    assert await kept_language(world) == chosen
    assert (await world.proposal()).mentor_answer == ""


@pytest.mark.parametrize(("language", "yes"), [("en", "yes"), ("fr", "oui")])
async def test_once_it_has_arrived_it_is_the_card_that_is_answered(language: str, yes: str) -> None:
    world = await on_a_friday_evening(language)
    await world.pass_time(days=3)
    assert len(world.inbox("nadia")) == 1

    await world.says("nadia", yes)

    assert await kept_language(world) == language
    assert (await world.proposal()).mentor_answer == "yes"


class Hasty:
    """The platform of a pair; Nadia presses a button before the outbox knows that it was sent."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pair.platform, name)

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        sent = await self._pair.platform.send(to, card, key=key)
        if to.address == "nadia" and card.buttons:
            self._pair.shown["nadia"] = card
            await self._pair.presses("nadia", "stuck")
        return sent


async def test_whoever_pressed_while_it_was_on_its_way_has_gone_on() -> None:
    pair = await a_pair()
    hasty = cast("ChatPlatform", Hasty(pair))
    pair.outbox = Outbox(pair.store, pair.clock, {"playground": hasty}, owner="hasty")
    await pair.asked()

    await pair.says("nadia", "1")

    [checkin] = await pair.checkins("nadia")
    assert checkin.met == "stuck"
    assert checkin.stuck_on != ""
