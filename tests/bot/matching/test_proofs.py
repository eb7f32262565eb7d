"""The solver against others: trying everything, scipy, networkx, and optima known by formula."""

from dataclasses import replace
from itertools import product
from random import Random

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from adapters.matching.synthetic import population
from bot.domain.org_chart import reporting_intervals
from bot.matching import propose
from bot.matching.asking.instance import Instance, solve_instance
from bot.matching.solver.generation import solve
from tests.bot.matching import naive, plain
from tests.bot.matching.people import mentee, mentor, request
from tests.bot.matching.test_large import lived_in, never, problem, silent


@given(plain.instances(largest=6))
def test_up_to_six_by_six_nothing_is_better(instance):
    """Sampled: sizes, capacities, scores, locks, bans and goals all at random."""
    assert plain.agrees(instance)


def dense(random, rows, columns):
    """Scores of all pairs, -1 where there is none."""
    scores = np.array([[random.randint(0, 30) for _ in range(columns)] for _ in range(rows)])
    return np.where(
        np.array(random.choices((0, 1), (1, 3), k=scores.size)).reshape(scores.shape), scores, -1
    )


def as_instance(scores):
    pairs = [(f"m{j}", f"x{i}") for i, j in zip(*np.nonzero(scores >= 0), strict=True)]
    return Instance(
        mentors={f"m{j}": 1 for j in range(scores.shape[1])},
        mentees={f"x{i}": 1 for i in range(scores.shape[0])},
        edges=pairs,
        scores=[int(score) for score in scores[scores >= 0]],
    )


@pytest.mark.slow
def test_scipy_agrees_on_two_thousand_assignments():
    random = Random(1)  # noqa: S311 - a test, not a secret
    for _ in range(2000):
        scores = dense(random, random.randint(1, 12), random.randint(1, 12))
        # A pair is worth more than all scores together, so that scipy makes the most pairs as well.
        worth = np.where(scores >= 0, scores + 1000, 0)
        rows, columns = linear_sum_assignment(worth, maximize=True)
        chosen = scores[rows, columns]

        outcome = solve_instance(as_instance(scores))

        assert len(outcome.pairs) == (chosen >= 0).sum()
        assert outcome.total_score == chosen[chosen >= 0].sum()


@pytest.mark.slow
def test_networkx_agrees_on_a_thousand_matchings():
    random = Random(2)  # noqa: S311 - a test, not a secret
    for _ in range(1000):
        instance = as_instance(dense(random, random.randint(1, 9), random.randint(1, 9)))
        goal = random.choice(["cardinality", "score"])
        graph = nx.Graph()
        for (a, b), score in zip(instance.edges, instance.scores, strict=True):
            graph.add_edge(a, b, weight=score)
        found = nx.max_weight_matching(graph, maxcardinality=goal == "cardinality")

        outcome = solve_instance(replace(instance, goal=goal))

        assert outcome.total_score == sum(graph.edges[pair]["weight"] for pair in found)
        assert goal == "score" or len(outcome.pairs) == len(found)


def in_line(managers, person, other):
    """Whether one of two is above the other, found by walking up."""
    return other in above(managers, person) or person in above(managers, other)


def above(managers, person):
    while (person := managers[person]) is not None:
        yield person


@pytest.mark.slow
def test_no_pair_in_one_reporting_line_in_ten_thousand_org_charts():
    """A hundred charts of eight people in each run, for whoever is in another has other topics."""
    random = Random(3)  # noqa: S311 - a test, not a secret
    charts = pairs = kept_apart = 0
    for _ in range(100):
        managers, topics = {}, {}
        for chart in range(100):
            people = [f"{chart}-{n}" for n in range(8)]
            for place, person in enumerate(people):
                managers[person] = random.choice([None, *people[:place]])
                topics[person] = {f"t{chart}": 1}
            charts += 1
        intervals = reporting_intervals(managers.items())
        made = [
            (mentor if n % 2 else mentee)(p, chain=intervals[p], topics=topics[p])
            for n, p in enumerate(managers)
        ]
        asked = request(made[1::2], made[::2])
        for pair in propose(asked).pairs:
            assert not in_line(managers, pair.mentor_id, pair.mentee_id)
            pairs += 1
        kept_apart += sum(
            in_line(managers, f"{chart}-{low}", f"{chart}-{high}")
            for chart in range(100)
            for low, high in product((1, 3, 5, 7), (0, 2, 4, 6))
        )
    assert charts == 10_000
    assert pairs > 10_000
    assert kept_apart > 10_000


@given(plain.instances(largest=6), st.randoms(use_true_random=False))
def test_other_names_and_another_order_change_no_value(instance, random):
    people = [*instance.mentors, *instance.mentees]
    names = dict(zip(people, random.sample([f"p{n}" for n in range(20)], len(people)), strict=True))
    order = random.sample(range(len(instance.edges)), len(instance.edges))

    def renamed(pairs):
        return [(names[a], names[b]) for a, b in pairs]

    other = replace(
        instance,
        mentors={names[n]: room for n, room in instance.mentors.items()},
        mentees={names[n]: room for n, room in instance.mentees.items()},
        edges=[renamed(instance.edges)[place] for place in order],
        scores=[instance.scores[place] for place in order],
        locked=renamed(instance.locked),
        forbidden=renamed(instance.forbidden),
        least={names[n]: least for n, least in instance.least.items()},
    )

    outcome, same = solve_instance(instance), solve_instance(other)
    assert outcome.total_score == same.total_score
    values = [plain.looked_at(plain.value(each), instance.goal) for each in (outcome, same)]
    assert values[0] == values[1]


@given(plain.instances(largest=6), st.data())
def test_one_more_edge_never_makes_it_worse(instance, data):
    every = {(a, b) for a in instance.mentors for b in instance.mentees}
    missing = sorted(every - set(instance.edges))
    if not missing:
        return
    pair, score = data.draw(st.sampled_from(missing)), data.draw(st.integers(0, 20))
    more = replace(instance, edges=[*instance.edges, pair], scores=[*instance.scores, score])

    before, after = solve_instance(instance), solve_instance(more)
    values = [plain.looked_at(plain.value(each), instance.goal) for each in (before, after)]
    assert values[1] >= values[0]


@pytest.mark.parametrize("size", [1, 2, 10, 100])
def test_the_known_optima_of_product_matrices_are_reached(size):
    """Machol and Wien's hard instances, cost i * j (Operations Research 24, 1976).

    The rearrangement inequality gives both optima: opposite orders cost n(n+1)(n+2)/6, the same
    order n(n+1)(2n+1)/6.
    """
    number = np.arange(1, size + 1)
    cost = number[:, None] * number
    dear, cheap = solve_instance(as_instance(cost)), solve_instance(as_instance(size**2 - cost))

    assert dear.total_score == size * (size + 1) * (2 * size + 1) // 6
    assert size**3 - cheap.total_score == size * (size + 1) * (size + 2) // 6


@pytest.mark.parametrize("fairness", ["total", "concave"])
@pytest.mark.parametrize("searched", [True, False])
def test_prices_prove_the_choice_to_whoever_checks_them(fairness, searched):
    """Dual feasibility, equal values and complementary slackness, from the prices alone."""
    asked = lived_in(population(70, 4, scarce=0.9, fairness=fairness), 4)
    question = problem(asked, searched=searched)
    best = solve(question, silent, never)
    bonus, prices = best.bonus, best.prices
    mentors = sorted(asked.mentors, key=lambda p: p.person_id)
    mentees = sorted(asked.mentees, key=lambda p: p.person_id)
    chosen = {divmod(int(cell), len(mentors)) for cell in best.cells}
    lift = int(question.worth.by_score[0]) if fairness == "concave" else 0
    lift += 900 if fairness == "concave" else 0

    value = total = 0
    for i, learner in enumerate(mentees):
        for j, teacher in enumerate(mentors):
            if naive.broken(asked, teacher, learner):
                continue
            worth = bonus.pair + naive.worth(asked, teacher, learner) + lift
            slack = worth - int(prices.mentees[i]) - int(prices.mentors[j])
            assert slack <= 0 or (i, j) in chosen
            assert slack >= 0 or (i, j) not in chosen
            total += max(0, slack)
            value += worth * ((i, j) in chosen)
    for people, first, at, side in (
        (mentees, bonus.mentee, prices.mentees, 0),
        (mentors, bonus.mentor, prices.mentors, 1),
    ):
        for place, person in enumerate(people):
            used = sum(pair[side] == place for pair in chosen)
            reward, price = first + bonus.waited * naive.rounds(person), int(at[place])
            total += max(0, reward + price) + (person.capacity - 1) * max(0, price)
            value += reward * (used > 0)
            assert used > 0 or reward + price <= 0
            assert used <= 1 or price >= 0
            assert used in {0, person.capacity} or price <= 0
    assert best.gap == 0
    assert total == value
