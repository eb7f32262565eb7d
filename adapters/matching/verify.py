"""Checks an answer of the command ``match`` from outside, with nothing of what found it.

The pairs must be allowed, and the figures theirs. That nothing is better is decided by one fact: a
choice is the best if and only if no circle of exchanges wins anything, which shortest distances
show (Bellman and Ford); these are prices, and prove the bound as well. Numpy is all it takes.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Question:
    """What was asked, by numbers: pairs (mentor, mentee) with scores, places, and what comes first.

    ``orders`` are the weights of a mentee served, a mentor served, a pair, and a mentor's place up
    to the minimum, each outweighing what comes after it.
    """

    mentors: Mapping[str, int]
    mentees: Mapping[str, int]
    edges: Mapping[tuple[str, str], int]
    locked: frozenset[tuple[str, str]] = frozenset()
    forbidden: frozenset[tuple[str, str]] = frozenset()
    least: Mapping[str, int]
    goal: str

    @property
    def orders(self) -> tuple[int, int, int, int]:
        """Return the weights of what comes before the scores."""
        sides = min(len(self.mentors), len(self.mentees))
        unit = max(self.edges.values(), default=0) * sides + 1
        mentee, mentor, pair = {
            "score": (0, 0, 0),
            "cardinality": (2, 0, 1),
            "programme": (4, 2, 1),
        }[self.goal]
        return mentee * unit, mentor * unit, pair * unit, (mentee + mentor + pair + 1) * unit


def faults(answer: Mapping[str, Any], question: Question) -> list[str]:
    """Return what is wrong with an answer, by code; nothing if it is right."""
    pairs = {(mentor, mentee): score for mentor, mentee, score in answer["pairs"]}
    found = [*_about_pairs(pairs, len(answer["pairs"]), question), *_about_figures(answer, pairs)]
    if found:
        return found
    if answer["certified"] and answer["upper_bound"] != answer["total_score"]:
        return ["bound"]
    is_best = _no_circle_wins(pairs, question)
    if answer["certified"] and not is_best:
        return ["not_the_best"]
    return []


def _about_pairs(
    pairs: Mapping[tuple[str, str], int], count: int, question: Question
) -> Sequence[str]:
    mentors, mentees = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    checks = {
        "pair_twice": len(pairs) == count,
        "no_edge": all(question.edges.get(pair) == score for pair, score in pairs.items()),
        "forbidden": not question.forbidden & pairs.keys(),
        "locked": question.locked <= pairs.keys(),
        "capacity": all(used <= question.mentors[name] for name, used in mentors.items())
        and all(used <= question.mentees[name] for name, used in mentees.items()),
        "minimum": all(mentors[name] >= least for name, least in question.least.items()),
    }
    return [code for code, is_fine in checks.items() if not is_fine]


def _about_figures(
    answer: Mapping[str, Any], pairs: Mapping[tuple[str, str], int]
) -> Sequence[str]:
    served = {"mentor": {pair[0] for pair in pairs}, "mentee": {pair[1] for pair in pairs}}
    bound = answer["upper_bound"]
    checks = {
        "total": answer["total_score"] == sum(pairs.values()),
        "mentees": answer["matched_mentees"] == len(served["mentee"]),
        "bound": bound is None or bound >= answer["total_score"],
        "unmatched": all(left["id"] not in served[left["role"]] for left in answer["unmatched"]),
    }
    return [code for code, is_fine in checks.items() if not is_fine]


def _no_circle_wins(pairs: Mapping[tuple[str, str], int], question: Question) -> bool:
    """Say whether distances settle, along all exchanges that are possible beside these pairs."""
    tails, heads, costs = _exchanges(pairs, question)
    nodes = len(question.mentors) + len(question.mentees) + 1
    order = np.argsort(heads, kind="stable")
    tails, heads, costs = tails[order], heads[order], costs[order]
    reached, starts = np.unique(heads, return_index=True)
    distance = np.zeros(nodes, np.int64)
    for _ in range(nodes + 1):
        nearest = np.minimum.reduceat(distance[tails] + costs, starts) if len(starts) else starts
        nearer = nearest < distance[reached]
        if not nearer.any():
            return True
        distance[reached[nearer]] = nearest[nearer]
    return False


def _exchanges(pairs: Mapping[tuple[str, str], int], question: Question) -> tuple[Ints, Ints, Ints]:
    """Return every single step from one choice towards another: from, to, and what it costs.

    A mentee takes a mentor, a mentor gives a mentee up; either goes from or to node 0, where places
    are filled (mentees from it, mentors towards it) and fall empty.
    """
    first, per_mentor, per_pair, must = question.orders
    mentor_at = {name: 1 + place for place, name in enumerate(question.mentors)}
    mentee_at = {name: 1 + len(mentor_at) + place for place, name in enumerate(question.mentees)}
    steps: list[tuple[int, int, int]] = []
    for (mentor, mentee), score in question.edges.items():
        if (mentor, mentee) in question.locked or (mentor, mentee) in question.forbidden:
            continue
        way = (mentee_at[mentee], mentor_at[mentor])
        worth = score + per_pair
        steps.append((*way[::-1], worth) if (mentor, mentee) in pairs else (*way, -worth))
    for side, places, at in ((0, question.mentors, mentor_at), (1, question.mentees, mentee_at)):
        used, fixed = Counter(p[side] for p in pairs), Counter(p[side] for p in question.locked)
        for name, capacity in places.items():
            least = question.least.get(name, 0) if side == 0 else 0
            one = per_mentor if side == 0 else first

            def worth_of(place: int, least: int = least, one: int = one) -> int:
                return one * (place == 1) + must * (place <= least)

            way = (at[name], 0) if side == 0 else (0, at[name])
            if used[name] < capacity:
                steps.append((*way, -worth_of(used[name] + 1)))
            if used[name] > fixed[name]:
                steps.append((*way[::-1], worth_of(used[name])))
    columns = np.array(steps, np.int64).reshape(-1, 3).T
    return columns[0], columns[1], columns[2]
