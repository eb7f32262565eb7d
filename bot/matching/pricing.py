"""Looking through all pairs of a table for those worth more than the prices of their people.

Ten thousand million pairs for 100,000 people a side: so each block of mentees and mentors is first
compared by topics alone, in bytes, with the most that all other terms could add; the few that
remain earn their other terms one by one, and drop out as soon as the rest cannot suffice.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.matching.edges import (
    GOLDEN,
    Edges,
    Open,
    Progress,
    best,
    grid,
    joined,
    merged,
    these_edges,
)
from bot.matching.pool import BEST, Found, Wanted, most_of_each
from bot.matching.rules import among, feasible
from bot.matching.score import TERMS, topic_points
from bot.matching.table import Bytes, Ints, Table
from bot.matching.worth import Worth

HEIGHT, WIDTH = 256, 2048
"""Mentees and mentors of a block: its arrays stay in the processor's cache."""
LOOKED_AT = 512
"""How many partners of each person are looked at to begin with."""
MOST_SHORT = 10_000
"""Prices are compared in 16 bits: beyond this they are cut, which only lets more pairs through."""
WORTH_A_PASS = 400_000_000
"""Pairs above which looking through a part of them first saves time."""
WORKERS = min(4, os.cpu_count() or 1)


class Search:
    """All feasible pairs of a table's people who have room, found when they are wanted."""

    def __init__(self, table: Table, room: Open) -> None:
        self.table, self.room = table, room
        self.width = len(table.mentors)
        self.rows, self.columns = np.flatnonzero(room.rows), np.flatnonzero(room.columns)

    def parts(self) -> int:
        """Return one for each WORTH_A_PASS pairs, as a power of two."""
        pairs = len(self.rows) * len(self.columns)
        return 1 << max(0, (pairs // WORTH_A_PASS).bit_length() - 1)

    def first(self, worth: Worth) -> Edges:
        """Return some good pairs of everybody: a few people are looked at for each.

        Different ones for different people: the best of all are the same few stars.
        """
        found = [these_edges(self.table, self.room, worth.held)]
        for some, others in _meetings(self.rows, self.columns):
            strip = grid(self.table, some, others)
            found.append(strip.only(best(strip.rows, strip, BEST)))
        for some, others in _meetings(self.columns, self.rows):
            strip = grid(self.table, others, some)
            found.append(strip.only(best(strip.columns, strip, BEST)))
        edges = merged(found, self.width)
        return edges.only(edges.scores >= worth.least)

    def through(self, wanted: Wanted, progress: Progress) -> Found:
        """Return the best pairs that are wanted."""
        plan = _Plan.of(self, wanted)
        starts = range(0, len(plan.rows), HEIGHT)
        parts = []
        with ThreadPoolExecutor(WORKERS) as pool:
            for done, found in enumerate(pool.map(lambda at: self._strip(plan, at), starts)):
                parts.append(found)
                progress(done + 1, len(starts))
        gain = np.zeros(len(self.table.mentees), np.int64)
        for found in parts:
            np.maximum(gain, found.gain, out=gain)
        return Found(joined([found.edges for found in parts]), gain)

    def _strip(self, plan: "_Plan", start: int) -> Found:
        """Look through some mentees' pairs."""
        rows = plan.rows[start : start + HEIGHT]
        number = start // HEIGHT
        found = [
            self._block(plan, rows, block)
            for block in range(0, len(plan.columns), WIDTH)
            if (block // WIDTH + number) % plan.wanted.share == 0
        ]
        none = np.zeros(0, np.int64)
        edges = joined([edges for edges, _ in found])
        gain = np.concatenate([none, *(gain for _, gain in found)])
        return most_of_each(edges, gain, len(self.table.mentees), plan.wanted.each)

    def _block(self, plan: "_Plan", rows: Ints, start: int) -> tuple[Edges, Ints]:
        """Return the wanted pairs of a block, and what each gains."""
        table, wanted = self.table, plan.wanted
        block = slice(start, start + WIDTH)
        row, place, gain = plan.promising(table, rows, block)
        column = plan.columns[block][place]
        score = topic_points(table, row, gain)
        slack = plan.rest[row] - plan.mentees[row] - plan.mentors[column] + score
        for code, term in TERMS.items():
            if code != "topics":
                earned = term.earned(table, row, column)
                score, slack = score + earned, slack + earned - plan.most[code][row]
                more = np.flatnonzero(slack > 0)
                row, column, score, slack = row[more], column[more], score[more], slack[more]
        cells, at = row * self.width + column, wanted.prices
        gains = wanted.worth.weights(cells, score) + wanted.pair
        gains -= at.mentees[row] + at.mentors[column]
        wide = (gains > -wanted.margin) & (score >= wanted.worth.least)
        good = np.flatnonzero(wide & ~among(cells, wanted.known))
        good = good[feasible(table, row[good], column[good])]
        return Edges(row[good], column[good], score[good]), gains[good]


def _meetings(some: Ints, others: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Yield a few people at a time and whom of the other side to look at for them."""
    mixed = others[np.argsort(others * GOLDEN % (1 << 32), kind="stable")]
    twice = np.concatenate([mixed, mixed])
    for start in range(0, len(some), HEIGHT):
        at = start // HEIGHT * LOOKED_AT % max(1, len(mixed))
        yield some[start : start + HEIGHT], twice[at : at + min(LOOKED_AT, len(mixed))]


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """The order in which pairs are looked through, and what each side brings with it.

    Both sides in the order of their prices (mentees with as many wishes together), so that a
    block's prices are alike. ``mentees`` and ``mentors``: prices in points, rounded down, the
    former less what any pair earns besides its points. ``rest``: what all terms but the topics can
    add for a mentee; ``factor``: the points of each gain, rounded up.
    """

    wanted: Wanted
    rows: Ints
    columns: Ints
    mentees: Ints
    mentors: Ints
    most: dict[str, Ints]
    rest: Ints
    factor: NDArray[np.int16]
    wishes: Ints
    gains: Bytes

    @classmethod
    def of(cls, search: Search, wanted: Wanted) -> "_Plan":
        table, worth, prices = search.table, wanted.worth, wanted.prices
        wishes = np.count_nonzero(table.wishes, axis=1)
        rows, columns = search.rows, search.columns
        columns = columns[np.argsort(prices.mentors[columns], kind="stable")]
        most = {code: term.most(table) for code, term in TERMS.items()}
        factor = -(-table.rules.weights.topics // np.maximum(table.fullest, 1))
        beside = worth.above_score - -wanted.margin // worth.stretch
        mentees = (prices.mentees - wanted.pair) // worth.stretch - beside
        mentors = prices.mentors // worth.stretch
        if not worth.largest:
            # Without weights a pair is wanted whatever its score, or not at all.
            any_score = len(worth.by_score)
            mentees, mentors = mentees * any_score + any_score - 1, mentors * any_score
        return cls(
            wanted=wanted,
            rows=rows[np.lexsort((prices.mentees[rows], wishes[rows]))],
            columns=columns,
            mentees=mentees,
            mentors=mentors,
            most=most,
            rest=np.asarray(sum(most.values()) - most["topics"]),
            factor=factor.astype(np.int16),
            wishes=wishes,
            gains=table.gains[:, columns],
        )

    def promising(self, table: Table, rows: Ints, block: slice) -> tuple[Ints, Ints, Ints]:
        """Return mentees, places in the block and gains of those whose topics may suffice."""
        columns, gains = self.columns[block], self.gains[:, block]
        fullest = table.fullest[rows].astype(np.uint8)[:, None]
        total = np.zeros((len(rows), len(columns)), np.uint8)
        for wish in range(int(self.wishes[rows].max(initial=0))):
            total += gains[table.wishes[rows, wish]]
            np.minimum(total, fullest, out=total)
        base = int(self.mentors[columns].min(initial=0))
        needed = np.clip(self.mentees[rows] + base - self.rest[rows], -MOST_SHORT, MOST_SHORT)
        more = np.minimum(self.mentors[columns] - base, MOST_SHORT - 1)
        points = np.multiply(total, self.factor[rows][:, None], dtype=np.int16)
        points -= needed.astype(np.int16)[:, None]
        promising = (points > more.astype(np.int16)) & (total > 0)
        place, column = np.divmod(np.flatnonzero(promising), max(1, len(columns)))
        return rows[place], column, total[place, column].astype(np.int64)
