"""Why somebody is left without a partner: recounted over everybody, once the pairs are made."""

from collections.abc import Iterator

import numpy as np

from bot.matching.arrays import Bits, Ints, Mask
from bot.matching.model.filters import MINIMUM_SCORE, filters
from bot.matching.model.result import Role, Unmatched
from bot.matching.model.rules import CODES, PRIVATE
from bot.matching.model.table import Side, Table
from bot.matching.solver.edges import STRIP_CELLS

LAST = "forbidden"
"""What a coordinator decided explains only where nothing else does."""


def unmatched(table: Table, cells: Ints) -> tuple[Unmatched, ...]:
    """Return everybody whom no pair serves, mentees first and then by id, each with the reason.

    ``cells`` are all pairs of the finished run: who has room is asked of them alone.
    """
    rows, columns = np.divmod(cells, max(1, len(table.mentors)))
    used_rows = np.bincount(rows, minlength=len(table.mentees))
    used_columns = np.bincount(columns, minlength=len(table.mentors))
    return (
        *_side(table, "mentee", used_rows, used_columns),
        *_side(table, "mentor", used_columns, used_rows),
    )


def _side(table: Table, role: Role, used: Ints, used_by_others: Ints) -> Iterator[Unmatched]:
    side, other = _sides(table, role)
    left = np.flatnonzero(used == 0)
    if not len(other):
        for place in left:
            yield Unmatched(side.people[place].person_id, role, "nobody_on_other_side", ())
        return
    has_room = used_by_others < other.capacity
    height = max(1, STRIP_CELLS // len(other))
    for start in range(0, len(left), height):
        yield from _strip(table, role, left[start : start + height], has_room)


def _sides(table: Table, role: Role) -> tuple[Side, Side]:
    sides = (table.mentees, table.mentors)
    return sides if role == "mentee" else sides[::-1]


def _strip(table: Table, role: Role, places: Ints, has_room: Mask) -> Iterator[Unmatched]:
    """Explain a few people of one role: look for whom each filter rules out."""
    side, other = _sides(table, role)
    every = np.arange(len(other))
    if role == "mentee":
        grids = dict(filters(table, places[:, None], every[None, :]))
    else:
        found = filters(table, every[:, None], places[None, :])
        grids = {code: grid.T for code, grid in found}
    # A private exclusion explains nothing: whoever it keeps apart is not free for one another.
    private = grids.pop(PRIVATE)
    suitable: Mask = ~np.any(list(grids.values()), axis=0)
    too_few_points: Mask = np.any(grids.pop(MINIMUM_SCORE), axis=1)
    shared = _shared(side.topics[places], other.topics, suitable)
    counts = _counts(grids)
    names = list(table.tags.topics.numbers)
    for index, place in enumerate(places):
        person = side.people[place]
        if suitable[index].any():
            held = np.unpackbits(shared[index].view(np.uint8), bitorder="little")
            topics = tuple(names[number] for number in np.flatnonzero(held))
            open_to = suitable[index] & ~private[index]
            reason = "not_weighed" if (open_to & has_room).any() else "taken"
            yield Unmatched(person.person_id, role, reason, topics)
            continue
        reason = max(counts, key=lambda code: counts[code][index])
        reason = MINIMUM_SCORE if too_few_points[index] else reason
        wanted = tuple(sorted(person.topics)) if reason == "no_common_topic" else ()
        yield Unmatched(person.person_id, role, reason, wanted)


def _counts(grids: dict[str, Mask]) -> dict[str, Ints]:
    """Count whom each rule rules out; of equal counts the first in CODES explains."""
    said = [code for code in CODES if code in grids and code != LAST] + [LAST]
    return {code: np.count_nonzero(grids[code], axis=1) for code in said}


def _shared(own: Bits, others: Bits, suitable: Mask) -> Bits:
    """Return the topics each person shares with the people suitable for them."""
    shared = np.zeros_like(own)
    for word in range(own.shape[1]):
        held = np.where(suitable, others[:, word], np.uint64(0))
        shared[:, word] = own[:, word] & np.bitwise_or.reduce(held, axis=1)
    return shared
