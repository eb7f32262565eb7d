"""The command ``match``: what it prints and writes, its exit codes, and the other process."""

import asyncio
import json
from dataclasses import replace
from functools import cache, partial

import pytest

from adapters.matching.apart import SolverDied, apart
from adapters.matching.finding import Place, find
from adapters.matching.options import Options
from adapters.matching.solvers import SolverApart, SolverHere
from adapters.matching.synthetic import population
from bot.matching import ContradictoryRules, Question, Rules, answer_to, propose
from bot.matching.solver.beside import beside
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
        "gap": 0,
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


@cache
def best_of(size):
    return propose(population(size, 7, fairness="total"))


@pytest.mark.parametrize("size", [300, 1050])
@pytest.mark.parametrize("fairness", ["total", "worst"])
def test_a_time_limit_leaves_an_answer_with_a_bound(capsys, size, fairness):
    assert run(synthetic=size, fairness=fairness, seconds=1e-9, json_file="-") == 0

    answer = json.loads(capsys.readouterr().out)
    best = best_of(size)
    assert not answer["certified"]
    assert answer["gap"] == answer["upper_bound"] - answer["total_score"] > 0
    assert answer["matched_mentees"] < best.mentees_served or (
        answer["upper_bound"] >= best.total_score or fairness == "worst"
    )


def test_a_plain_instance_can_be_stopped_too(tmp_path, capsys):
    path = tmp_path / "in.json"
    people = [[{"id": f"{side}{n}"} for n in range(200)] for side in "ab"]
    edges = [[f"a{n}", f"b{m}", (7 * n + 5 * m) % 100] for n in range(200) for m in range(200)]
    path.write_text(json.dumps({"mentors": people[0], "mentees": people[1], "edges": edges}))

    assert run(instance=str(path), seconds=1e-9, json_file="-") == 0

    answer = json.loads(capsys.readouterr().out)
    assert not answer["certified"]
    assert answer["upper_bound"] >= 19_800


def test_a_minimum_that_nobody_can_fill_is_said(tmp_path, capsys):
    path = tmp_path / "in.json"
    people = {"mentors": [{"id": "a", "capacity": 2, "minimum": 2}], "mentees": [{"id": "x"}]}
    path.write_text(json.dumps({**people, "edges": [["a", "x", 1]]}))

    assert run(instance=str(path)) == 2

    assert "one mentee is missing" in capsys.readouterr().err


def test_an_answer_that_cannot_be_written_is_said(capsys):
    assert run(synthetic=3, json_file="/dev/full") == 2

    assert "/dev/full" in capsys.readouterr().err


async def test_workers_beside_one_another_find_what_one_finds():
    """In a process of its own, for copies are made of it."""
    alone, beside_others = await apart(partial(one_and_three, population(1050, 3)), lambda *_: None)

    assert alone.certified
    assert beside_others == alone


def one_and_three(asked, told):
    return [propose(asked, progress=told, workers=workers) for workers in (1, 3)]


async def test_a_copy_that_fails_is_noticed():
    with pytest.raises(SolverDied):
        await apart(failing, lambda *_: None)


def failing(told):
    return list(beside(lambda number: 1 // (number - 5), 9, 2)) or told


async def test_copies_find_each_block_once():
    found = await apart(counting, lambda *_: None)

    assert sorted(found) == list(range(100))


def counting(told):
    return list(beside(lambda number: number, 100, 3)) or told


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "only one of them"),
        ({"instance": "a.json", "synthetic": 3}, "only one of them"),
        ({"synthetic": 10**9}, "1,000,000,000"),
        ({"synthetic": -1}, "-1"),
        ({"synthetic": 3, "fairness": "fair"}, "fair"),
        ({"synthetic": 3, "json_file": "/nowhere/out.json"}, "/nowhere/out.json"),
        ({"synthetic": 3, "seed": -1}, "-1"),
        ({"synthetic": 3, "seconds": float("nan")}, "nan"),
        ({"synthetic": 3, "seconds": float("inf")}, "inf"),
        ({"synthetic": 3, "seconds": -1.0}, "-1.0"),
        ({"synthetic": 3, "json_file": "/proc/version"}, "/proc/version"),
        ({"instance": "\udcff.json"}, "\\udcff.json"),
        ({"instance": "/dev"}, "/dev"),
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
    question = Question(asked, trial=replace(asked, rules=Rules(minimum_hours=8)))

    found = await solver.answer(question, lambda *step: steps.append(step))

    assert found == answer_to(question)
    assert found.now == propose(asked)
    assert steps[-1][0] == steps[-1][1]


@pytest.mark.parametrize("solver", [SolverHere(), SolverApart()])
async def test_wherever_it_is_solved_a_contradiction_is_raised(solver):
    asked = request([mentor("m")], [mentee("x")], locked=frozenset({("m", "gone")}))

    with pytest.raises(ContradictoryRules) as caught:
        await solver.answer(Question(asked), lambda *_: None)

    assert (caught.value.mentee_id, caught.value.code) == ("gone", "absent")


async def test_others_are_served_meanwhile_and_the_work_can_be_cancelled():
    began = asyncio.Event()
    large = Question(population(3000, 1))
    solving = asyncio.create_task(SolverApart().answer(large, lambda *_: began.set()))

    await began.wait()
    solving.cancel()

    with pytest.raises(asyncio.CancelledError):
        await solving


async def test_a_process_that_dies_is_noticed():
    with pytest.raises(SolverDied):
        await apart(partial(die), lambda *_: None)


def die(told):
    raise SystemExit(told is None)
