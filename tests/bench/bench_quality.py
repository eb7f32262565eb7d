"""Compares the pairing with simpler ways of pairing, on invented people.

    python -m tests.bench.bench_quality [size]

``size`` (default 1,000) mentees, with as many mentors and with 0.7 times as many; the rules,
capacities and scores are the same for all. "first come": each mentee in turn takes the best mentor
left. "best pair first": the best pair left, again and again, which is the stable matching of one
common score. "Gale-Shapley": mentees ask by topics, mentors choose by all else. Printed as
Markdown. "goals covered" counts the topics mentees want that a partner of theirs offers; a blocking
pair is two people who would both gain by leaving a partner for each other.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from random import Random

import numpy as np
from rich.console import Console

from adapters.matching.synthetic import population
from bot.matching import Fairness, Request, propose
from bot.matching.arrays import Ints
from bot.matching.model.matrix import ScoreMatrix
from bot.matching.model.score import points
from bot.matching.model.table import Table
from bot.matching.solver.edges import Edges, Open, every_edge

SEED = 11
Pair = tuple[int, int]
HEADINGS = (
    "way of pairing",
    "mentees served",
    "pairs",
    "total",
    "mean",
    "5th percentile",
    "worst",
    "goals covered",
    "blocking pairs",
)


@dataclass(frozen=True)
class Field:
    """Everybody, all feasible pairs, and their scores."""

    table: Table
    edges: Edges
    scores: dict[Pair, int]

    @classmethod
    def of(cls, request: Request) -> "Field":
        """Score all pairs of a request."""
        table = Table(request)
        everybody = Open(table.mentees.capacity > 0, table.mentors.capacity > 0)
        edges = every_edge(ScoreMatrix(table), everybody)
        pairs = zip(edges.rows.tolist(), edges.columns.tolist(), strict=True)
        return cls(table, edges, dict(zip(pairs, edges.scores.tolist(), strict=True)))

    def taken(self, order: Iterable[int]) -> list[Pair]:
        """Take pairs in an order of edges as long as both have room."""
        rooms = self.table.mentees.capacity.copy(), self.table.mentors.capacity.copy()
        chosen = []
        for place in order:
            row, column = int(self.edges.rows[place]), int(self.edges.columns[place])
            if rooms[0][row] and rooms[1][column]:
                rooms[0][row] -= 1
                rooms[1][column] -= 1
                chosen.append((row, column))
        return chosen


def at_random(field: Field) -> list[Pair]:
    return field.taken(np.random.default_rng(SEED).permutation(len(field.edges)))


def first_come(field: Field) -> list[Pair]:
    return field.taken(np.lexsort((-field.edges.scores, field.edges.rows)))


def best_pair_first(field: Field) -> list[Pair]:
    return field.taken(np.argsort(-field.edges.scores, kind="stable"))


def gale_shapley(field: Field) -> list[Pair]:
    """Deferred acceptance: who was turned away asks the next; mentors keep the best so far."""
    edges, table = field.edges, field.table
    wish = points(table, edges.rows, edges.columns)["topics"]
    liking = {
        pair: score - int(topic)
        for (pair, score), topic in zip(field.scores.items(), wish, strict=True)
    }
    lists: dict[int, list[int]] = defaultdict(list)
    for place in np.lexsort((-edges.scores, -wish, edges.rows)):
        lists[int(edges.rows[place])].append(int(edges.columns[place]))
    held: dict[int, list[int]] = defaultdict(list)
    asking = [row for row in lists for _ in range(table.mentees.capacity[row])]
    Random(SEED).shuffle(asking)  # noqa: S311 - chance that can be played again, not secrecy
    asked = dict.fromkeys(lists, 0)
    while asking:
        row = asking.pop()
        if asked[row] == len(lists[row]):
            continue
        column = lists[row][asked[row]]
        asked[row] += 1
        held[column].append(row)
        if len(held[column]) > table.mentors.capacity[column]:
            worst = min(held[column], key=lambda other: liking[other, column])
            held[column].remove(worst)
            asking.append(worst)
    return [(row, column) for column, rows in held.items() for row in rows]


def proposed(fairness: Fairness) -> Callable[[Field, Request], list[Pair]]:
    def pairs(field: Field, request: Request) -> list[Pair]:
        result = propose(replace(request, rules=replace(request.rules, fairness=fairness)))
        if not result.certified:
            raise AssertionError("not proven")
        rows, columns = field.table.mentees.place, field.table.mentors.place
        return [(rows[pair.mentee_id], columns[pair.mentor_id]) for pair in result.pairs]

    return pairs


def blocking(field: Field, chosen: list[Pair]) -> int:
    """Count the pairs who would both rather have each other than their worst partner."""
    worst = [np.full(len(side), -1) for side in (field.table.mentees, field.table.mentors)]
    for side, place in ((field.table.mentees, 0), (field.table.mentors, 1)):
        partners: dict[int, list[int]] = defaultdict(list)
        for pair in chosen:
            partners[pair[place]].append(field.scores[pair])
        for person, scores in partners.items():
            if len(scores) == side.capacity[person]:
                worst[place][person] = min(scores)
    edges = field.edges
    both = edges.scores > np.maximum(worst[0][edges.rows], worst[1][edges.columns])
    own = {row * len(field.table.mentors) + column for row, column in chosen}
    cells: Ints = edges.rows * len(field.table.mentors) + edges.columns
    return int(np.count_nonzero(both & ~np.isin(cells, list(own))))


def covered(field: Field, chosen: list[Pair]) -> float:
    """Return the share of the mentees' topics that a partner offers."""
    mentees, mentors = field.table.mentees.people, field.table.mentors.people
    offered: dict[int, set[str]] = defaultdict(set)
    for row, column in chosen:
        offered[row] |= mentees[row].topics.keys() & mentors[column].topics.keys()
    return sum(map(len, offered.values())) / sum(len(person.topics) for person in mentees)


def line(name: str, field: Field, chosen: list[Pair]) -> str:
    scores = np.array([field.scores[pair] for pair in chosen])
    figures = (
        f"{len({row for row, _ in chosen}):,}",
        f"{len(chosen):,}",
        f"{scores.sum():,}",
        f"{scores.mean():.0f}",
        f"{np.percentile(scores, 5):.0f}",
        f"{scores.min()}",
        f"{100 * covered(field, chosen):.1f} %",
        f"{blocking(field, chosen):,}",
    )
    return f"| {' | '.join((name, *figures))} |"


def main(size: int) -> None:
    """Pair the same people in each way and print what comes of it."""
    out = Console(width=200)
    for scarce in (1.0, 0.7):
        request = population(size, SEED, scarce=scarce)
        field = Field.of(request)
        title = f"{len(request.mentees):,} mentees, {len(request.mentors):,} mentors"
        lines = [f"| {' | '.join((title, *HEADINGS[1:]))} |", "|---" * len(HEADINGS) + "|"]
        lines += [
            line("at random", field, at_random(field)),
            line("first come", field, first_come(field)),
            line("best pair first", field, best_pair_first(field)),
            line("Gale-Shapley", field, gale_shapley(field)),
            line("Passerelle, total", field, proposed("total")(field, request)),
            line("Passerelle, concave", field, proposed("concave")(field, request)),
            line("Passerelle, worst first", field, proposed("worst")(field, request)),
        ]
        out.print("\n".join(lines), highlight=False, markup=False, soft_wrap=True)
        out.print()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
