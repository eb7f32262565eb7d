"""An import from the command line, and a company of which HR sends files."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from adapters.__main__ import app
from tests.adapters.people.imported import Run
from tests.adapters.people.office import Office


@pytest.fixture
def database(sqlite_template: Path, tmp_path: Path) -> str:
    path = tmp_path / "people.db"
    path.write_bytes(sqlite_template.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
def run(database: str, tmp_path: Path) -> Run:
    """Imports a file of these lines and returns what came of it."""

    def invoke(*lines: str, options: tuple[str, ...] = ()) -> Result:
        path = tmp_path / "people.csv"
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        words = ["import", str(path), "--database", database, "--language", "en", *options]
        return CliRunner().invoke(app, words, env={"COLUMNS": "200"})

    return invoke


@pytest.fixture
async def office() -> Office:
    office = await Office.create([])
    await office.open_cycle()
    return office
