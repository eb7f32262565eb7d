"""What pages, docstrings and comments name is there: files, names, commands, settings, modules."""

import ast
import importlib.util
import io
import re
import shlex
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from typer.main import get_command

from adapters.__main__ import app
from adapters.settings import PREFIX, SECRETS, Settings
from tests.pages.reading import ROOT, SPAN, Page, files, pages

CODE = ("adapters", "bot", "deploy", "migrations", "storage", "tests")
TOP = (*CODE, "docs", ".ci", ".github")
A_PATH = re.compile(rf"^(?:{'|'.join(map(re.escape, TOP))})/[\w./*-]*$")
AT_THE_ROOT = re.compile(r"^[\w.-]+\.(?:md|toml|lock|yaml)$|^(?:Dockerfile|LICENSE)$")
TO_MAKE = frozenset(
    {
        "bot/flows/mine/about.py",
        "bot/texts/en/about.ftl",
        "bot/texts/fr/about.ftl",
        "tests/transcripts/mine/test_about.py",
    }
)
"""Files that somebody makes who follows a how-to."""
A_PAGE = re.compile(r"(?<![\w./:-])[\w./-]*\w\.md\b")
A_SECTION = re.compile(r"(?i)\bsection \d|§")
A_MODULE = re.compile(r"\b(?:adapters|bot|migrations|storage|tests)(?:\.[A-Za-z_]\w*)+")
A_VARIABLE = re.compile(rf"{PREFIX}[A-Z_]*[A-Z]")
A_COMMAND_LINE = re.compile(r"^(?:\$ )?(?:\.venv/bin/)?passerelle (.+)$")
A_PYTHON_LINE = re.compile(r"python3? -m (tests\.[\w.]+|adapters)\b")
SOURCES = tuple(f"{folder}/**/*.py" for folder in CODE)
FEWEST_FILES = 350


def is_there(path: str) -> bool:
    return any(ROOT.glob(path.rstrip("/"))) if "*" in path else (ROOT / path).exists()


def names(path: Path) -> set[str]:
    """The names a module defines at its top, and those of its classes as Class.name."""
    found: set[str] = set()
    for node in ast.parse(path.read_bytes()).body:
        found |= set(_defined(node))
        if isinstance(node, ast.ClassDef):
            found |= {f"{node.name}.{each}" for inner in node.body for each in _defined(inner)}
    return found


def _defined(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield node.name
        case ast.Assign(targets=targets):
            for each in targets:
                yield from (leaf.id for leaf in ast.walk(each) if isinstance(leaf, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name


def missing(span: str) -> bool:
    """Whether a piece of code looks like a file of ours, ``path`` or ``path::name``, and is not."""
    path, _, name = span.partition("::")
    looks_like_one = A_PATH.match(path) or AT_THE_ROOT.match(path)
    if path in TO_MAKE or not looks_like_one:
        return False
    return not is_there(path) or bool(name and name not in names(ROOT / path))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.path)
def test_every_file_and_name_a_page_cites_is_there(page: Page) -> None:
    assert [span for span in page.spans if missing(span)] == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.path)
def test_every_setting_a_page_cites_exists(page: Page) -> None:
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    known |= {f"{PREFIX}{name.upper()}_FILE" for name in SECRETS}

    assert sorted(set(A_VARIABLE.findall(page.text)) - known) == []


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.path)
def test_every_command_line_a_page_cites_is_taken(page: Page) -> None:
    lines = [line for _, block in page.blocks for line in block.splitlines()]
    told = [found[1] for line in [*lines, *page.spans] if (found := A_COMMAND_LINE.match(line))]

    assert [line for line in told if not _is_taken(line)] == []


def _is_taken(line: str) -> bool:
    """Whether the command line knows a command and all its options."""
    command = get_command(app)
    words = shlex.split(line.partition(" # ")[0].partition(" > ")[0])
    while words and hasattr(command, "commands"):
        found = command.commands.get(words.pop(0))
        if found is None:
            return False
        command = found
    known = {name for each in command.params for name in each.opts}
    return all(word in known for word in words if word.startswith("--"))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.path)
def test_every_module_a_page_runs_is_there(page: Page) -> None:
    run = A_PYTHON_LINE.findall(page.text)

    assert [module for module in run if importlib.util.find_spec(module) is None] == []


def notes(path: Path) -> Iterator[tuple[int, str]]:
    """Every docstring and comment of a module, and all it may say to somebody, with its line."""
    source = path.read_text(encoding="utf-8")
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
    is_test = path.is_relative_to(ROOT / "tests")
    for node in ast.walk(ast.parse(source)):
        # What a test says to somebody may name what is not there, on purpose.
        said = node.value if isinstance(node, ast.Expr) else None if is_test else node
        if isinstance(said, ast.Constant) and isinstance(said.value, str):
            yield said.lineno, said.value


@cache
def all_notes() -> tuple[tuple[str, str], ...]:
    found = list(files(*SOURCES))
    assert len(found) >= FEWEST_FILES, f"only {len(found)} files"
    return tuple(
        (f"{path.relative_to(ROOT).as_posix()}:{line}", text)
        for path in found
        for line, text in notes(path)
    )


def test_no_note_cites_a_page_that_is_not_here() -> None:
    cited = [(where, page) for where, text in all_notes() for page in A_PAGE.findall(text)]

    assert [each for each in cited if not is_there(each[1])] == []
    assert [where for where, text in all_notes() if A_SECTION.search(text)] == []


def test_every_file_and_name_a_note_cites_is_there() -> None:
    spans = [(where, span) for where, text in all_notes() for span in SPAN.findall(text)]

    assert [each for each in spans if missing(each[1])] == []


def test_every_module_a_note_cites_is_there() -> None:
    cited = [(where, name) for where, text in all_notes() for name in A_MODULE.findall(text)]

    assert [each for each in cited if not _resolves(each[1])] == []
    assert len(cited) > 10


def _resolves(dotted: str) -> bool:
    """Whether a dotted name is a module, or something a module defines."""
    parts = dotted.split(".")
    for count in range(len(parts), 0, -1):
        base = ROOT.joinpath(*parts[:count])
        module = base / "__init__.py" if base.is_dir() else base.with_suffix(".py")
        if module.exists():
            rest = ".".join(parts[count : count + 2])
            return not rest or base.is_dir() or rest in names(module)
    return False
