"""The best other partners of one person: what a coordinator chooses from when swapping."""

from dataclasses import replace

import numpy as np

from bot.matching.model.people import Request
from bot.matching.model.rules import feasible
from bot.matching.model.score import scores
from bot.matching.model.table import Table


def best_mentors(request: Request, mentee_id: str, limit: int) -> list[tuple[str, int]]:
    """Return the mentors with the best scores for one mentee, best first, with the score.

    Only those no rule speaks against; whether they have others does not matter here. Raises
    LookupError if the mentee is not in the request.
    """
    mentee = {p.person_id: p for p in request.mentees}[mentee_id]
    table = Table(replace(request, mentees=[replace(mentee, capacity=1)], locked=frozenset()))
    row, every = np.zeros(1, np.int64), np.arange(len(table.mentors))
    columns = every[feasible(table, row[:, None], every[None, :])[0]]
    found = scores(table, np.zeros_like(columns), columns)
    people = table.mentors.people
    ranked = sorted(
        (-int(score), people[int(column)].person_id)
        for score, column in zip(found, columns, strict=True)
    )
    return [(person_id, -negative) for negative, person_id in ranked[:limit]]
