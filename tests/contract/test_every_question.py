"""The contract is whole: every method of every port of the store is called by a test of it."""

import ast
import inspect
from pathlib import Path
from typing import get_type_hints

from bot.ports import Store, Work

HERE = Path(__file__).parent
WORK = {"work"}
STORES = {"store", "first", "second"}
"""What the tests call the thing they ask."""
MOST_QUESTIONS = 15
"""Of one repository: whoever looks for a question reads a page, not a catalogue."""

Calls = set[tuple[str, str]]
"""Which repository was asked, if any, and what."""


def repositories() -> dict[str, type]:
    """Return the repositories of a unit of work by name."""
    properties = inspect.getmembers(Work, lambda member: isinstance(member, property))
    kinds = {name: get_type_hints(member.fget)["return"] for name, member in properties}
    return {name: kind for name, kind in kinds.items() if kind is not str}


def methods(protocol: type, repository: str = "") -> Calls:
    """Return what a protocol promises."""
    found = inspect.getmembers(protocol, inspect.isfunction)
    return {(repository, name) for name, _ in found if not name.startswith("_")}


def called(names: set[str]) -> Calls:
    """Return what the contract's tests call on variables of some names, or on what these have."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in HERE.glob("test_*.py")]
    assert len(trees) > 8
    calls = [n.func for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Call)]
    asked: Calls = set()
    for call in calls:
        match call:
            case ast.Attribute(value=ast.Name(id=name), attr=question) if name in names:
                asked.add(("", question))
            case ast.Attribute(
                value=ast.Attribute(value=ast.Name(id=name), attr=repository), attr=question
            ) if name in names:
                asked.add((repository, question))
    return asked


def test_every_question_is_asked() -> None:
    questions = methods(Work)
    for name, protocol in repositories().items():
        questions |= methods(protocol, name)

    assert len(questions) > 80
    assert questions - called(WORK) == set()
    assert methods(Store) - called(STORES) == set()


def test_no_repository_answers_more_than_a_page_of_questions() -> None:
    asked = {name: len(methods(protocol)) for name, protocol in repositories().items()}

    assert len(asked) > 8
    assert {name: count for name, count in asked.items() if count > MOST_QUESTIONS} == {}
