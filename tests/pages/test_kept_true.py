"""Pages that repeat something of the code say the same as the code."""

import re
import runpy
import tomllib

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from bot.services.rounds import runs
from bot.texts.folding import folded
from tests.pages.reading import ROOT, Page, files, rows

CHANGELOG, LIBRARIES = Page("CHANGELOG.md"), Page("docs/libraries.md")
GLOSSARY, OPERATIONS = Page("docs/glossary.md"), Page("docs/operations.md")
INSTALL = ("docs/install-slack.md", "docs/install-teams.md")
AN_EVENT = re.compile(r'"([a-z]+\.[a-z_-]+)"')


def test_every_direct_library_has_its_reason() -> None:
    told = LIBRARIES.text.casefold()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[\[<>=; ]", line)[0] for line in project["dependencies"]]

    assert len(names) >= 10
    assert [name for name in names if name not in told] == []


def test_no_library_is_told_of_that_is_not_there() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").casefold()
    names = [name for row in rows(LIBRARIES.text) for name in row[0].split(", ")]

    assert [name for name in names if f'"{name.casefold()}' not in project] == []


def test_the_newest_release_names_the_newest_schema() -> None:
    config = Config()
    config.set_main_option("script_location", str(ROOT / "migrations"))
    head = ScriptDirectory.from_config(config).get_current_head()
    newest = re.split(r"^## ", CHANGELOG.text, flags=re.MULTILINE)[1]

    assert f"Schema revision {head}." in newest


def test_the_newest_release_is_this_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert re.findall(r"^## \[(.+?)\]", CHANGELOG.text, re.MULTILINE)[0] == project["version"]


def test_the_hooks_are_the_checks() -> None:
    checks = runpy.run_path(str(ROOT / "deploy/run.py"))["CHECKS"]
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"entry: python3 deploy/run\.py check (\S+)$", hooks, re.MULTILINE)

    assert entries == list(dict.fromkeys(tool for tool, *_ in checks))
    assert re.findall(r"repo: (\S+)", hooks) == ["local"]
    assert hooks.count("language: system") == hooks.count("- id: ") == len(entries)


def glossary() -> list[list[str]]:
    found = rows(GLOSSARY.section("The programme")) + rows(GLOSSARY.section("The program"))
    assert len(found) > 30
    return found


def test_the_glossary_names_classes_there_are() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in files("bot/**/*.py", "storage/**/*.py")
    )
    names = [name for row in glossary() for name in re.findall(r"`(\w+)`", row[3])]

    assert [name for name in names if f"class {name}" not in source] == []


def test_the_glossary_names_words_that_people_read() -> None:
    pages = [page.read_text(encoding="utf-8") for page in files("bot/texts/fr/*.ftl")]
    read = folded("\n".join(pages))
    words = [word for row in glossary() for word in row[1].split(", ") if word != "–"]

    assert len(pages) > 10
    assert [word for word in words if folded(word) not in read] == []


def test_the_events_to_watch_are_logged() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in files("adapters/**/*.py"))
    logged = set(AN_EVENT.findall(source))
    table = rows(OPERATIONS.section("What to watch"))
    told = [event for row in table for event in re.findall(r"`([^`]+)`", row[0])]

    assert len(told) >= 8
    assert [event for event in told if event not in logged] == []


@pytest.mark.parametrize("path", INSTALL)
def test_installing_takes_ten_steps(path: str) -> None:
    assert re.findall(r"^(\d+)\. ", Page(path).text, re.MULTILINE) == list(map(str, range(1, 11)))


def test_the_limit_of_a_matching_within_a_turn_is_the_one_told() -> None:
    assert f"up to {runs.AT_ONCE} people is answered" in Page("docs/limits.md").text
