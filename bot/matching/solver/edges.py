"""Pairs by row and column: all feasible ones of two groups, and the best ones of each person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching.arrays import Ints, Mask
from bot.matching.solver.matrix import Matrix

STRIP_CELLS = 1 << 18
"""Pairs looked at in one step: its arrays stay in the processor's cache."""
GOLDEN = 0x9E3779B1
TIE_BITS = 12
MOST_KEY = (1 << 40) - 1

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Edges:
    """Pairs by row and column and their scores."""

    rows: Ints
    columns: Ints
    scores: Ints

    def __len__(self) -> int:
        return len(self.rows)

    def only(self, some: Mask | Ints) -> "Edges":
        """Return a part of them."""
        return Edges(self.rows[some], self.columns[some], self.scores[some])


@dataclass(frozen=True)
class Open:
    """Which mentees (rows) and mentors (columns) still have room."""

    rows: Mask
    columns: Mask


def joined(parts: Sequence[Edges]) -> Edges:
    """Return the pairs of several sets, one set after another."""
    none = np.zeros(0, np.int64)
    return Edges(
        np.concatenate([none, *(part.rows for part in parts)]),
        np.concatenate([none, *(part.columns for part in parts)]),
        np.concatenate([none, *(part.scores for part in parts)]),
    )


def merged(parts: Sequence[Edges], width: int) -> Edges:
    """Return the pairs of several sets, each once, by row and column; ``width`` counts mentors."""
    edges = joined(parts)
    cells = edges.rows * width + edges.columns
    order = np.argsort(cells)
    return edges.only(order[np.diff(cells[order], prepend=-1) > 0])


def grid(matrix: Matrix, rows: Ints, columns: Ints) -> Edges:
    """Return all feasible pairs between some mentees and some mentors."""
    row, column = np.nonzero(matrix.feasible(rows[:, None], columns[None, :]))
    row, column = rows[row], columns[column]
    return Edges(row, column, matrix.scores(row, column))


def every_edge(matrix: Matrix, room: Open) -> Edges:
    """Return all feasible pairs of people with room, sorted by row and column."""
    rows, columns = np.flatnonzero(room.rows), np.flatnonzero(room.columns)
    height = max(1, STRIP_CELLS // max(1, len(columns)))
    starts = range(0, len(rows), height)
    return joined([grid(matrix, rows[start : start + height], columns) for start in starts])


def these_edges(matrix: Matrix, room: Open, cells: Ints) -> Edges:
    """Return those of some cells that break no rule and whose people have room."""
    rows, columns = np.divmod(cells, max(1, matrix.width))
    fine = room.rows[rows] & room.columns[columns] & matrix.feasible(rows, columns)
    rows, columns = rows[fine], columns[fine]
    return Edges(rows, columns, matrix.scores(rows, columns))


def best(owners: Ints, edges: Edges, how_many: int) -> Mask:
    """Say which pairs are among the best of their owner.

    Equal scores are taken in a scattered order, or the same first names would be on every list.
    """
    mixed = (edges.rows * GOLDEN) ^ (edges.columns * 0x85EBCA77)
    scattered = (mixed * 0x27D4EB2F >> 15) & ((1 << TIE_BITS) - 1)
    chosen = np.zeros(len(owners), np.bool_)
    chosen[largest(owners, (edges.scores << TIE_BITS) + scattered, how_many)] = True
    return chosen


def largest(owners: Ints, key: Ints, how_many: int) -> Ints:
    """Return the places of each owner's largest keys.

    Sorted by both in one number: one kind of number is sorted many times as quickly as two.
    """
    order = np.argsort(
        owners << MOST_KEY.bit_length() | MOST_KEY - np.clip(key, 0, MOST_KEY), kind="stable"
    )
    start = np.flatnonzero(np.diff(owners[order], prepend=-1))
    count = np.diff(start, append=len(order))
    place = np.arange(how_many)
    return np.asarray(order[(start[:, None] + place)[place < count[:, None]]])
