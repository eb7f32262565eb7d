"""The best choice of pairs out of a pool: solve with a few, look for better ones until none is.

Solving with a few pairs gives prices of people as well (bot.matching.solver.duals). A pair that was
left out can only improve the choice if it is worth more than its two prices: such pairs are added,
and all is solved again (column generation). When there is none in the whole pool, the same prices
prove the choice best among all pairs, although the solver saw few of them. Bonuses for people
served are places' worth, in the prices as well as in the choice, so the argument covers them, too.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from bot.matching.arrays import Ints, Mask, among
from bot.matching.solver.augment import Augmenting
from bot.matching.solver.duals import NotTheBest, bound, outranks, prices
from bot.matching.solver.edges import Edges, Progress, merged
from bot.matching.solver.flow import LARGEST_COST, Bonus, Demand, Goal, Network, Prices
from bot.matching.solver.pool import Found, Pool, Wanted
from bot.matching.solver.worth import Worth

FIRST_UNIT = 4
"""Bonuses begin with a unit of so many times the largest weight: enough nearly always."""
UNIT_GROWS = 16
EACH, EACH_OF_A_PART = 20, 6
"""How many pairs of one mentee are added at once; fewer as long as prices are still far off."""
PART_GROWS = 4
MARGIN = 50
"""Pairs worth almost their prices are added as well, a share of the largest weight below them:
they are those that the next prices would ask for."""

MOST_WAYS = 50
"""At 10,000 a side a way takes 15 ms and solving anew 0.7 s; at 100,000 it is 0.1 and 9 s."""

SWEEPS = 100
"""How long prices are looked for that would spare a solution."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """What is to be solved: the pool, the places, what pairs are worth and what comes before that.

    ``decided`` are sorted cells that are chosen already and may not be chosen again.
    """

    pool: Pool
    demand: Demand
    worth: Worth
    decided: Ints
    goal: Goal = "programme"


@dataclass(frozen=True, kw_only=True)
class Solution:
    """The chosen cells, with their scores, and how good they are known to be.

    ``gap`` is how much more any choice could weigh that earns the same bonuses; ``is_proven`` says
    that none does, nor earns more. ``earned`` counts the bonuses in units. ``edges`` are the pairs
    the solver held in the end, ``near`` others that are almost worth their prices; all pairs beside
    these fall ``short`` of them by as much, by mentee.
    """

    cells: Ints
    scores: Ints
    gap: int
    is_proven: bool
    earned: int
    rounds: int
    edges: Edges
    near: Edges
    short: Ints
    prices: Prices
    bonus: Bonus
    unit: int


def solve(
    problem: Problem,
    progress: Progress,
    stop: Callable[[], bool],
    start: "Start | None" = None,
) -> Solution:
    """Return the best choice; ``start`` is what to begin with, as an earlier run left it.

    ``stop`` is asked now and then; once it says yes, the best choice so far is the answer.
    """
    run = _Run(problem, progress, start)
    while not run.is_over and not stop():
        run.improve(stop)
    return run.best()


@dataclass(frozen=True, kw_only=True)
class Start:
    """What an earlier run leaves to begin with: pairs worth holding, and prices by some unit.

    Neither decides anything: whatever a run begins with, it ends with the best choice.
    """

    edges: Edges
    prices: Prices | None = None
    unit: int = 0

    @classmethod
    def of(cls, solution: Solution, least: int = 0) -> "Start":
        """Return what a solution leaves, without pairs of a lower score."""
        edges = solution.edges.only(solution.edges.scores >= least)
        return cls(edges=edges, prices=solution.prices, unit=solution.unit)


class _Run:
    """One run: the pairs held, the newest choice, and how far looking for better ones has come."""

    def __init__(self, problem: Problem, progress: Progress, start: Start | None) -> None:
        self.problem, self.progress = problem, progress
        edges = problem.pool.first(problem.worth) if start is None else start.edges
        cells, demand = edges.rows * problem.pool.width + edges.columns, problem.demand
        has_room = (demand.rows[edges.rows] > 0) & (demand.columns[edges.columns] > 0)
        self.edges = edges.only(has_room & ~np.isin(cells, problem.decided))
        self.most = problem.worth.largest * min(
            len(problem.demand.rows), len(problem.demand.columns)
        )
        self.unit = min(FIRST_UNIT * problem.worth.largest, self.most) + 1
        at, stretch = None, problem.worth.stretch
        if start and start.prices and start.unit:
            self.unit = start.unit * stretch
            at = Prices(start.prices.mentees * stretch, start.prices.mentors * stretch)
        self.share = problem.pool.parts() if start is None else 1
        self.rounds = 0
        self.bound: int | None = None
        self.is_over = False
        self.near, self.short = edges.only(cells[:0]), np.zeros_like(demand.rows)
        self._solve(at, LARGEST_COST if at is None else 2 * problem.worth.largest)

    def improve(self, stop: Callable[[], bool]) -> None:
        """Look for better pairs, and solve again with them; or see that it is over."""
        problem, at = self.problem, self.prices
        is_whole, margin = self.share == 1, problem.worth.largest // MARGIN
        wanted = Wanted(
            prices=at,
            worth=problem.worth,
            pair=self.network_bonus.pair,
            known=np.sort(np.concatenate([self._cells(self.chosen), problem.decided])),
            margin=margin if is_whole else 0,
            each=EACH if is_whole else EACH_OF_A_PART,
            share=self.share,
        )
        found = problem.pool.through(wanted, self.progress, stop)
        self.rounds += 1
        gain = int((np.maximum(found.gain, 0) * problem.demand.rows).sum())
        if is_whole:
            value = self.network.value(self.chosen) + gain
            self.bound = value if self.bound is None else min(self.bound, value)
        if is_whole and not gain:
            self._conclude()
            if self.is_over and not stop():
                self._leave(found.edges, wanted)
            return
        if stop():
            return
        self.share = max(1, self.share // PART_GROWS) if gain else 1
        if not len(found.edges):
            return
        chosen = self._cells(self.chosen)
        self.edges = merged([self.edges, found.edges], problem.pool.width)
        if is_whole and gain <= margin and self._still_best(chosen):
            return
        if is_whole and self._augmented(chosen, found):
            return
        self._solve(at, int(found.gain.max(initial=0)) + problem.worth.largest)

    def best(self) -> Solution:
        """Return the newest choice."""
        return Solution(
            cells=self._cells(self.chosen),
            scores=self.edges.scores[self.chosen],
            gap=0 if self.is_over else self._gap(),
            is_proven=self.is_over,
            earned=self.network.without_weights(self.unit).value(self.chosen),
            rounds=self.rounds,
            edges=self.edges,
            near=self.near,
            short=self.short,
            prices=self.prices,
            bonus=self.network_bonus,
            unit=self.unit,
        )

    def _gap(self) -> int:
        """Return how much more can be weighed at most, as far as that is known by now."""
        problem, demand = self.problem, self.problem.demand
        weights = problem.worth.weights(self._cells(self.chosen), self.edges.scores[self.chosen])
        pairs = len(weights)
        if problem.goal == "score":
            pairs = int(min(demand.rows.sum(), demand.columns.sum()))
        # With as many pairs, none of them can weigh more than the largest weight.
        gap = pairs * problem.worth.largest - int(weights.sum())
        known = gap if self.bound is None else self.bound - self.network.value(self.chosen)
        return min(gap, known)

    def _conclude(self) -> None:
        """Nothing is better at these bonuses: see whether they were large enough."""
        counts = self.problem.goal != "score" or bool(self.problem.demand.least.any())
        enough = self.unit > self.most or not counts
        if enough or outranks(self.network, self.chosen, self.prices, self.unit):
            self.is_over = True
            return
        self.unit, self.bound = min(self.unit * UNIT_GROWS, self.most + 1), None
        self._solve()

    def _leave(self, near: Edges, wanted: Wanted) -> None:
        """Note the pairs that the last look found, and what all others fall short by.

        Of whom it found as many as it may, others can be almost as good.
        """
        found = np.bincount(near.rows, minlength=len(self.short))
        self.near, self.short = near, np.where(found < wanted.each, wanted.margin, 0)

    def _solve(self, at: Prices | None = None, far: int = LARGEST_COST) -> None:
        """Solve with the pairs held; ``at`` are prices that are hardly further off than ``far``."""
        self._connect()
        self._keep(self.network.solve(at, far))

    def _still_best(self, chosen: Ints) -> bool:
        """Say whether new prices alone show that nothing held is better, and keep them if so.

        Where pairs that came last seemed to gain next to nothing, that often is all they change.
        """
        self._connect()
        try:
            self._keep(among(self._cells(slice(None)), chosen), SWEEPS)
        except NotTheBest:
            return False
        return True

    def _augmented(self, chosen: Ints, found: Found) -> bool:
        """Put in the pairs found, one way for each, if they are few; say whether that was done.

        Beyond MOST_WAYS all is solved anew: that takes the time of so many ways.
        """
        if np.count_nonzero(found.gain) > MOST_WAYS:
            return False
        self._connect()
        cells = self._cells(slice(None))
        new = found.edges.rows * self.problem.pool.width + found.edges.columns
        at, network = self.prices, self.network
        gain = network.worth - at.mentees[network.rows] - at.mentors[network.columns]
        closed = among(cells, np.sort(new)) & (gain > 0)
        now = Augmenting(network, among(cells, chosen), at, closed)
        for arc in np.flatnonzero(closed).tolist():
            now.add(arc)
        try:
            self._keep(now.chosen)
        except NotTheBest:
            return False
        return True

    def _connect(self) -> None:
        """Make a network of the pairs held."""
        problem, edges = self.problem, self.edges
        self.network_bonus = Bonus.of(problem.goal, self.unit)
        weights = problem.worth.weights(self._cells(slice(None)), edges.scores)
        self.network = Network(
            edges.rows, edges.columns, weights, problem.demand, self.network_bonus
        )

    def _keep(self, chosen: Mask, sweeps: int | None = None) -> None:
        """Keep the best choice of the network, with prices that prove it; raises NotTheBest."""
        self.prices = prices(self.network, chosen, sweeps)
        self.chosen = chosen
        if bound(self.network, self.prices) != self.network.value(self.chosen):
            raise NotTheBest

    def _cells(self, some: Mask | slice) -> Ints:
        return self.edges.rows[some] * self.problem.pool.width + self.edges.columns[some]
