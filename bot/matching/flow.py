"""The best choice of pairs as one min-cost flow, and the bound that proves it.

Source -> mentee (its capacity) -> pair (once) -> mentor (its capacity) -> sink, and one arc from
source to sink for what nobody uses. OR-Tools solves it exactly and in integers.
"""

from dataclasses import dataclass

import numpy as np
from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

from bot.errors import BotError
from bot.matching.population import ROUNDS_THAT_COUNT
from bot.matching.table import Ints, Mask

LARGEST_COST = 1 << 62
"""What a 64-bit number holds; the solver refuses less by itself, cost times nodes above 5e18."""


class TooLarge(BotError):
    """More people, or larger weights, than the solver's whole numbers can hold."""


@dataclass(frozen=True)
class Demand:
    """How many partners each person can still take, and what their first one is worth.

    ``served`` are those who have one already, by a locked pair; ``waited`` is in rounds, at most
    ROUNDS_THAT_COUNT.
    """

    rows: Ints
    columns: Ints
    rows_served: Mask
    columns_served: Mask
    rows_waited: Ints
    columns_waited: Ints


@dataclass(frozen=True)
class Bonus:
    """What counts before any gain in weights: a first partner, each round waited for it, a pair.

    The order is exact: mentees served, mentors served, rounds they waited, pairs, weights. Two
    solutions differ by cycles that visit nobody twice, each a step that could be taken alone; so it
    is enough that in one cycle each number outweighs all that come after it. A cycle gives a person
    one pair at most and takes one at most: the weights (0 or more) change by ``most``, the largest
    times the smaller side. It passes source and sink once at most: pairs, mentors and mentees
    served change by one each; on either side one person may come for another, who waited two rounds
    more or less, so that rounds change by four.

    pair   = most + 1        > most
    waited = 2 * most + 2    > pair + most = 2 * most + 1
    mentor = 5 * waited      > 4 * waited + pair + most = 5 * waited - 1
    mentee = 10 * waited     > mentor + 4 * waited + pair + most = 10 * waited - 1
    """

    pair: int
    waited: int
    mentor: int
    mentee: int

    @classmethod
    def over(cls, weights: Ints, people: int) -> "Bonus":
        """Return bonuses that outweigh weights; ``people`` is the size of the smaller side."""
        most = int(weights.max(initial=0)) * people
        waited = 2 * most + 2
        mentor = (2 * ROUNDS_THAT_COUNT + 1) * waited
        return cls(pair=most + 1, waited=waited, mentor=mentor, mentee=2 * mentor)

    @property
    def largest(self) -> int:
        """What the first partner of a mentee is worth who waited for long: the largest cost."""
        return self.mentee + ROUNDS_THAT_COUNT * self.waited


class Network:
    """The arcs: source to mentees (first unit, others), pairs, mentors to sink (same), bypass."""

    def __init__(self, rows: Ints, columns: Ints, weights: Ints, demand: Demand) -> None:
        n, m = len(demand.rows), len(demand.columns)
        self.nodes = n + m + 2
        self.source, self.sink = n + m, n + m + 1
        self.units = int(min(demand.rows.sum(), demand.columns.sum()))
        self.bonus = Bonus.over(weights, min(n, m))
        if self.bonus.largest > LARGEST_COST:
            raise TooLarge(f"{self.nodes} people with scores up to {int(weights.max())}")
        first_row = np.where(demand.rows_served, 0, np.minimum(demand.rows, 1))
        first_column = np.where(demand.columns_served, 0, np.minimum(demand.columns, 1))
        mentees, mentors = np.arange(n), np.arange(n, n + m)
        source, sink = np.full(n, self.source), np.full(m, self.sink)
        self.tails = np.concatenate([source, source, rows, mentors, mentors, [self.source]])
        self.heads = np.concatenate([mentees, mentees, columns + n, sink, sink, [self.sink]])
        self.room = np.concatenate(
            [
                first_row,
                demand.rows - first_row,
                np.ones(len(rows), np.int64),
                first_column,
                demand.columns - first_column,
                [self.units],
            ]
        )
        self.costs = np.concatenate(
            [
                -self.bonus.mentee - self.bonus.waited * demand.rows_waited,
                np.zeros(n, np.int64),
                -self.bonus.pair - weights,
                -self.bonus.mentor - self.bonus.waited * demand.columns_waited,
                np.zeros(m + 1, np.int64),
            ]
        )
        self.pairs = slice(2 * n, 2 * n + len(rows))

    def solve(self) -> Ints:
        """Return the units on each arc, at the least cost."""
        solver = SimpleMinCostFlow()
        arcs = solver.add_arcs_with_capacity_and_unit_cost(
            self.tails, self.heads, self.room, self.costs
        )
        solver.set_node_supply(self.source, self.units)
        solver.set_node_supply(self.sink, -self.units)
        status = solver.solve()
        if status != SimpleMinCostFlow.OPTIMAL:
            raise TooLarge(f"the solver gave up: {status.name}")
        return np.asarray(solver.flows(arcs), np.int64)

    def bound(self, units: Ints) -> int:
        """Return what no flow's weights can exceed, bonuses included, from node prices alone.

        Prices are shortest distances in the residual network (Bellman and Ford, all arcs at once).
        Whatever the prices, sum(room * max(0, -reduced cost)) + units * (price of the source -
        price of the sink) bounds every flow; these prices reach the optimum itself.
        """
        forward, backward = units < self.room, units > 0
        tails = np.concatenate([self.tails[forward], self.heads[backward]])
        heads = np.concatenate([self.heads[forward], self.tails[backward]])
        costs = np.concatenate([self.costs[forward], -self.costs[backward]])
        order = np.argsort(heads, kind="stable")
        tails, heads, costs = tails[order], heads[order], costs[order]
        starts = np.flatnonzero(np.diff(heads, prepend=-1))
        reached = heads[starts]
        prices = np.zeros(self.nodes, np.int64)
        # An optimal flow has no negative cycle, so this many rounds always suffice; few are needed.
        for _ in range(self.nodes):
            shorter = np.minimum.reduceat(prices[tails] + costs, starts)
            if (shorter >= prices[reached]).all():
                break
            prices[reached] = np.minimum(prices[reached], shorter)
        reduced = self.costs + prices[self.tails] - prices[self.heads]
        gain = int((np.maximum(-reduced, 0) * self.room).sum())
        return gain + self.units * int(prices[self.source] - prices[self.sink])
