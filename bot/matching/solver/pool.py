"""Where pairs come from: a few to begin with, then those that would improve what they gave."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from bot.matching.arrays import Ints, Mask, among
from bot.matching.solver.edges import Edges, Progress, best, largest
from bot.matching.solver.flow import Prices
from bot.matching.solver.worth import Worth

FEW = 30_000
"""So many pairs are handed to the solver all at once."""
BEST = 10
"""How many partners of each person, on both sides, it is given to begin with if there are more.

The best of one side only would all be the same few stars.
"""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is looked for: pairs worth more than the prices of their people, less ``margin``.

    ``pair`` is the bonus of any pair; ``known`` are sorted cells that need not be found again. With
    ``share`` n only every n-th part of all pairs is looked through, other ones for each mentee. At
    most ``each`` pairs of a mentee are wanted; with ``only`` those of some mentees.
    """

    prices: Prices
    worth: Worth
    pair: int
    known: Ints
    margin: int
    each: int
    share: int = 1
    only: Mask | None = None


@dataclass(frozen=True)
class Found:
    """The pairs of each mentee that gain the most, and the most each mentee can gain, or 0.

    Whoever was not looked at gains as much as is thinkable.
    """

    edges: Edges
    gain: Ints


class Pool(Protocol):
    """All pairs a solver may choose from, though not all at hand; ``width`` counts mentors."""

    width: int

    def first(self, worth: Worth) -> Edges:
        """Return some good pairs of everybody and all kept ones, by row and column."""
        ...

    def through(self, wanted: Wanted, progress: Progress, stop: Callable[[], bool]) -> Found:
        """Return the best pairs that are wanted; once ``stop`` says yes, of those looked at."""
        ...

    def parts(self) -> int:
        """Return into how many parts the pairs may be divided so that one is worth the trouble."""
        ...


class Listed:
    """Pairs that are all at hand, sorted by row and column."""

    def __init__(self, edges: Edges, *, rows: int, width: int) -> None:
        self.edges, self.rows, self.width = edges, rows, width
        self.cells = edges.rows * width + edges.columns

    def first(self, worth: Worth) -> Edges:
        """Return all of them if they are few."""
        edges = self.edges.only(self.edges.scores >= worth.least)
        if len(edges) <= FEW:
            return edges
        some = best(edges.rows, edges, BEST) | best(edges.columns, edges, BEST)
        return edges.only(some | among(edges.rows * self.width + edges.columns, worth.held))

    def through(self, wanted: Wanted, progress: Progress, stop: Callable[[], bool]) -> Found:
        """Return the best pairs that are wanted; they are few enough never to stop."""
        del stop
        edges, at = self.edges, wanted.prices
        gain = wanted.worth.weights(self.cells, edges.scores) + wanted.pair
        gain -= at.mentees[edges.rows] + at.mentors[edges.columns]
        good = np.flatnonzero((gain > -wanted.margin) & (edges.scores >= wanted.worth.least))
        good = good[~among(self.cells[good], wanted.known)]
        if wanted.only is not None:
            good = good[wanted.only[edges.rows[good]]]
        progress(1, 1)
        good = good[largest(edges.rows[good], gain[good], wanted.each)]
        most = np.zeros(self.rows, np.int64)
        np.maximum.at(most, edges.rows[good], gain[good])
        return Found(edges.only(good), most)

    def parts(self) -> int:
        """Return 1: they are looked through in no time."""
        return 1
