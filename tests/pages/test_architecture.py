"""The picture of the rooms is what the import contracts hold, and the index finds things."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.pages.reading import ROOT, Page, rows

ARCHITECTURE = Page("docs/architecture.md")
WANTED = (
    "the second reminder decided",
    "a decline kept private",
    "a Slack button made an event",
    "quiet hours computed",
    "the optimum proven",
    "a consent stored",
)
"""What somebody who has nothing but the repository must find within a minute."""
FEWEST_ENTRIES = 21
FRAME = 2
"""The strokes of the frame around a floor."""
PLATFORMS = sorted((ROOT / "adapters").glob("*/send.py"))
WIRING = "adapters and storage know the core; the core knows neither"
INSIDE = "inside the core, imports point from what runs to the words"
WALL = "a platform reaches the store through the core's ports only"


def contracts() -> dict[str, dict[str, Any]]:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = config["tool"]["importlinter"]["contracts"]
    return {contract["name"]: contract for contract in found}


def floors(contract: dict[str, Any]) -> list[list[str]]:
    """Return the names on each floor of a contract of layers, as the picture writes them."""
    layers = [re.split("[|:]", layer) for layer in contract["layers"]]
    return [sorted(n.strip("() ").removeprefix("adapters.") for n in names) for names in layers]


def drawn() -> list[str]:
    """Return what the picture shows on each floor."""
    [(_, picture), *_] = ARCHITECTURE.blocks
    return [line.split("│")[1] for line in picture.splitlines() if line.count("│") == FRAME]


def names(floor: str) -> list[str]:
    return sorted(floor.replace(":", " ").split())


def test_the_picture_is_what_the_contracts_hold() -> None:
    outer = floors(contracts()[WIRING])

    assert outer[-1] == ["bot"]
    assert [names(floor) for floor in drawn()] == [*outer[:-1], *floors(contracts()[INSIDE])]


def test_neighbours_who_know_one_another_stand_beside_a_colon() -> None:
    layers = [layer for layer in contracts()[INSIDE]["layers"] if ":" in layer]

    assert [names(floor) for floor in drawn() if ":" in floor] == [names(each) for each in layers]


def test_every_contract_is_told() -> None:
    told = [row[0] for row in rows(ARCHITECTURE.section("The picture"))]

    assert told == list(contracts())


@pytest.mark.parametrize("path", PLATFORMS, ids=lambda path: path.parent.name)
def test_every_platform_stands_behind_its_walls(path: Path) -> None:
    name = f"adapters.{path.parent.name}"

    assert any(f"({name})" in layer for layer in contracts()[WIRING]["layers"])
    assert name in contracts()[WALL]["source_modules"]


def test_the_index_finds_what_newcomers_look_for() -> None:
    index = dict(row[:2] for row in rows(ARCHITECTURE.section("Where is …")))

    assert [what for what in WANTED if what not in index] == []
    assert len(index) >= FEWEST_ENTRIES
    assert [what for what, where in index.items() if "`" not in where] == []
