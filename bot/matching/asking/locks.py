"""Pairs decided by hand before the run: checked against every rule, then taken out of the rest."""

from dataclasses import dataclass

import numpy as np

from bot.matching.arrays import Ints
from bot.matching.model.people import Request
from bot.matching.model.result import ContradictoryRules
from bot.matching.model.rules import PRIVATE, broken
from bot.matching.model.table import Table
from bot.matching.solver.flow import Demand

AT_ONCE = 256


@dataclass(frozen=True)
class Locks:
    """Locked pairs as sorted cells, and what everybody can still take besides them."""

    cells: Ints
    demand: Demand

    @classmethod
    def of(cls, table: Table, cells: Ints) -> "Locks":
        """Return pairs with the room beside them; below 0 where they have more than there is."""
        rows, columns = np.divmod(cells, max(1, len(table.mentors)))
        rows_used = np.bincount(rows, minlength=len(table.mentees))
        columns_used = np.bincount(columns, minlength=len(table.mentors))
        demand = Demand(
            rows=table.mentees.capacity - rows_used,
            columns=table.mentors.capacity - columns_used,
            rows_served=rows_used > 0,
            columns_served=columns_used > 0,
            rows_waited=table.mentees.rounds,
            columns_waited=table.mentors.rounds,
        )
        return cls(cells, demand)


def settle_locks(request: Request, table: Table) -> Locks:
    """Return the locked pairs and the room beside them; raises ContradictoryRules."""
    _check_present(request)
    cells = table.cells(request.locked)
    rows, columns = np.divmod(cells, max(1, len(table.mentors)))
    _check_rules(table, rows, columns)
    locks = Locks.of(table, cells)
    for row, column in zip(rows, columns, strict=True):
        if locks.demand.rows[row] < 0 or locks.demand.columns[column] < 0:
            raise _contradiction(table, row, column, "capacity")
    return locks


def _check_present(request: Request) -> None:
    mentors = {p.person_id: p.capacity for p in request.mentors}
    mentees = {p.person_id: p.capacity for p in request.mentees}
    for mentor_id, mentee_id in sorted(request.locked):
        if mentor_id not in mentors or mentee_id not in mentees:
            raise ContradictoryRules(mentor_id, mentee_id, "absent")
        if not mentors[mentor_id] or not mentees[mentee_id]:
            raise ContradictoryRules(mentor_id, mentee_id, "capacity")


def _check_rules(table: Table, rows: Ints, columns: Ints) -> None:
    """Look at small grids and only at the locked cells in them; the order of CODES decides."""
    for start in range(0, len(rows), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        row, row_place = np.unique(rows[part], return_inverse=True)
        column, column_place = np.unique(columns[part], return_inverse=True)
        for code, grid in broken(table, row[:, None], column[None, :]):
            if code == PRIVATE:
                continue  # a lock that is refused for it would tell of it
            wrong = np.flatnonzero(grid[row_place, column_place])
            if len(wrong):
                first = start + wrong[0]
                raise _contradiction(table, rows[first], columns[first], code)


def _contradiction(table: Table, row: int, column: int, code: str) -> ContradictoryRules:
    mentor, mentee = table.mentors.people[column], table.mentees.people[row]
    return ContradictoryRules(mentor.person_id, mentee.person_id, code)
