"""Questions about programmes, cycles, enrolments, rules and proposals, on both databases."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.programme import CycleState, EnrolmentState, Programme
from bot.domain.proposal import ProposalState, RuleKind
from bot.ports import Records
from tests.builders import (
    NOW,
    ORGANISATION,
    a_cycle,
    a_proposal,
    a_rule,
    a_run,
    a_topic,
    an_enrolment,
)
from tests.contract.asking import OTHER, Ask, ids, lay_out

DAY = timedelta(days=1)


async def test_programmes_are_the_organisations_own(ask: Ask) -> None:
    def work(records: Records) -> list[str]:
        for id_, organisation in (("b", ORGANISATION), ("A", ORGANISATION), ("c", "other")):
            values: dict[str, Any] = {"organisation_id": organisation, "created_by": "ana"}
            lay_out(records, Programme(id=id_, name="Bridges", **values))
        return ids(records.programmes())

    assert await ask(work) == ["A", "b"]


@pytest.mark.parametrize(
    ("states", "current"),
    [
        ([CycleState.CLOSED, CycleState.OPEN, CycleState.CANCELLED], "cycle-2"),
        ([CycleState.RUNNING, CycleState.CLOSED, CycleState.CANCELLED], "cycle-1"),
        ([CycleState.CLOSED, CycleState.CLOSED, CycleState.CANCELLED], ""),
    ],
)
async def test_one_cycle_welcomes_and_one_is_the_last(
    ask: Ask, states: list[CycleState], current: str
) -> None:
    def work(records: Records) -> list[str]:
        for number in (2, 3, 1):
            lay_out(records, a_cycle(f"cycle-{number}", number=number, state=states[number - 1]))
        lay_out(records, a_cycle("theirs", number=9, **OTHER))
        return ids([records.current_cycle(), records.last_cycle()])

    assert await ask(work) == [current, "cycle-3"]
    assert await ask(lambda r: ids([r.current_cycle(), r.last_cycle()])) == ["", ""]


async def test_parts_in_cycles_are_found_newest_cycle_first(ask: Ask) -> None:
    def work(records: Records) -> dict[str, list[str]]:
        lay_out(
            records,
            *(a_cycle(f"cycle-{number}", number=number) for number in (3, 1, 2)),
            *(a_cycle(f"cycle-{number}", number=4 - number, **OTHER) for number in (1, 2)),
            an_enrolment("ana", id="z", cycle_id="cycle-1", state=EnrolmentState.LEFT),
            an_enrolment("ana", id="a", cycle_id="cycle-2", state=EnrolmentState.DECLINED),
            an_enrolment("bob", id="b", cycle_id="cycle-3"),
            an_enrolment("bob", id="C", cycle_id="cycle-2"),
            an_enrolment("ana", id="y", cycle_id="cycle-1", **OTHER),
            an_enrolment("ana", id="d", cycle_id="cycle-3", **OTHER),
        )
        asked = [("cycle-1", "ana"), ("cycle-2", "ana"), ("cycle-3", "ana")]
        return {
            "parts": ids(records.enrolments_of("ana")),
            "latest": ids(records.latest_enrolment(person) for person in ("ana", "bob", "eve")),
            "one": ids(records.enrolment(*each) for each in asked),
            "all": ids(records.enrolments("cycle-2")),
        }

    assert await ask(work) == {
        "parts": ["a", "z"],
        "latest": ["a", "b", ""],
        "one": ["z", "a", ""],
        "all": ["C", "a"],
    }


async def test_rules_are_those_of_the_cycle(ask: Ask) -> None:
    def work(records: Records) -> list[tuple[str, str, RuleKind]]:
        lay_out(
            records,
            a_rule("bob", "ana"),
            a_rule("ana", "eve", kind=RuleKind.FORBID),
            a_rule("ana", "cyd"),
            a_rule("ana", "dan", cycle_id="older"),
            a_rule("ana", "dan", **OTHER),
        )
        rules = records.rules_of("cycle")
        return [(rule.mentor_id, rule.mentee_id, rule.kind) for rule in rules]

    assert await ask(work) == [
        ("ana", "cyd", RuleKind.LOCK),
        ("ana", "eve", RuleKind.FORBID),
        ("bob", "ana", RuleKind.LOCK),
    ]


async def test_what_was_removed_is_found_no_more(ask: Ask) -> None:
    def work(records: Records) -> list[int]:
        lay_out(records, a_rule("ana", "bob"), a_rule("ana", "cyd"), a_proposal(id="p"))
        records.remove(*records.rules_of("cycle")[:1], *records.proposals_of("ana", *ProposalState))
        return [len(records.rules_of("cycle")), len(records.proposals("cycle", *ProposalState))]

    assert await ask(work) == [1, 0]


def proposals(records: Records) -> None:
    """Proposals in every state; in the other organisation, and in another cycle, better ones."""
    draft, offered = {"state": ProposalState.DRAFT}, {"state": ProposalState.OFFERED}
    lay_out(
        records,
        a_proposal(id="c", score=500, **draft),
        a_proposal("cyd", "ana", id="b", score=700, **offered, offered_at=NOW - DAY),
        a_proposal("ana", "dan", id="a", score=500, **offered, offered_at=NOW),
        a_proposal("bob", "dan", id="B", score=500, **draft),
        a_proposal("ana", "eve", id="d", score=900, state=ProposalState.LAPSED, offered_at=NOW),
        a_proposal(id="e", score=800, cycle_id="older", **offered, offered_at=NOW - 2 * DAY),
        a_proposal(id="f", score=900, **draft, **OTHER),
    )


async def test_proposals_of_a_cycle_come_best_first(ask: Ask) -> None:
    def work(records: Records) -> list[list[str]]:
        proposals(records)
        return [
            ids(records.proposals("cycle", ProposalState.DRAFT, ProposalState.OFFERED)),
            ids(records.proposals("cycle", ProposalState.WITHDRAWN)),
            ids(records.proposals("cycle")),
        ]

    assert await ask(work) == [["b", "B", "a", "c"], [], []]


async def test_proposals_of_a_person_come_newest_first(ask: Ask) -> None:
    def work(records: Records) -> list[list[str]]:
        proposals(records)
        return [
            ids(records.proposals_of("ana", ProposalState.DRAFT, ProposalState.OFFERED)),
            ids(records.proposals_of("dan", ProposalState.OFFERED)),
            ids(records.proposals_of("ana")),
        ]

    assert await ask(work) == [["c", "a", "b", "e"], ["a"], []]


async def test_runs_are_found_newest_first_and_only_the_cycles_own(ask: Ask) -> None:
    def work(records: Records) -> list[str]:
        lay_out(
            records,
            a_run("first"),
            a_run("last", asked_at=NOW + DAY),
            a_run("elsewhere", cycle_id="other"),
            a_run("theirs", **OTHER),
        )
        return ids(records.runs("cycle"))

    assert await ask(work) == ["last", "first"]


async def test_topics_are_the_organisations_own(ask: Ask) -> None:
    def work(records: Records) -> list[str]:
        lay_out(records, a_topic("own-b"), a_topic("own-a"), a_topic("own-c", **OTHER))
        return ids(records.own_topics())

    assert await ask(work) == ["own-a", "own-b"]
