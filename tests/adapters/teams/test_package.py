"""The app package: valid by Microsoft's own schemas, with icons of the sizes Teams asks for."""

import io
import json
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from typer.testing import CliRunner

from adapters.__main__ import app
from adapters.teams.icons import colour_icon, outline_icon
from adapters.teams.package import COMMANDS, SLASH_VERSION, VERSION, package
from bot.runtime.registry import every_flow
from bot.texts.folding import folded

APP_ID = "00000000-0000-0000-0000-000000000001"
HOST = "mentor.example.org"
SCHEMAS = (
    Path(__file__).parents[2] / "npm/node_modules/@microsoft/app-manifest/build/json-schemas/teams"
)


def files(*, slash: bool = False) -> dict[str, bytes]:
    made = package(APP_ID, HOST, version="1.0.0", slash=slash)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def faults(name: str, edition: str, document: Any) -> list[str]:
    path = SCHEMAS / f"v{edition}" / f"MicrosoftTeams{name}.schema.json"
    if not path.exists():
        pytest.skip("Microsoft's schemas are not installed (npm ci in tests/npm)")
    schema = json.loads(path.read_text(encoding="utf-8"))
    return [error.message for error in Draft4Validator(schema).iter_errors(document)]


@pytest.mark.parametrize("edition", [VERSION, SLASH_VERSION])
def test_the_manifest_is_valid_by_microsofts_schema(edition: str) -> None:
    manifest = json.loads(files(slash=edition == SLASH_VERSION)["manifest.json"])

    assert manifest["manifestVersion"] == edition
    assert faults("", edition, manifest) == []
    assert faults("", edition, {**manifest, "bots": [{}]}) != []


@pytest.mark.parametrize("edition", [VERSION, SLASH_VERSION])
def test_the_french_words_are_valid_and_complete(edition: str) -> None:
    found = files(slash=edition == SLASH_VERSION)
    french = json.loads(found["fr.json"])
    [bot] = json.loads(found["manifest.json"])["bots"]

    assert faults(".Localization", edition, french) == []
    titles = [name for name in french if name.endswith(".title")]
    assert len(titles) == sum(len(each["commands"]) for each in bot["commandLists"])


def test_every_suggested_command_is_understood() -> None:
    found = files()
    [bot] = json.loads(found["manifest.json"])["bots"]
    english = [each["title"] for each in bot["commandLists"][0]["commands"]]
    french = [
        text for name, text in json.loads(found["fr.json"]).items() if name.endswith(".title")
    ]

    assert len(english) == len(french) == len(COMMANDS)
    known = every_flow().commands
    assert [word for word in (*english, *french) if folded(word) not in known] == []


def test_the_same_package_is_the_same_bytes() -> None:
    made = [package(APP_ID, HOST, version="1.0.0", slash=False) for _ in range(2)]

    assert made[0] == made[1]
    assert set(files()) == {"manifest.json", "fr.json", "color.png", "outline.png"}


def pixels(picture: bytes) -> tuple[int, list[bytes]]:
    """Return the side of a square picture and its pixels, read by hand."""
    width, height, depth, colours = struct.unpack(">IIBB", picture[16:26])
    assert (width, depth, colours) == (height, 8, 6)
    length = struct.unpack(">I", picture[33:37])[0]
    assert picture[37:41] == b"IDAT"
    raw = zlib.decompress(picture[41 : 41 + length])
    line = width * 4 + 1
    rows = [raw[at + 1 : at + line] for at in range(0, len(raw), line)]
    return width, [row[at : at + 4] for row in rows for at in range(0, len(row), 4)]


def test_the_colour_icon_is_opaque_and_shows_something() -> None:
    side, dots = pixels(colour_icon())

    assert (side, len(dots)) == (192, 192 * 192)
    assert {dot[3] for dot in dots} == {255}
    assert 0.1 < sum(dot[:3] == b"\xff\xff\xff" for dot in dots) / len(dots) < 0.5


def test_the_outline_is_white_on_transparent() -> None:
    side, dots = pixels(outline_icon())

    assert (side, len(dots)) == (32, 32 * 32)
    assert {dot[:3] for dot in dots} == {b"\xff\xff\xff"}
    assert {0, 255} <= {dot[3] for dot in dots}


def test_the_command_writes_it(tmp_path: Path) -> None:
    out = tmp_path / "app.zip"
    line = ["teams", "package", "--app-id", APP_ID, "--host", HOST, "--out", str(out), "--slash"]
    line += ["--website", "https://example.org/mentoring"]

    assert CliRunner().invoke(app, line).exit_code == 0
    assert zipfile.is_zipfile(out)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--app-id", "mentor"),
        ("--host", "https://x.example"),
        ("--out", "no/such/folder/app.zip"),
        ("--version", "1.0"),
        ("--website", "example.org"),
        ("--website", "http://example.org"),
    ],
)
def test_the_command_says_what_is_wrong(option: str, value: str, tmp_path: Path) -> None:
    out = tmp_path / "app.zip"
    given = {"--app-id": APP_ID, "--host": HOST, "--out": str(out), option: value}

    result = CliRunner().invoke(app, ["teams", "package", *(x for p in given.items() for x in p)])

    assert result.exit_code == 2
    assert not out.exists()
