"""Reads a plain instance from JSON: everything is checked, and what is wrong is named."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

from bot.errors import BotError
from bot.matching.asking.instance import Instance, Pairs
from bot.matching.solver.flow import Goal

LARGEST_FILE = 256 << 20
"""Bytes; some eight million edges."""
LARGEST_SCORE = 1_000_000
LARGEST_CAPACITY = 1_000_000
SHOWN = 60
"""Characters of a wrong value that are repeated."""
KEYS = {"mentors", "mentees", "edges", "locked", "forbidden", "objective"}
NEEDED = ("mentors", "mentees", "edges")
GOALS = ("cardinality", "score")
PAIR, EDGE = 2, 3


class WrongInstance(BotError):
    """An instance cannot be used; ``key`` and ``values`` name the text that says why."""

    def __init__(self, key: str, /, **values: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def __reduce__(self) -> tuple[Any, ...]:
        # An exception travels between processes by its arguments, which leave the values out.
        return partial(type(self), self.key, **self.values), ()


def read_instance(path: Path) -> Instance:
    """Return the instance of a file; raises WrongInstance for the first thing that is wrong."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise WrongInstance("match-huge", path=str(path), limit=LARGEST_FILE >> 20)
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise WrongInstance("match-unreadable", path=str(path), why=error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise WrongInstance("match-no-json", path=str(path)) from error
    return instance_from(content)


def instance_from(content: Any) -> Instance:
    """Return the instance that some JSON describes; raises WrongInstance."""
    if not isinstance(content, dict):
        raise WrongInstance("match-no-object")
    for key in content:
        if key not in KEYS:
            raise WrongInstance(
                "match-unknown-key", name=_shown(key), known=", ".join(sorted(KEYS))
            )
    for key in NEEDED:
        if key not in content:
            raise WrongInstance("match-missing-key", name=key)
    mentors, mentees = _people(content, "mentors"), _people(content, "mentees")
    edges = _list(content, "edges")
    instance = Instance(
        mentors=mentors,
        mentees=mentees,
        edges=_pairs(edges, "edges", EDGE, mentors, mentees),
        scores=_scores(edges),
        locked=_pairs(_list(content, "locked"), "locked", PAIR, mentors, mentees),
        forbidden=_pairs(_list(content, "forbidden"), "forbidden", PAIR, mentors, mentees),
        goal=_goal(content.get("objective", GOALS[0])),
    )
    _check_locks(instance)
    return instance


def _list(content: Mapping[str, Any], key: str) -> list[Any]:
    found = content.get(key, [])
    if not isinstance(found, list):
        raise WrongInstance("match-no-list", name=key, given=_shown(found))
    return found


def _people(content: Mapping[str, Any], side: str) -> dict[str, int]:
    people: dict[str, int] = {}
    for person in _list(content, side):
        if not isinstance(person, dict) or not isinstance(person.get("id"), str):
            raise WrongInstance("match-no-person", side=side, given=_shown(person))
        if extra := sorted(person.keys() - {"id", "capacity"}):
            raise WrongInstance("match-no-person", side=side, given=_shown(extra[0]))
        name, capacity = person["id"], person.get("capacity", 1)
        if not _is_whole(capacity) or not 1 <= capacity <= LARGEST_CAPACITY:
            values = {"id": _shown(name), "given": _shown(capacity)}
            raise WrongInstance("match-wrong-capacity", side=side, most=LARGEST_CAPACITY, **values)
        if name in people:
            raise WrongInstance("match-person-twice", side=side, id=_shown(name))
        people[name] = capacity
    if not people:
        raise WrongInstance("match-nobody", side=side)
    return people


def _pairs(
    entries: list[Any],
    key: str,
    length: int,
    mentors: Mapping[str, int],
    mentees: Mapping[str, int],
) -> Pairs:
    pairs: dict[tuple[str, str], None] = {}
    for entry in entries:
        if not isinstance(entry, list) or len(entry) != length:
            raise WrongInstance(f"match-wrong-{key}", given=_shown(entry))
        for name, side, people in ((entry[0], "mentors", mentors), (entry[1], "mentees", mentees)):
            if not isinstance(name, str) or name not in people:
                values = {"id": _shown(name), "side": side, "given": _shown(entry)}
                raise WrongInstance("match-unknown-id", name=key, **values)
        pair = (entry[0], entry[1])
        if pair in pairs:
            raise WrongInstance("match-pair-twice", name=key, given=_shown(entry))
        pairs[pair] = None
    return tuple(pairs)


def _scores(edges: Sequence[list[Any]]) -> Sequence[int]:
    for edge in edges:
        if not _is_whole(edge[PAIR]) or not 0 <= edge[PAIR] <= LARGEST_SCORE:
            raise WrongInstance("match-wrong-score", given=_shown(edge), most=LARGEST_SCORE)
    return [edge[PAIR] for edge in edges]


def _goal(given: Any) -> Goal:
    if given not in GOALS:
        raise WrongInstance("match-wrong-objective", given=_shown(given), known=", ".join(GOALS))
    return cast("Goal", given)


def _check_locks(instance: Instance) -> None:
    """Refuse locked pairs that are forbidden, no edge, or more than somebody has room for."""
    edges, forbidden = set(instance.edges), set(instance.forbidden)
    for mentor, mentee in instance.locked:
        values = {"mentor": _shown(mentor), "mentee": _shown(mentee)}
        if (mentor, mentee) in forbidden:
            raise WrongInstance("match-lock-forbidden", **values)
        if (mentor, mentee) not in edges:
            raise WrongInstance("match-lock-no-edge", **values)
    for place, side in ((0, instance.mentors), (1, instance.mentees)):
        for name, count in Counter(pair[place] for pair in instance.locked).items():
            if count > side[name]:
                room = side[name]
                raise WrongInstance("match-lock-full", id=_shown(name), count=count, capacity=room)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _shown(value: Any) -> str:
    """Return a wrong value as JSON, cut short."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
