"""Transcripts: the coordinator leafs through everybody who takes part, twenty at a time."""

from bot.domain.people import Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.messages.card import Bullets, Card
from bot.ports import Work
from tests.builders import ORGANISATION
from tests.transcripts.coordinated import a_programme, the_cycle
from tests.world import World, a_person


async def a_crowd(count: int) -> World:
    """Open a programme in which so many people volunteered, named in order."""
    world = await a_programme()
    cycle = await the_cycle(world)
    names = [f"Person{number:02}" for number in range(count)]
    await world.add_people(a_person(name) for name in names)

    def act(work: Work) -> None:
        for number, name in enumerate(names):
            resting = number % 5 == 0
            work.add(
                Enrolment(
                    organisation_id=ORGANISATION,
                    id=f"enrolment-{number}",
                    cycle_id=cycle.id,
                    person_id=name.lower(),
                    state=EnrolmentState.PAUSED if resting else EnrolmentState.JOINED,
                    role=Role.MENTOR if number % 2 else Role.MENTEE,
                ),
            )

    await world.look(act)
    return world


def names(world: World) -> list[str]:
    card = world.shown["claire"]
    assert isinstance(card, Card)
    [items] = [block.items for block in card.body if isinstance(block, Bullets)]
    return [item.split()[0] for item in items]


async def test_names_come_twenty_at_a_time_there_and_back() -> None:
    world = await a_crowd(45)

    await world.says("claire", "volunteers")
    await world.presses("claire", "Names and roles")
    first = names(world)
    await world.presses("claire", "following")
    second = names(world)
    await world.presses("claire", "following")
    third = names(world)
    await world.presses("claire", "previous")

    assert [len(page) for page in (first, second, third)] == [20, 20, 5]
    assert first + second + third == [f"Person{number:02}" for number in range(45)]
    assert names(world) == second
    assert "People 21 to 40 of 45" in world.text("claire")


async def test_whoever_rests_is_not_told_apart() -> None:
    world = await a_crowd(6)

    await world.says("claire", "volunteers")
    await world.presses("claire", "names")

    assert len(names(world)) == 6
    assert "pause" not in world.text("claire").casefold()


async def test_everybody_but_coordinators_is_kept_out() -> None:
    world = await a_crowd(3)

    for word in ("volunteers", "volontaires", "admin", "match", "invite", "programme", "digest"):
        await world.says("marc", word)
        assert "coordinators" in world.text("marc")
