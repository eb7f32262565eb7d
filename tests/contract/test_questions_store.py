"""What is asked of the records as a whole, on both databases: by key, by what is due, at once."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.checkin import CheckIn, Feedback
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, Seat
from bot.domain.people import Person
from bot.domain.programme import Enrolment, Programme
from bot.domain.proposal import PairRule, Proposal
from bot.domain.run import Run
from bot.ports import Work
from tests.builders import (
    NOW,
    ORGANISATION,
    a_checkin,
    a_delivery,
    a_feedback,
    a_meeting,
    a_pairing,
    a_person,
    a_proposal,
    a_rule,
    a_run,
    a_seat,
    an_enrolment,
)
from tests.contract.asking import OTHER, Ask, ids, lay_out

MINUTE = timedelta(minutes=1)


def a_programme(id_: str, **changes: Any) -> Programme:
    values: dict[str, Any] = {"organisation_id": ORGANISATION, "name": "x", "created_by": "ana"}
    return Programme(id=id_, **{**values, **changes})


DUE = {
    Programme: lambda id_, at, **other: a_programme(id_, digest_due_at=at, **other),
    Enrolment: lambda id_, at, **other: an_enrolment(id_, id=id_, due_at=at, **other),
    Proposal: lambda id_, at, **other: a_proposal(id=id_, due_at=at, **other),
    Pairing: lambda id_, at, **other: a_pairing(id_, due_at=at, **other),
    Seat: lambda id_, at, **other: a_seat(id_, id_, next_due_at=at, **other),
    Meeting: lambda id_, at, **other: a_meeting(id_, id_, due_at=at, **other),
    CheckIn: lambda id_, at, **other: a_checkin(id=id_, pairing_id=id_, due_at=at, **other),
    Feedback: lambda id_, at, **other: a_feedback(id_, id_, due_at=at, **other),
    Run: lambda id_, at, **other: a_run(id_, due_at=at, **other),
}
"""How an entity of each kind that comes due is made."""


async def test_ids_are_fresh_and_fit(ask: Ask) -> None:
    def act(work: Work) -> set[str]:
        assert work.organisation_id == ORGANISATION
        return {work.new_id() for _ in range(1000)}

    made = await ask(act)

    assert len(made) == 1000
    assert max(map(len, made)) <= 32


async def test_an_entity_is_got_by_its_key_within_the_organisation(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        lay_out(
            work,
            a_person("ana", level=3),
            a_person("ana", level=9, **OTHER),
            a_person("eve", **OTHER),
            a_seat("pair", "ana", low_ratings=2),
            a_rule("ana", "bob"),
        )
        ana, seat = work.get(Person, "ana"), work.get(Seat, "pair", "ana")
        assert ana is not None
        assert seat is not None
        ana.level = 4
        again = work.get(Person, "ana")
        nobody = [work.get(Person, id_) for id_ in ("eve", "Ana", "")]
        rules = [work.get(PairRule, "cycle", *pair) for pair in (("ana", "bob"), ("bob", "ana"))]
        return [again is ana, seat.low_ratings, *nobody, *(rule is None for rule in rules)]

    assert await ask(act) == [True, 2, None, None, None, False, True]


async def test_what_was_added_is_found_at_once_and_what_was_removed_is_not(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        person, proposal = a_person("ana"), a_proposal(id="p")
        work.add(person, proposal)
        found = [work.get(Person, "ana") is person, ids(work.people.all())]
        work.remove(proposal)
        work.add(a_proposal("bob", "cyd", id="q"))
        gone = [work.get(Proposal, "p"), ids(work.proposals.all("cycle", proposal.state))]
        return [*found, *gone]

    assert await ask(act) == [True, ["ana"], None, ["q"]]


async def test_removed_rules_and_parts_are_found_by_no_question(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, an_enrolment("ana", id="e"), a_rule("ana", "bob"))
        part = work.enrolments.part("cycle", "ana")
        work.remove(part, *work.proposals.rules("cycle"))
        return [
            work.get(Enrolment, "e"),
            work.enrolments.part("cycle", "ana"),
            work.get(PairRule, "cycle", "ana", "bob"),
        ]

    assert await ask(act) == [None, None, None]


async def test_many_are_added_at_once(ask: Ask) -> None:
    def act(work: Work) -> int:
        work.add_many([])
        work.add_many([a_person(f"p{number:04}") for number in range(1200)])
        return len(work.people.by_id(f"p{number:04}" for number in range(-50, 1200)))

    assert await ask(act) == 1200


async def test_many_are_loaded_in_the_order_they_were_named(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(work, *(a_person(id_) for id_ in "bac"), a_person("d", **OTHER))
        return ids(work.load(Person, iter("cdab-c")))

    assert await ask(act) == ["c", "a", "b"]


@pytest.mark.parametrize("kind", DUE)
async def test_due_is_what_has_come_earliest_first(ask: Ask, kind: type[Any]) -> None:
    make = DUE[kind]

    def act(work: Work) -> tuple[list[str], list[str], set[type], set[type]]:
        before = work.agenda.kinds(NOW)
        lay_out(
            work,
            make("b", NOW - MINUTE),
            make("d", NOW),
            make("a", NOW - MINUTE),
            make("C", NOW),
            make("never", None),
            make("later", NOW + MINUTE),
            make("far", NOW - 2 * MINUTE, **OTHER),
        )
        early = work.agenda.kinds(NOW - 2 * MINUTE)
        assert early == before == set()
        names = [
            [getattr(each, "pairing_id" if kind is Seat else "id") for each in found]
            for found in (work.agenda.due(kind, NOW, 9), work.agenda.due(kind, NOW, 3))
        ]
        return names[0], names[1], early, work.agenda.kinds(NOW)

    everything, three, _, kinds = await ask(act)

    assert everything == ["a", "b", "C", "d"]
    assert three == ["a", "b", "C"]
    assert kinds == {kind}


@pytest.mark.parametrize("kind", DUE)
async def test_what_is_put_off_is_due_again_then(ask: Ask, kind: type[Any]) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, DUE[kind]("a", NOW), DUE[kind]("a", NOW, **OTHER))
        [entity] = work.agenda.due(kind, NOW, 9)
        before = work.agenda.instant(kind, entity)
        work.agenda.put_off(kind, entity, NOW + MINUTE)
        instants = [before, work.agenda.instant(kind, entity)]
        return [*instants, *(len(work.agenda.due(kind, at, 9)) for at in (NOW, NOW + MINUTE))]

    assert await ask(act) == [NOW, NOW + MINUTE, 0, 1]


@pytest.mark.parametrize("kind", DUE)
async def test_what_is_kept_no_more_has_no_instant(ask: Ask, kind: type[Any]) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, DUE[kind]("a", NOW))
        [entity] = work.agenda.due(kind, NOW, 9)
        work.remove(entity)
        return [work.agenda.instant(kind, entity)]

    assert await ask(act) == [None]


async def test_an_attempt_is_done_whole_or_not_at_all(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, a_person("ana", level=1))
        person = work.get(Person, "ana")
        assert person is not None

        def promote(error: Exception | None) -> None:
            person.level += 1
            work.add(a_person(f"new{person.level}"))
            work.outbox.enqueue(a_delivery(f"k{person.level}"))
            if error:
                raise error

        failed = work.attempt(lambda: promote(LookupError("changed my mind")))
        after = person.level
        done = work.attempt(lambda: promote(None))
        withdrawn = work.outbox.cancel("ana", NOW)
        return [str(failed), after, done, person.level, ids(work.people.all()), withdrawn]

    assert await ask(act) == ["changed my mind", 1, None, 2, ["ana", "new2"], 1]


async def test_an_attempt_survives_what_the_database_refuses(ask: Ask) -> None:
    def act(work: Work) -> list[object]:
        lay_out(work, a_person("ana"), a_checkin(id="one"))
        error = work.attempt(lambda: work.add(a_checkin(id="two")))
        return ["unique" in str(error).casefold(), ids(work.people.all())]

    assert await ask(act) == [True, ["ana"]]


async def test_an_event_is_taken_once_in_each_organisation(ask: Ask) -> None:
    def act(work: Work) -> list[bool]:
        return [work.first_time(key, NOW) for key in ("a", "A", "a", "b", "A")]

    assert await ask(act) == [True, True, False, True, False]
