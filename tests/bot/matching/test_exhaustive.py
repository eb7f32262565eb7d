"""Small instances without exception: the solver against trying everything."""

from itertools import permutations, product

import numpy as np
import pytest

from bot.matching.asking.instance import Instance
from tests.bot.matching import plain

STATES = 4
"""Of a pair: 0 absent, else one more than its score of 0 to 2."""


@pytest.mark.slow
def test_every_instance_of_two_by_two():
    """All of them: each pair absent, banned, locked or worth 1 or 2; capacities of 1 and 2."""
    people = [("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")]
    tried = 0
    for states in product(("absent", "banned", "locked", 1, 2), repeat=4):
        pairs = dict(zip(people, states, strict=True))
        locked = [pair for pair, state in pairs.items() if state == "locked"]
        for rooms in product((1, 2), repeat=2):
            instance = Instance(
                mentors=dict.fromkeys("ab", rooms[0]),
                mentees=dict.fromkeys("xy", rooms[1]),
                edges=[pair for pair, state in pairs.items() if state != "absent"],
                scores=[s if isinstance(s, int) else 1 for s in states if s != "absent"],
                locked=locked,
                forbidden=[pair for pair, state in pairs.items() if state == "banned"],
                goal="score" if tried % 2 else "cardinality",
            )
            if plain.best(instance) is not None:
                assert plain.agrees(instance)
                tried += 1
    assert tried > 2000


def different(mentors, mentees):
    """States of all pairs, (instances, mentors, mentees); the same people in another order once."""
    count = mentors * mentees
    weights = STATES ** np.arange(count)
    every = np.arange(STATES**count)
    pairs = (every[:, None] // weights % STATES).reshape(-1, mentors, mentees)
    first = every
    for rows, columns in product(permutations(range(mentors)), permutations(range(mentees))):
        other = pairs[:, rows][:, :, columns].reshape(-1, count) @ weights
        first = np.minimum(first, other)
    return pairs[first == every]


def instance(states, goal, rooms):
    pairs = [(f"m{i}", f"x{j}") for i, j in zip(*np.nonzero(states), strict=True)]
    return Instance(
        mentors={f"m{i}": rooms[0] for i in range(states.shape[0])},
        mentees={f"x{j}": rooms[1] for j in range(states.shape[1])},
        edges=pairs,
        scores=[int(state) - 1 for state in states[states > 0]],
        goal=goal,
    )


@pytest.mark.slow
@pytest.mark.parametrize("goal", ["cardinality", "score"])
@pytest.mark.parametrize(
    ("mentors", "mentees", "rooms", "instances"),
    [
        (2, 3, [(1, 1), (1, 2), (2, 1), (2, 2), (3, 1)], 430),
        (3, 2, [(1, 1), (1, 2), (2, 1), (2, 2), (1, 3)], 430),
        (3, 3, [(1, 1)], 8240),
    ],
)
def test_every_instance_of_up_to_three_by_three(goal, mentors, mentees, rooms, instances):
    """All of them: each pair absent or worth 0, 1 or 2; one capacity for each side."""
    found = different(mentors, mentees)
    assert len(found) == instances
    for states in found:
        for room in rooms:
            assert plain.agrees(instance(states, goal, room))
