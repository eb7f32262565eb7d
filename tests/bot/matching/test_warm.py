"""Beginning where an earlier run ended spares time and changes no value."""

import pickle
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.matching.synthetic import population
from bot.matching import (
    Pair,
    Question,
    Rules,
    answer_to,
    pair_score,
    pairs_of,
    price,
    propose,
    repair,
)
from bot.matching.arrays import among
from bot.matching.asking import compare, override, problem, question
from bot.matching.asking.start import warm_of
from bot.matching.model.matrix import ScoreMatrix
from bot.matching.solver import generation
from bot.matching.solver.edges import Open, every_edge, merged
from bot.matching.solver.flow import Bonus
from tests.bot.matching import naive
from tests.bot.matching.people import locked_requests


def value(asked, result):
    people = {p.person_id: p for p in (*asked.mentors, *asked.mentees)}
    weights = [naive.worth(asked, people[p.mentor_id], people[p.mentee_id]) for p in result.pairs]
    served = (result.mentees_served, result.mentors_served, len(result.pairs))
    return (*served, result.least_score, sum(weights))


@given(locked_requests(largest=6), st.sampled_from(["total", "worst", "concave"]), st.data())
def test_a_run_begun_at_another_is_as_good_as_one_begun_with_nothing(asked, fairness, data):
    """People left and came, points weigh otherwise, and another fairness is asked for."""
    before = propose(asked)
    gone = data.draw(st.integers(0, 2))
    weights = replace(asked.rules.weights, gap=data.draw(st.sampled_from([0, 60, 900])))
    changed = replace(
        asked,
        mentors=asked.mentors[gone:],
        mentees=asked.mentees[: len(asked.mentees) - gone],
        rules=replace(asked.rules, fairness=fairness, weights=weights),
        locked=frozenset(),
    )

    warm, cold = propose(changed, before=before), propose(changed)
    back = propose(asked, before=warm)

    assert value(changed, warm) == value(changed, cold)
    assert value(asked, back) == value(asked, before)
    assert warm.certified == cold.certified


@given(locked_requests(largest=6), st.data())
def test_a_repair_begun_at_the_run_breaks_no_promise(asked, data):
    before = propose(asked)
    loose = sorted(pairs_of(before) - asked.locked)
    declined = data.draw(st.sets(st.sampled_from(loose), max_size=2)) if loose else set()
    changed = replace(asked, forbidden=asked.forbidden | declined, kept=pairs_of(before))

    result = repair(changed, before=before)

    people = {p.person_id: p for p in (*asked.mentors, *asked.mentees)}
    assert changed.locked <= pairs_of(result)
    for pair in result.pairs:
        mentor, mentee = people[pair.mentor_id], people[pair.mentee_id]
        assert naive.broken(changed, mentor, mentee) == set()
        assert {r.code: r.points for r in pair.reasons} == naive.terms(changed, mentor, mentee)
        assert pair.locked == ((pair.mentor_id, pair.mentee_id) in changed.locked)
    used = [i for pair in pairs_of(result) for i in pair]
    assert all(used.count(name) <= person.capacity for name, person in people.items())
    assert list(result.pairs) == sorted(
        result.pairs, key=lambda p: (-p.score, p.mentor_id, p.mentee_id)
    )


@pytest.mark.parametrize("fairness", ["total", "worst"])
def test_an_override_beyond_what_is_listed_costs_what_solving_it_anew_says(monkeypatch, fairness):
    asked = population(1050, 5, fairness=fairness)
    result, near, by_one_way = propose(asked), [], override.cells_with

    def watched(*asked_for):
        near.append(by_one_way(*asked_for))
        return near[-1]

    monkeypatch.setattr(compare, "cells_with", watched)
    pair = result.pairs[500]
    sides = (pair.mentor_id, pair.mentee_id)
    cost = price(asked, result, forbid=sides)
    anew = price(asked, replace(result, warm=None), forbid=sides)

    assert [cells is not None for cells in near] == [True]
    assert (cost.total_after, cost.mentees_after) == (anew.total_after, anew.mentees_after)
    assert (cost.least_after, len(cost.lost)) == (anew.least_after, len(anew.lost))


def figures(cost):
    return cost.total_after, cost.mentees_after, cost.pairs_after, cost.least_after, len(cost.lost)


@pytest.mark.parametrize("fairness", ["total", "worst", "concave"])
def test_what_need_not_be_looked_at_after_an_override_changes_no_price(monkeypatch, fairness):
    monkeypatch.setattr(problem, "LISTED_UP_TO", 0)
    asked = population(120, 6, fairness=fairness)
    result = propose(asked)
    warm, unaware = warm_of(result), replace(result, warm=None)
    pairs = sorted(pairs_of(result))
    crossed = [(one[0], two[1]) for one, two in pairwise(pairs[::4])]
    together = [two for two in crossed if isinstance(pair_score(asked, *two), Pair)]

    assert warm is not None
    assert warm.short.any()
    assert together
    for two in pairs[::20]:
        assert figures(price(asked, result, forbid=two)) == figures(
            price(asked, unaware, forbid=two)
        )
    for two in together:
        assert figures(price(asked, result, lock=two)) == figures(price(asked, unaware, lock=two))


@pytest.mark.parametrize("each", [2, 20])
def test_pairs_that_were_not_held_fall_short_of_their_prices_by_what_is_said(monkeypatch, each):
    monkeypatch.setattr(problem, "LISTED_UP_TO", 0)
    monkeypatch.setattr(generation, "EACH", each)
    asked = population(150, 7, fairness="total")
    warm = warm_of(propose(asked))
    assert warm is not None
    table, width = warm.table, len(warm.table.mentors)
    everybody = Open(table.mentees.capacity > 0, table.mentors.capacity > 0)
    edges = every_edge(ScoreMatrix(table), everybody)
    known = merged([warm.edges, warm.near], width)
    outside = edges.only(
        ~among(edges.rows * width + edges.columns, known.rows * width + known.columns)
    )

    worth = outside.scores + Bonus.of("programme", warm.unit).pair
    short = warm.prices.mentees[outside.rows] + warm.prices.mentors[outside.columns] - worth

    assert len(known) < len(edges) / 2
    assert (short >= warm.short[outside.rows]).all()
    assert warm.short.any()


def test_what_only_spares_time_does_not_travel_to_another_process():
    result = propose(population(20, 1))

    there = pickle.loads(pickle.dumps(result))  # noqa: S301  our own

    assert result.warm is not None
    assert there.warm is None
    assert there == result


def test_a_trial_of_settings_begins_at_the_run(monkeypatch):
    asked, begun_at = population(60, 2), []

    def watched(request, *, before=None, **options):
        begun_at.append(before)
        return propose(request, before=before, **options)

    monkeypatch.setattr(question, "propose", watched)
    answer = answer_to(Question(asked, replace(asked, rules=Rules(minimum_hours=10))))
    trial = replace(asked, rules=Rules(minimum_hours=10), kept=pairs_of(answer.now))

    assert begun_at == [None, answer.now]
    assert answer.now == propose(asked)
    assert value(trial, answer.trial) == value(trial, propose(trial))
