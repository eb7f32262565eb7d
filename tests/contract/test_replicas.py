"""Two replicas on one PostgreSQL: what happens at the same instant happens once, and whole."""

import asyncio
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

import pytest

from bot import calendar
from bot.conversation.events import Pressed, Said
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.pairing import PairingState
from bot.domain.people import Person
from bot.domain.programme import EnrolmentState
from bot.domain.proposal import ProposalState
from bot.domain.rhythm import MESSAGES_PER_WEEK
from bot.messages.card import note
from bot.ports import Work
from bot.runtime.engine import Engine
from bot.runtime.schedule import Schedule
from bot.services.courier import Courier
from bot.services.pairings import start
from storage.database import SqlStore
from tests.builders import ORGANISATION, a_proposal, an_enrolment
from tests.contract.replicas import Halting, comes_from, meanwhile, meeting_point
from tests.transcripts.proposed import Proposed
from tests.world import MONDAY, TENANT, a_person

pytestmark = pytest.mark.postgres


@pytest.fixture
async def world(first: SqlStore) -> Proposed:
    """Nadia and Marc were just asked."""
    world = Proposed(first)
    people = [a_person("Nadia"), a_person("Marc", level=8), a_person("Claire", is_coordinator=True)]
    await world.add_people(people)
    await world.begin()
    await world.offer()
    return world


def accepts(person: str) -> Pressed:
    action = "proposal.offer.accept"
    return Pressed(**comes_from(person), action=action, subject="proposal", value="")


async def test_two_who_accept_at_the_same_instant_are_paired_once(
    world: Proposed, second: SqlStore
) -> None:
    meet = meeting_point()
    engines = [
        Engine(Halting(store, "first_time", before=meet), world.clock)
        for store in (world.store, second)
    ]

    replies = await asyncio.gather(
        *(e.turn(accepts(p)) for e, p in zip(engines, ("nadia", "marc"), strict=True))
    )

    found = await world.look(lambda work: work.pairings.all("cycle", *PairingState))
    assert len(found) == 1
    assert (await world.proposal()).state is ProposalState.ACCEPTED
    told = [
        d for d in await world.look(lambda work: work.outbox.newest(50)) if "introduction" in d.key
    ]
    assert len(told) == 1
    read = [
        person
        for person, reply in zip(("nadia", "marc"), replies, strict=True)
        if reply.cards[0].title and told[0].person_id != person
    ]
    assert len(read) == 1


async def test_an_event_told_to_both_replicas_is_taken_once(
    world: Proposed, second: SqlStore
) -> None:
    meet = meeting_point()
    engines = [
        Engine(Halting(store, "accounts.at", before=meet), world.clock)
        for store in (world.store, second)
    ]
    line = Said(**comes_from("marc", "one"), text="pause 2 weeks")

    replies = await asyncio.gather(*(engine.turn(line) for engine in engines))

    first_words = [reply.cards[0].body for reply in replies]
    assert len({str(words) for words in first_words}) == 2
    assert (await world.enrolment("marc")).state is EnrolmentState.PAUSED


async def test_a_break_and_a_yes_at_the_same_instant_leave_one_story(
    world: Proposed, second: SqlStore
) -> None:
    """Nadia said yes and wants a break now, while Marc says yes, too."""
    await Engine(world.store, world.clock).turn(accepts("nadia"))
    meet = meeting_point()
    ones, others = (
        Engine(Halting(store, "first_time", before=meet), world.clock)
        for store in (world.store, second)
    )

    await asyncio.gather(
        ones.turn(Said(**comes_from("nadia", "break"), text="pause 2 weeks")),
        others.turn(accepts("marc")),
    )

    found = await world.look(lambda work: work.pairings.all("cycle", *PairingState))
    story = ((await world.proposal()).state, [pairing.state for pairing in found])
    assert (await world.enrolment("nadia")).state is EnrolmentState.PAUSED
    assert story in [
        (ProposalState.ACCEPTED, [PairingState.PAUSED]),
        (ProposalState.OFFERED, []),  # over for her, and for him in the morning
    ]


async def test_somebody_erased_meanwhile_is_not_written_to(
    world: Proposed, second: SqlStore
) -> None:
    await Engine(world.store, world.clock).turn(accepts("nadia"))
    erase = meanwhile(
        lambda: second.transact(ORGANISATION, lambda work: work.people.erase("nadia"))
    )
    halting = Halting(world.store, "first_time", before=erase)

    await Engine(halting, world.clock).turn(accepts("marc"))

    assert await world.look(lambda work: work.pairings.all("cycle", *PairingState)) == []


async def test_two_schedules_ask_each_question_once(world: Proposed, second: SqlStore) -> None:
    pairs = [(f"mentor{n}", f"mentee{n}") for n in range(10)]
    await world.add_people(a_person(name.title()) for pair in pairs for name in pair)
    await world.look(lambda work: _begin(work, pairs))
    world.clock.move_to(MONDAY + timedelta(days=3, hours=2))
    meet = meeting_point()
    schedules = [
        Schedule(Halting(store, "agenda.due", before=meet), world.clock)
        for store in (world.store, second)
    ]

    acted = await asyncio.gather(*(schedule.run() for schedule in schedules))

    checkins = await world.look(lambda work: work.checkins.all("cycle"))
    queued = await world.look(lambda work: work.outbox.newest(100))
    people = sorted(name for pair in pairs for name in pair)
    assert sorted(checkin.person_id for checkin in checkins) == people
    assert sorted(d.person_id for d in queued if d.key.startswith("pairing:")) == people
    assert sum(acted) == len(people) + 1  # the proposal's reminder


def _begin(work: Work, pairs: Sequence[tuple[str, str]]) -> None:
    for mentor, mentee in pairs:
        proposal = a_proposal(mentor, mentee, state=ProposalState.ACCEPTED)
        work.add(proposal, an_enrolment(mentor), an_enrolment(mentee))
        start(work, MONDAY, proposal)


async def test_two_who_lock_in_opposite_order_both_succeed(
    world: Proposed, second: SqlStore
) -> None:
    meet = meeting_point()

    def in_order(*names: str) -> Callable[[Work], None]:
        tries: list[str] = []

        def act(work: Work) -> None:
            tries.append("try")
            for name in names:
                person = work.get(Person, name)
                assert person is not None
                person.level += 1
                if len(tries) == 1 and name == names[0]:
                    meet()

        return act

    await asyncio.gather(
        world.store.transact(ORGANISATION, in_order("nadia", "marc")),
        second.transact(ORGANISATION, in_order("marc", "nadia")),
    )

    people = await world.look(lambda work: work.people.by_id(["nadia", "marc"]))
    assert {name: person.level for name, person in people.items()} == {"nadia": 5, "marc": 10}


async def test_what_was_read_in_a_list_is_not_written_over(
    world: Proposed, second: SqlStore
) -> None:
    def promote(work: Work) -> None:
        for person in work.people.all():
            person.level += 1

    halting = Halting(
        world.store, "people.all", after=meanwhile(lambda: second.transact(ORGANISATION, promote))
    )

    await halting.transact(ORGANISATION, promote)

    people = await world.look(lambda work: work.people.by_id(["nadia", "marc"]))
    assert {name: person.level for name, person in people.items()} == {"nadia": 5, "marc": 10}


async def test_a_lost_race_is_no_failure_of_the_subject(world: Proposed, second: SqlStore) -> None:
    """What is attempted by itself is attempted again, not put off for an hour."""

    def promote(work: Work) -> None:
        for person in work.people.all():
            person.level += 1

    def carefully(work: Work) -> Exception | None:
        return work.attempt(lambda: promote(work))

    halting = Halting(
        world.store, "people.all", after=meanwhile(lambda: second.transact(ORGANISATION, promote))
    )

    assert await halting.transact(ORGANISATION, carefully) is None

    people = await world.look(lambda work: work.people.by_id(["nadia", "marc"]))
    assert {name: person.level for name, person in people.items()} == {"nadia": 5, "marc": 10}


async def test_many_turns_of_one_person_on_both_replicas_lose_nothing(
    world: Proposed, second: SqlStore
) -> None:
    def count(work: Work) -> None:
        account = work.accounts.at("playground", TENANT, "nadia")
        assert account is not None
        account.weeks = {"2026-W50": account.weeks.get("2026-W50", 0) + 1}

    stores = [world.store, second] * 15
    await asyncio.gather(*(store.transact(ORGANISATION, count) for store in stores))

    account = await world.look(lambda work: work.accounts.of("nadia"))
    assert account.weeks == {"2026-W50": len(stores)}


async def test_two_replicas_never_give_the_same_place_in_a_week(
    world: Proposed, second: SqlStore
) -> None:
    """Many messages to one person at one instant: three go out this week, three the next."""
    now = world.clock.now()

    def tell(number: int, work: Work) -> None:
        person = work.get(Person, "nadia")
        assert person is not None
        Courier(work, now).send(person, note("x"), kind=Kind.NOTICE, key=f"word:{number}")

    def begin(work: Work) -> None:
        work.outbox.cancel("nadia", now)

    await world.look(begin)
    stores = [world.store, second] * 4
    tasks = [
        store.transact(ORGANISATION, partial(tell, number)) for number, store in enumerate(stores)
    ]
    await asyncio.gather(*tasks)

    found = await world.look(lambda work: work.outbox.newest(50))
    words = [delivery for delivery in found if delivery.key.startswith("word:")]
    arrived = [d for d in found if d.person_id == "nadia" and d.state is DeliveryState.SENT]
    weeks = Counter(calendar.local_week(d.due_at, "America/Toronto") for d in [*words, *arrived])
    assert len(words) == len(stores)
    assert max(weeks.values()) == MESSAGES_PER_WEEK
