"""No conversation reads a record by an id that came with a button: it asks the gate."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FLOWS = sorted((ROOT / "bot" / "flows").rglob("*.py"))
SENT = {"subject", "value", "args", "values"}
"""What of a turn came from outside: whoever presses a button may have made it up."""
READS = {"get", "lock", "hold", "load"}
"""What returns a record of a kind by its id alone, whoever it belongs to."""


def is_sent(expression: ast.AST, names: set[str]) -> bool:
    """Whether a value is what was sent, or may be: a choice or a part of it."""
    match expression:
        case ast.Attribute(value=ast.Name(id="turn"), attr=attribute):
            return attribute in SENT
        case ast.Call(func=ast.Attribute(value=ast.Name(id="turn"), attr="field")):
            return True
        case ast.Name(id=given):
            return given in names
        case (
            ast.BoolOp() | ast.IfExp() | ast.Subscript() | ast.Starred() | ast.Tuple() | ast.List()
        ):
            return any(is_sent(part, names) for part in ast.iter_child_nodes(expression))
    return False


def sent_names(function: ast.FunctionDef) -> set[str]:
    """The names in a function that hold what was sent: an id handed on, or put aside."""
    names = {
        each.arg
        for each in (*function.args.args, *function.args.kwonlyargs)
        if isinstance(each.annotation, ast.Name) and each.annotation.id == "str"
    }
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and is_sent(node.value, names):
            names |= {n.id for t in node.targets for n in ast.walk(t) if isinstance(n, ast.Name)}
    return names


def ids_read(call: ast.Call) -> list[ast.expr]:
    """The ids by which a call reads a record; a person needs no kind to be named."""
    match call.func:
        case ast.Attribute(attr="someone"):
            return call.args
        case ast.Attribute(attr=verb) if verb in READS:
            return call.args[1:]
    return []


def bypasses(source: str) -> Iterator[int]:
    """The lines on which a record is read by an id that was sent."""
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef):
            names = sent_names(function)
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and any(is_sent(i, names) for i in ids_read(call)):
                    yield call.lineno


def test_no_conversation_passes_by_the_gate() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: read it by turn.mine, from_partner or coordinated"
        for path in FLOWS
        for line in bypasses(path.read_text(encoding="utf-8"))
    ]

    assert len(FLOWS) >= 50
    assert found == []


@pytest.mark.parametrize(
    "body",
    [
        "turn.work.get(Pairing, turn.subject)",
        "turn.work.get(Pairing, turn.value or turn.subject)",
        "turn.work.get(Pairing, turn.values['pairing'][0])",
        "turn.work.lock(Pairing, turn.field('pairing'))",
        "turn.work.get(Pairing, pairing_id)",
        "turn.someone(turn.value)",
        "wanted = turn.args\n    turn.work.get(Pairing, wanted)",
    ],
)
def test_a_way_past_the_gate_is_seen(body: str) -> None:
    assert list(bypasses(f"def step(turn: Turn, pairing_id: str) -> Card:\n    {body}\n"))


@pytest.mark.parametrize(
    "body",
    [
        "turn.mine(Pairing, turn.value)",
        "pairing = turn.mine(Pairing)\n    turn.work.get(Cycle, pairing.cycle_id)",
        "WORDS.get(turn.value, 'none')",
    ],
)
def test_the_gate_itself_is_no_bypass(body: str) -> None:
    assert not list(bypasses(f"def step(turn: Turn) -> Card:\n    {body}\n"))
