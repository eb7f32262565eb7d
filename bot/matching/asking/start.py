"""What a run leaves to questions after it: its people as numbers, its prices, its core of pairs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from bot.matching.arrays import Ints, among
from bot.matching.model.matrix import ScoreMatrix
from bot.matching.model.people import Request
from bot.matching.model.result import Result
from bot.matching.model.table import Side, Table
from bot.matching.solver.edges import Edges
from bot.matching.solver.flow import Prices
from bot.matching.solver.generation import Solution, Start


@dataclass(frozen=True, kw_only=True)
class Warm:
    """A run's people and where its solver ended: a hint to the next, which decides nothing.

    Whoever begins here comes to the same answer as whoever begins with nothing, only sooner: pairs
    are asked again for rules and points, and the proof is made anew. Only of the very same question
    ``near`` and ``short`` say which pairs need not be looked at (bot.matching.asking.override).
    """

    request: Request
    table: Table
    edges: Edges
    near: Edges
    short: Ints
    prices: Prices
    unit: int

    @classmethod
    def of(cls, request: Request, table: Table, solution: Solution) -> "Warm":
        """Return what a solution of a request leaves."""
        return cls(
            request=request,
            table=table,
            edges=solution.edges,
            near=solution.near,
            short=solution.short,
            prices=solution.prices,
            unit=solution.unit,
        )

    def table_of(self, request: Request) -> Table:
        """Return the columns of a request, those of before as far as the people are the same."""
        return self.table.of_same(request) or Table(request)

    def start(self, table: Table) -> Start:
        """Return where a solver of another table may begin, whoever came or went meanwhile."""
        edges, prices = self.edges, self.prices
        if table.asked is not self.table.asked:
            edges, prices = self._elsewhere(table)
        if table.asked is not self.table.asked or table.rules != self.request.rules:
            edges = _asked_again(table, edges)
        else:
            cells = edges.rows * len(table.mentors) + edges.columns
            edges = edges.only(~among(cells, table.forbidden))
        edges = edges.only(edges.scores >= table.rules.minimum_score)
        return Start(edges=edges, prices=prices, unit=self.unit)

    def _elsewhere(self, table: Table) -> tuple[Edges, Prices]:
        """Return pairs and prices by the places people have in another table."""
        before, edges, prices = self.table, self.edges, self.prices
        rows = _places(before.mentees, table.mentees)
        columns = _places(before.mentors, table.mentors)
        prices = Prices(
            _moved(prices.mentees, rows, len(table.mentees)),
            _moved(prices.mentors, columns, len(table.mentors)),
        )
        row, column = rows[edges.rows], columns[edges.columns]
        there = np.flatnonzero((row >= 0) & (column >= 0))
        there = there[np.argsort(row[there] * len(table.mentors) + column[there])]
        return Edges(row[there], column[there], edges.scores[there]), prices


def warm_of(result: Result | None) -> Warm | None:
    """Return where the next question may begin, if anything is known of that."""
    return result.warm if result and isinstance(result.warm, Warm) else None


def _asked_again(table: Table, edges: Edges) -> Edges:
    """Return those pairs that break no rule by now, with their points of today."""
    matrix = ScoreMatrix(table)
    edges = edges.only(matrix.feasible(edges.rows, edges.columns))
    return replace(edges, scores=matrix.scores(edges.rows, edges.columns))


def _places(before: Side, now: Side) -> Ints:
    """Return where each person of before is now, or -1."""
    place: Mapping[str, int] = now.place
    return np.array([place.get(person.person_id, -1) for person in before.people], np.int64)


def _moved(prices: Ints, places: Ints, length: int) -> Ints:
    """Return the prices of people in their new places; newcomers cost what is usual."""
    usual = int(np.median(prices)) if len(prices) else 0
    moved = np.full(length, usual)
    moved[places[places >= 0]] = prices[places >= 0]
    return moved
