"""Hard rules: what a pair must have. Filters, never penalties."""

from collections.abc import Iterator

import numpy as np

from bot.matching.arrays import Bits, Bytes, Ints, Mask, among
from bot.matching.model.table import UNKNOWN, Table

PRIVATE = "excluded"
"""The rule that nobody may be told of: it decides whom a run pairs, and explains nothing."""
CODES = (
    "reporting_line",
    "past_partner",
    "level_gap",
    "level_unknown",
    "forbidden",
    "no_common_topic",
    "no_common_language",
    "no_common_hours",
    PRIVATE,
)
"""The rules in the order in which they explain a refusal; the private one is asked last."""


def broken(table: Table, rows: Ints, columns: Ints) -> Iterator[tuple[str, Mask]]:
    """Yield each rule's code and which pairs break it.

    ``rows`` and ``columns`` are of one shape, pair by pair, or a column and a line of numbers, for
    all pairs of the two.
    """
    yield "reporting_line", _one_above_the_other(table, rows, columns)
    yield "past_partner", _listed(table, table.past, rows, columns)
    too_close, untold = _not_senior(table, rows, columns)
    yield "level_gap", too_close
    yield "level_unknown", untold
    yield "forbidden", _listed(table, table.forbidden, rows, columns)
    mentees, mentors = table.mentees, table.mentors
    yield "no_common_topic", ~_meet(mentees.topics, mentors.topics, rows, columns)
    yield "no_common_language", ~_meet(mentees.languages, mentors.languages, rows, columns)
    hours = common(mentees.hours, mentors.hours, rows, columns)
    yield "no_common_hours", hours < table.rules.minimum_hours
    yield PRIVATE, _shunned(table, rows, columns)


def feasible(table: Table, rows: Ints, columns: Ints) -> Mask:
    """Return which pairs break no rule; shapes as for ``broken``."""
    wrong = np.zeros(np.broadcast_shapes(rows.shape, columns.shape), np.bool_)
    for _, mask in broken(table, rows, columns):
        wrong |= mask
    return ~wrong


def common(mentees: Bits, mentors: Bits, rows: Ints, columns: Ints) -> Bytes:
    """Count the bits that two people's sets have in common (at most 255)."""
    count = np.bitwise_count(mentees[rows, 0] & mentors[columns, 0])
    for word in range(1, mentees.shape[1]):
        count += np.bitwise_count(mentees[rows, word] & mentors[columns, word])
    return np.asarray(count)


def _one_above_the_other(table: Table, rows: Ints, columns: Ints) -> Mask:
    left, right = table.mentees.left[rows], table.mentees.right[rows]
    mentor_left, mentor_right = table.mentors.left[columns], table.mentors.right[columns]
    above = (left < mentor_left) & (mentor_right < right)
    below = (mentor_left < left) & (right < mentor_right)
    return np.asarray(above | below)


def _not_senior(table: Table, rows: Ints, columns: Ints) -> tuple[Mask, Mask]:
    """Say where the mentee is not senior enough, and where nobody said who is the more senior.

    Two who said the same of leading people or a budget are at no distance: that is known.
    """
    too_close = _too_close(table, rows, columns)
    if table.every_level_is_known:
        return too_close, np.zeros_like(too_close)
    known = levels_known(table, rows, columns)
    leads, led = table.mentees.leads[rows], table.mentors.leads[columns]
    said = (leads != UNKNOWN) & (led != UNKNOWN)
    untold = ~known & ~said
    return np.where(known, too_close, said & (leads <= led)), np.asarray(untold)


def levels_known(table: Table, rows: Ints, columns: Ints) -> Mask:
    """Say of which pairs both levels are known."""
    return np.asarray((table.mentees.level[rows] > 0) & (table.mentors.level[columns] > 0))


def _too_close(table: Table, rows: Ints, columns: Ints) -> Mask:
    gap = table.mentees.level[rows] - table.mentors.level[columns]
    if table.rules.minimum_level_gap:
        return np.asarray(gap < table.rules.minimum_level_gap)
    newer = table.mentees.tenure[rows] <= table.mentors.tenure[columns]
    return np.asarray((gap < 0) | ((gap == 0) & newer))


def _meet(mentees: Bits, mentors: Bits, rows: Ints, columns: Ints) -> Mask:
    """Say where two people's sets have a bit in common."""
    shared = mentees[rows, 0] & mentors[columns, 0]
    for word in range(1, mentees.shape[1]):
        shared |= mentees[rows, word] & mentors[columns, word]
    return np.asarray(shared != 0)


def _listed(table: Table, cells: Ints, rows: Ints, columns: Ints) -> Mask:
    """Say which pairs are among sorted cell numbers."""
    if rows.ndim == 1:
        return among(rows * len(table.mentors) + columns, cells)
    grid = np.zeros(np.broadcast_shapes(rows.shape, columns.shape), np.bool_)
    if not len(cells):
        return grid
    rows, columns = rows.ravel(), columns.ravel()
    row_place = np.full(len(table.mentees), -1)
    row_place[rows] = np.arange(len(rows))
    column_place = np.full(len(table.mentors), -1)
    column_place[columns] = np.arange(len(columns))
    row, column = np.divmod(cells, len(table.mentors))
    row, column = row_place[row], column_place[column]
    inside = (row >= 0) & (column >= 0)
    grid[row[inside], column[inside]] = True
    return grid


def _shunned(table: Table, rows: Ints, columns: Ints) -> Mask:
    mentees, mentors = table.mentees, table.mentors
    shunned = _listed(table, table.excluded, rows, columns)
    if mentors.shuns.any():
        shunned |= mentors.shuns[columns, mentees.department[rows]]
    if mentees.shuns.any():
        shunned |= mentees.shuns[rows, mentors.department[columns]]
    return shunned
