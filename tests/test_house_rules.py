"""Rules of this house that no tool knows; each test says how many files it must have walked."""

import ast
import re
import tomllib
from pathlib import Path

from adapters.settings import Settings

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


def test_the_readme_names_every_setting_and_its_default() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = {
        name: f"| `PASSERELLE_{name.upper()}` | `{field.default}` |"
        for name, field in Settings.model_fields.items()
    }

    assert len(rows) >= 5
    assert [name for name, row in rows.items() if row not in readme] == []


def test_the_readme_names_every_direct_library() -> None:
    """Each dependency has its reason in the table, so that none creeps in."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8").casefold()
    table = readme[readme.index("## libraries") : readme.index("## measured")]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[\[<>=; ]", line)[0] for line in project["dependencies"]]

    assert len(names) >= 10
    assert [name for name in names if name not in table] == []
