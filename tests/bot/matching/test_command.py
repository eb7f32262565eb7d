"""The command ``match``: what it prints and writes, its exit codes, and the other process."""

import asyncio
import json
from functools import partial

import pytest

from adapters.matching.apart import SolverDied, apart
from adapters.matching.finding import Place, find
from adapters.matching.options import Options
from adapters.matching.solvers import SolverApart, SolverHere
from adapters.matching.synthetic import population
from bot.matching import ContradictoryRules, propose
from tests.bot.matching.people import mentee, mentor, request
from tests.builders import NOW


def no_store():
    raise AssertionError("nobody asked for the store")


NOWHERE = Place(open_store=no_store, organisation_id="org", today=NOW.date())


def run(**options):
    return find(Options(language="en", **options), NOWHERE)


def test_a_plain_instance_is_answered_in_json(tmp_path, capsys):
    path, out = tmp_path / "in.json", tmp_path / "out.json"
    path.write_text(
        json.dumps(
            {
                "mentors": [{"id": "a", "capacity": 2}, {"id": "b", "capacity": 1}],
                "mentees": [{"id": n, "capacity": 1} for n in "xyz"],
                "edges": [["a", "x", 5], ["a", "y", 7], ["b", "y", 9]],
                "locked": [["a", "x"]],
            }
        )
    )

    assert run(instance=str(path), json_file=str(out)) == 0

    answer = json.loads(out.read_text())
    assert answer.pop("seconds") >= 0
    assert answer == {
        "pairs": [["b", "y", 9], ["a", "x", 5]],
        "matched_mentees": 2,
        "total_score": 14,
        "upper_bound": 14,
        "certified": True,
        "unmatched": [{"id": "z", "role": "mentee", "reason": "no_edge"}],
    }
    assert "proven best" in capsys.readouterr().out


def test_invented_people_are_matched_the_same_way_each_time(capsys):
    answers = []
    for _ in range(2):
        assert run(synthetic=40, seed=5, json_file="-") == 0
        answers.append(json.loads(capsys.readouterr().out))

    first, second = answers
    assert first["certified"]
    assert first["pairs"] == second["pairs"]
    assert {"edges_considered", "peak_mib", "rounds"} < first.keys()


def test_a_time_limit_leaves_an_answer_that_claims_nothing(capsys):
    assert run(synthetic=300, seconds=1e-9, json_file="-") == 0

    answer = json.loads(capsys.readouterr().out)
    assert (answer["certified"], answer["upper_bound"]) == (False, None)
    assert answer["pairs"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "only one of them"),
        ({"instance": "a.json", "synthetic": 3}, "only one of them"),
        ({"synthetic": 10**9}, "1,000,000,000"),
        ({"synthetic": -1}, "-1"),
        ({"synthetic": 3, "fairness": "fair"}, "fair"),
        ({"synthetic": 3, "json_file": "/nowhere/out.json"}, "/nowhere/out.json"),
        ({"programme": "Duo"}, "--dry-run"),
        ({"instance": "/nowhere/in.json"}, "/nowhere/in.json"),
    ],
)
def test_what_cannot_be_used_is_said_with_exit_code_two(options, words, capsys):
    assert run(**options) == 2

    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""


@pytest.mark.parametrize("solver", [SolverHere(), SolverApart()])
async def test_wherever_it_is_solved_the_answer_is_the_same(solver):
    asked, steps = population(40, 1), []

    found = await solver.propose(asked, lambda *step: steps.append(step))

    assert found == propose(asked)
    assert steps[-1][0] == steps[-1][1]


@pytest.mark.parametrize("solver", [SolverHere(), SolverApart()])
async def test_wherever_it_is_solved_a_contradiction_is_raised(solver):
    asked = request([mentor("m")], [mentee("x")], locked=frozenset({("m", "gone")}))

    with pytest.raises(ContradictoryRules) as caught:
        await solver.propose(asked, lambda *_: None)

    assert (caught.value.mentee_id, caught.value.code) == ("gone", "absent")


async def test_others_are_served_meanwhile_and_the_work_can_be_cancelled():
    began = asyncio.Event()
    large = population(3000, 1)
    solving = asyncio.create_task(SolverApart().propose(large, lambda *_: began.set()))

    await began.wait()
    solving.cancel()

    with pytest.raises(asyncio.CancelledError):
        await solving


async def test_a_process_that_dies_is_noticed():
    with pytest.raises(SolverDied):
        await apart(partial(die), lambda *_: None)


def die(told):
    raise SystemExit(told is None)
