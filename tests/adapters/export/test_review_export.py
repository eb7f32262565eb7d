"""The review as a file: everything a coordinator sees, nothing private, no formula."""

import csv
import stat
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from rich.console import Console

from adapters.export.files import FORMULA, Table, write
from adapters.export.writing import ReviewExport
from tests.builders import ORGANISATION
from tests.transcripts.coordinated import all_drafts, with_volunteers
from tests.transcripts.test_canary import MARK, a_private_world
from tests.world import World

HOSTILE = [f"{sign}1+cmd|' /C calc'!A0" for sign in FORMULA] + ["\u00a0=1+1", "a\x00b", 'say "hi"']


async def export(world: World, path: Path, format_: str, language: str = "en") -> tuple[int, str]:
    """Export the review of a world; return the exit code and what was said."""
    console = Console(record=True, width=200)
    run = ReviewExport(
        store=world.store,
        organisation_id=ORGANISATION,
        language=language,
        console=console,
        progress=Console(quiet=True),
    )
    code = await run.run(path, format_, world.clock.now())
    return code, console.export_text()


def read(path: Path) -> list[list[str]]:
    """Return every line of a file as texts."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return list(csv.reader(stream))
    sheet = load_workbook(path).active
    assert sheet is not None
    return [["" if v is None else str(v) for v in row] for row in sheet.iter_rows(values_only=True)]


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
async def test_pairs_come_with_reasons_in_points_and_prices_and_then_who_is_left(
    format_: str, tmp_path: Path
) -> None:
    world = await with_volunteers()
    await world.says("claire", "match")
    path = tmp_path / f"review.{format_}"

    code, said = await export(world, path, format_)

    assert (code, "5 rows are in" in said) == (0, True)
    notice, header, *rows = read(path)
    assert "Not usable in appraisal, promotion or discipline" in notice[0]
    cells = [dict(zip(header, row, strict=True)) for row in rows]
    drafts = {(d.mentor_id, d.mentee_id): d.score for d in await all_drafts(world)}
    pairs = [row for row in cells if row["Part"] == "proposed pair"]
    assert len(pairs) == len(drafts) == 2
    terms = header[header.index("Topics") : header.index("Why these two")]
    for row in pairs:
        assert sum(int(row[term]) for term in terms) == int(row["Points"])
        assert "offered" in row["Why these two"]
    marc = next(row for row in pairs if row["Mentee"] == "Marc Test")
    assert int(marc["Points lost in all if these two are kept apart"]) >= 0
    sophie = next(row for row in pairs if row["Mentee"] == "Sophie Test")
    assert sophie["Who would pay"] == "left without a partner: Lina Test and Sophie Test"
    left = {row["Mentor"] + row["Mentee"]: row for row in cells if row["Part"] != "proposed pair"}
    assert set(left) >= {"Denis Test", "Théo Test"}
    assert left["Denis Test"]["Why left"] == "too few of those who are free share a topic"
    assert left["Denis Test"]["Rounds waited by next time"] == "1"


async def test_the_file_is_in_french_for_those_who_ask(tmp_path: Path) -> None:
    world = await with_volunteers("fr")
    await world.says("claire", "match")
    path = tmp_path / "revue.csv"

    await export(world, path, "csv", "fr")

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    notice, header, *rows = read(path)
    assert "Ne peut servir ni à une évaluation" in notice[0]
    assert header[0] == "Partie"
    assert {row[0] for row in rows} == {"paire proposée", "sans jumelage"}


async def test_nothing_private_is_in_it(tmp_path: Path) -> None:
    world = await a_private_world("en")
    await world.says("claire", "match")
    path = tmp_path / "review.csv"

    await export(world, path, "csv")

    text = path.read_text(encoding="utf-8-sig")
    assert "Marc Test" in text
    assert MARK not in text
    assert "2031" not in text


async def test_without_drafts_nothing_is_written_and_the_remedy_is_named(tmp_path: Path) -> None:
    world = await with_volunteers()

    code, said = await export(world, tmp_path / "review.csv", "csv")

    assert code == 2
    assert "Run the pairing first" in said
    assert not (tmp_path / "review.csv").exists()


async def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    world = await with_volunteers()
    await world.says("claire", "match")

    code, said = await export(world, tmp_path / "none" / "review.csv", "csv")

    assert code == 2
    assert "cannot be written" in said


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
def test_no_cell_is_a_formula(format_: str, tmp_path: Path) -> None:
    table = Table(
        title="Review", notice="=1", header=HOSTILE, rows=[HOSTILE, ["=2", *range(1, len(HOSTILE))]]
    )
    path = tmp_path / f"hostile.{format_}"

    write(path, format_, table)

    for row in read(path):
        for cell in row:
            assert not cell.lstrip(" \u00a0").startswith(FORMULA), cell
    if format_ == "xlsx":
        sheet: Any = load_workbook(path).active
        kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n"}
        assert sheet["B4"].value == 1


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "review.csv"
    write(path, "csv", Table(title="x", notice="x", header=["x"], rows=[]))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
