"""Plain instances for tests, and their best choice found by trying everything."""

from functools import cache
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from bot.matching.asking.instance import Instance, solve_instance


def best(instance):
    """The best that can be: the value of the choice, by what the goal looks at."""
    scores = dict(zip(instance.edges, instance.scores, strict=True))
    mentors, mentees = list(instance.mentors), list(instance.mentees)
    locked, banned = set(instance.locked), set(instance.forbidden)

    @cache
    def from_mentee(place, room):
        if place == len(mentees):
            used = [instance.mentors[m] - left for m, left in zip(mentors, room, strict=True)]
            least = [instance.least.get(mentor, 0) for mentor in mentors]
            missing = sum(max(0, few - has) for few, has in zip(least, used, strict=True))
            return (-missing, 0, sum(map(bool, used)), 0, 0)
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
                        gained = (0, bool(chosen), 0, size, total)
                        found.append(tuple(a + b for a, b in zip(rest, gained, strict=True)))
        return max(found, key=lambda value: looked_at(value, instance.goal), default=None)

    return from_mentee(0, tuple(instance.mentors.values()))


def looked_at(value, goal):
    """What a goal looks at of (mentees missing, mentees, mentors, pairs, total), in order."""
    missing, mentees, mentors, pairs, total = value
    counts = {"score": (), "cardinality": (mentees, pairs), "programme": (mentees, mentors, pairs)}
    return (missing, *counts[goal], total)


def value(outcome):
    mentors = len({pair[0] for pair in outcome.pairs})
    counts = (outcome.matched_mentees, mentors, len(outcome.pairs))
    return (-outcome.missing, *counts, outcome.total_score)


def agrees(instance):
    """Whether the outcome is as good as the best there is, and says so."""
    reached, expected = solve_instance(instance), best(instance)
    same = looked_at(value(reached), instance.goal) == looked_at(expected, instance.goal)
    return same and reached.is_proven and reached.upper_bound == reached.total_score


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
        goal=random.choice(["cardinality", "programme", "score"]),
        least={m: random.randint(1, room) for m, room in rooms[0].items() if random.random() < 0.2},
    )


def instances(largest=6):
    sizes = st.integers(1, largest)
    return st.builds(random_instance, st.integers(0, 1 << 30), sizes, sizes)
