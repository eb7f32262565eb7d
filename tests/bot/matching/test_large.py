"""Beyond what is listed beforehand: pairs are looked for when wanted, and none is missed."""

from dataclasses import replace
from functools import cache
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.matching.synthetic import population
from bot.matching import propose
from bot.matching.asking import problem as problem_module
from bot.matching.asking.locks import settle_locks
from bot.matching.model.matrix import ScoreMatrix
from bot.matching.model.score import TERMS, largest_score, weights_by_score
from bot.matching.model.table import Table
from bot.matching.solver import generation, pricing
from bot.matching.solver.edges import Edges, Open, every_edge
from bot.matching.solver.fairness import fairest
from bot.matching.solver.flow import Bonus, Demand, Goal, Network, Prices, TooLarge
from bot.matching.solver.generation import Problem, solve
from bot.matching.solver.pool import Listed
from bot.matching.solver.pricing import Search
from bot.matching.solver.worth import Worth
from tests.bot.matching.people import locked_requests


def silent(*_):
    """Tell nobody."""


def never():
    return False


def problem(asked, *, searched, ties=()):
    table = Table(asked)
    locks = settle_locks(asked, table)
    room, matrix = Open(locks.demand.rows > 0, locks.demand.columns > 0), ScoreMatrix(table)
    listed = Listed(every_edge(matrix, room), rows=len(table.mentees), width=len(table.mentors))
    worth = Worth(
        by_score=weights_by_score(asked.rules.fairness, largest_score(table)),
        kept=table.cells(asked.kept),
        stay=asked.rules.stay_bonus,
        ties=table.cells(ties),
        stretch=2 * len(table.mentees) + 3 if ties else 1,
        least=asked.rules.minimum_score,
    )
    pool = Search(matrix, room) if searched else listed
    return Problem(pool=pool, demand=locks.demand, worth=worth, decided=locks.cells)


def outcome(asked, *, searched):
    """What was earned: the bonuses, the lowest score, the weights; and that it is proven."""
    question = problem(asked, searched=searched)
    best = solve(question, silent, never)
    least = 0
    if asked.rules.fairness == "worst":
        best, least = fairest(question, best, silent, never)
    weights = question.worth.weights(best.cells, best.scores)
    return best.earned, least, int(weights.sum()), best.gap


def lived_in(asked, seed):
    """The same with people who waited, private exclusions, bans and pairs of an earlier run."""
    random = Random(seed)  # noqa: S311 - a test, not a secret
    mentors = [p.person_id for p in asked.mentors]
    mentees = [p.person_id for p in asked.mentees]

    def changed(person, others):
        return replace(
            person,
            rounds_waited=random.choice([0, 0, 0, 1, 2, 3]),
            excluded_people=frozenset(random.sample(others, 2)),
            excluded_departments=frozenset(random.choice([(), (), ("d00",)])),
        )

    return replace(
        asked,
        mentors=[changed(p, mentees) for p in asked.mentors],
        mentees=[changed(p, mentors) for p in asked.mentees],
        forbidden=frozenset((random.choice(mentors), random.choice(mentees)) for _ in range(50)),
        kept=frozenset(zip(mentors, mentees, strict=False)),
    )


@pytest.mark.parametrize("fairness", ["total", "worst", "concave"])
@pytest.mark.parametrize(("size", "scarce"), [(60, 1.0), (300, 1.0), (300, 0.6), (300, 1.5)])
def test_looking_for_pairs_finds_what_weighing_all_of_them_finds(fairness, size, scarce):
    asked = lived_in(population(size, size, scarce=scarce, fairness=fairness), size)

    searched = outcome(asked, searched=True)

    assert searched == outcome(asked, searched=False)
    assert searched[-1] == 0


class InParts(Search):
    """As with very many pairs: only some are looked through as long as prices are far off."""

    def parts(self):
        return 16


def test_looking_through_a_part_first_changes_nothing():
    asked = lived_in(population(600, 8, fairness="total"), 8)
    question = problem(asked, searched=True)
    parts = replace(question, pool=InParts(question.pool.matrix, question.pool.room))

    whole, found = solve(question, silent, never), solve(parts, silent, never)

    assert found.gap == 0
    assert found.earned == whole.earned
    assert int(question.worth.weights(found.cells, found.scores).sum()) == int(
        question.worth.weights(whole.cells, whole.scores).sum()
    )


@given(locked_requests(largest=8))
def test_so_it_does_in_odd_little_programmes(asked):
    assert outcome(asked, searched=True) == outcome(asked, searched=False)


def test_of_equals_both_ways_keep_as_many_of_the_pairs_to_keep():
    asked = lived_in(population(200, 9, scarce=0.8, fairness="total"), 9)
    ties = [(a.person_id, b.person_id) for a in asked.mentors[:40] for b in asked.mentees[:40]]
    weights = []
    for searched in (True, False):
        question = problem(asked, searched=searched, ties=ties)
        best = solve(question, silent, never)
        assert best.gap == 0
        weights.append(int(question.worth.weights(best.cells, best.scores).sum()))

    assert weights[0] == weights[1]


@pytest.mark.slow
def test_a_large_programme_is_solved_to_the_proven_optimum():
    asked = lived_in(population(1500, 3, fairness="worst"), 3)

    result = propose(asked)

    assert result.certified
    assert result.edges < 200_000
    assert (0, result.least_score) < outcome(asked, searched=False)[:2]


@pytest.mark.parametrize("topics", [0, 1000])
def test_odd_weights_let_no_pair_slip_through(topics):
    asked = population(120, 1, fairness="total")
    weights = replace(asked.rules.weights, topics=topics)
    asked = replace(asked, rules=replace(asked.rules, weights=weights))

    assert outcome(asked, searched=True) == outcome(asked, searched=False)


def test_somebody_who_wants_everything_is_compared_as_well():
    asked = population(40, 1, fairness="total")
    greedy = replace(asked.mentees[0], topics={f"t{n:03}": 1 for n in range(120)})
    asked = replace(asked, mentees=[greedy, *asked.mentees[1:]])

    assert outcome(asked, searched=True) == outcome(asked, searched=False)


def test_stopped_early_the_answer_says_how_far_it_may_be_from_the_best():
    asked = population(400, 2, fairness="total")
    question = problem(asked, searched=True)
    asked_to_stop = iter([False])

    some = solve(question, silent, lambda: next(asked_to_stop, True))
    best = solve(question, silent, never)

    weights = [int(question.worth.weights(b.cells, b.scores).sum()) for b in (some, best)]
    assert some.gap
    assert weights[1] <= weights[0] + some.gap


@cache
def best_of_three_hundred(fairness):
    return propose(population(300, 2, scarce=0.9, fairness=fairness))


@pytest.mark.parametrize("fairness", ["total", "worst", "concave"])
@pytest.mark.parametrize("moment", [0, 1, 2, 3, 5, 8, 13, 21])
@pytest.mark.parametrize("searched", [True, False])
def test_stopped_at_any_moment_the_answer_has_a_bound_that_holds(
    monkeypatch, fairness, moment, searched
):
    monkeypatch.setattr(problem_module, "LISTED_UP_TO", 0 if searched else 1 << 40)
    monkeypatch.setattr(pricing, "STRIPS", 1)
    asked = population(300, 2, scarce=0.9, fairness=fairness)
    stops = iter([False] * moment)

    result = propose(asked, stop=lambda: next(stops, True))
    best = best_of_three_hundred(fairness)

    assert result.pairs
    assert result.upper_bound is not None
    assert result.upper_bound >= result.total_score
    assert result.certified <= (result.total_score == best.total_score)
    same = ("mentees_served", "mentors_served", "least_score")
    alike = all(getattr(result, name) == getattr(best, name) for name in same)
    if alike and len(result.pairs) == len(best.pairs) and fairness != "concave":
        assert result.upper_bound >= best.total_score


def network(weights, goal="programme", unit=1 << 20):
    weights = np.array(weights)
    rows, columns = np.divmod(np.arange(weights.size), weights.shape[1])
    sides = [np.ones(length, np.int64) for length in weights.shape]
    nobody = [np.zeros(length, bool) for length in weights.shape]
    waited = [np.zeros(length, np.int64) for length in weights.shape]
    demand = Demand(*sides, *nobody, *waited)
    return Network(rows, columns, weights.ravel(), demand, Bonus.of(goal, unit))


@given(st.integers(1, 1 << 40))
def test_each_bonus_outweighs_all_that_may_change_with_it(unit):
    bonus, most = Bonus.of("programme", unit), unit - 1
    rounds = 4 * bonus.waited

    assert bonus.pair > most
    assert bonus.waited > bonus.pair + most
    assert bonus.mentor > rounds + bonus.pair + most
    assert bonus.mentee > bonus.mentor + rounds + bonus.pair + most


def test_a_bonus_too_small_to_begin_with_is_noticed_and_raised():
    """Everybody has a partner only if each takes the mentor who suits them least."""
    people = 300
    own, other = np.arange(people), np.arange(1, people)
    rows, columns = np.concatenate([own, other]), np.concatenate([own, other - 1])
    points = np.concatenate([np.zeros(people, np.int64), np.full(people - 1, 1000)])
    order = np.lexsort((columns, rows))
    edges = Edges(rows[order], columns[order], points[order])
    room, nobody = np.ones(people, np.int64), np.zeros(people, np.int64)
    demand = Demand(room, room, nobody > 0, nobody > 0, nobody, nobody)
    pool = Listed(edges, rows=people, width=people)
    question = Problem(
        pool=pool, demand=demand, worth=Worth(by_score=np.arange(1001)), decided=nobody[:0]
    )

    goals: dict[Goal, int] = {"programme": people, "cardinality": people, "score": people - 1}
    for goal, served in goals.items():
        best = solve(replace(question, goal=goal), silent, never)
        assert (len(best.cells), best.gap) == (served, 0)


class AllButOne(Listed):
    """A pool that begins with all pairs but the first one."""

    def first(self, worth):
        return self.edges.only(self.cells > 0)


def test_the_fairest_choice_may_serve_others_than_the_best(monkeypatch):
    monkeypatch.setattr(generation, "EACH", 1)
    scores = np.array([[400, 200], [1000, 400], [100, 300]])
    edges = Edges(*np.divmod(np.arange(6), 2), scores.ravel())
    mentees, mentors = np.ones(3, np.int64), np.ones(2, np.int64)
    demand = Demand(mentees, mentors, mentees < 0, mentors < 0, 0 * mentees, 0 * mentors)
    pool, worth = AllButOne(edges, rows=3, width=2), Worth(by_score=np.arange(1001))
    question = Problem(pool=pool, demand=demand, worth=worth, decided=mentees[:0])

    best = solve(question, silent, never)
    fair, least = fairest(question, best, silent, never)

    assert best.scores.tolist() == [1000, 300]  # by the second and the third mentee
    assert (fair.cells.tolist(), fair.scores.tolist(), least) == ([0, 3], [400, 400], 400)


def test_what_would_overflow_the_solver_is_refused():
    with pytest.raises(TooLarge, match="scores up to"):
        network([[1 << 60]], unit=1 << 60)
    with pytest.raises(TooLarge, match="BAD_COST_RANGE"):
        network([[0]], unit=1 << 57).solve()


@pytest.mark.parametrize("share", [1, 16])
def test_many_blocks_of_few_people_hide_no_pair(monkeypatch, share):
    for name, size in {"HEIGHT": 4, "WIDTH": 16, "ALIKE": 4, "ENOUGH": 8}.items():
        monkeypatch.setattr(pricing, name, size)
    monkeypatch.setattr(Search, "parts", lambda _: share)
    asked = lived_in(population(150, 5, scarce=1.2, fairness="total"), 5)

    assert outcome(asked, searched=True) == outcome(asked, searched=False)


@given(st.integers(1, 6), st.integers(1, 6), st.randoms(use_true_random=False))
def test_counting_costs_from_other_prices_changes_no_value(rows, columns, random):
    weights = [[random.randint(0, 30) for _ in range(columns)] for _ in range(rows)]
    some = network(weights, random.choice(["programme", "cardinality", "score"]), unit=1000)
    sides = [np.array([random.randint(-60, 60) for _ in range(n)]) for n in (rows, columns)]

    best = some.value(some.solve())

    for far in (1, 10, 100, 1 << 40):
        assert some.value(some.solve(Prices(*sides), far)) == best


def test_every_term_is_weighed_when_pairs_are_looked_through():
    assert {"topics", *ScoreMatrix.others} == set(TERMS)
