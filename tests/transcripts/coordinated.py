"""A world that a coordinator runs: Claire, some mentors and some mentees."""

from typing import Any

from bot.domain.people import Role
from bot.domain.programme import Cycle, Enrolment, EnrolmentState
from bot.domain.proposal import Proposal, ProposalState
from bot.ports import Work
from tests.builders import ORGANISATION
from tests.world import World, a_person

MENTORS = ("Nadia", "Omar", "Lina", "Théo")
MENTEES = ("Marc", "Sophie", "Denis")
TOPICS = {
    "nadia": {"ai-assistants": 5},
    "omar": {"ai-assistants": 4},
    "lina": {"cyber-hygiene": 5},
    "théo": {"short-video": 4},
    "marc": {"ai-assistants": 1},
    "sophie": {"cyber-hygiene": 1},
    "denis": {"gaming": 2},
}


async def a_company(language: str = "en") -> World:
    """Open a world without a programme; everybody reads one language."""
    people = [a_person("Claire", language=language, is_coordinator=True, department="HR", level=5)]
    people += [a_person(name, language=language, department="Data", level=2) for name in MENTORS]
    people += [a_person(name, language=language, department="Sales", level=8) for name in MENTEES]
    return await World.create(people)


async def a_programme(language: str = "en") -> World:
    """Open a world whose first cycle is open; nobody was asked yet."""
    world = await a_company(language)
    await world.says("claire", "/mentor programme")
    await world.submits("claire", **settings())
    return world


def settings(**changes: str) -> dict[str, str]:
    """Return a form filled in well, but for some fields."""
    filled = {
        "name": "Bridges",
        "weeks": "12",
        "meetings": "6",
        "weekday": "3",
        "hour": "10",
        "answer_by": "2026-10-02",
    }
    return {**filled, **changes}


async def with_volunteers(
    language: str = "en", *, without: tuple[str, ...] = (), **changes: Any
) -> World:
    """Open a world in which everybody volunteered, but for some."""
    world = await a_programme(language)
    cycle = await the_cycle(world)

    def act(work: Work) -> None:
        for name in (*MENTORS, *MENTEES):
            person = name.lower()
            if person in without:
                continue
            values: dict[str, Any] = {
                "organisation_id": ORGANISATION,
                "id": f"enrolment-{person}",
                "cycle_id": cycle.id,
                "person_id": person,
                "state": EnrolmentState.JOINED,
                "role": Role.MENTOR if name in MENTORS else Role.MENTEE,
                "joined_at": world.clock.now(),
                "consents": ("matching", "facts", "statistics"),
                "topics": TOPICS[person],
            }
            work.add(Enrolment(**{**values, **changes.get(person, {})}))

    await world.look(act)
    return world


async def the_cycle(world: World) -> Cycle:
    found = await world.look(lambda work: work.programmes.last_cycle())
    assert isinstance(found, Cycle)
    return found


async def drafts(world: World) -> set[tuple[str, str]]:
    """Return who is drafted with whom."""
    return {(draft.mentor_id, draft.mentee_id) for draft in await all_drafts(world)}


async def all_drafts(world: World) -> list[Proposal]:
    cycle = await the_cycle(world)
    found = await world.look(lambda work: work.proposals.all(cycle.id, ProposalState.DRAFT))
    return list(found)


async def enrolment(world: World, person: str) -> Enrolment:
    cycle = await the_cycle(world)
    found = await world.look(lambda work: work.enrolments.part(cycle.id, person))
    assert isinstance(found, Enrolment)
    return found
