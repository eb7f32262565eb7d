"""Plain instances for tests, and their best choice found by trying everything."""

from functools import cache
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from bot.matching.asking.instance import Instance, solve_instance


def best(instance):
    """The best that can be: (mentees, pairs, total), or the total alone if only that counts."""
    scores = dict(zip(instance.edges, instance.scores, strict=True))
    mentors, mentees = list(instance.mentors), list(instance.mentees)
    locked, banned = set(instance.locked), set(instance.forbidden)

    @cache
    def from_mentee(place, room):
        if place == len(mentees):
            return (0, 0, 0)
        mentee = mentees[place]
        options = [
            i
            for i, mentor in enumerate(mentors)
            if room[i] and (mentor, mentee) in scores and (mentor, mentee) not in banned
        ]
        fixed = {i for i, mentor in enumerate(mentors) if (mentor, mentee) in locked}
        found = []
        for size in range(min(instance.mentees[mentee], len(options)) + 1):
            for chosen in combinations(options, size):
                if fixed <= set(chosen):
                    rest = from_mentee(
                        place + 1, tuple(r - (i in chosen) for i, r in enumerate(room))
                    )
                    total = sum(scores[mentors[i], mentee] for i in chosen)
                    if rest is not None:
                        found.append((rest[0] + bool(chosen), rest[1] + size, rest[2] + total))
        key = (lambda value: value[2]) if instance.goal == "score" else None
        return max(found, key=key, default=None)

    return from_mentee(0, tuple(instance.mentors.values()))


def value(outcome):
    return (outcome.matched_mentees, len(outcome.pairs), outcome.total_score)


def agrees(instance):
    """Whether the outcome is as good as the best there is, and says so."""
    outcome, expected = solve_instance(instance), best(instance)
    reached = value(outcome)
    same = reached[2] == expected[2] if instance.goal == "score" else reached == expected
    return same and outcome.upper_bound == outcome.total_score


def random_instance(seed, mentors, mentees, *, capacities=(1, 1, 2, 3), most=20):
    """An instance of a size; some pairs are locked as far as capacities allow."""
    random = Random(seed)  # noqa: S311 - a test, not a secret
    rooms = [
        {f"{role}{n}": random.choice(capacities) for n in range(count)}
        for role, count in (("m", mentors), ("x", mentees))
    ]
    every = [(a, b) for a in rooms[0] for b in rooms[1]]
    edges = [pair for pair in every if random.random() < random.choice((0.3, 0.8))]
    forbidden = [pair for pair in every if random.random() < 0.1]
    left = [dict(room) for room in rooms]
    locked = []
    for a, b in random.sample(edges, len(edges)):
        if (a, b) not in forbidden and left[0][a] and left[1][b] and random.random() < 0.1:
            locked.append((a, b))
            left[0][a] -= 1
            left[1][b] -= 1
    return Instance(
        mentors=rooms[0],
        mentees=rooms[1],
        edges=edges,
        scores=[random.randint(0, most) for _ in edges],
        locked=locked,
        forbidden=forbidden,
        goal=random.choice(["cardinality", "score"]),
    )


def instances(largest=6):
    sizes = st.integers(1, largest)
    return st.builds(random_instance, st.integers(0, 1 << 30), sizes, sizes)
