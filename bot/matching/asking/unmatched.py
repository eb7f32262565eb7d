"""Why somebody is left without a partner: recounted over everybody on the other side."""

from collections.abc import Collection, Iterator

import numpy as np

from bot.matching.arrays import Bits, Ints, Mask
from bot.matching.model.result import Role, Unmatched
from bot.matching.model.rules import CODES, broken
from bot.matching.model.table import Table
from bot.matching.solver.edges import STRIP_CELLS

SAID_OF_A_PERSON = {"forbidden": "excluded"}


def unmatched(
    table: Table, mentees: Collection[str], mentors: Collection[str]
) -> tuple[Unmatched, ...]:
    """Return everybody but those served, mentees first and then by id, each with the reason.

    ``mentees`` and ``mentors`` are the ids of those with a partner.
    """
    return (*_side(table, "mentee", mentees), *_side(table, "mentor", mentors))


def _side(table: Table, role: Role, served: Collection[str]) -> Iterator[Unmatched]:
    sides = (table.mentees, table.mentors)
    side, other = sides if role == "mentee" else sides[::-1]
    waiting = np.array(
        [place for person_id, place in side.place.items() if person_id not in served], np.int64
    )
    if not len(other):
        for place in waiting:
            yield Unmatched(side.people[place].person_id, role, "nobody_on_other_side", ())
        return
    height = max(1, STRIP_CELLS // len(other))
    for start in range(0, len(waiting), height):
        yield from _strip(table, role, waiting[start : start + height])


def _strip(table: Table, role: Role, places: Ints) -> Iterator[Unmatched]:
    """Explain a few people of one role: count for each rule whom it rules out."""
    if role == "mentee":
        side, other = table.mentees, table.mentors
        found = broken(table, places[:, None], np.arange(len(other))[None, :])
        grids = dict(found)
    else:
        side, other = table.mentors, table.mentees
        found = broken(table, np.arange(len(other))[:, None], places[None, :])
        grids = {code: grid.T for code, grid in found}
    suitable = ~np.logical_or.reduce([grids[code] for code in CODES])
    shared = _shared(side.topics[places], other.topics, suitable)
    counts = _counts(grids)
    names = list(table.tags.topics.numbers)
    for index, place in enumerate(places):
        person = side.people[place]
        if suitable[index].any():
            held = np.unpackbits(shared[index].view(np.uint8), bitorder="little")
            topics = tuple(names[number] for number in np.flatnonzero(held))
            yield Unmatched(person.person_id, role, "taken", topics)
            continue
        reason = max(counts, key=lambda code: counts[code][index])
        wanted = tuple(sorted(person.topics)) if reason == "no_common_topic" else ()
        yield Unmatched(person.person_id, role, reason, wanted)


def _counts(grids: dict[str, Mask]) -> dict[str, Ints]:
    """Count whom each rule rules out; of equal counts the first in CODES explains."""
    said: dict[str, Mask] = {}
    for code in CODES:
        name = SAID_OF_A_PERSON.get(code, code)
        said[name] = said[name] | grids[code] if name in said else grids[code]
    # A private exclusion, or what is said in its place, explains only where nothing else does.
    said["excluded"] = said.pop("excluded")
    return {code: np.count_nonzero(grid, axis=1) for code, grid in said.items()}


def _shared(own: Bits, others: Bits, suitable: Mask) -> Bits:
    """Return the topics each person shares with the people suitable for them."""
    shared = np.zeros_like(own)
    for word in range(own.shape[1]):
        held = np.where(suitable, others[:, word], np.uint64(0))
        shared[:, word] = own[:, word] & np.bitwise_or.reduce(held, axis=1)
    return shared
