"""One way for each change: the choice stays the best there is, and its prices prove it."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.solver.augment import Augmenting
from bot.matching.solver.duals import bound, prices
from bot.matching.solver.flow import Bonus, Demand, Network


def a_network(random, rows, columns, goal):
    scores = np.array([[random.randint(0, 30) for _ in range(columns)] for _ in range(rows)])
    some = np.flatnonzero(np.array([random.random() < 0.7 for _ in range(scores.size)]))
    row, column = np.divmod(some, columns)

    def side(count, values):
        return np.array([random.choice(values) for _ in range(count)])

    demand = Demand(
        rows=side(rows, [1, 1, 1, 2, 3]),
        columns=side(columns, [1, 1, 1, 2, 3]),
        rows_served=side(rows, [False, False, True]),
        columns_served=side(columns, [False, False, True]),
        rows_waited=side(rows, [0, 0, 1, 2]),
        columns_waited=side(columns, [0, 0, 1, 2]),
    )
    return Network(row, column, scores.ravel()[some], demand, Bonus.of(goal, 1000))


def without(network, arc):
    rest = np.arange(len(network.rows)) != arc
    other = Network.__new__(Network)
    other.__dict__.update(network.__dict__)
    other.rows, other.columns = network.rows[rest], network.columns[rest]
    other.worth = network.worth[rest]
    return other


GOALS = st.sampled_from(["programme", "cardinality", "score"])


@given(st.integers(1, 7), st.integers(1, 7), GOALS, st.randoms(use_true_random=False))
def test_without_a_chosen_pair_the_rest_is_the_best_again(rows, columns, goal, random):
    network = a_network(random, rows, columns, goal)
    best = network.solve()
    at = prices(network, best)
    for arc in np.flatnonzero(best).tolist():
        rest = np.arange(len(best)) != arc
        other = without(network, arc)
        now = Augmenting(other, best[rest], at, np.zeros(len(best) - 1, np.bool_))
        now.used, now.used_by_mentors = network.used(best)
        now.push(int(network.rows[arc]), rows + int(network.columns[arc]))

        assert other.value(now.chosen) == other.value(other.solve())
        assert bound(other, now.prices) == other.value(now.chosen)
        assert (now.used == other.used(now.chosen)[0]).all()
        assert (now.used_by_mentors == other.used(now.chosen)[1]).all()


@given(st.integers(1, 7), st.integers(1, 7), GOALS, st.randoms(use_true_random=False))
def test_a_pair_that_was_not_known_is_put_in(rows, columns, goal, random):
    network = a_network(random, rows, columns, goal)
    for arc in range(len(network.rows)):
        other, rest = without(network, arc), np.arange(len(network.rows)) != arc
        best = other.solve()
        chosen = np.zeros(len(network.rows), np.bool_)
        chosen[rest] = best
        now = Augmenting(network, chosen, prices(other, best), ~rest)
        now.add(arc)

        assert network.value(now.chosen) == network.value(network.solve())
        assert bound(network, now.prices) == network.value(now.chosen)


@given(st.integers(1, 7), st.integers(1, 7), GOALS, st.randoms(use_true_random=False))
def test_many_pairs_that_were_not_known_are_put_in_one_by_one(rows, columns, goal, random):
    network = a_network(random, rows, columns, goal)
    closed = np.array([random.random() < 0.5 for _ in network.rows], np.bool_)
    known = network
    for arc in np.flatnonzero(closed)[::-1]:
        known = without(known, arc)
    best = known.solve()
    chosen = np.zeros(len(closed), np.bool_)
    chosen[~closed] = best
    now = Augmenting(network, chosen, prices(known, best), closed)
    for arc in np.flatnonzero(closed).tolist():
        now.add(arc)

    assert network.value(now.chosen) == network.value(network.solve())
    assert bound(network, now.prices) == network.value(now.chosen)
