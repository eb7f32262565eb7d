"""Nadia and Marc are proposed to each other: a world in which nobody has answered yet."""

from typing import Any

from bot.domain.people import Role
from bot.domain.programme import Cycle, CycleState, Enrolment, EnrolmentState, Programme
from bot.domain.proposal import Proposal
from bot.flows.pairing.proposal import offer_pair
from bot.ports import Work
from tests.builders import ORGANISATION
from tests.world import World, a_person

ORG: dict[str, Any] = {"organisation_id": ORGANISATION}
REASONS: list[dict[str, object]] = [
    {"code": "topics", "points": 400, "values": {"topics": ["ai-assistants"]}},
    {"code": "hours", "points": 150, "values": {"hours": 8}},
    {"code": "waiting", "points": 100, "values": {"mentor": 1, "mentee": 0}},
    {"code": "languages", "points": 50, "values": {"languages": ["en", "fr"]}},
    {"code": "format", "points": 40, "values": {"formats": ["video"]}},
]


class Proposed(World):
    """A cycle with a proposal; nobody was asked yet."""

    async def begin(self, **enrolled: Any) -> None:
        """Keep a programme, two volunteers and the draft of their proposal."""

        def act(work: Work) -> None:
            work.add(
                Programme(**ORG, id="programme", name="Bridges", created_by="claire"),
                Cycle(
                    **ORG,
                    id="cycle",
                    programme_id="programme",
                    number=1,
                    answer_by=self.clock.now().date(),
                    state=CycleState.RUNNING,
                ),
                Proposal(
                    **ORG,
                    id="proposal",
                    cycle_id="cycle",
                    mentor_id="nadia",
                    mentee_id="marc",
                    score=740,
                    reasons=REASONS,
                ),
            )
            for person_id, role in (("nadia", Role.MENTOR), ("marc", Role.MENTEE)):
                values: dict[str, Any] = {
                    "id": f"enrolment-{person_id}",
                    "cycle_id": "cycle",
                    "person_id": person_id,
                    "state": EnrolmentState.JOINED,
                    "role": role,
                    "consents": ("matching", "facts"),
                }
                work.add(Enrolment(**ORG, **{**values, **enrolled}))

        await self.look(act)

    async def offer(self) -> None:
        """The coordinator approves; both cards arrive."""

        def act(work: Work) -> None:
            proposal = work.get(Proposal, "proposal")
            assert proposal is not None
            offer_pair(work, self.clock.now(), proposal)

        await self.look(act)
        await self.run_due()

    async def enrolment(self, person: str) -> Enrolment:
        """Return somebody's enrolment as it is stored."""
        found = await self.look(lambda work: work.enrolments.part("cycle", person))
        assert isinstance(found, Enrolment)
        return found

    async def proposal(self) -> Proposal:
        """Return the proposal as it is stored."""
        found = await self.look(lambda work: work.get(Proposal, "proposal"))
        assert isinstance(found, Proposal)
        return found


async def a_proposal(
    language: str = "en", marc: dict[str, Any] | None = None, **enrolled: Any
) -> Proposed:
    """Open a world in which both were just asked."""
    people = (
        a_person("Nadia", language=language, department="Data"),
        a_person("Marc", **{"language": language, "level": 8, **(marc or {})}),
        a_person("Claire", language=language, is_coordinator=True),
    )
    world = await Proposed.create(people)
    await world.begin(**enrolled)
    await world.offer()
    return world
