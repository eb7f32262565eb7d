"""After declines few others move; settings and overrides say beforehand what they would change."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given

from adapters.matching.synthetic import population
from bot.matching import (
    Change,
    Pair,
    Refusal,
    Rules,
    Weights,
    pair_score,
    propose,
    repair,
    what_if,
    why_not,
)
from tests.unit.matching import naive
from tests.unit.matching.people import locked_requests, mentee, mentor, request


def pairs_of(result):
    return frozenset((pair.mentor_id, pair.mentee_id) for pair in result.pairs)


def declined(result, count, seed=1):
    random = Random(seed)  # noqa: S311 - a test, not a secret
    return frozenset(random.sample(sorted(pairs_of(result)), count))


def test_a_repair_after_one_decline_serves_as_many_and_moves_few():
    asked = population(300, 1)
    result = propose(asked)
    refused = declined(result, 1)
    changed = replace(asked, forbidden=refused)

    repaired, whole = repair(changed, result), propose(changed)

    gone = pairs_of(result) - pairs_of(repaired) - refused
    assert len(gone) <= 3
    assert repaired.mentees_served == whole.mentees_served
    assert repaired.total_score >= 0.99 * whole.total_score
    assert repaired.upper_bound is None
    assert {change.reason for change in repaired.changes} <= {"forbidden", "moved"}
    assert {(c.mentor_id, c.mentee_id) for c in repaired.changes} == gone | refused


def test_accepted_pairs_never_move():
    asked = population(200, 2)
    result = propose(asked)
    refused = declined(result, 4)
    accepted = frozenset(sorted(pairs_of(result) - refused)[::2])
    changed = replace(asked, forbidden=refused, locked=accepted)

    for again in (repair(changed, result), propose(replace(changed, kept=pairs_of(result)))):
        assert accepted <= pairs_of(again)
        assert not refused & pairs_of(again)


@given(locked_requests(largest=6))
def test_a_repair_breaks_no_rule_and_keeps_the_locked(asked):
    result = propose(asked)
    loose = sorted(pairs_of(result) - asked.locked)
    changed = replace(asked, forbidden=asked.forbidden | set(loose[:1]))

    repaired = repair(changed, result)

    mentors = {p.person_id: p for p in changed.mentors}
    mentees = {p.person_id: p for p in changed.mentees}
    for a, b in pairs_of(repaired):
        assert naive.broken(changed, mentors[a], mentees[b]) == set()
    assert changed.locked <= pairs_of(repaired)
    for person, room in ((p.person_id, p.capacity) for p in (*changed.mentors, *changed.mentees)):
        assert sum(person in pair for pair in pairs_of(repaired)) <= room
    assert repaired.mentees_served <= propose(changed).mentees_served


def test_where_nothing_changed_nothing_moves():
    asked = population(100, 3)
    result = propose(asked)

    again = repair(asked, result)

    assert again.pairs == result.pairs
    assert again.changes == ()


def test_with_two_percent_declined_about_two_percent_of_the_others_move():
    moved = others = 0
    for seed in range(3):
        asked = population(300, seed)
        result = propose(asked)
        refused = declined(result, len(result.pairs) // 50, seed)
        again = propose(replace(asked, forbidden=refused, kept=pairs_of(result)))
        moved += len(pairs_of(result) - pairs_of(again) - refused)
        others += len(result.pairs) - len(refused)

    assert moved <= 0.03 * others


def test_each_change_has_its_reason():
    asked = request(
        [mentor("m1"), mentor("m2"), mentor("m3")],
        [mentee("x1"), mentee("x2", languages=frozenset({"en"}))],
        forbidden=frozenset({("m1", "x1")}),
        kept=frozenset({("m1", "x1"), ("m2", "x2"), ("m3", "gone"), ("m2", "x1"), ("m3", "x1")}),
    )

    changes = propose(asked).changes

    assert Change("m1", "x1", "forbidden") in changes
    assert Change("m2", "x2", "no_common_language") in changes
    assert Change("m3", "gone", "absent") in changes
    assert [change.reason for change in changes].count("moved") == 1


def test_another_weight_or_rule_says_who_would_move():
    asked = population(60, 4)
    result = propose(asked)

    for rules in (
        replace(asked.rules, weights=replace(Weights(), topics=0)),
        replace(asked.rules, minimum_level_gap=5),
        replace(asked.rules, fairness="total"),
    ):
        change, new = what_if(asked, result, rules), propose(replace(asked, rules=rules))

        assert change.mentees_before == result.mentees_served
        assert change.mentees_after == new.mentees_served
        assert change.pairs_after == len(new.pairs)
        assert change.total_after == new.total_score
        assert len(change.gained) - len(change.lost) == len(new.pairs) - len(result.pairs)


def test_why_not_is_a_rule_or_what_it_would_cost():
    asked = population(60, 5)
    result = propose(asked)
    mentors, mentees = [p.person_id for p in asked.mentors], [p.person_id for p in asked.mentees]
    answers = [why_not(asked, result, a, b) for a in mentors[:4] for b in mentees[:4]]

    assert any(isinstance(answer, Refusal) for answer in answers)
    for answer in answers:
        if not isinstance(answer, Refusal):
            assert answer.mentees_after <= answer.mentees_before


@pytest.mark.parametrize("code", ["interests", "department", "format", "gap", "languages"])
def test_a_stated_reason_is_true_for_every_pair_it_is_stated_of(code):
    """Take the factor away from the two people, and the score falls by the stated points."""
    facts: dict[str, dict[str, Any]] = {
        "interests": {"interests": frozenset()},
        "format": {"on_site": False, "video": False},
    }
    without = facts.get(code)
    asked = population(60, 6)
    tried = 0
    for pair in propose(asked).pairs:
        stated = next((r.points for r in pair.reasons if r.code == code), 0)
        if without is None:
            rules = replace(asked.rules, weights=replace(Weights(), **{code: 0}))
            poorer = pair_score(replace(asked, rules=rules), pair.mentor_id, pair.mentee_id)
        else:
            people = [replace(p, **without) for p in asked.mentors]
            poorer = pair_score(replace(asked, mentors=people), pair.mentor_id, pair.mentee_id)
        assert isinstance(poorer, Pair)
        assert poorer.score == pair.score - stated
        tried += stated > 0
    assert tried > 10


def test_settings_of_the_new_kind_out_of_range_are_refused():
    for wrong in ({"minimum_score": -1}, {"stay_bonus": 1001}, {"fairness": "fair"}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            Rules(**wrong)
