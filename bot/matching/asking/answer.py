"""Chosen cells as an answer: the pairs in words' values, who is left and why, what changed."""

import numpy as np

from bot.matching.arrays import Ints, Mask, among
from bot.matching.asking.changes import changes
from bot.matching.asking.unmatched import unmatched
from bot.matching.model.people import Request
from bot.matching.model.result import Pair, Result
from bot.matching.model.score import points, reasons
from bot.matching.model.table import Table
from bot.matching.solver.generation import Solution


def answer(  # noqa: PLR0913  a result has as many parts
    request: Request,
    table: Table,
    cells: Ints,
    best: Solution,
    *,
    locked: Ints,
    least: int,
    gap: int | None,
) -> Result:
    """Return the result that these cells come to; ``gap`` None: nothing is known."""
    pairs = pairs_of(table, cells, among(cells, locked))
    total = sum(pair.score for pair in pairs)
    mentees = {pair.mentee_id for pair in pairs}
    mentors = {pair.mentor_id for pair in pairs}
    return Result(
        pairs=pairs,
        unmatched=unmatched(table, cells),
        total_score=total,
        upper_bound=None if gap is None else total + gap,
        least_score=least,
        edges=len(best.edges),
        rounds=best.rounds,
        is_proven=best.is_proven and gap is not None,
        mentees_served=len(mentees),
        mentors_served=len(mentors),
        changes=changes(request, {(pair.mentor_id, pair.mentee_id) for pair in pairs}),
    )


def pairs_of(table: Table, cells: Ints, locked: Mask) -> tuple[Pair, ...]:
    """Return pairs with their reasons, best first and then by id."""
    rows, columns = np.divmod(cells, max(1, len(table.mentors)))
    terms = {code: term.tolist() for code, term in points(table, rows, columns).items()}
    found = []
    for index, (row, column) in enumerate(zip(rows, columns, strict=True)):
        mentor, mentee = table.mentors.people[column], table.mentees.people[row]
        earned = {code: term[index] for code, term in terms.items()}
        found.append(
            Pair(
                mentor.person_id,
                mentee.person_id,
                sum(earned.values()),
                reasons(mentor, mentee, earned),
                bool(locked[index]),
            )
        )
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.mentor_id, pair.mentee_id)))
