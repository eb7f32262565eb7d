"""PostgreSQL: who waits for whom, who does not, and that nothing is lost where nobody waits."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from bot.conversation.events import Event, Pressed, Said
from bot.domain.checkin import CheckIn, Met
from bot.domain.pairing import PairingState
from bot.domain.people import Person
from bot.domain.programme import Cycle, CycleState, EnrolmentState
from bot.domain.proposal import ProposalState
from bot.flows.leaving import due as breaks
from bot.ports import Work
from bot.runtime.engine import Engine
from bot.services.pairings import start
from storage.database import SqlStore
from tests.builders import ORGANISATION, a_checkin, a_proposal, an_enrolment
from tests.contract.replicas import Halting, Result, comes_from, meanwhile, meeting_point
from tests.transcripts.proposed import Proposed
from tests.world import MONDAY, World, a_person

pytestmark = pytest.mark.postgres

TODAY = MONDAY.date().isoformat()
PAIRS = [(f"mentor{number}", f"mentee{number}") for number in range(6)]
"""A store has room for eight units of work at once."""


class MeetingAtTheEnd:
    """A store whose units of work wait for one another when all is done but the commit."""

    def __init__(self, store: SqlStore, parties: int) -> None:
        self._store = store
        self._meet = meeting_point(parties)

    async def transact(self, organisation_id: str, act: Callable[[Work], Result]) -> Result:
        def meeting(work: Work) -> Result:
            result = act(work)
            work.people.all()
            work.checkins.all("cycle")
            work.enrolments.all("cycle")
            work.pairings.all("cycle", *PairingState)  # what was changed is written by now
            self._meet()
            return result

        return await self._store.transact(organisation_id, meeting)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


@pytest.fixture
async def world(first: SqlStore) -> Proposed:
    """Nadia and Marc were just asked, and six other pairs have a check-in each."""
    world = Proposed(first)
    people = [a_person("Nadia"), a_person("Marc", level=8), a_person("Claire", is_coordinator=True)]
    await world.add_people(people)
    await world.add_people(a_person(name.title()) for pair in PAIRS for name in pair)
    await world.begin()
    await world.offer()
    await world.look(_begin)
    return world


def _begin(work: Work) -> None:
    for mentor, mentee in PAIRS:
        proposal = a_proposal(mentor, mentee, state=ProposalState.ACCEPTED)
        work.add(proposal, an_enrolment(mentor), an_enrolment(mentee))
        pairing = start(work, MONDAY, proposal)
        work.add(a_checkin(id=f"c-{mentor}", pairing_id=pairing.id, person_id=mentor))


def presses(person: str, action: str, subject: str, value: str = "") -> Pressed:
    came = comes_from(person, f"{action}-{person}")
    return Pressed(**came, action=action, subject=subject, value=value)


def says(person: str, text: str) -> Said:
    return Said(**comes_from(person, f"{text}-{person}"), text=text)


async def at_once(world: World, *events: Event) -> None:
    """Play turns of which none commits before all are done."""
    store = MeetingAtTheEnd(world.store, len(events))
    await asyncio.gather(*(Engine(store, world.clock).turn(event) for event in events))


async def test_turns_of_one_cycle_overlap(world: Proposed) -> None:
    events = [presses(mentor, "checkin.met.yes", f"c-{mentor}", TODAY) for mentor, _ in PAIRS]

    await at_once(world, *events)

    found = await world.look(lambda work: work.checkins.all("cycle"))
    assert [checkin.met for checkin in found] == [Met.YES] * len(PAIRS)


async def test_so_do_those_of_people_who_join_it_read_of_it_or_rest(world: Proposed) -> None:
    await world.add_people(a_person(name) for name in ("Eve", "Zoe"))

    await at_once(
        world,
        presses("eve", "welcome.invitation.yes", "cycle"),
        presses("zoe", "welcome.invitation.yes", "cycle"),
        presses("mentor0", "checkin.met.yes", "c-mentor0", TODAY),
        says("mentor1", "pause 2 weeks"),
        says("mentee2", "status"),
        says("claire", "programme"),
    )

    joining = [await world.enrolment(name) for name in ("eve", "zoe")]
    assert [enrolment.state for enrolment in joining] == [EnrolmentState.CHOOSING] * 2
    assert (await world.enrolment("mentor1")).state is EnrolmentState.PAUSED


async def test_what_refers_to_a_locked_row_does_not_wait(world: Proposed, second: SqlStore) -> None:
    """A consent, an account and an enrolment name their person; a pairing names its cycle."""

    async def joins() -> None:
        await second.transact(ORGANISATION, lambda work: work.add(an_enrolment("claire")))

    def act(work: Work) -> None:
        assert work.lock(Person, "claire") is not None
        assert work.lock(Cycle, "cycle") is not None
        wait()

    wait = meanwhile(joins)
    await world.store.transact(ORGANISATION, act)

    assert (await world.enrolment("claire")).person_id == "claire"


async def test_two_who_hold_a_row_do_not_wait(world: Proposed, second: SqlStore) -> None:
    meet = meeting_point()

    def act(work: Work) -> None:
        assert work.hold(Cycle, "cycle") is not None
        meet()

    await asyncio.gather(*(store.transact(ORGANISATION, act) for store in (world.store, second)))


@pytest.mark.parametrize("verb", ["lock", "hold"])
async def test_what_changed_since_the_first_look_is_looked_at_again(
    world: Proposed, second: SqlStore, verb: str
) -> None:
    """Nothing but the lock tells: the row is decided upon, and not changed."""

    def close(work: Work) -> None:
        cycle = work.get(Cycle, "cycle")
        assert cycle is not None
        cycle.state = CycleState.CLOSED

    def decide(work: Work) -> bool:
        work.people.all()
        cycle = getattr(work, verb)(Cycle, "cycle")
        assert isinstance(cycle, Cycle)
        return cycle.welcomes

    halting = Halting(
        world.store, "people.all", after=meanwhile(lambda: second.transact(ORGANISATION, close))
    )

    assert not await halting.transact(ORGANISATION, decide)
    assert halting.tries == 2


async def test_two_who_change_different_fields_of_one_row_both_do(
    world: Proposed, second: SqlStore
) -> None:
    def rename(work: Work) -> None:
        marc(work).name = "Marco"

    def promote(work: Work) -> None:
        work.people.all()
        marc(work).level = 9

    await overtaken(world, second, rename, promote)

    found = await world.look(marc)
    assert (found.name, found.level) == ("Marco", 9)


async def test_two_who_change_the_same_field_of_one_row_both_count(
    world: Proposed, second: SqlStore
) -> None:
    def promote(work: Work) -> None:
        work.people.all()
        marc(work).level += 1

    await overtaken(world, second, promote, promote)

    assert (await world.look(marc)).level == 10


async def test_a_value_of_json_is_not_written_over_either(
    world: Proposed, second: SqlStore
) -> None:
    def counts(week: str) -> Callable[[Work], None]:
        def act(work: Work) -> None:
            work.people.all()
            account = work.accounts.of("marc")
            assert account is not None
            account.weeks = {**account.weeks, week: 1}

        return act

    await overtaken(world, second, counts("2027-W01"), counts("2027-W02"))

    account = await world.look(lambda work: work.accounts.of("marc"))
    assert {"2027-W01", "2027-W02"} <= account.weeks.keys()


async def overtaken(
    world: World, second: SqlStore, early: Callable[[Work], None], late: Callable[[Work], None]
) -> None:
    """Let the whole of one act happen when the other has looked; the other begins again."""
    halting = Halting(
        world.store, "people.all", after=meanwhile(lambda: second.transact(ORGANISATION, early))
    )
    await halting.transact(ORGANISATION, late)
    assert halting.tries == 2


def marc(work: Work) -> Person:
    found = work.get(Person, "marc")
    assert found is not None
    return found


async def test_a_pairing_wakes_when_both_come_back_at_the_same_instant(
    world: Proposed, second: SqlStore
) -> None:
    """Each of them alone would see the other still away, and leave the pairing asleep for ever."""
    mentor, mentee = PAIRS[0]
    for person in (mentor, mentee):
        await Engine(world.store, world.clock).turn(says(person, "pause 2 weeks"))
    meet = meeting_point()
    engines = [
        Engine(Halting(store, "first_time", before=meet), world.clock)
        for store in (world.store, second)
    ]

    await asyncio.gather(
        *(e.turn(says(p, "resume")) for e, p in zip(engines, (mentor, mentee), strict=True))
    )

    [pairing] = await world.look(lambda work: work.pairings.of(mentor, *PairingState))
    assert pairing.state is PairingState.ACTIVE


async def test_a_break_that_ends_during_the_second_yes_leaves_no_sleeping_pairing(
    world: Proposed, second: SqlStore
) -> None:
    """Nadia said yes and is on a break, which ends by itself while Marc says yes."""
    await Engine(world.store, world.clock).turn(
        presses("nadia", "proposal.offer.accept", "proposal")
    )
    await world.look(lambda work: _rests(work, "nadia"))

    def resume(work: Work) -> None:
        enrolment = work.enrolments.part("cycle", "nadia")
        assert enrolment is not None
        breaks.resume(work, world.clock.now(), enrolment)

    halting = Halting(
        world.store, "first_time", before=meanwhile(lambda: second.transact(ORGANISATION, resume))
    )

    await Engine(halting, world.clock).turn(presses("marc", "proposal.offer.accept", "proposal"))

    [pairing] = await world.look(lambda work: work.pairings.of("marc", *PairingState))
    assert pairing.state is PairingState.ACTIVE


def _rests(work: Work, person_id: str) -> None:
    enrolment = work.enrolments.part("cycle", person_id)
    assert enrolment is not None
    enrolment.pause(None, None)


async def test_nobody_joins_a_round_that_is_closed_meanwhile(
    world: Proposed, second: SqlStore
) -> None:
    await world.add_people([a_person("Eve")])

    def close(work: Work) -> None:
        cycle = work.get(Cycle, "cycle")
        assert cycle is not None
        cycle.state = CycleState.CLOSED

    halting = Halting(
        world.store, "first_time", before=meanwhile(lambda: second.transact(ORGANISATION, close))
    )

    reply = await Engine(halting, world.clock).turn(
        presses("eve", "welcome.invitation.yes", "cycle")
    )

    assert "no longer takes new people" in str(reply.cards[0])
    assert await world.look(lambda work: work.enrolments.part("cycle", "eve")) is None


async def test_a_checkin_that_lapses_during_its_answer_is_refused_kindly(
    world: Proposed, second: SqlStore
) -> None:
    def lapse(work: Work) -> None:
        checkin = work.get(CheckIn, "c-mentor0")
        assert checkin is not None
        checkin.lapse()

    halting = Halting(
        world.store, "first_time", before=meanwhile(lambda: second.transact(ORGANISATION, lapse))
    )

    await Engine(halting, world.clock).turn(
        presses("mentor0", "checkin.met.yes", "c-mentor0", TODAY)
    )

    checkin = await world.look(lambda work: work.get(CheckIn, "c-mentor0"))
    assert checkin.met is Met.UNSAID
