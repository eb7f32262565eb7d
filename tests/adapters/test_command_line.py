"""The command line: every command is listed in one place, and listing them loads none's work."""

import ast
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"aiohttp", "alembic", "botbuilder", "numpy", "openpyxl", "ortools", "slack_sdk", "storage"}


def test_to_list_the_commands_loads_nothing_that_they_work_with() -> None:
    said = "import sys, adapters.__main__; print(*{name.partition('.')[0] for name in sys.modules})"

    loaded = subprocess.run(
        [sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "typer" in loaded.stdout.split()
    assert HEAVY & {*loaded.stdout.split()} == set()


def test_the_entry_point_lists_commands_and_holds_none() -> None:
    tree = ast.parse((ROOT / "adapters" / "__main__.py").read_text(encoding="utf-8"))

    assert [f.name for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)] == ["main"]
