"""The price of an override is what really happens when it is done."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching import ContradictoryRules, price, propose
from tests.bot.matching import naive
from tests.bot.matching.people import locked_requests, mentee, mentor, request


def pairs_of(result):
    return {(pair.mentor_id, pair.mentee_id) for pair in result.pairs}


@given(locked_requests(), st.data())
def test_forbidding_costs_what_the_best_without_the_pair_loses(asked, data):
    result = propose(asked)
    free = sorted(pairs_of(result) - asked.locked)
    if not free:
        return
    pair = data.draw(st.sampled_from(free))

    cost = price(asked, result, forbid=pair)

    changed = replace(asked, forbidden=asked.forbidden | {pair})
    kept = naive.best(changed, ties=frozenset(pairs_of(result)))[6]
    assert cost.total_before == result.total_score
    assert cost.total_after == propose(changed).total_score or changed.kept
    assert pair in cost.lost
    assert len(pairs_of(result)) - len(cost.lost) == kept
    assert set(cost.moved) == {person for two in (*cost.lost, *cost.gained) for person in two}
    assert {*cost.unserved, *cost.served} <= set(cost.moved)


@given(locked_requests(), st.data())
def test_locking_costs_what_the_best_with_the_pair_loses(asked, data):
    result = propose(asked)
    possible = [
        (a.person_id, b.person_id)
        for a in asked.mentors
        for b in asked.mentees
        if b.capacity and not naive.broken(asked, a, b)
    ]
    if not possible:
        return
    pair = data.draw(st.sampled_from(possible))
    changed = replace(asked, locked=asked.locked | {pair})
    expected = naive.best(changed, ties=frozenset(pairs_of(result)))

    if expected is None:
        with pytest.raises(ContradictoryRules):
            price(asked, result, lock=pair)
    else:
        cost = price(asked, result, lock=pair)
        assert (cost.mentees_after, cost.pairs_after) == (expected[0], expected[3])
        assert cost.least_after == expected[4]
        assert len(pairs_of(result)) - len(cost.lost) == expected[6]


def test_who_pays_is_named():
    asked = request(
        [mentor("m1"), mentor("m2", topics={"data": 3})],
        [mentee("x1", topics={"ai": 1, "data": 1}), mentee("x2", topics={"ai": 1})],
    )
    result = propose(asked)

    cost = price(asked, result, lock=("m1", "x1"))

    assert pairs_of(result) == {("m2", "x1"), ("m1", "x2")}
    assert cost.moved == ("m1", "m2", "x1", "x2")
    assert cost.unserved == ("m2", "x2")
    assert cost.served == ()
    assert cost.total_after < cost.total_before


def test_among_equals_nobody_moves_without_need():
    people = [mentor(f"m{n}") for n in range(6)], [mentee(f"x{n}") for n in range(6)]
    asked = request(*people)
    result = propose(asked)

    cost = price(asked, result, lock=("m0", "x5"))

    assert cost.total_after == cost.total_before
    assert ("m0", "x5") in cost.gained
    assert len(cost.lost) == len(cost.gained) == 2


def test_no_override_costs_nothing_and_moves_nobody():
    asked = request([mentor("m1"), mentor("m2")], [mentee("x1"), mentee("x2")])
    result = propose(asked)

    cost = price(asked, result)

    assert (cost.total_after, cost.moved) == (result.total_score, ())


def test_an_override_against_a_rule_is_refused():
    asked = request([mentor("m")], [mentee("x", languages=frozenset({"en"}))])

    with pytest.raises(ContradictoryRules):
        price(asked, propose(asked), lock=("m", "x"))
