"""The watchers see what they are there to see: planted faults are found."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from adapters.rehearsal import open_house
from adapters.simulate import population
from adapters.simulate.observer import Observer
from adapters.simulate.options import Options
from adapters.simulate.population import ORGANISATION
from adapters.simulate.run import START
from adapters.simulate.seen import Seen
from adapters.simulate.watch import WatchedStore
from bot.domain.people import Person
from bot.domain.programme import Cycle, Enrolment, EnrolmentState, Programme
from bot.errors import IllegalMove
from bot.ports import Work

WORKING_HOUR = datetime(2026, 9, 15, 15, 0, tzinfo=UTC)
NIGHT = datetime(2026, 9, 15, 4, 0, tzinfo=UTC)


def people() -> list[Person]:
    return population.invent(6, 1, language="en", today=START.date())


@pytest.fixture
def observer() -> Observer:
    return Observer({person.id: person for person in people()}, WatchedStore(None))  # type: ignore[arg-type]


def card(text: str, key: str) -> Seen:
    return Seen(card={"buttons": []}, plain=text, key=key)


def test_a_message_at_night_is_a_fault(observer: Observer) -> None:
    observer.sent("p00000", card("Hello", "a"), NIGHT)

    assert observer.counts["quiet_hours_violations"] == 1


def test_one_key_twice_is_a_fault(observer: Observer) -> None:
    observer.sent("p00000", card("Hello", "a"), WORKING_HOUR)
    observer.sent("p00001", card("Hello again", "a"), WORKING_HOUR)

    assert observer.counts["duplicates"] == 1


@pytest.mark.parametrize(("later", "faults"), [(timedelta(hours=1), 1), (timedelta(days=7), 0)])
def test_the_same_words_about_the_same_thing_are_a_fault_within_a_week(
    observer: Observer, later: timedelta, faults: int
) -> None:
    observer.sent("p00000", card("How was it?", "pairing:1:monday"), WORKING_HOUR)
    observer.sent("p00000", card("How was it?", "pairing:1:tuesday"), WORKING_HOUR + later)

    assert observer.counts["duplicates"] == faults


def test_messages_are_counted_by_local_week(observer: Observer) -> None:
    for number in range(4):  # Tuesday, Thursday, Saturday, and the Monday after
        at = WORKING_HOUR + timedelta(days=2 * number)
        observer.sent("p00000", card(f"Number {number}", f"key {number}"), at)

    assert observer.most_a_week == 3


async def test_a_move_that_does_not_exist_is_found() -> None:
    async with open_house(Options(people=6)) as house:
        store = WatchedStore(house.store)
        await population.settle(store, people(), house.seated(people(), store))
        await store.transact(ORGANISATION, enrol)

        await store.transact(ORGANISATION, move(EnrolmentState.CHOOSING))
        assert store.illegal == []

        await store.transact(ORGANISATION, move(EnrolmentState.PAUSED))
        assert store.illegal == ["Enrolment: choosing -> paused"]


async def test_a_move_that_was_refused_is_found_too() -> None:
    async with open_house(Options(people=6)) as house:
        store = WatchedStore(house.store)
        await population.settle(store, people(), house.seated(people(), store))
        await store.transact(ORGANISATION, enrol)

        with pytest.raises(IllegalMove):
            await store.transact(ORGANISATION, resume)

        assert store.illegal == ["Enrolment enrolment: invited -> joined (resume)"]
        assert (store.illegal_count, store.failures) == (1, [])


async def test_what_is_rolled_back_did_not_happen() -> None:
    async with open_house(Options(people=6)) as house:
        store = WatchedStore(house.store)
        await population.settle(store, people(), house.seated(people(), store))
        await store.transact(ORGANISATION, enrol)

        with pytest.raises(ZeroDivisionError):
            await store.transact(ORGANISATION, pause_and_fail)

        assert store.illegal == []
        assert store.failures == ["ZeroDivisionError: no such thing"]


def enrol(work: Work) -> None:
    programme = Programme(
        organisation_id=ORGANISATION, id="programme", name="One", created_by="p00005"
    )
    cycle = Cycle(
        organisation_id=ORGANISATION,
        id="cycle",
        programme_id="programme",
        number=1,
        answer_by=date(2026, 10, 1),
    )
    enrolment = Enrolment(
        organisation_id=ORGANISATION,
        id="enrolment",
        cycle_id="cycle",
        person_id="p00000",
        state=EnrolmentState.INVITED,
    )
    work.add(programme, cycle, enrolment)


def move(state: EnrolmentState) -> Any:
    def act(work: Work) -> None:
        enrolment = work.get(Enrolment, "enrolment")
        assert enrolment is not None
        enrolment.state = state

    return act


def resume(work: Work) -> None:
    enrolment = work.get(Enrolment, "enrolment")
    assert enrolment is not None
    enrolment.resume()


def pause_and_fail(work: Work) -> None:
    move(EnrolmentState.PAUSED)(work)
    raise ZeroDivisionError("no such thing")
