"""The best choice of pairs as one min-cost flow.

Every mentee sends as many units as they have places, every mentor takes as many as they have. A
unit goes by a pair (once), or by one node in the middle: then the two places stay empty, and what
they would have been worth is lost. OR-Tools solves it exactly and in integers.
"""

from copy import copy
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from bot.errors import BotError
from bot.matching.arrays import Ints, Mask

LARGEST_COST = 1 << 62
"""What a 64-bit number holds; the solver refuses less by itself, cost times nodes above 5e18."""

Goal = Literal["programme", "cardinality", "score"]
"""What comes before the weights. "programme": mentees served, mentors served, the rounds these
waited, pairs. "cardinality": mentees served, pairs. "score": nothing."""


MOST_ROUNDS = 2
"""Rounds that somebody may have waited, as far as they count."""


class TooLarge(BotError):
    """More people, or larger weights, than the solver's whole numbers can hold."""


@dataclass(frozen=True)
class Demand:
    """How many partners each person can still take, and what their first one is worth.

    ``served`` are those who have one already, by a locked pair; ``waited`` is in rounds, at most
    MOST_ROUNDS. ``columns_least``: how many each column must be given before anything else counts.
    """

    rows: Ints
    columns: Ints
    rows_served: Mask
    columns_served: Mask
    rows_waited: Ints
    columns_waited: Ints
    columns_least: Ints | None = None

    @property
    def least(self) -> Ints:
        """Return how many places of each column come before all else."""
        return np.zeros_like(self.columns) if self.columns_least is None else self.columns_least


@dataclass(frozen=True)
class Bonus:
    """What counts before any gain in weights: a first partner, each round waited for it, a pair.

    With the goal "programme" the order is exact once ``unit`` is above ``most``, which is the
    largest weight of any pair, looked at or not, times the smaller side: mentees served, mentors
    served, rounds they waited, pairs, weights. Two solutions differ by cycles that visit nobody
    twice, each a step that could be taken alone; so it is enough that in one cycle each number
    outweighs all that come after it. A cycle gives a person one pair at most and takes one at most:
    the weights (0 or more) change by ``most`` at most. It passes source and sink once at most:
    pairs, mentors and mentees served change by one each; on either side one person may come for
    another, who waited two rounds more or less, so that rounds change by four. In units:

    pair   = 1     weights < 1
    waited = 2     > pair + weights
    mentor = 10    > 4 * waited + pair + weights
    mentee = 20    > mentor + 4 * waited + pair + weights

    The same holds for "cardinality" with mentee = 2 > pair + weights. Places that ``must`` be
    filled come first, with twice the bonus of a mentee, or one unit where only weights count. A
    smaller unit is quicker to solve with; whether it sufficed is then proven afterwards
    (bot.matching.solver.duals.outranks).
    """

    pair: int
    waited: int
    mentor: int
    mentee: int
    must: int

    @classmethod
    def of(cls, goal: Goal, unit: int) -> "Bonus":
        """Return the bonuses for a goal, as multiples of a unit."""
        waited = 2
        mentor = (2 * MOST_ROUNDS + 1) * waited
        if goal == "programme":
            return cls(unit, waited * unit, mentor * unit, 2 * mentor * unit, 4 * mentor * unit)
        if goal == "cardinality":
            return cls(unit, 0, 0, 2 * unit, 4 * unit)
        return cls(0, 0, 0, 0, unit)

    @property
    def most(self) -> int:
        """What the first partner of a mentee is worth who waited for long: the largest cost."""
        return self.mentee + MOST_ROUNDS * self.waited


@dataclass(frozen=True)
class Places:
    """One side's places: the first ones are worth a bonus each, the others nothing.

    Usually it is one, if nobody has it yet. ``used`` places fill the first ones first.
    """

    room: Ints
    first: Ints
    bonus: Ints

    @classmethod
    def of(cls, room: Ints, served: Mask, bonus: Ints) -> "Places":
        """Return the places of people of whom some are served already."""
        return cls(room, np.where(served, 0, np.minimum(room, 1)), bonus)

    def with_least(self, least: Ints, bonus: int) -> "Places":
        """Return the same where as many places as must be filled are worth that bonus each."""
        must = least > 0
        first, worth = np.where(must, least, self.first), np.where(must, bonus, self.bonus)
        return Places(self.room, first, worth)

    def worth(self, used: Ints) -> int:
        """Return the bonuses that so many used places earn."""
        return int((np.minimum(used, self.first) * self.bonus).sum())

    def limits(self, used: Ints) -> tuple[Ints, Ints]:
        """Return between which prices these numbers of used places are the best ones.

        A price is what it costs to use a place: at a price above minus the bonus the first one is
        worth using, at one above 0 the others.
        """
        others, used_others = self.room - self.first, np.maximum(used - self.first, 0)
        first_used = np.minimum(used, self.first)
        low = np.full(len(used), -ENDLESS)
        low = np.where(first_used > 0, -self.bonus, low)
        low = np.where(used_others > 0, 0, low)
        high = np.full(len(used), ENDLESS)
        high = np.where(used_others < others, 0, high)
        high = np.where(first_used < self.first, -self.bonus, high)
        return low, high

    def bound(self, prices: Ints) -> int:
        """Return the most that places can earn at these prices."""
        first = self.first * np.maximum(self.bonus + prices, 0)
        others = (self.room - self.first) * np.maximum(prices, 0)
        return int(first.sum() + others.sum())


ENDLESS = 1 << 61


@dataclass(frozen=True)
class Prices:
    """What a place costs, of each mentee and of each mentor."""

    mentees: Ints
    mentors: Ints


class Network:
    """The arcs: pairs, and from mentees to the middle and on to mentors (first places, others)."""

    def __init__(
        self, rows: Ints, columns: Ints, weights: Ints, demand: Demand, bonus: Bonus
    ) -> None:
        largest = bonus.must if demand.least.any() else bonus.most
        if largest + int(weights.max(initial=0)) > LARGEST_COST:
            people = len(demand.rows) + len(demand.columns)
            raise TooLarge(f"{people} people with scores up to {int(weights.max())}")
        self.mentees = Places.of(
            demand.rows, demand.rows_served, bonus.mentee + bonus.waited * demand.rows_waited
        )
        self.mentors = Places.of(
            demand.columns,
            demand.columns_served,
            bonus.mentor + bonus.waited * demand.columns_waited,
        ).with_least(demand.least, bonus.must)
        self.pair = bonus.pair
        self.rows, self.columns, self.worth = rows, columns, bonus.pair + weights

    def solve(self, at: Prices | None = None, far: int = LARGEST_COST) -> Mask:
        """Return which pairs to choose, so that they are worth the most.

        Costs are counted from the prices ``at``, which changes no answer, and those further than
        ``far`` from 0 are cut: the solver is the quicker the smaller they are. It is asked again if
        the answer rests on what was cut: a way that is too dear is used, or one too cheap is not.
        """
        n, m = len(self.mentees.room), len(self.mentors.room)
        at = Prices(np.zeros(n, np.int64), np.zeros(m, np.int64)) if at is None else at
        mentees, mentors = np.arange(n, dtype=np.int32), np.arange(n, n + m, dtype=np.int32)
        middle = np.full(max(n, m), n + m, np.int32)
        tails = [mentees[self.rows], mentees, mentees, middle[:m], middle[:m]]
        heads = [mentors[self.columns], middle[:n], middle[:n], mentors, mentors]
        first, also = self.mentees.first, self.mentors.first
        pairs = np.ones(len(self.rows), np.int64)
        rooms = [pairs, first, self.mentees.room - first, also, self.mentors.room - also]
        empty = [self.mentees.bonus + at.mentees, at.mentees]
        empty += [self.mentors.bonus + at.mentors, at.mentors]
        paired = at.mentees[self.rows] + at.mentors[self.columns] - self.worth
        room, costs = np.concatenate(rooms), np.concatenate([paired, *empty])
        # Only here: a server that solves elsewhere need not hold the solver's 17 MiB.
        from ortools.graph.python.min_cost_flow import SimpleMinCostFlow  # noqa: PLC0415

        solver = SimpleMinCostFlow()
        arcs = solver.add_arcs_with_capacity_and_unit_cost(
            np.concatenate(tails), np.concatenate(heads), room, np.clip(costs, -far, far)
        )
        sent = np.concatenate([self.mentees.room, -self.mentors.room])
        solver.set_nodes_supplies(np.arange(n + m + 1), np.append(sent, -sent.sum()))
        status = solver.solve()
        if status != SimpleMinCostFlow.OPTIMAL:
            raise TooLarge(f"the solver gave up: {status.name}")
        flows = solver.flows(arcs)
        if ((flows > 0) & (costs > far) | (flows < room) & (costs < -far)).any():
            return self.solve(at)
        return np.asarray(flows[: len(pairs)] > 0)

    def without_weights(self, unit: int) -> "Network":
        """Return the same arcs, worth only their bonuses, in units."""
        plain = copy(self)
        plain.mentees = replace(self.mentees, bonus=self.mentees.bonus // unit)
        plain.mentors = replace(self.mentors, bonus=self.mentors.bonus // unit)
        plain.pair = self.pair // unit
        plain.worth = np.full_like(self.worth, plain.pair)
        return plain

    def used(self, chosen: Mask) -> tuple[Ints, Ints]:
        """Return how many places of each mentee and mentor the chosen pairs use."""
        return (
            np.bincount(self.rows[chosen], minlength=len(self.mentees.room)),
            np.bincount(self.columns[chosen], minlength=len(self.mentors.room)),
        )

    def value(self, chosen: Mask) -> int:
        """Return what chosen pairs are worth, bonuses included."""
        by_mentee, by_mentor = self.used(chosen)
        places = self.mentees.worth(by_mentee) + self.mentors.worth(by_mentor)
        return int(self.worth[chosen].sum()) + places
