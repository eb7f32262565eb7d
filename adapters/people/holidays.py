"""Whose public holidays people of a file have: those of their office, wherever they are."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from adapters.people.csv import PersonRow
from bot.calendar import region_of
from bot.domain.people import Person

Region = tuple[str, str | None]
"""A country, and a part of it where holidays differ, as in ("CA", "QC")."""


def regions_of(
    rows: Sequence[PersonRow], staff: Sequence[Person], said: Mapping[str, Region]
) -> Mapping[str, Region]:
    """Return where each office of a file is: as said, else as known before, else by its zones.

    Most of its people decide, so that nobody's journey moves an office; what is said holds for
    those too whom the file does not name.
    """
    by_zones = _most((row.office, region_of(row.time_zone)) for row in rows)
    for person in staff:
        if person.office in said:
            person.country, person.subdivision = said[person.office]
    known = _most((person.office, (person.country, person.subdivision)) for person in staff)
    return {**by_zones, **known, **said}


def _most(places: Iterable[tuple[str, Region]]) -> dict[str, Region]:
    counts: defaultdict[str, Counter[Region]] = defaultdict(Counter)
    for office, region in places:
        counts[office][region] += 1
    return {office: count.most_common(1)[0][0] for office, count in counts.items()}
