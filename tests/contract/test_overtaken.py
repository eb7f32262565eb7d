"""Two replicas on one PostgreSQL: whoever looked before the other was done begins again."""

import pytest

from bot.conversation.events import Event, Pressed, Reply, Submitted
from bot.runtime.engine import Engine
from storage.database import SqlStore
from tests.builders import an_invitation
from tests.contract.replicas import Halting, comes_from, meanwhile
from tests.transcripts.coordinated import settings
from tests.transcripts.proposed import Proposed
from tests.world import World, a_person

pytestmark = pytest.mark.postgres


async def overtaken(world: World, second: SqlStore, early: Event, late: Event) -> list[Reply]:
    """One has looked at the records when the other's whole turn happens; return both answers."""
    replies: list[Reply] = []

    async def goes_first() -> None:
        replies.append(await Engine(second, world.clock).turn(early))

    halting = Halting(world.store, "first_time", before=meanwhile(goes_first))
    replies.append(await Engine(halting, world.clock).turn(late))
    assert halting.tries == 2
    return replies


async def test_two_coordinators_create_one_programme(first: SqlStore, second: SqlStore) -> None:
    world = World(first)
    await world.add_people(a_person(name, is_coordinator=True) for name in ("Claire", "Denis"))
    filled = {name: (value,) for name, value in settings().items()}
    forms = [
        Submitted(**comes_from(name), action="programme.create", subject="", values=filled)
        for name in ("claire", "denis")
    ]

    opened, refused = await overtaken(world, second, *forms)

    assert "Bridges is ready" in str(opened.cards[0])
    assert "a programme already" in str(refused.cards[0])
    assert len(await world.look(lambda work: work.programmes.all())) == 1


async def test_two_coordinators_open_one_round(first: SqlStore, second: SqlStore) -> None:
    world = await a_round(first)
    await world.add_people([a_person("Denis", is_coordinator=True)])
    await world.says("claire", "programme")
    await world.presses("claire", "close")
    await world.presses("claire", "yes")
    day = {"answer_by": ("2026-10-02",)}
    forms = [
        Submitted(**comes_from(name), action="programme.cycle", subject="programme", values=day)
        for name in ("claire", "denis")
    ]

    opened, refused = await overtaken(world, second, *forms)

    assert "ready" in str(opened.cards[0])
    assert "still open" in str(refused.cards[0])
    assert (await world.look(lambda work: work.programmes.last_cycle())).number == 2


async def test_who_joins_while_invited_takes_part_once(first: SqlStore, second: SqlStore) -> None:
    world = await a_round(first)
    await world.add_people([a_person("Eve")])
    await world.look(lambda work: work.add(an_invitation(author_id="claire")))
    presses = [
        Pressed(**comes_from(name), action=action, subject=subject, value="")
        for name, action, subject in (
            ("claire", "invitations.sure.yes", "invitation"),
            ("eve", "welcome.invitation.yes", "cycle"),
        )
    ]

    told, asked = await overtaken(world, second, *presses)

    assert "2 invitations are on their way" in str(told.cards[0])
    assert asked.cards[0].title == "Your role"
    assert len(await world.look(lambda work: work.enrolments.of("eve"))) == 1


async def a_round(store: SqlStore) -> Proposed:
    world = Proposed(store)
    await world.add_people([a_person("Claire", is_coordinator=True), a_person("Nadia")])
    await world.add_people([a_person("Marc", level=8)])
    await world.begin()
    return world
