"""One pair kept apart or put together, beginning at the best without that: one way, and few prices.

A run is proven best, and one pair fewer may be chosen, or one must be. What changes is the cheapest
way from whom that leaves alone to whom it leaves with one too many (bot.matching.solver.augment);
only mentees on that way, and near it, can want a pair that they did not want before, and only where
prices fell by more than all pairs but the known ones fell short of them. Where anything is not as
expected, nothing is answered here, and the question is solved as any other.
"""

from dataclasses import dataclass, replace

import numpy as np

from bot.matching.arrays import Ints, Mask, among
from bot.matching.asking.locks import Locks, settle_locks
from bot.matching.asking.problem import problem_of
from bot.matching.asking.start import Warm
from bot.matching.model.matrix import ScoreMatrix
from bot.matching.model.people import Request
from bot.matching.model.result import Result
from bot.matching.model.table import Table
from bot.matching.solver.augment import Augmenting
from bot.matching.solver.duals import bound, outranks, prices
from bot.matching.solver.edges import Edges, merged
from bot.matching.solver.flow import ENDLESS, Bonus, Demand, Network, Prices
from bot.matching.solver.generation import EACH, Problem
from bot.matching.solver.pool import Wanted

AGAIN = 10
"""Looks at pairs not held yet; nearly always the second finds none."""
MOST_WAYS = 400
"""Mentees with whom pairs are wanted; for more, solving anew is as quick."""


@dataclass(frozen=True)
class Override:
    """A request with one pair more locked or forbidden, and the cell of that pair."""

    request: Request
    pair: tuple[str, str]
    is_lock: bool


def cells_with(override: Override, result: Result, warm: Warm) -> Ints | None:
    """Return the cells of the best pairs with an override, most of them as before; None: unknown.

    Raises ContradictoryRules.
    """
    table = warm.table_of(override.request)
    locks = settle_locks(override.request, table)
    old = Locks.of(table, table.cells(warm.request.locked))
    before = table.cells({(pair.mentor_id, pair.mentee_id) for pair in result.pairs})
    kept = table.cells(override.request.kept)
    problem = problem_of(table, locks, kept=kept, ties=before, is_listed=False)
    least = result.least_score
    problem = replace(problem, worth=replace(problem.worth, least=least))
    [cell] = table.cells([override.pair])
    if override.is_lock and warm.table.rules.fairness == "worst":
        row, column = np.divmod(np.array([cell]), len(table.mentors))
        # Somebody locked need not score what the others must, so that these might do better.
        if ScoreMatrix(table).scores(row, column)[0] <= least:
            return None
    way = _Way(problem, old.demand, warm, cell)
    found = way.after(np.setdiff1d(before, old.cells), is_lock=override.is_lock)
    if found is None:
        return None
    cells = np.union1d(found, locks.cells)
    fair = table.rules.fairness != "worst" or _served(table, cells) == _served(table, before)
    return cells if fair else None


def _served(table: Table, cells: Ints) -> tuple[int, ...]:
    """Return what comes before points: mentees and mentors served, rounds they waited, pairs."""
    rows, columns = (np.unique(some) for some in np.divmod(cells, len(table.mentors)))
    waited = table.mentees.rounds[rows].sum() + table.mentors.rounds[columns].sum()
    return len(rows), len(columns), int(waited), len(cells)


class _Way:
    """The way that one pair makes necessary, by the places of before it."""

    def __init__(self, problem: Problem, demand: Demand, warm: Warm, cell: int) -> None:
        self.tied, self.demand, self.cell = problem, demand, cell
        self.width = problem.pool.width
        worth = replace(problem.worth, ties=problem.worth.ties[:0], stretch=1)
        self.problem = replace(problem, worth=worth)
        self.unit, self.prices = warm.unit, warm.prices
        self.bonus, self.is_lock = Bonus.of(problem.goal, self.unit), False
        self.warm = warm
        edges = merged([warm.edges, warm.near], self.width)
        edges = edges.only(edges.scores >= problem.worth.least)
        self.edges = edges.only(self._cells(edges) != cell)

    def after(self, chosen: Ints, *, is_lock: bool) -> Ints | None:
        """Return the best cells beside the pair, or None if that is not proven.

        First by points alone, whose differences are few small numbers; then with the most of the
        pairs of before, of which those that went may come back where that costs nothing.
        """
        self.is_lock = is_lock
        row, column = divmod(self.cell, self.width)
        mentor = len(self.prices.mentees) + column
        now = self._augmenting(chosen)
        if is_lock:
            now.push(mentor, row)
        else:
            now.used[row] += 1
            now.used_by_mentors[column] += 1
            now.push(row, mentor)
        best = self._settled(now)
        if best is None:
            return None
        cells = self._cells(self.edges)
        self._tie()
        gone = np.setdiff1d(chosen, cells[best.chosen])
        stretch = self.problem.worth.stretch
        self.prices = Prices(best.mentees * stretch, best.mentors * stretch)
        best = self._settled(self._with(gone, cells[best.chosen], best))
        proven = best is not None and self._is_proven(best)
        return self._cells(self.edges)[best.chosen] if best and proven else None

    def _tie(self) -> None:
        """From now on, weigh what stays as well: all else is stretched, so that it comes first."""
        self.problem = self.tied
        self.unit *= self.tied.worth.stretch
        self.bonus = Bonus.of(self.problem.goal, self.unit)

    def _settled(self, now: Augmenting) -> Augmenting | None:
        """Return the same once no pair outside is wanted; None if they are too many."""
        for attempt in range(AGAIN):
            if attempt and not self.is_lock:
                # Prices at one end of what is right make many pairs seem wanted that are not.
                at = prices(now.network, now.chosen)
                now.mentees, now.mentors, now.touched[:] = at.mentees, at.mentors, True
            found = self._wanted(now)
            if found is None:
                return None
            if not len(found):
                return now
            cells = self._cells(self.edges)[now.chosen]
            self.edges, self.prices = merged([self.edges, found], self.width), now.prices
            now = self._with(self._cells(found), cells, now)
        return None

    def _with(self, found: Ints, chosen: Ints, before: Augmenting) -> Augmenting:
        """Return the same with some pairs put in."""
        found = np.sort(found)
        now = self._augmenting(chosen, found)
        now.used, now.used_by_mentors = before.used, before.used_by_mentors
        now.touched = before.touched
        for arc in np.flatnonzero(among(self._cells(self.edges), found)).tolist():
            now.add(arc)
        return now

    def _wanted(self, now: Augmenting) -> Edges | None:
        """Return pairs outside that would be better now, or None if they are many."""
        problem, some = self.problem, now.touched & self._may_want(now)
        if not some.any():
            return self.edges.only(np.zeros(0, np.int64))
        known = [self._cells(self.edges)[now.chosen], problem.decided, np.array([self.cell])]
        wanted = Wanted(
            prices=now.prices,
            worth=problem.worth,
            pair=self.bonus.pair,
            known=np.unique(np.concatenate(known)),
            margin=0,
            each=EACH,
            only=some,
        )
        found = problem.pool.through(wanted, _silent, _never)
        return None if np.count_nonzero(found.gain) > MOST_WAYS else found.edges

    def _may_want(self, now: Augmenting) -> Mask:
        """Say whose prices, and anybody's on the other side, fell enough for a pair outside."""
        stretch, prices = self.problem.worth.stretch, self.warm.prices
        fell = prices.mentees * stretch - now.mentees
        most = int((prices.mentors * stretch - now.mentors).max(initial=-ENDLESS))
        return np.asarray(fell + most > self.warm.short * stretch)

    def _is_proven(self, now: Augmenting) -> bool:
        """Say whether the prices prove the choice with the places of today."""
        problem, demand, edges = self.problem, self.problem.demand, self.edges
        has_room = (demand.rows[edges.rows] > 0) & (demand.columns[edges.columns] > 0)
        chosen, network = now.chosen[has_room], self._network(demand, edges.only(has_room))
        most = problem.worth.largest * min(len(problem.demand.rows), len(problem.demand.columns))
        return bound(network, now.prices) == network.value(chosen) and (
            self.unit > most or outranks(network, chosen, now.prices, self.unit)
        )

    def _augmenting(self, chosen: Ints, closed: Ints | None = None) -> Augmenting:
        cells = self._cells(self.edges)
        closed = chosen[:0] if closed is None else closed
        network = self._network(self.demand, self.edges)
        return Augmenting(network, among(cells, chosen), self.prices, among(cells, closed))

    def _network(self, demand: Demand, edges: Edges) -> Network:
        weights = self.problem.worth.weights(self._cells(edges), edges.scores)
        return Network(edges.rows, edges.columns, weights, demand, self.bonus)

    def _cells(self, edges: Edges) -> Ints:
        return edges.rows * self.width + edges.columns


def _silent(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
