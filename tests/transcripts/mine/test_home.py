"""The page of one's own: it is looked at as often as one likes, and nothing comes of it."""

from collections.abc import AsyncIterator

import pytest

from bot.conversation.awaiting import conversation_with
from bot.conversation.events import Opened
from bot.messages.card import COMMAND, Card
from tests.builders import ORGANISATION
from tests.world import TENANT, World, a_person


@pytest.fixture
async def world() -> AsyncIterator[World]:
    people = [a_person("Ana"), a_person("Nadia", is_coordinator=True, language="fr")]
    world = await World.create(people)
    yield world
    world.store.close()


async def opens(world: World, person: str) -> tuple[Card, ...]:
    event = Opened(
        organisation_id=ORGANISATION,
        key="the same each time",
        platform="playground",
        tenant=TENANT,
        address=person,
    )
    return (await world.engine.turn(event)).cards


async def test_it_says_where_one_stands_and_how_to_change_things(world: World) -> None:
    standing, rights = await opens(world, "ana")

    assert "no programme" in standing.body[0].text.casefold()  # type: ignore[union-attr]
    assert [button.value for button in rights.buttons] == [
        *("profile", "lang", "who-sees", "my-data", "report", "help"),
    ]
    assert {button.action for button in rights.buttons} == {COMMAND}


async def test_coordinators_also_find_their_console(world: World) -> None:
    await world.says("nadia", "programme")
    *_, console = await opens(world, "nadia")

    assert console.buttons[0].value == "programme"


async def test_looking_awaits_nothing_and_can_be_repeated(world: World) -> None:
    await world.says("nadia", "programme")  # a form is open in the chat
    first = await opens(world, "nadia")

    assert await opens(world, "nadia") == first
    talk = await world.look(lambda work: conversation_with(work, work.accounts.of("nadia")))
    assert talk.flow == "programme"


async def test_a_stranger_sees_that_nobody_knows_them(world: World) -> None:
    assert len(await opens(world, "nobody")) == 1
