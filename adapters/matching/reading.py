"""Reads a plain instance from JSON: everything is checked, and what is wrong is named."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from adapters.matching.faults import WrongInstance, printable
from adapters.matching.files import LARGEST_NUMBER, read_json
from bot.matching.asking.instance import Instance, Pairs
from bot.matching.solver.flow import Goal

SHOWN = 60
"""Characters of a wrong value that are repeated."""
KEYS = {"mentors", "mentees", "edges", "locked", "forbidden", "objective"}
NEEDED = ("mentors", "mentees", "edges")
GOALS = ("cardinality", "programme", "score")
PAIR, EDGE = 2, 3
PERSON = {"mentors": {"id", "capacity", "minimum"}, "mentees": {"id", "capacity"}}


def read_instance(path: Path) -> Instance:
    """Return the instance of a file; raises WrongInstance for the first thing that is wrong."""
    return instance_from(read_json(path))


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
    least = {p["id"]: p["minimum"] for p in content["mentors"] if p.get("minimum")}
    instance = Instance(
        mentors=mentors,
        mentees=mentees,
        edges=_pairs(edges, "edges", EDGE, mentors, mentees),
        scores=_scores(edges),
        locked=_pairs(_list(content, "locked"), "locked", PAIR, mentors, mentees),
        forbidden=_pairs(_list(content, "forbidden"), "forbidden", PAIR, mentors, mentees),
        goal=_goal(content.get("objective", "cardinality")),
        least=least,
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
        name, capacity = _person(person, side)
        if name in people:
            raise WrongInstance("match-person-twice", side=side, id=_shown(name))
        people[name] = capacity
    if not people:
        raise WrongInstance("match-nobody", side=side)
    return people


def _person(person: Any, side: str) -> tuple[str, int]:
    """Return an id and a capacity; a minimum is only looked at."""
    if not isinstance(person, dict) or not isinstance(person.get("id"), str):
        raise WrongInstance("match-no-person", side=side, given=_shown(person))
    if extra := sorted(person.keys() - PERSON[side]):
        raise WrongInstance("match-no-person", side=side, given=_shown(extra[0]))
    name, capacity, least = person["id"], person.get("capacity", 1), person.get("minimum", 0)
    shown = {"id": _shown(name)}
    if printable(name) != name:
        raise WrongInstance("match-half-character", side=side, **shown)
    if not _is_whole(capacity) or not 1 <= capacity <= LARGEST_NUMBER:
        shown["given"] = _shown(capacity)
        raise WrongInstance("match-wrong-capacity", side=side, most=LARGEST_NUMBER, **shown)
    if not _is_whole(least) or not 0 <= least <= capacity:
        raise WrongInstance("match-wrong-minimum", most=capacity, given=_shown(least), **shown)
    return name, capacity


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
        if not _is_whole(edge[PAIR]) or not 0 <= edge[PAIR] <= LARGEST_NUMBER:
            raise WrongInstance("match-wrong-score", given=_shown(edge), most=LARGEST_NUMBER)
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
    text = printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
