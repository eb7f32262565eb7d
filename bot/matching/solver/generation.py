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
from bot.matching.solver.duals import NotTheBest, bound, outranks, prices
from bot.matching.solver.edges import Edges, Progress, merged
from bot.matching.solver.flow import LARGEST_COST, Bonus, Demand, Goal, Network, Prices
from bot.matching.solver.pool import Pool, Wanted
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

    ``gap`` is how much more any choice could weigh: 0 if it is proven that none does, None if the
    run was stopped before that was known. ``earned`` counts the bonuses in units. ``edges`` are the
    pairs the solver held in the end.
    """

    cells: Ints
    scores: Ints
    gap: int | None
    earned: int
    rounds: int
    edges: Edges
    prices: Prices
    bonus: Bonus


def solve(
    problem: Problem,
    progress: Progress,
    stop: Callable[[], bool],
    start: Edges | None = None,
) -> Solution:
    """Return the best choice; ``start`` are pairs to begin with, as an earlier run left them.

    ``stop`` is asked after each round; once it says yes, the best choice so far is the answer.
    """
    run = _Run(problem, progress, start)
    while not run.is_over and not stop():
        run.improve()
    return run.best()


class _Run:
    """One run: the pairs held, the newest choice, and how far looking for better ones has come."""

    def __init__(self, problem: Problem, progress: Progress, start: Edges | None) -> None:
        self.problem, self.progress = problem, progress
        edges = problem.pool.first(problem.worth) if start is None else start
        cells = edges.rows * problem.pool.width + edges.columns
        self.edges = edges.only(~np.isin(cells, problem.decided))
        self.most = problem.worth.largest * min(
            len(problem.demand.rows), len(problem.demand.columns)
        )
        self.unit = min(FIRST_UNIT * problem.worth.largest, self.most) + 1
        self.share = problem.pool.parts() if start is None else 1
        self.rounds = 0
        self.gap: int | None = None
        self.is_over = False
        self._solve()

    def improve(self) -> None:
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
        found = problem.pool.through(wanted, self.progress)
        self.rounds += 1
        gain = int((np.maximum(found.gain, 0) * problem.demand.rows).sum())
        if is_whole:
            self.gap = gain
        if is_whole and not gain:
            self._conclude()
            return
        self.share = max(1, self.share // PART_GROWS) if gain else 1
        if not len(found.edges):
            return
        chosen = self._cells(self.chosen)
        self.edges = merged([self.edges, found.edges], problem.pool.width)
        if not (is_whole and gain <= margin and self._still_best(chosen)):
            self._solve(at, int(found.gain.max(initial=0)) + problem.worth.largest)

    def best(self) -> Solution:
        """Return the newest choice."""
        return Solution(
            cells=self._cells(self.chosen),
            scores=self.edges.scores[self.chosen],
            gap=self.gap if self.is_over or self.gap else None,
            earned=self.network.without_weights(self.unit).value(self.chosen),
            rounds=self.rounds,
            edges=self.edges,
            prices=self.prices,
            bonus=self.network_bonus,
        )

    def _conclude(self) -> None:
        """Nothing is better at these bonuses: see whether they were large enough."""
        enough = self.unit > self.most or self.problem.goal == "score"
        if enough or outranks(self.network, self.chosen, self.prices, self.unit):
            self.is_over = True
            return
        self.unit = min(self.unit * UNIT_GROWS, self.most + 1)
        self._solve()

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
