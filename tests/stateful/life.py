"""A world whose people press anything they ever saw, watched at every instant."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.conversation.events import Reply
from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Role
from bot.domain.programme import Cycle, CycleState, Enrolment, EnrolmentState, Programme
from bot.domain.proposal import Proposal, ProposalState
from bot.flows.pairing.proposal import lapses_at, offer_pair
from bot.messages.card import Button, Card
from bot.ports import Work
from tests.builders import ORGANISATION
from tests.world import MONDAY, World, a_person

MENTORS, MENTEES = ("nadia", "omar"), ("marc", "sophie")
VOLUNTEERS = MENTORS + MENTEES
EVERYBODY = (*VOLUNTEERS, "eve", "claire")
ORG: dict[str, Any] = {"organisation_id": ORGANISATION}
WEST = {"zone": "America/Vancouver", "subdivision": "BC", "office": "Vancouver"}


@dataclass
class Seen:
    """The state of everything the model speaks of, as it is stored."""

    parts: dict[str, Enrolment] = field(default_factory=dict)
    offers: dict[str, Proposal] = field(default_factory=dict)
    pairs: dict[str, Pairing] = field(default_factory=dict)


class Life(World):
    """Two mentors, two mentees, an outsider and a coordinator; ``buttons`` is all anybody saw.

    ``watch`` is called after everything that was due at one instant has been done.
    """

    buttons: dict[str, list[Button]]
    watch: Callable[[], Any]

    @classmethod
    async def begin(cls) -> "Life":
        """Open a running cycle in which the four have joined."""
        people = [
            a_person("Nadia", level=2),
            a_person("Omar", level=2, language="fr"),
            a_person("Marc", level=8, **WEST),
            a_person("Sophie", level=9, language="fr"),
            a_person("Eve", level=4),
            a_person("Claire", is_coordinator=True, department="HR"),
        ]
        life = await cls.create(people)
        life.buttons = {person.id: [] for person in people}
        await life.look(_programme)
        return life

    async def offer(self, mentor: str, mentee: str) -> tuple[str, datetime]:
        """The coordinator approves a pair; return the proposal's id and when it lapses."""

        def act(work: Work) -> tuple[str, datetime]:
            proposal = Proposal(
                **ORG,
                id=work.new_id(),
                cycle_id="cycle",
                mentor_id=mentor,
                mentee_id=mentee,
                score=500,
            )
            work.add(proposal)
            offer_pair(work, self.clock.now(), proposal)
            return proposal.id, lapses_at(work, proposal)

        offered: tuple[str, datetime] = await self.look(act)
        return offered

    async def seen(self) -> Seen:
        """Return what is stored now."""

        def act(work: Work) -> Seen:
            enrolments = work.enrolments.all("cycle")
            proposals = work.proposals.all("cycle", *ProposalState)
            pairings = work.pairings.all("cycle", *PairingState)
            return Seen(
                parts={each.person_id: each for each in enrolments},
                offers={each.id: each for each in proposals},
                pairs={each.proposal_id: each for each in pairings},
            )

        found: Seen = await self.look(act)
        return found

    async def run_due(self) -> list[tuple[str, Card]]:
        arrived = await super().run_due()
        await self.watch()
        return arrived

    def arrived(self) -> list[tuple[str, Card]]:
        new = super().arrived()
        for person, card in new:
            self.buttons[person] += card.buttons
        return new

    def _keep(self, person: str, reply: Reply) -> Reply:
        for card in reply.cards:
            self.buttons[person] += card.buttons
        return super()._keep(person, reply)


def _programme(work: Work) -> None:
    work.add(
        Programme(**ORG, id="programme", name="Bridges", created_by="claire"),
        Cycle(
            **ORG,
            id="cycle",
            programme_id="programme",
            number=1,
            answer_by=MONDAY.date() + timedelta(weeks=3),
            state=CycleState.RUNNING,
        ),
    )
    for person in VOLUNTEERS:
        mentors = person in MENTORS
        work.add(
            Enrolment(
                **ORG,
                id=f"enrolment-{person}",
                cycle_id="cycle",
                person_id=person,
                state=EnrolmentState.JOINED,
                role=Role.MENTOR if mentors else Role.MENTEE,
                consents=("matching", "facts"),
                topics={"ai-assistants": 4 if mentors else 1},
            ),
        )
