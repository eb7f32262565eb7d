"""Puts a proven choice right again after a small change: one shortest augmenting path a unit.

A pair that is taken out, put in, or found to be worth more than its prices leaves one person with a
partner too many and another with one too few. The cheapest way from the one to the other, counted
in what each step falls short of its prices, is the best there is to do about it, and the lengths of
the ways correct the prices (Dijkstra's method with potentials: Edmonds and Karp 1972, Tomizawa
1971). Only who lies nearer than the goal is looked at, and only their pairs have to be priced anew.
"""

from collections.abc import Iterator

import numpy as np

from bot.matching.arrays import Ints, Mask, ranges
from bot.matching.solver.flow import ENDLESS, Network, Prices


class Augmenting:
    """A network with a choice and right prices, kept right while single pairs change.

    Nodes are mentees, mentors, and a root from which mentees' places are filled and to which
    mentors' lead. ``closed`` are pairs that are not there yet. ``touched`` are the mentees with
    whom some pairs may have become wanted.
    """

    def __init__(self, network: Network, chosen: Mask, prices: Prices, closed: Mask) -> None:
        self.network, self.chosen = network, chosen.copy()
        self.open = ~chosen & ~closed
        self.mentees, self.mentors = prices.mentees.copy(), prices.mentors.copy()
        self.n, self.root = len(self.mentees), len(self.mentees) + len(self.mentors)
        self.starts = np.searchsorted(network.rows, np.arange(self.n + 1))
        self.used, self.used_by_mentors = network.used(chosen)
        self.touched = np.zeros(self.n, np.bool_)
        self.partners: dict[int, set[int]] = {}
        for arc in np.flatnonzero(chosen).tolist():
            self.partners.setdefault(int(network.columns[arc]), set()).add(arc)

    @property
    def prices(self) -> Prices:
        """The prices by now."""
        return Prices(self.mentees, self.mentors)

    def gain(self, arc: int) -> int:
        """Return how much a pair is worth more than its prices."""
        return -int(self._short(np.array([arc]))[0])

    def add(self, arc: int) -> None:
        """Put a closed pair in, and move others until nothing is better with it."""
        self.open[arc] = True
        if self.gain(arc) <= 0:
            return
        self._flip(arc)
        row, column = int(self.network.rows[arc]), int(self.network.columns[arc])
        self.push(self.n + column, row)

    def push(self, source: int, target: int) -> None:
        """Send one unit from a node that has one too many to one that has one too few."""
        length, by = self._shortest(source, target)
        far = int(length[target])
        length = np.minimum(length, far)
        at_root = int(length[self.root])
        self.mentees += length[: self.n] - at_root
        self.mentors -= length[self.n : self.root] - at_root
        self.touched |= length[: self.n] < far
        node = target
        while node != source:
            before = int(by[node])
            if before < 0:
                node = self._through_root(-1 - before, node)
                continue
            self._flip(before)
            row, column = int(self.network.rows[before]), int(self.network.columns[before])
            node = self.n + column if node == row else row

    def _through_root(self, before: int, node: int) -> int:
        """Move a place along a step from or to the root; return where the step began."""
        sign = 1 if before == self.root else -1
        place = node if before == self.root else before
        if place < self.n:
            self.used[place] += sign
        else:
            self.used_by_mentors[place - self.n] -= sign
        return before

    def _flip(self, arc: int) -> None:
        self.chosen[arc], self.open[arc] = self.open[arc], self.chosen[arc]
        partners = self.partners.setdefault(int(self.network.columns[arc]), set())
        partners.symmetric_difference_update({arc})

    def _shortest(self, source: int, target: int) -> tuple[Ints, Ints]:
        """Return the length of the shortest way to each node, and how it came there.

        That is the arc taken, or -1 less the node before where the root is on either side. Lengths
        are few small numbers: all nodes of one length are looked at together.
        """
        length, by = np.full(self.root + 1, ENDLESS), np.zeros(self.root + 1, np.int64)
        waits = np.zeros(self.root + 1, np.bool_)
        length[source], waits[source] = 0, True
        while True:
            waiting = np.flatnonzero(waits)
            lengths = length[waiting]
            far = int(lengths.min())
            if far >= length[target]:
                return length, by
            now = waiting[lengths == far]
            waits[now] = False
            for step, how, nodes in self._steps(now, target):
                total = far + step
                # Nobody further away than the goal matters: that keeps most of them out.
                near = total < np.minimum(length[nodes], length[target])
                np.minimum.at(length, nodes[near], total[near])
                came = near & (length[nodes] == total)
                by[nodes[came]] = how[came]
                waits[nodes[came]] = True

    def _steps(self, some: Ints, target: int) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Yield the ways on from nodes: what each falls short of the prices, how, and whither."""
        network, rows = self.network, some[some < self.n]
        columns = some[(some >= self.n) & (some < self.root)] - self.n
        if some[-1] == self.root:
            yield from self._from_root(target)
        yield self._emptied(rows)
        yield self._filled(columns)
        arcs = ranges(self.starts[rows], self.starts[rows + 1])
        arcs = arcs[self.open[arcs]]
        yield self._short(arcs), arcs, self.n + network.columns[arcs]
        held = [arc for column in columns.tolist() for arc in self.partners.get(column, ())]
        arcs = np.array(held, np.int64)
        yield -self._short(arcs), arcs, network.rows[arcs]

    def _short(self, arcs: Ints) -> Ints:
        """Return what pairs fall short of their prices."""
        network = self.network
        at = self.mentees[network.rows[arcs]] + self.mentors[network.columns[arcs]]
        return np.asarray(at - network.worth[arcs])

    def _emptied(self, rows: Ints) -> tuple[Ints, Ints, Ints]:
        """Return the steps to the root by which mentees' places fall empty."""
        places = self.network.mentees
        rows = rows[self.used[rows] > 0]
        is_other = self.used[rows] > places.first[rows]
        short = self.mentees[rows] + np.where(is_other, 0, places.bonus[rows])
        return short, -1 - rows, np.full(len(rows), self.root)

    def _filled(self, columns: Ints) -> tuple[Ints, Ints, Ints]:
        """Return the steps to the root by which mentors' places are filled."""
        places, used = self.network.mentors, self.used_by_mentors
        columns = columns[used[columns] < places.room[columns]]
        is_first = used[columns] < places.first[columns]
        short = -self.mentors[columns] - np.where(is_first, places.bonus[columns], 0)
        return short, -1 - self.n - columns, np.full(len(columns), self.root)

    def _from_root(self, target: int) -> Iterator[tuple[Ints, Ints, Ints]]:
        """Yield the steps by which mentees' places are filled, or mentors' fall empty.

        The one to the target comes first, so that few of the others need to be looked at.
        """
        _, most = self.network.mentees.limits(self.used)
        least, _ = self.network.mentors.limits(self.used_by_mentors)
        short = np.concatenate([most - self.mentees, self.mentors - least])
        nodes = np.flatnonzero(short < ENDLESS // 2)
        how = np.full(len(nodes), -1 - self.root)
        for some in (nodes == target, nodes != target):
            yield short[nodes[some]], how[some], nodes[some]
