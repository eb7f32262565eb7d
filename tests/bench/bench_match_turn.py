"""How long a turn takes that runs the matching: ``python -m tests.bench.bench_match_turn``.

Half mentors, half mentees, three topics each out of forty; engine, SQLite in memory, one process.
Prints milliseconds; asserts nothing.
"""

import asyncio
import time
from random import Random

from bot.domain.people import Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.ports import Work
from bot.services.rounds import runs
from bot.texts.topics import TOPICS
from tests.builders import ORGANISATION
from tests.transcripts.coordinated import a_programme, the_cycle
from tests.world import World, a_person

SIZES = (100, 300, 1000)
TOPICS_EACH, CHOSEN_FROM = 3, 40


async def a_round(size: int) -> World:
    """Open a round in which so many people volunteered."""
    world = await a_programme()
    people = [
        a_person(f"P{number:05}", level=2 + 5 * (number % 2), department=f"D{number % 7}")
        for number in range(size)
    ]
    await world.add_people(people)
    cycle = await the_cycle(world)
    chance = Random(7)  # noqa: S311  the same people each time
    known = list(TOPICS)[:CHOSEN_FROM]

    def act(work: Work) -> None:
        work.add_many(
            [
                Enrolment(
                    organisation_id=ORGANISATION,
                    id=f"enrolment-{person.id}",
                    cycle_id=cycle.id,
                    person_id=person.id,
                    state=EnrolmentState.JOINED,
                    role=Role.MENTEE if number % 2 else Role.MENTOR,
                    joined_at=world.clock.now(),
                    topics={
                        code: chance.randint(1, 5) for code in chance.sample(known, TOPICS_EACH)
                    },
                )
                for number, person in enumerate(people)
            ]
        )

    await world.look(act)
    return world


async def main() -> None:
    """Time the run, and the weighing of one override, for each size."""
    runs.AT_ONCE = max(SIZES)
    for size in SIZES:
        world = await a_round(size)
        took = {}
        for name, act in (
            ("match", lambda world=world: world.says("claire", "match")),
            ("look", lambda world=world: world.presses("claire", "look")),
            ("forbid", lambda world=world: world.presses("claire", "forbid")),
        ):
            began = time.perf_counter()
            await act()
            took[name] = 1000 * (time.perf_counter() - began)
        print(size, *(f"{name} {ms:.0f} ms" for name, ms in took.items()))  # noqa: T201
        world.store.close()


if __name__ == "__main__":
    asyncio.run(main())
