"""The pairs a solver may choose from: all feasible ones, or the best of both sides if too many."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching.rules import feasible
from bot.matching.score import scores
from bot.matching.table import Ints, Mask, Table

EVERY_PAIR_UP_TO = 3_000_000
"""More feasible pairs than this (about 3,700 people a side) would need more than 600 MB."""
BEST = 20
"""How many partners of each person stay, on both sides, above that.

The best 20 of one side only would all be the same few stars: up to 20 % of the pairs are lost so;
with both sides 10,000 of 10,000 pairs and 99 % of the total were kept (measured).
"""
STRIP_CELLS = 1 << 20
"""Pairs looked at in one step: its arrays stay below 10 MB each."""
TIE_BITS = 12
OWNER_SHIFT = 32
MERGE_AT = 1 << 19

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Edges:
    """Pairs by row and column and their scores; ``complete`` if these are all feasible pairs."""

    rows: Ints
    columns: Ints
    scores: Ints
    complete: bool = False

    def __len__(self) -> int:
        return len(self.rows)

    def only(self, some: Mask | Ints) -> "Edges":
        """Return a part of them, in which a complete set stays marked so."""
        return Edges(self.rows[some], self.columns[some], self.scores[some], self.complete)


def merged(parts: Sequence[Edges], width: int) -> Edges:
    """Return the pairs of several sets, each once, by row and column; ``width`` counts mentors."""
    edges = _joined(parts)
    _, first = np.unique(edges.rows * width + edges.columns, return_index=True)
    return edges.only(first)


@dataclass(frozen=True)
class Open:
    """Which mentees (rows) and mentors (columns) still have room; ``kept`` cells stay edges."""

    rows: Mask
    columns: Mask
    kept: Ints


def find_edges(
    table: Table, room: Open, progress: Progress, *, every_up_to: int = EVERY_PAIR_UP_TO
) -> Edges:
    """Return the pairs among people with room, sorted by row and column.

    All feasible ones up to ``every_up_to`` of them, else the best of both sides.
    """
    passed = 0

    def count(done: int, total: int) -> None:
        nonlocal passed
        passed = done
        progress(done, total)

    edges = _every(table, room, count, every_up_to)
    if edges is None:
        start = passed
        edges = _best(table, room, lambda done, total: progress(start + done, start + total))
    return edges


def _strips(table: Table, room: Open, progress: Progress) -> Iterator[Edges]:
    """Yield the feasible pairs of a few mentees at a time."""
    columns = np.flatnonzero(room.columns)
    open_rows = np.flatnonzero(room.rows)
    height = max(1, STRIP_CELLS // max(1, len(table.mentors)))
    steps = -(-len(open_rows) // height)
    for step in range(steps):
        rows = open_rows[step * height : (step + 1) * height]
        row, column = np.nonzero(feasible(table, rows, columns))
        row, column = rows[row], columns[column]
        yield Edges(row, column, scores(table, row, column))
        progress(step + 1, steps + 1)


def _every(table: Table, room: Open, progress: Progress, most: int) -> Edges | None:
    """Return all feasible pairs, or None as soon as there are too many."""
    strips: list[Edges] = []
    count = 0
    for strip in _strips(table, room, progress):
        strips.append(strip)
        count += len(strip)
        if count > most:
            return None
    return _joined(strips, complete=True)


def _best(table: Table, room: Open, progress: Progress) -> Edges:
    """Return the pairs that are among the best of one of their two sides, and the kept ones."""
    strips: list[Edges] = []
    of_columns = _BestOfColumns(len(table.mentors))
    for strip in _strips(table, room, progress):
        key = _keys(strip)
        chosen, _, _ = _best_of_each(strip.rows, key)
        chosen |= np.isin(strip.rows * len(table.mentors) + strip.columns, room.kept)
        strips.append(strip.only(chosen))
        of_columns.offer(strip, key)
    return merged([*strips, of_columns.best()], len(table.mentors))


def _keys(strip: Edges) -> Ints:
    """Return sort keys: the score, then a number that scatters ties.

    Without it equal scores would put the same first names on everybody's list.
    """
    mixed = (strip.rows * 0x9E3779B1) ^ (strip.columns * 0x85EBCA77)
    scattered = (mixed * 0x27D4EB2F >> 15) & ((1 << TIE_BITS) - 1)
    return np.asarray(strip.scores << TIE_BITS | scattered)


def _best_of_each(owners: Ints, key: Ints) -> tuple[Mask, Ints, Ints]:
    """Say which entries are among the best of their owner.

    Also returns the owners who have as many as they may, and the key that ends each one's list.
    """
    ranked = owners << OWNER_SHIFT | (1 << OWNER_SHIFT) - 1 - key
    in_order = np.sort(ranked)
    starts = np.flatnonzero(np.diff(in_order >> OWNER_SHIFT, prepend=-1))
    lasts = np.minimum(starts + BEST, np.append(starts[1:], len(in_order))) - 1
    limit = np.zeros(int(owners.max(initial=0)) + 1, np.int64)
    limit[in_order[starts] >> OWNER_SHIFT] = in_order[lasts]
    full = in_order[lasts[lasts - starts == BEST - 1]]
    ends = (1 << OWNER_SHIFT) - 1 - (full & (1 << OWNER_SHIFT) - 1)
    return ranked <= limit[owners], full >> OWNER_SHIFT, ends


class _BestOfColumns:
    """The best pairs of each mentor, over all strips; merged only when enough have gathered."""

    def __init__(self, width: int) -> None:
        self.threshold = np.full(width, -1)
        self.gathered: list[tuple[Ints, Edges]] = []
        self.count = 0

    def offer(self, strip: Edges, key: Ints) -> None:
        better = key > self.threshold[strip.columns]
        self.gathered.append((key[better], strip.only(better)))
        self.count += int(np.count_nonzero(better))
        if self.count > MERGE_AT:
            self._merge()

    def best(self) -> Edges:
        self._merge()
        return self.gathered[0][1]

    def _merge(self) -> None:
        key = np.concatenate([key for key, _ in self.gathered])
        edges = _joined([strip for _, strip in self.gathered])
        kept, full, ends = _best_of_each(edges.columns, key)
        self.threshold[full] = ends
        self.gathered, self.count = [(key[kept], edges.only(kept))], 0


def _joined(parts: Sequence[Edges], *, complete: bool = False) -> Edges:
    none = np.zeros(0, np.int64)
    return Edges(
        np.concatenate([none, *(part.rows for part in parts)]),
        np.concatenate([none, *(part.columns for part in parts)]),
        np.concatenate([none, *(part.scores for part in parts)]),
        complete,
    )
