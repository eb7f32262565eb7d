"""Who reports to whom, as nested intervals: somebody above somebody else is two comparisons."""

from collections.abc import Hashable, Iterable
from itertools import count
from typing import TypeVar

from bot.errors import BotError

Id = TypeVar("Id", bound=Hashable)


class ReportingLoop(BotError):
    """People report to one another in a circle: ``loop``, in which each reports to the next."""

    def __init__(self, loop: tuple[Hashable, ...]) -> None:
        self.loop = loop
        super().__init__(f"{len(loop)} people report to one another in a circle")


def reporting_intervals(pairs: Iterable[tuple[Id, Id | None]]) -> dict[Id, tuple[int, int]]:
    """Number an org chart so that everybody's interval lies strictly inside their line manager's.

    ``pairs`` are (id, line manager's id); somebody whose line manager is None or is not listed is
    at the top. A is above B, at any height, if left(A) < left(B) and right(B) < right(A). Numbers
    run from 1 to twice the people, in the order of the list (an Euler tour, without recursion: a
    chart may be thousands of levels deep). Raises ReportingLoop.
    """
    managers = dict(pairs)
    reports: dict[Id | None, list[Id]] = {}
    for person, manager in managers.items():
        reports.setdefault(manager if manager in managers else None, []).append(person)
    left: dict[Id, int] = {}
    intervals: dict[Id, tuple[int, int]] = {}
    numbers = count(1)
    ahead = reports.get(None, [])[::-1]
    while ahead:
        person = ahead[-1]
        if person in left:
            intervals[ahead.pop()] = (left[person], next(numbers))
        else:
            left[person] = next(numbers)
            ahead.extend(reversed(reports.get(person, [])))
    if len(intervals) < len(managers):
        raise ReportingLoop(reporting_loops(managers.items())[0])
    return intervals


def reporting_loops(pairs: Iterable[tuple[Id, Id | None]]) -> list[tuple[Id, ...]]:
    """Return every circle of people who report to one another, each once.

    A circle starts with whoever is listed first, and each person reports to the next, the last to
    the first. People who report into a circle from outside are not part of it.
    """
    managers = dict(pairs)
    place = {person: index for index, person in enumerate(managers)}
    seen: set[Id] = set()
    loops = []
    for start in managers:
        path: dict[Id, None] = {}
        person: Id | None = start
        while person in managers and person not in seen and person not in path:
            path[person] = None
            person = managers[person]
        if person in path:
            circle = list(path)[list(path).index(person) :]
            first = circle.index(min(circle, key=place.__getitem__))
            loops.append((*circle[first:], *circle[:first]))
        seen.update(path)
    return loops
