"""Pricing: looking through all pairs of a matrix for those worth more than their two prices.

Ten thousand million pairs for 100,000 a side: so columns are first compared by the first term
alone, in bytes. Columns of one price need the same gain to be worth a closer look, if all other
terms gave all they can: one addition for each wish and one comparison rule out 97 pairs of 100. The
few that remain earn their other terms one by one, and drop out as soon as the rest cannot suffice.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from bot.matching.arrays import Bytes, Ints, among
from bot.matching.solver.beside import beside
from bot.matching.solver.edges import (
    GOLDEN,
    Edges,
    Open,
    Progress,
    best,
    grid,
    joined,
    largest,
    merged,
    these_edges,
)
from bot.matching.solver.flow import ENDLESS
from bot.matching.solver.matrix import Matrix
from bot.matching.solver.pool import Found, Wanted
from bot.matching.solver.worth import Worth

HEIGHT, WIDTH = 64, 1 << 12
"""Mentees and mentors of a block: its arrays stay in the processor's cache."""
ALIKE = 1 << 8
"""So many mentors of a block, whose prices are the most alike, are compared with one price."""
ENOUGH = 1 << 16
"""So many pairs are looked at more closely at once."""
TOGETHER, LOOKED_AT, BEST_MET = 256, 512, 6
"""To begin with, so many people are looked at together, with so many partners of whom each is given
so many."""
PART, MOST_PARTS = 6_000_000, 16
"""How many pairs are looked through in a first part, while prices are far off; and at most how
many such parts there are, for each costs a solution as well."""
STRIPS = 8
"""Strips of HEIGHT mentees that a worker looks through before it asks for more."""


class Search:
    """All feasible pairs of a matrix whose people have room, found when they are wanted."""

    def __init__(self, matrix: Matrix, room: Open, workers: int = 1) -> None:
        self.matrix, self.room, self.workers = matrix, room, workers
        self.width = matrix.width
        self.rows, self.columns = np.flatnonzero(room.rows), np.flatnonzero(room.columns)

    def parts(self) -> int:
        """Return one for each PART of all pairs, as a power of two."""
        parts = len(self.rows) * len(self.columns) // PART
        return min(MOST_PARTS, 1 << max(0, parts.bit_length() - 1))

    def first(self, worth: Worth) -> Edges:
        """Return some good pairs of everybody: a few people are looked at for each.

        Different ones for different people: the best of all are the same few stars.
        """
        by_mentee = list(_meetings(self.rows, self.columns))
        by_mentor = list(_meetings(self.columns, self.rows))

        def of_some(number: int) -> Edges:
            if number < len(by_mentee):
                strip = grid(self.matrix, *by_mentee[number])
                return strip.only(best(strip.rows, strip, BEST_MET))
            strip = grid(self.matrix, *by_mentor[number - len(by_mentee)][::-1])
            return strip.only(best(strip.columns, strip, BEST_MET))

        found = beside(of_some, len(by_mentee) + len(by_mentor), self.workers)
        edges = merged([these_edges(self.matrix, self.room, worth.held), *found], self.width)
        return edges.only(edges.scores >= worth.least)

    def through(self, wanted: Wanted, progress: Progress, stop: Callable[[], bool]) -> Found:
        """Return the best pairs that are wanted; once ``stop`` says yes, of those looked at."""
        plan = _Plan.of(self, wanted)
        starts = range(0, len(plan.rows), HEIGHT)
        blocks = [starts[some : some + STRIPS] for some in range(0, len(starts), STRIPS)]

        def block(number: int) -> tuple[Edges, Ints, Ints]:
            found = [self._strip(plan, start) for start in blocks[number]]
            seen = plan.rows[blocks[number][0] : blocks[number][-1] + HEIGHT]
            return joined([edges for edges, _ in found]), _all([gain for _, gain in found]), seen

        parts, most = [], plan.thinkable()
        for done, (edges, gain, seen) in enumerate(beside(block, len(blocks), self.workers)):
            parts.append(edges)
            most[seen] = 0
            np.maximum.at(most, edges.rows, gain)
            progress(done + 1, len(blocks))
            if stop():
                break
        return Found(joined(parts), most)

    def _strip(self, plan: "_Plan", start: int) -> tuple[Edges, Ints]:
        """Return the best wanted pairs of some mentees, and what each gains."""
        found = [self._worthy(plan, *some) for some in plan.promising(start)]
        edges = joined([edges for edges, _ in found])
        gain = _all([gain for _, gain in found])
        some = largest(edges.rows, gain, plan.wanted.each)
        return edges.only(some), gain[some]

    def _worthy(self, plan: "_Plan", row: Ints, place: Ints, gain: Bytes) -> tuple[Edges, Ints]:
        """Return the wanted ones of some pairs, and what each gains."""
        matrix, wanted = self.matrix, plan.wanted
        slack = plan.limits[row, gain] - plan.mentors[place]
        for name in matrix.others:
            more = np.flatnonzero(slack > 0)
            row, place, slack = row[more], place[more], slack[more]
            slack += matrix.term(name, row, plan.columns[place]) - plan.most[name][row]
        column, score = plan.columns[place], slack + plan.mentees[row] + plan.mentors[place]
        cells, at = row * self.width + column, wanted.prices
        gains = wanted.worth.weights(cells, score) + wanted.pair
        gains -= at.mentees[row] + at.mentors[column]
        wide = (gains > -wanted.margin) & (score >= wanted.worth.least)
        good = np.flatnonzero(wide & ~among(cells, wanted.known))
        good = good[matrix.feasible(row[good], column[good])]
        return Edges(row[good], column[good], score[good]), gains[good]


def _meetings(some: Ints, others: Ints) -> Iterator[tuple[Ints, Ints]]:
    """Yield a few people at a time and whom of the other side to look at for them."""
    mixed = others[np.argsort(others * GOLDEN % (1 << 32), kind="stable")]
    twice = np.concatenate([mixed, mixed])
    for start in range(0, len(some), TOGETHER):
        at = start // TOGETHER * LOOKED_AT % max(1, len(mixed))
        yield some[start : start + TOGETHER], twice[at : at + min(LOOKED_AT, len(mixed))]


@dataclass(frozen=True, kw_only=True)
class _Plan:
    """The order in which pairs are looked through, and what each side brings with it.

    Both sides in the order of their prices (mentees with as many wishes together), so that those of
    a block are alike. ``mentees``: their prices in points, rounded down, less what any pair earns
    besides its points; ``mentors``: prices of ``columns``, and ``floors`` the lowest of those
    ALIKE. ``most``: what each mentee could earn by a term. ``limits``: for a mentee and a number of
    gains, the price a mentor must stay below. ``counts``: how many ``wishes`` each has.
    ``gains``: those of the matrix for ``columns``, and columns that bring nothing to fill the last
    block.
    """

    wanted: Wanted
    rows: Ints
    columns: Ints
    mentees: Ints
    mentors: Ints
    floors: Ints
    most: dict[str, Ints]
    limits: Ints
    wishes: Ints
    counts: Ints
    gains: Bytes

    @classmethod
    def of(cls, search: Search, wanted: Wanted) -> "_Plan":
        matrix, prices = search.matrix, wanted.prices
        wishes = np.count_nonzero(matrix.wishes, axis=1)
        rows = (
            search.rows if wanted.only is None else np.flatnonzero(search.room.rows & wanted.only)
        )
        columns = search.columns[np.argsort(prices.mentors[search.columns], kind="stable")]
        mentees, mentors = _in_points(wanted, prices.mentors[columns])
        most = {name: matrix.most(name) for name in matrix.others}
        every = np.arange(len(wishes))
        gain = np.arange(1 + matrix.most_gain * matrix.wishes.shape[1])
        points = matrix.first_term(every[:, None], gain[None, :])
        blocks = -(-len(columns) // WIDTH)
        gains = np.zeros((len(matrix.gains), blocks * WIDTH), np.min_scalar_type(len(gain)))
        for row, gain_of_all in zip(gains, matrix.gains, strict=True):
            row[: len(columns)] = gain_of_all[columns]
        return cls(
            wanted=wanted,
            rows=rows[np.lexsort((prices.mentees[rows], wishes[rows]))],
            columns=columns,
            mentees=mentees,
            mentors=mentors,
            floors=np.resize(mentors[::ALIKE], blocks * WIDTH // ALIKE),
            most=most,
            limits=points + (sum(most.values()) - mentees)[:, None],
            wishes=matrix.wishes,
            counts=wishes,
            gains=gains,
        )

    def thinkable(self) -> Ints:
        """Return what each mentee would gain by somebody who is the cheapest and suits the best."""
        wanted, worth = self.wanted, self.wanted.worth
        gain = np.zeros(len(self.limits), np.int64)
        cheapest = wanted.prices.mentors[self.columns].min(initial=ENDLESS)
        dearest = worth.largest + wanted.pair - cheapest
        gain[self.rows] = np.maximum(dearest - wanted.prices.mentees[self.rows], 0)
        return gain

    def promising(self, start: int) -> Iterator[tuple[Ints, Ints, Bytes]]:
        """Yield mentees, places in ``columns`` and gains of those whose topics may suffice."""
        rows, share, never = (
            self.rows[start : start + HEIGHT],
            self.wanted.share,
            len(self.limits.T),
        )
        # Whoever brings nothing breaks a rule, so that at least one gain is needed.
        enough = self.limits[rows][:, 1:, None] > self.floors
        least = np.where(enough.any(axis=1), 1 + enough.argmax(axis=1), never)
        least = least.astype(self.gains.dtype)
        found: list[tuple[Ints, Ints, Bytes]] = []
        for block in range(-(start // HEIGHT) % share, self.gains.shape[1] // WIDTH, share):
            alike = least[:, block * WIDTH // ALIKE : (block + 1) * WIDTH // ALIKE]
            some = np.flatnonzero(alike[:, 0] < never)
            if len(some):
                found.append(self._block(rows[some], block * WIDTH, alike[some]))
            if sum(len(row) for row, _, _ in found) > ENOUGH:
                yield _stacked(found)
                found = []
        if found:
            yield _stacked(found)

    def _block(self, rows: Ints, first: int, least: Bytes) -> tuple[Ints, Ints, Bytes]:
        """Return the pairs of a block that gain enough: mentee, place, gain."""
        gains, wishes = self.gains[:, first : first + WIDTH], self.wishes[rows]
        total = gains[wishes[:, 0]]
        for wish in range(1, int(self.counts[rows].max())):
            total += gains[wishes[:, wish]]
        hit = np.flatnonzero(total.reshape(len(rows), -1, ALIKE) >= least[:, :, None])
        return rows[hit // WIDTH], first + hit % WIDTH, total.ravel()[hit]


def _in_points(wanted: Wanted, mentors: Ints) -> tuple[Ints, Ints]:
    """Return the prices of all mentees and of some mentors in points (see _Plan)."""
    worth = wanted.worth
    beside = worth.above_score - -wanted.margin // worth.stretch
    mentees = (wanted.prices.mentees - wanted.pair) // worth.stretch - beside
    mentors = mentors // worth.stretch
    if worth.largest:
        return mentees, mentors
    # Without weights a pair is wanted whatever its score, or not at all.
    any_score = len(worth.by_score)
    return mentees * any_score + any_score - 1, mentors * any_score


def _all(parts: Sequence[Ints]) -> Ints:
    return np.concatenate([np.zeros(0, np.int64), *parts])


def _stacked(parts: Sequence[tuple[Ints, Ints, Bytes]]) -> tuple[Ints, Ints, Bytes]:
    row, place, gain = (np.concatenate(columns) for columns in zip(*parts, strict=True))
    return row, place, gain
