"""Rules of this house that no tool knows; each test says how many files it must have walked."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

from bot.domain.lives import LIVES

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = ("adapters", "bot", "storage")
LONGEST_FILE = 350
# A folder that nobody walks passes every rule, so each package must show at least this many.
FEWEST_MODULES = {"adapters": 50, "bot": 90, "storage": 15}
# The database's clock is a wall clock too, and no linter knows its names.
WALL_CLOCK = re.compile(
    r"\b(?:datetime|date|time|func|sa)\.(?:now|utcnow|today|time|localtime|current_timestamp)\b"
    r"|CURRENT_TIMESTAMP|\bnow\(\)::|datetime\('now'"
)
# What makes of a key an instant or a day: a format of one, or today itself.
DATED = re.compile(r":%|isoformat|\btoday\b|\bweek\b|local_date")
CATCH_ALLS = {"common", "helper", "helpers", "misc", "util", "utils"}


def modules(*packages: str) -> list[Path]:
    """Every Python file of these packages, with proof that there were some."""
    found: list[Path] = []
    for package in packages:
        files = sorted((ROOT / package).rglob("*.py"))
        assert len(files) >= FEWEST_MODULES[package], f"only {len(files)} modules in {package}"
        found += files
    return found


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_files_stay_short_enough_to_read() -> None:
    lengths = {
        name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules(*PRODUCT)
    }

    assert {file: lines for file, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_only_the_clock_reads_the_wall_clock() -> None:
    found = [
        f"{name(path)}:{number}: {line.strip()}"
        for path in modules(*PRODUCT)
        if name(path) != "adapters/clocks.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if WALL_CLOCK.search(line)
    ]

    assert found == []


def test_every_module_says_what_lives_in_it() -> None:
    silent = [
        name(path)
        for path in modules(*PRODUCT)
        if path.stat().st_size and not ast.get_docstring(ast.parse(path.read_bytes()))
    ]

    assert silent == []


def test_no_module_is_a_drawer_for_everything() -> None:
    assert [name(path) for path in modules(*PRODUCT) if path.stem in CATCH_ALLS] == []


@cache
def nodes(package: str) -> list[tuple[str, ast.expr]]:
    """Every attribute, call and dictionary in the code of a package, and where it stands."""
    wanted = (ast.Attribute, ast.Call, ast.Dict)
    return [
        (f"{name(path)}:{node.lineno}", node)
        for path in modules(package)
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, wanted)
    ]


def everywhere() -> Iterator[tuple[str, ast.expr]]:
    return chain.from_iterable(map(nodes, PRODUCT))


def test_nobody_assigns_a_state_but_the_moves_of_the_domain() -> None:
    """A state changes by a method named for what happened, which refuses what cannot happen."""
    found = [
        where
        for where, node in everywhere()
        if (isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del))
        and node.attr == "state"
    ]

    assert files(found) == ["bot/domain/moves.py"], found


def test_no_state_is_set_by_its_name() -> None:
    """Neither setattr nor a copy goes round the moves."""
    found = [
        where
        for where, node in everywhere()
        if isinstance(node, ast.Call)
        and called(node) in {"setattr", "replace"}
        and ("state" in keywords(node) or any(is_word(argument, "state") for argument in node.args))
    ]

    assert found == []


def test_a_statement_that_sets_states_asks_the_domain_which_may_move() -> None:
    """Bulk changes start as ``moving`` does, so that rows stay where the domain keeps them."""
    found = [
        where
        for where, node in nodes("storage")
        if (isinstance(node, ast.Call) and called(node) == "values" and "state" in keywords(node))
        or (isinstance(node, ast.Dict) and any(is_word(key, "state") for key in node.keys))
    ]

    assert files(found) == ["storage/moving.py"], found


def test_whatever_has_a_life_is_made_at_its_beginning() -> None:
    kinds = {kind.__name__ for kind in LIVES}
    made = [
        (where, node)
        for where, node in everywhere()
        if isinstance(node, ast.Call) and called(node) in kinds
    ]
    first = {f"{type(state).__name__}.{state.name}" for m in LIVES.values() for state in m.first}
    wrong = [
        where
        for where, node in made
        if "state" in keywords(node) and ast.unparse(keywords(node)["state"]) not in first
    ]

    assert len(made) >= len(LIVES)
    assert wrong == []


def test_a_message_has_a_key_of_its_own_act_not_of_an_instant() -> None:
    """Two acts of one instant, or one day, are two; a key made of it would swallow the second."""
    found = [
        f"{name(path)}:{node.lineno}"
        for path in modules("bot")
        if "bot/calendar" not in name(path)
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.JoinedStr)
        and ":" in ast.unparse(node)
        and DATED.search(ast.unparse(node))
    ]

    # A coordinator is asked for a contact once a week at most: that one means the week. Two that
    # end on one day, told by a daily message, are one: that one means the day. What was kept long
    # enough is let go once a day, by whichever process comes first.
    assert files(found) == [
        *("bot/flows/mine/help.py", "bot/runtime/retention.py", "bot/services/courier.py"),
    ], found


def files(places: list[str]) -> list[str]:
    """The files of places, which say a line, too."""
    return [place.partition(":")[0] for place in places]


def called(node: ast.Call) -> str:
    """The last name of what is called: "values" for ``update(table).values(...)``."""
    match node.func:
        case ast.Attribute(attr=last) | ast.Name(id=last):
            return last
    return ""


def keywords(node: ast.Call) -> dict[str, ast.expr]:
    """The named arguments of a call."""
    return {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}


def is_word(node: ast.AST | None, word: str) -> bool:
    """Whether an expression is this very text."""
    return isinstance(node, ast.Constant) and node.value == word
