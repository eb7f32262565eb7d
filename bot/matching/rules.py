"""Hard rules: what a pair must have. Filters, never penalties."""

from collections.abc import Iterator

import numpy as np

from bot.matching.table import Bits, Ints, Mask, Table

CODES = (
    "reporting_line",
    "past_partner",
    "level_gap",
    "forbidden",
    "no_common_topic",
    "no_common_language",
    "no_common_hours",
    "excluded",
)
"""The rules in the order in which they explain a refusal.

A private exclusion comes last, so that it is named only where nothing else explains the refusal.
"""


def broken(table: Table, rows: Ints, columns: Ints) -> Iterator[tuple[str, Mask]]:
    """Yield each rule's code and a grid, rows by columns, of the pairs that break it."""
    yield "reporting_line", _one_above_the_other(table, rows, columns)
    yield "past_partner", _listed(table, table.past, rows, columns)
    yield "level_gap", _not_senior(table, rows, columns)
    yield "forbidden", _listed(table, table.forbidden, rows, columns)
    mentees, mentors = table.mentees, table.mentors
    yield "no_common_topic", ~_meet(mentees.topics[rows], mentors.topics[columns])
    yield "no_common_language", ~_meet(mentees.languages[rows], mentors.languages[columns])
    hours = _overlap(mentees.hours[rows], mentors.hours[columns])
    yield "no_common_hours", hours < table.rules.minimum_hours
    yield "excluded", _shunned(table, rows, columns)


def feasible(table: Table, rows: Ints, columns: Ints) -> Mask:
    """Return a grid of the pairs that break no rule."""
    wrong = np.zeros((len(rows), len(columns)), np.bool_)
    for _, mask in broken(table, rows, columns):
        wrong |= mask
    return ~wrong


def _one_above_the_other(table: Table, rows: Ints, columns: Ints) -> Mask:
    left, right = table.mentees.left[rows, None], table.mentees.right[rows, None]
    mentor_left, mentor_right = table.mentors.left[columns], table.mentors.right[columns]
    above = (left < mentor_left) & (mentor_right < right)
    below = (mentor_left < left) & (right < mentor_right)
    return np.asarray(above | below)


def _not_senior(table: Table, rows: Ints, columns: Ints) -> Mask:
    gap = table.mentees.level[rows, None] - table.mentors.level[columns]
    if table.rules.minimum_level_gap:
        return np.asarray(gap < table.rules.minimum_level_gap)
    newer = table.mentees.tenure[rows, None] <= table.mentors.tenure[columns]
    return np.asarray((gap < 0) | ((gap == 0) & newer))


def _meet(rows: Bits, columns: Bits) -> Mask:
    """Say where two sets of bits have one in common."""
    common = rows[:, None, 0] & columns[:, 0]
    for word in range(1, rows.shape[1]):
        common |= rows[:, None, word] & columns[:, word]
    return np.asarray(common != 0)


def _overlap(rows: Bits, columns: Bits) -> Ints:
    """Count the bits two sets have in common (at most 168, so a byte holds it)."""
    count = np.bitwise_count(rows[:, None, 0] & columns[:, 0])
    for word in range(1, rows.shape[1]):
        count += np.bitwise_count(rows[:, None, word] & columns[:, word])
    return np.asarray(count)


def _listed(table: Table, cells: Ints, rows: Ints, columns: Ints) -> Mask:
    """Say which pairs of the grid are among sorted cell numbers."""
    grid = np.zeros((len(rows), len(columns)), np.bool_)
    if not len(cells):
        return grid
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
    grid = _listed(table, table.excluded, rows, columns)
    if mentors.shuns.any():
        grid |= mentors.shuns[columns].T[mentees.department[rows]]
    shunning = np.flatnonzero(mentees.shuns[rows].any(axis=1))
    grid[shunning] |= mentees.shuns[rows[shunning]][:, mentors.department[columns]]
    return grid
