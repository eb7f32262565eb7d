"""The contract is whole: every method of every port of the store is called by a test of it."""

import ast
import inspect
from pathlib import Path

from bot.ports import Store, Work

HERE = Path(__file__).parent
ASKED_OF = {Work: {"r", "records"}, Store: {"store", "first", "second"}}
"""What the tests call the thing they ask, by its protocol."""


def methods(protocol: type) -> set[str]:
    """Return what a protocol promises, its parents' promises included."""
    found = inspect.getmembers(protocol, inspect.isfunction)
    return {name for name, _ in found if not name.startswith("_")}


def called(names: set[str]) -> set[str]:
    """Return what the contract's tests call on variables of some names."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in HERE.glob("test_*.py")]
    assert len(trees) > 8
    calls = [n.func for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Call)]
    return {
        call.attr
        for call in calls
        if isinstance(call, ast.Attribute)
        and isinstance(call.value, ast.Name)
        and call.value.id in names
    }


def test_every_question_is_asked() -> None:
    assert len(methods(Work)) > 70
    for protocol, names in ASKED_OF.items():
        assert methods(protocol) - called(names) == set()
