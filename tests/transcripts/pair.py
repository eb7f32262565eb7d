"""Nadia teaches Marc: a running pairing with a coordinator near it, for transcripts."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from bot.conversation.awaiting import Questionnaire, questions_of
from bot.domain.checkin import CheckIn
from bot.domain.pairing import Pairing, PairingState, Seat
from bot.domain.people import Role
from bot.domain.programme import Cycle, CycleState, Enrolment, EnrolmentState, Programme
from bot.domain.proposal import Proposal, ProposalState
from bot.messages.card import Card, Text
from bot.ports import Work
from bot.services import pairings
from tests.builders import ORGANISATION
from tests.world import MONDAY, World, a_person


class Pair(World):
    """Two people in a pairing that began on Monday, September 14, 2026."""

    async def begin(self) -> None:
        """Keep what leads to a pairing, and the pairing."""

        def act(work: Work) -> None:
            work.add(
                Programme(
                    organisation_id=ORGANISATION,
                    id="programme",
                    name="Bridges",
                    created_by="claire",
                ),
                Cycle(
                    organisation_id=ORGANISATION,
                    id="cycle",
                    programme_id="programme",
                    number=1,
                    answer_by=self.clock.now().date(),
                    state=CycleState.RUNNING,
                ),
            )
            for person_id, role in (("nadia", Role.MENTOR), ("marc", Role.MENTEE)):
                work.add(
                    Enrolment(
                        organisation_id=ORGANISATION,
                        id=f"enrolment-{person_id}",
                        cycle_id="cycle",
                        person_id=person_id,
                        state=EnrolmentState.JOINED,
                        role=role,
                        consents=("matching", "facts"),
                    ),
                )
            proposal = Proposal(
                organisation_id=ORGANISATION,
                id="proposal",
                cycle_id="cycle",
                mentor_id="nadia",
                mentee_id="marc",
                score=1,
                state=ProposalState.ACCEPTED,
            )
            work.add(proposal)
            pairings.start(work, self.clock.now(), proposal)

        await self.look(act)

    async def pairing(self) -> Pairing:
        """Return the pairing as it is stored."""
        found = await self.look(lambda work: work.get(Pairing, only_id(work)))
        assert isinstance(found, Pairing)
        return found

    async def seat(self, person: str) -> Seat:
        """Return one side as it is stored."""
        found = await self.look(lambda work: work.pairings.seat(only_id(work), person))
        assert isinstance(found, Seat)
        return found

    async def change(self, change: Callable[[Work, Pairing], Any]) -> None:
        """Change the pairing or what belongs to it."""
        await self.look(lambda work: change(work, work.get(Pairing, only_id(work))))

    async def checkins(self, person: str) -> list[CheckIn]:
        """Return somebody's check-ins, oldest first."""
        found: list[CheckIn] = await self.look(
            lambda work: work.checkins.last(only_id(work), person, 50)
        )
        return found[::-1]

    async def questions(self, person: str) -> list[Questionnaire]:
        """Return where the questions of somebody's check-ins stand, oldest first."""
        checkins = await self.checkins(person)
        found: list[Questionnaire] = await self.look(
            lambda work: [questions_of(work, checkin) for checkin in checkins]
        )
        return found

    async def asked(self, weeks: int = 1) -> None:
        """Move to the afternoon of the Thursday so many weeks after the pairing's first Monday."""
        await self.pass_until(MONDAY + timedelta(weeks=weeks - 1, days=3, hours=4))

    async def plan(self, *people: str) -> None:
        """Let people say that a meeting is planned, as far as they are asked."""
        for person in people:
            await self.says(person, "checkin")
            card = self.shown[person]
            assert isinstance(card, Card)
            if any(button.action == "checkin.met.planned" for button in card.buttons):
                await self.presses(person, "planned")

    async def pass_until(self, instant: datetime) -> list[tuple[str, Card]]:
        """Move the clock through everything due up to an instant."""
        return await self.pass_time(seconds=(instant - self.clock.now()).total_seconds())

    def lines(self, person: str) -> list[str]:
        """Return the first words of each proactive card somebody got: its title, or its text."""
        return [card.title or _first_text(card) for card in self.inbox(person)]


def only_id(work: Work) -> str:
    """Return the id of the only pairing."""
    return work.pairings.of("nadia", *PairingState)[0].id


def _first_text(card: Card) -> str:
    block = card.body[0]
    assert isinstance(block, Text)
    return block.text


async def a_pair(language: str = "en", **marc: Any) -> Pair:
    """Open a world with a mentor, a mentee and a coordinator; nobody was asked anything yet."""
    people = (
        a_person("Nadia", language=language),
        a_person("Marc", **{"language": language, "level": 8, **marc}),
        a_person("Claire", language=language, is_coordinator=True),
    )
    pair = await Pair.create(people)
    await pair.begin()
    return pair
