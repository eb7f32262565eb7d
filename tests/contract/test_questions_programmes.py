"""Questions about programmes, cycles, enrolments, rules and proposals, on both databases."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.programme import CycleState, EnrolmentState, Programme
from bot.domain.proposal import ProposalState, RuleKind
from bot.ports import Work
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
    def act(work: Work) -> list[str]:
        for id_, organisation in (("b", ORGANISATION), ("A", ORGANISATION), ("c", "other")):
            values: dict[str, Any] = {"organisation_id": organisation, "created_by": "ana"}
            lay_out(work, Programme(id=id_, name="Bridges", **values))
        return ids([*work.programmes.all(), work.programmes.running()])

    assert await ask(act) == ["A", "b", "A"]
    assert await ask(lambda work: work.programmes.running()) is None


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
    def act(work: Work) -> list[str]:
        for number in (2, 3, 1):
            lay_out(work, a_cycle(f"cycle-{number}", number=number, state=states[number - 1]))
        lay_out(work, a_cycle("theirs", number=9, **OTHER))
        return ids([work.programmes.current_cycle(), work.programmes.last_cycle()])

    assert await ask(act) == [current, "cycle-3"]
    assert await ask(
        lambda work: ids([work.programmes.current_cycle(), work.programmes.last_cycle()])
    ) == ["", ""]


async def test_parts_in_cycles_are_found_newest_cycle_first(ask: Ask) -> None:
    def act(work: Work) -> dict[str, list[str]]:
        lay_out(
            work,
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
            "parts": ids(work.enrolments.of("ana")),
            "latest": ids(work.enrolments.latest(person) for person in ("ana", "bob", "eve")),
            "one": ids(work.enrolments.part(*each) for each in asked),
            "all": ids(work.enrolments.all("cycle-2")),
        }

    assert await ask(act) == {
        "parts": ["a", "z"],
        "latest": ["a", "b", ""],
        "one": ["z", "a", ""],
        "all": ["C", "a"],
    }


async def test_rules_are_those_of_the_cycle(ask: Ask) -> None:
    def act(work: Work) -> list[tuple[str, str, RuleKind]]:
        lay_out(
            work,
            a_rule("bob", "ana"),
            a_rule("ana", "eve", kind=RuleKind.FORBID),
            a_rule("ana", "cyd"),
            a_rule("ana", "dan", cycle_id="older"),
            a_rule("ana", "dan", **OTHER),
        )
        rules = work.proposals.rules("cycle")
        return [(rule.mentor_id, rule.mentee_id, rule.kind) for rule in rules]

    assert await ask(act) == [
        ("ana", "cyd", RuleKind.LOCK),
        ("ana", "eve", RuleKind.FORBID),
        ("bob", "ana", RuleKind.LOCK),
    ]


async def test_what_was_removed_is_found_no_more(ask: Ask) -> None:
    def act(work: Work) -> list[int]:
        lay_out(work, a_rule("ana", "bob"), a_rule("ana", "cyd"), a_proposal(id="p"))
        work.remove(*work.proposals.rules("cycle")[:1], *work.proposals.of("ana", *ProposalState))
        return [
            len(work.proposals.rules("cycle")),
            len(work.proposals.all("cycle", *ProposalState)),
        ]

    assert await ask(act) == [1, 0]


def proposals(work: Work) -> None:
    """Proposals in every state; in the other organisation, and in another cycle, better ones."""
    draft, offered = {"state": ProposalState.DRAFT}, {"state": ProposalState.OFFERED}
    lay_out(
        work,
        a_proposal(id="c", score=500, **draft),
        a_proposal("cyd", "ana", id="b", score=700, **offered, offered_at=NOW - DAY),
        a_proposal("ana", "dan", id="a", score=500, **offered, offered_at=NOW),
        a_proposal("bob", "dan", id="B", score=500, **draft),
        a_proposal("ana", "eve", id="d", score=900, state=ProposalState.LAPSED, offered_at=NOW),
        a_proposal(id="e", score=800, cycle_id="older", **offered, offered_at=NOW - 2 * DAY),
        a_proposal(id="f", score=900, **draft, **OTHER),
    )


async def test_proposals_of_a_cycle_come_best_first(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        proposals(work)
        return [
            ids(work.proposals.all("cycle", ProposalState.DRAFT, ProposalState.OFFERED)),
            ids(work.proposals.all("cycle", ProposalState.WITHDRAWN)),
            ids(work.proposals.all("cycle")),
        ]

    assert await ask(act) == [["b", "B", "a", "c"], [], []]


async def test_proposals_of_a_person_come_newest_first(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        proposals(work)
        return [
            ids(work.proposals.of("ana", ProposalState.DRAFT, ProposalState.OFFERED)),
            ids(work.proposals.of("dan", ProposalState.OFFERED)),
            ids(work.proposals.of("ana")),
        ]

    assert await ask(act) == [["c", "a", "b", "e"], ["a"], []]


async def test_runs_are_found_newest_first_and_only_the_cycles_own(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(
            work,
            a_run("first"),
            a_run("last", asked_at=NOW + DAY),
            a_run("elsewhere", cycle_id="other"),
            a_run("theirs", **OTHER),
        )
        return ids(work.proposals.runs("cycle"))

    assert await ask(act) == ["last", "first"]


async def test_topics_are_the_organisations_own(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(work, a_topic("own-b"), a_topic("own-a"), a_topic("own-c", **OTHER))
        return ids(work.programmes.topics())

    assert await ask(act) == ["own-a", "own-b"]
