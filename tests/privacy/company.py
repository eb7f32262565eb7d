"""A small company in the middle of a programme, made by a seed: who teaches whom, who waits."""

from collections import Counter
from hashlib import sha256
from random import Random
from typing import Any, Self

from sqlalchemy import Engine

from bot.domain.people import Organisation, Person, Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import Proposal, ProposalState
from bot.ports import Work
from bot.services import pairings
from storage.database import SqlStore
from tests.builders import ORGANISATION
from tests.transcripts.coordinated import settings, the_cycle
from tests.world import World, a_person, driver, fresh_engine

MENTORS = ("ana", "ben", "cleo", "dov")
MENTEES = ("rose", "sam", "theo", "uma")
PAIRED = (("ana", "rose"), ("ben", "sam"))
"""Who teaches whom already; the others wait."""
HR, MANAGER = "claire", "max"
EVERYBODY = (HR, MANAGER, *MENTORS, *MENTEES)
TOPICS = ("ai-assistants", "cyber-hygiene", "short-video", "gaming")


class Company(World):
    """A world whose ids follow from the instant: one more or less shifts none made at another."""

    def __init__(self, engine: Engine) -> None:
        self.database = engine
        self._made: Counter[str] = Counter()
        super().__init__(SqlStore(engine, new_id=self._new_id))

    @classmethod
    async def founded(cls) -> Self:
        """Open a fresh database with everybody in it."""
        world = cls(fresh_engine())
        await world.store.found(Organisation(id=ORGANISATION, name="Test"))
        await world.add_people(_people())
        return world

    def copied(self) -> "Company":
        """Return a world that stands where this one does; what is done there is not done here."""
        with self.database.connect() as connection:
            copy = driver(connection).serialize()
        other = Company(fresh_engine(copy))
        other.clock.move_to(self.clock.now())
        return other

    def _new_id(self) -> str:
        instant = self.clock.now().isoformat()
        self._made[instant] += 1
        return f"id{sha256(f'{instant}/{self._made[instant]}'.encode()).hexdigest()[:12]}"


async def a_company(seed: int) -> Company:
    """Open a world in which a round is under way; the same seed makes the same company."""
    world = await Company.founded()
    await world.says(HR, "/mentor programme")
    await world.submits(HR, **settings())
    await _take_part(world, Random(seed))  # noqa: S311 - played again, not kept secret
    return world


def _people() -> list[Person]:
    claire = a_person("Claire", is_coordinator=True, department="HR", level=5)
    people = [claire, a_person("Max", department="Sales", level=9)]
    people += [a_person(name.title(), department="Data", level=2) for name in MENTORS]
    sold = {"department": "Sales", "level": 7, "manager_id": MANAGER}
    return people + [a_person(name.title(), **sold) for name in MENTEES]


async def _take_part(world: World, chance: Random) -> None:
    cycle = await the_cycle(world)
    parts = {name: _part(name, chance) for name in (*MENTORS, *MENTEES)}
    org: dict[str, Any] = {"organisation_id": ORGANISATION, "cycle_id": cycle.id}

    def act(work: Work) -> None:
        now = world.clock.now()
        for person_id, values in parts.items():
            part = {**org, "id": f"enrolment-{person_id}", "person_id": person_id, **values}
            work.add(Enrolment(joined_at=now, **part))
        for mentor_id, mentee_id in PAIRED:
            proposal = Proposal(
                **org,
                id=f"proposal-{mentor_id}",
                mentor_id=mentor_id,
                mentee_id=mentee_id,
                score=500,
                state=ProposalState.ACCEPTED,
                offered_at=now,
            )
            work.add(proposal)
            pairings.start(work, now, proposal)

    await world.look(act)


def _part(name: str, chance: Random) -> dict[str, Any]:
    topics = ("ai-assistants", *chance.sample(TOPICS[1:], k=2))
    return {
        "state": EnrolmentState.JOINED,
        "role": Role.MENTOR if name in MENTORS else Role.MENTEE,
        "consents": ("matching", "facts", "statistics"),
        "topics": {topic: chance.randint(1, 5) for topic in sorted(topics)},
        "goal": f"What {name} wants",
        "obstacle": f"What holds {name} up",
    }
