"""Beyond what fits whole: the best of both sides; and what the solver's numbers can hold."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching import Request, propose
from bot.matching.edges import BEST, Open, find_edges
from bot.matching.flow import Bonus, Demand, Network, TooLarge
from bot.matching.locks import settle_locks
from bot.matching.solving import solve
from bot.matching.table import Table
from tests.unit.matching import naive
from tests.unit.matching.people import MORNINGS, mentee, mentor


def crowd(mentors, mentees, seed=7):
    random = Random(seed)  # noqa: S311 - a test, not a secret
    return Request(
        mentors=[
            mentor(
                f"m{n:04}",
                topics={random.choice("abc"): random.randint(1, 5)},
                hours=MORNINGS << n % 3,
            )
            for n in range(mentors)
        ],
        mentees=[
            mentee(
                f"x{n:04}",
                topics={t: random.randint(1, 5) for t in "abc"},
                level=random.randint(1, 9),
            )
            for n in range(mentees)
        ],
    )


def everybody(table, *kept):
    return Open(
        np.ones(len(table.mentees), bool), np.ones(len(table.mentors), bool), table.cells(kept)
    )


def listed(table, edges):
    rows, columns = edges.rows.tolist(), edges.columns.tolist()
    return dict(zip(zip(columns, rows, strict=True), edges.scores.tolist(), strict=True))


def test_too_many_pairs_leave_the_best_of_both_sides():
    asked = crowd(70, 60)
    table = Table(asked)
    seen = []

    every = find_edges(table, everybody(table), lambda *_: None)
    best = find_edges(table, everybody(table), lambda *step: seen.append(step), every_up_to=100)

    all_pairs, some = listed(table, every), listed(table, best)
    assert every.complete
    assert not best.complete
    assert len(all_pairs) == sum(
        not naive.broken(asked, a, b) for a in asked.mentors for b in asked.mentees
    )
    assert some.items() < all_pairs.items()
    for side in (0, 1):
        for person in range((70, 60)[side]):
            theirs = sorted(s for pair, s in all_pairs.items() if pair[side] == person)
            held = sorted(s for pair, s in some.items() if pair[side] == person)
            assert held[-BEST:] == theirs[-BEST:]
    assert seen == sorted(seen)


def test_a_pair_that_was_there_before_stays_an_edge():
    table = Table(crowd(200, 60))
    every = listed(table, find_edges(table, everybody(table), lambda *_: None))
    some = listed(table, find_edges(table, everybody(table), lambda *_: None, every_up_to=0))
    column, row = next(pair for pair in every if pair not in some)
    ids = (table.mentors.people[column].person_id, table.mentees.people[row].person_id)

    again = find_edges(table, everybody(table, ids), lambda *_: None, every_up_to=0)

    assert (column, row) in listed(table, again)


@pytest.mark.slow
def test_a_large_programme_says_that_it_did_not_weigh_every_pair():
    people = [mentor(f"m{n:04}") for n in range(1750)], [mentee(f"x{n:04}") for n in range(1750)]

    result = propose(Request(mentors=people[0], mentees=people[1]))

    assert not result.certified
    assert result.upper_bound is None
    assert result.mentees_served == 1750
    assert result.edges < 1750 * 2 * (BEST + 4)


def test_nobody_with_room_is_left_beside_a_suitable_partner_with_room():
    asked = crowd(300, 300)
    table = Table(asked)
    locks = settle_locks(asked, table)

    best = solve(table, locks, table.cells(()), lambda *_: None, every_up_to=1000)

    first = find_edges(table, everybody(table), lambda *_: None, every_up_to=1000)
    whole = solve(table, locks, table.cells(()), lambda *_: None)
    assert not best.exact
    assert best.bound is None
    assert whole.exact
    assert len(best.cells) == len(whole.cells)
    assert len(first) < best.edges < whole.edges


def popular():
    """A mentee's best mentors are all taken by others who waited longer; newcomers have the rest.

    Neither the mentee's list of the best nor that of the other mentors holds the pair they need.
    """
    stars = [mentor(f"star{n:02}", topics={"ai": 5, "data": 5}) for n in range(BEST)]
    others = [mentor(f"other{n:02}", topics={"ai": 1, "video": 5}) for n in range(BEST)]
    longest = [mentee(f"long{n:02}", topics={"data": 1}, rounds_waited=2) for n in range(BEST)]
    new = [mentee(f"new{n:02}", topics={"video": 1}) for n in range(BEST)]
    return stars + others, [*longest, *new, mentee("one", topics={"ai": 4}, rounds_waited=1)]


def turned(mentors, mentees):
    """The same with the roles changed: the mentors wait."""
    lower = [replace(p, level=1, department="Finance", tenure_days=300) for p in mentees]
    raised = [replace(p, level=5, department="Ventes", tenure_days=3000) for p in mentors]
    swapped = [replace(p, topics={t: 6 - n for t, n in p.topics.items()}) for p in lower + raised]
    return swapped[: len(lower)], swapped[len(lower) :]


@pytest.mark.parametrize("side", ["mentee", "mentor"])
def test_with_only_the_best_pairs_who_waited_still_goes_before_newcomers(side):
    people = popular() if side == "mentee" else turned(*popular())
    asked = Request(mentors=people[0], mentees=people[1])
    table = Table(asked)
    locks = settle_locks(asked, table)
    waiting = table.mentees if side == "mentee" else table.mentors
    one = waiting.place["one"]

    first = find_edges(table, everybody(table), lambda *_: None, every_up_to=0)
    best = solve(table, locks, table.cells(()), lambda *_: None, every_up_to=0)
    whole = solve(table, locks, table.cells(()), lambda *_: None)

    partners = [pair[side == "mentee"] for pair in listed(table, first)].count(one)
    assert partners == BEST
    for choice in (best, whole):
        served = np.divmod(choice.cells, len(table.mentors))[side == "mentor"]
        left = set(range(len(waiting))) - set(served.tolist())
        assert [waiting.people[place].rounds_waited for place in left] == [0]
    assert not best.exact
    assert whole.exact


def test_with_only_the_best_pairs_nobody_is_left_whose_turn_it_is():
    asked = waited_for(crowd(40, 90))
    table = Table(asked)

    best = solve(table, settle_locks(asked, table), table.cells(()), lambda *_: None, every_up_to=0)

    rows, columns = np.divmod(best.cells, len(table.mentors))
    mentees, mentors = table.mentees.people, table.mentors.people
    left = [person for place, person in enumerate(mentees) if place not in rows]
    assert len(left) == 50
    for row, column in zip(rows, columns, strict=True):
        for person in left:
            suits = not naive.broken(asked, mentors[column], person)
            assert not suits or naive.rounds(person) <= naive.rounds(mentees[row])


def waited_for(asked):
    """The same, some of whom waited."""
    random = Random(5)  # noqa: S311 - a test, not a secret
    mentees = [replace(p, rounds_waited=random.choice([0, 1, 2])) for p in asked.mentees]
    return replace(asked, mentees=mentees)


def network(weights):
    weights = np.array(weights)
    rows, columns = np.divmod(np.arange(weights.size), weights.shape[1])
    sides = [np.ones(length, np.int64) for length in weights.shape]
    nobody = [np.zeros(length, bool) for length in weights.shape]
    waited = [np.zeros(length, np.int64) for length in weights.shape]
    return Network(rows, columns, weights.ravel(), Demand(*sides, *nobody, *waited))


def test_the_bound_holds_even_for_a_poor_choice():
    net = network([[5, 9, 1], [9, 9, 0]])
    best = net.solve()
    nothing = np.zeros_like(best)
    nothing[-1] = net.units

    proven = -int((best * net.costs).sum())
    assert net.bound(best) == proven
    assert net.bound(nothing) >= proven


@given(st.lists(st.integers(0, 7000)), st.integers(0, 10_000))
def test_each_bonus_outweighs_all_that_may_change_with_it(weights, people):
    bonus = Bonus.over(np.array(weights, np.int64), people)
    most, rounds = max(weights, default=0) * people, 4 * bonus.waited

    assert bonus.pair > most
    assert bonus.waited > bonus.pair + most
    assert bonus.mentor > rounds + bonus.pair + most
    assert bonus.mentee > bonus.mentor + rounds + bonus.pair + most


def test_what_would_overflow_the_solver_is_refused():
    with pytest.raises(TooLarge, match="scores up to"):
        network([[1 << 60]])
    with pytest.raises(TooLarge, match="BAD_COST_RANGE"):
        network([[1 << 57]]).solve()
