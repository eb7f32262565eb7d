"""Two replicas on one PostgreSQL: no yes slips past what speaks against it at the same instant."""

import asyncio
from collections.abc import Callable

import pytest

from bot.conversation.events import Pressed
from bot.domain.pairing import PairingState
from bot.domain.people import Role
from bot.domain.proposal import Answer, ProposalState
from bot.flows.pairing.proposal import offer_pair
from bot.ports import Work
from bot.runtime.engine import Engine
from storage.database import SqlStore
from tests.builders import ORGANISATION, a_proposal, an_enrolment
from tests.contract.replicas import Halting, comes_from, meanwhile, meeting_point
from tests.transcripts.proposed import Proposed
from tests.world import a_person

pytestmark = pytest.mark.postgres


@pytest.fixture
async def world(first: SqlStore) -> Proposed:
    """Nadia said yes to Marc and to Denis, and has room for one of them."""
    world = Proposed(first)
    mentees = [a_person(name, level=8, department="Sales") for name in ("Marc", "Denis")]
    await world.add_people([a_person("Nadia"), *mentees])
    await world.begin(capacity=2)
    await world.look(lambda work: _second(work, world))
    await world.offer()
    await world.look(_nadia_said_yes)
    return world


def _second(work: Work, world: Proposed) -> None:
    second = a_proposal("nadia", "denis", id="second")
    work.add(an_enrolment("denis", role=Role.MENTEE), second)
    offer_pair(work, world.clock.now(), second)


def _nadia_said_yes(work: Work) -> None:
    for proposal in work.proposals.of("nadia", ProposalState.OFFERED):
        proposal.mentor_answer = Answer.YES
    part = work.enrolments.part("cycle", "nadia")
    assert part is not None
    part.capacity = 1


def accepts(person: str, proposal: str) -> Pressed:
    action = "proposal.offer.accept"
    return Pressed(**comes_from(person), action=action, subject=proposal, value="")


async def test_two_yeses_at_the_same_instant_take_one_place(
    world: Proposed, second: SqlStore
) -> None:
    meet = meeting_point()
    engines = [
        Engine(Halting(store, "first_time", before=meet), world.clock)
        for store in (world.store, second)
    ]
    asked = (("marc", "proposal"), ("denis", "second"))

    await asyncio.gather(*(e.turn(accepts(*a)) for e, a in zip(engines, asked, strict=True)))

    await world.pass_time(days=1)
    found = await world.look(lambda work: work.pairings.all("cycle", *PairingState))
    states = await world.look(lambda work: work.proposals.counts("cycle"))
    assert len(found) == 1
    assert states == {ProposalState.ACCEPTED: 1, ProposalState.WITHDRAWN: 1}


def a_new_manager(work: Work) -> None:
    people = work.people.by_id(["marc", "nadia"])
    people["marc"].chain_left, people["marc"].chain_right = 1, 4
    people["nadia"].chain_left, people["nadia"].chain_right = 2, 3


def an_exclusion(work: Work) -> None:
    part = work.enrolments.part("cycle", "nadia")
    assert part is not None
    part.excluded_people = ("marc",)


def a_leaver(work: Work) -> None:
    work.people.by_id(["nadia"])["nadia"].active = False


@pytest.mark.parametrize("change", [a_new_manager, an_exclusion, a_leaver])
async def test_what_changes_while_somebody_says_yes_counts(
    world: Proposed, second: SqlStore, change: Callable[[Work], None]
) -> None:
    happens = meanwhile(lambda: second.transact(ORGANISATION, change))
    halting = Halting(world.store, "one_at_a_time", after=happens)

    await Engine(halting, world.clock).turn(accepts("marc", "proposal"))

    assert halting.tries == 2
    await world.pass_time(days=1)
    proposal = await world.proposal()
    assert (proposal.state, proposal.mentee_answer) == (ProposalState.WITHDRAWN, Answer.YES)
