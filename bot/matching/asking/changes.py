"""What became of the pairs of an earlier run, and why."""

from collections.abc import Collection

import numpy as np

from bot.matching.model.people import Request
from bot.matching.model.result import Change
from bot.matching.model.rules import PRIVATE, broken
from bot.matching.model.table import Table


def changes(request: Request, pairs: Collection[tuple[str, str]]) -> tuple[Change, ...]:
    """Return the kept pairs that are not among ``pairs`` any more, each with the reason."""
    gone = sorted(request.kept.difference(pairs))
    mentors = {person.person_id: person for person in request.mentors if person.capacity}
    mentees = {person.person_id: person for person in request.mentees if person.capacity}
    there = [(a, b) for a, b in gone if a in mentors and b in mentees]
    reasons = dict.fromkeys(gone, "absent") | dict.fromkeys(there, "moved")
    if there:
        some = Request(
            mentors=[mentors[person] for person in {a: None for a, _ in there}],
            mentees=[mentees[person] for person in {b: None for _, b in there}],
            rules=request.rules,
            forbidden=request.forbidden,
        )
        table = Table(some)
        rows = np.array([table.mentees.place[b] for _, b in there])
        columns = np.array([table.mentors.place[a] for a, _ in there])
        # From the last rule to the first, so that the first broken one has the last word.
        for code, wrong in reversed(list(broken(table, rows, columns))):
            if code != PRIVATE:  # of a wish nobody is told: they moved, like others
                reasons |= {there[place]: code for place in np.flatnonzero(wrong)}
    return tuple(Change(*pair, reasons[pair]) for pair in gone)
