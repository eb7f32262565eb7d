"""Chosen cells as an answer: the pairs in words' values, who is left and why, what changed."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from bot.matching.arrays import Ints, Mask, among
from bot.matching.asking.changes import changes
from bot.matching.asking.start import Warm
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
    known: Mapping[tuple[str, str], Pair] | None = None,
) -> Result:
    """Return the result that these cells come to; ``gap`` None: nothing is known.

    Pairs that are ``known`` are not worded again.
    """
    pairs = _pairs(table, cells, locked, known or {})
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


def worded(request: Request, before: Result, warm: Warm) -> Mapping[tuple[str, str], Pair]:
    """Return the pairs of an earlier answer that would be worded alike today."""
    same = (request.mentors, request.mentees) == warm.table.asked
    if not same or request.rules.weights != warm.request.rules.weights:
        return {}
    return {(pair.mentor_id, pair.mentee_id): pair for pair in before.pairs}


def _pairs(
    table: Table, cells: Ints, locked: Ints, known: Mapping[tuple[str, str], Pair]
) -> tuple[Pair, ...]:
    """Return pairs best first, those that are known as they were but for the lock."""
    is_locked = among(cells, locked)
    if not known:
        return pairs_of(table, cells, is_locked)
    rows, columns = np.divmod(cells, max(1, len(table.mentors)))
    mentors, mentees = table.mentors.people, table.mentees.people
    ids = [
        (mentors[column].person_id, mentees[row].person_id)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True)
    ]
    is_new = np.array([pair not in known for pair in ids], np.bool_)
    old = [
        known[pair] if known[pair].locked is lock else replace(known[pair], locked=lock)
        for pair, lock in zip(ids, is_locked.tolist(), strict=True)
        if pair in known
    ]
    found = [*old, *pairs_of(table, cells[is_new], is_locked[is_new])]
    return tuple(sorted(found, key=_best_first))


def _best_first(pair: Pair) -> tuple[int, str, str]:
    return -pair.score, pair.mentor_id, pair.mentee_id


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
    return tuple(sorted(found, key=_best_first))
