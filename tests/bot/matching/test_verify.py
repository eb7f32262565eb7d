"""The check from outside: right answers pass, and each kind of wrong one is named."""

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.matching.answer import Answer
from adapters.matching.checking import question_of
from adapters.matching.verify import faults
from bot.matching.asking.instance import Instance, solve_instance
from tests.bot.matching import plain
from tests.bot.matching.test_command import run

ASKED = Instance(
    mentors={"a": 2, "b": 1},
    mentees={"x": 1, "y": 1},
    edges=[("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")],
    scores=[5, 7, 9, 3],
    least={"b": 1},
)


def answered(instance):
    return json.loads(Answer.of_outcome(solve_instance(instance), 0).as_json())


@given(plain.instances(largest=6))
def test_every_answer_passes_that_gives_the_minima(instance):
    outcome = solve_instance(instance)
    wrong = faults(answered(instance), question_of(instance))

    assert wrong == (["minimum"] if outcome.missing else [])


@given(plain.instances(largest=5), st.data())
def test_what_is_not_the_best_is_found_without_knowing_the_best(instance, data):
    """The answer to fewer edges, told as if it were the answer to all."""
    instance = replace(instance, least={})
    loose = [pair for pair in instance.edges if pair not in instance.locked]
    if not loose:
        return
    gone = data.draw(st.sampled_from(loose))
    rest = [(e, s) for e, s in zip(instance.edges, instance.scores, strict=True) if e != gone]
    fewer = replace(instance, edges=[e for e, _ in rest], scores=[s for _, s in rest])
    values = [
        plain.looked_at(plain.value(solve_instance(each)), instance.goal)
        for each in (instance, fewer)
    ]

    wrong = faults(answered(fewer), question_of(instance))

    assert wrong == ([] if values[0] == values[1] else ["not_the_best"])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"pairs": [["a", "y", 7], ["a", "y", 7]]}, "pair_twice"),
        ({"pairs": [["a", "y", 8], ["b", "x", 9]]}, "no_edge"),
        ({"pairs": [["b", "y", 3], ["b", "x", 9]]}, "capacity"),
        ({"pairs": [["a", "y", 7], ["a", "x", 5]]}, "minimum"),
        ({"pairs": [["a", "x", 5], ["b", "y", 3]], "total_score": 8, "upper_bound": 8}, "not_the"),
        ({"total_score": 17}, "total"),
        ({"upper_bound": 15}, "bound"),
        ({"upper_bound": 17}, "bound"),
        ({"matched_mentees": 1}, "mentees"),
        ({"unmatched": [{"id": "x", "role": "mentee", "reason": "taken"}]}, "unmatched"),
    ],
)
def test_each_kind_of_wrong_answer_is_named(changes, code):
    right = answered(ASKED)

    assert faults(right, question_of(ASKED)) == []
    wrong = faults(right | changes, question_of(ASKED))
    assert [each for each in wrong if each.startswith(code)]


def test_locked_and_forbidden_are_looked_at():
    answer, question = answered(ASKED), question_of(ASKED)

    assert faults(answer, replace(question, locked=frozenset({("a", "x")}))) == ["locked"]
    assert "forbidden" in faults(answer, replace(question, forbidden=frozenset({("b", "x")})))


def test_the_command_verifies_a_plain_answer(tmp_path, capsys):
    question, answer = tmp_path / "in.json", tmp_path / "out.json"
    people = {
        side: [{"id": name, "capacity": room} for name, room in asdict(ASKED)[side].items()]
        for side in ("mentors", "mentees")
    }
    edges = [[*pair, score] for pair, score in zip(ASKED.edges, ASKED.scores, strict=True)]
    question.write_text(json.dumps({**people, "edges": edges}))
    assert run(instance=str(question), json_file=str(answer)) == 0

    assert run(instance=str(question), verify=str(answer)) == 0
    assert "Verified" in capsys.readouterr().out
    answer.write_text(answer.read_text().replace('"total_score": 16', '"total_score": 61'))
    assert run(instance=str(question), verify=str(answer)) == 1
    assert "total" in capsys.readouterr().out
    answer.write_text("[]")
    assert run(instance=str(question), verify=str(answer)) == 2


@pytest.mark.parametrize("fairness", ["total", "worst"])
def test_the_command_verifies_an_answer_about_invented_people(tmp_path, capsys, fairness):
    answer = tmp_path / "out.json"
    asked = {"synthetic": 150, "seed": 4, "fairness": fairness}
    assert run(**asked, json_file=str(answer)) == 0

    assert run(**asked, verify=str(answer)) == 0

    assert "Verified" in capsys.readouterr().out


@pytest.mark.parametrize(
    "options",
    [
        {"synthetic": 5_000},
        {"synthetic": 5, "fairness": "concave"},
        {"programme": "Duo", "dry_run": True},
    ],
)
def test_what_cannot_be_verified_is_said(tmp_path, options):
    answer = tmp_path / "out.json"
    answer.write_text("{}")

    assert run(**options, verify=str(answer)) == 2
