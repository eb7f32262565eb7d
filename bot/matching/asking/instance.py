"""A plain instance: people with capacities, and whole scores for the pairs that may be."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.matching.arrays import Ints
from bot.matching.model.result import Role
from bot.matching.solver.edges import Edges, Progress
from bot.matching.solver.flow import Demand, Goal
from bot.matching.solver.generation import Problem, solve
from bot.matching.solver.pool import Listed
from bot.matching.solver.worth import Worth

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, kw_only=True)
class Instance:
    """Capacities by id, and pairs (mentor, mentee), each once; ``scores`` belong to ``edges``.

    ``locked`` pairs are among the edges, not forbidden, and fit into the capacities. The goal
    "cardinality" serves the most mentees, then makes the most pairs, then has the highest total;
    "score" has the highest total; "programme" counts mentors served after the mentees. ``least`` is
    how many mentees a mentor must have, which comes before every goal.
    """

    mentors: Mapping[str, int]
    mentees: Mapping[str, int]
    edges: Pairs
    scores: Sequence[int]
    locked: Pairs = ()
    forbidden: Pairs = ()
    goal: Goal = "cardinality"
    least: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Left:
    """Somebody without a partner, and why.

    ``reason``: "no_edge", "forbidden" if every edge is, "worth_nothing" if the goal is the score
    and somebody has room, but no pair with them would add to it, else "taken": all are full.
    """

    person_id: str
    role: Role
    reason: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The pairs (mentor, mentee, score), best first, and everybody without one.

    ``upper_bound`` is what no other choice that serves as many, with as many pairs, can total.
    ``missing`` counts the mentees by whom mentors miss what they must have; no choice has fewer.
    """

    pairs: Sequence[tuple[str, str, int]]
    matched_mentees: int
    total_score: int
    upper_bound: int
    unmatched: Sequence[Left]
    missing: int = 0
    is_proven: bool = True


def solve_instance(
    instance: Instance,
    progress: Progress | None = None,
    stop: Callable[[], bool] | None = None,
) -> Outcome:
    """Return the best pairs of an instance, proven unless ``stop`` said yes; raises TooLarge."""
    mentors, mentees = list(instance.mentors), list(instance.mentees)
    mentor_at = {person: place for place, person in enumerate(mentors)}
    mentee_at = {person: place for place, person in enumerate(mentees)}
    width = len(mentors)

    def cells(pairs: Pairs) -> Ints:
        rows = np.array([mentee_at[mentee] for _, mentee in pairs], np.int64)
        return rows * width + np.array([mentor_at[mentor] for mentor, _ in pairs], np.int64)

    every = cells(instance.edges)
    order = np.argsort(every)
    every, scores = every[order], np.array(instance.scores, np.int64)[order]
    locked, banned = np.sort(cells(instance.locked)), cells(instance.forbidden)
    allowed = ~np.isin(every, banned) & ~np.isin(every, locked)
    rooms = (instance.mentees.values(), instance.mentors.values())
    room = [np.fromiter(side, np.int64) for side in rooms]
    least = np.array([instance.least.get(mentor, 0) for mentor in mentors], np.int64)
    demand = _demand(room, np.divmod(locked, max(1, width)), least)
    rows, columns = np.divmod(every, max(1, width))
    allowed &= (demand.rows[rows] > 0) & (demand.columns[columns] > 0)
    edges = Edges(rows, columns, scores).only(allowed)
    problem = Problem(
        pool=Listed(edges, rows=len(mentees), width=width),
        demand=demand,
        worth=Worth(by_score=np.arange(int(scores.max(initial=0)) + 1)),
        decided=locked,
        goal=instance.goal,
    )
    best = solve(problem, progress or _silent, stop or _never)
    chosen = np.flatnonzero(np.isin(every, best.cells) | np.isin(every, locked))
    pairs = [
        (mentors[every[place] % width], mentees[every[place] // width], int(scores[place]))
        for place in chosen
    ]
    total = sum(score for _, _, score in pairs)
    taught = Counter(mentor for mentor, _, _ in pairs)
    return Outcome(
        pairs=sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1])),
        matched_mentees=len({mentee for _, mentee, _ in pairs}),
        total_score=total,
        upper_bound=total + best.gap,
        is_proven=best.is_proven,
        unmatched=[*_left(instance, "mentee", pairs), *_left(instance, "mentor", pairs)],
        missing=sum(max(0, least - taught[mentor]) for mentor, least in instance.least.items()),
    )


def _demand(room: Sequence[Ints], locked: tuple[Ints, Ints], least: Ints) -> Demand:
    rows, columns = room
    used = np.bincount(locked[0], minlength=len(rows))
    used_columns = np.bincount(locked[1], minlength=len(columns))
    return Demand(
        rows=rows - used,
        columns=columns - used_columns,
        rows_served=used > 0,
        columns_served=used_columns > 0,
        rows_waited=np.zeros(len(rows), np.int64),
        columns_waited=np.zeros(len(columns), np.int64),
        columns_least=np.maximum(least - used_columns, 0),
    )


def _left(instance: Instance, role: Role, pairs: Sequence[tuple[str, str, int]]) -> list[Left]:
    place = 0 if role == "mentor" else 1
    served = {pair[place] for pair in pairs}
    used = Counter(pair[1 - place] for pair in pairs)
    others = instance.mentees if role == "mentor" else instance.mentors
    banned = set(instance.forbidden)
    possible = {pair[place] for pair in instance.edges}
    allowed = {pair[place] for pair in instance.edges if pair not in banned}
    has_room = {name for name, capacity in others.items() if used[name] < capacity}
    open_to = {
        pair[place] for pair in instance.edges if pair not in banned and pair[1 - place] in has_room
    }

    def reason(person: str) -> str:
        if person in open_to:
            return "worth_nothing" if instance.goal == "score" else "not_weighed"
        if person in allowed:
            return "taken"
        return "forbidden" if person in possible else "no_edge"

    people = instance.mentors if role == "mentor" else instance.mentees
    return [Left(person, role, reason(person)) for person in people if person not in served]


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
