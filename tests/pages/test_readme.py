"""README is short, its two commands stay, and every number in it is counted."""

import csv
import re
import tomllib

from adapters.playground import company
from adapters.settings import Settings
from adapters.simulate.options import Options
from bot.domain.rhythm import MESSAGES_PER_WEEK
from bot.flows.checkin import STEPS
from tests.pages.reading import ROOT, Page

README = Page("README.md")
MOST_BYTES = 8_000
COMMANDS = ("python3 deploy/run.py playground", "python3 deploy/run.py tests")
A_NUMBER = re.compile(r"\b(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|twelve)\b")


def the_company() -> list[dict[str, str]]:
    text = (ROOT / "adapters/playground/company.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def in_words(number: int) -> str:
    return ["none", "one", "two", "three", "four", "five"][number]


def claims() -> list[str]:
    """Every sentence of README with a number in it, made from what it counts."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    offices = sorted({row["office"] for row in the_company()})
    taps = len(STEPS) - 1  # the question after silent weeks takes the place of the first
    return [
        f"in {in_words(taps)} taps as a rule",
        f"Python {project['requires-python'].removeprefix('>=')}+",
        f"a fictional company of {len(the_company())} people in {' and '.join(offices)}",
        f"not more than {in_words(MESSAGES_PER_WEEK)} times a week",
        "Two promises shape everything else",
        "Two people's chats side by side",
    ]


def test_it_is_read_in_two_minutes() -> None:
    assert len(README.text.encode()) <= MOST_BYTES


def test_the_two_commands_stand_first_and_stay_as_they_are() -> None:
    [_, block], *_ = README.blocks

    assert [line.partition("  ")[0] for line in block.splitlines()] == list(COMMANDS)
    assert f"http://127.0.0.1:{Settings.model_fields['port'].default}/" in block


def test_every_number_is_counted() -> None:
    numbered = re.sub(r"^\d\. ", "", Page.without_blocks(README.text), flags=re.MULTILINE)
    rest = " ".join(numbered.split())
    for claim in claims():
        assert claim in rest, claim
        rest = rest.replace(claim, "")

    assert A_NUMBER.findall(rest) == []


def test_the_coordinator_it_names_coordinates() -> None:
    [name] = [row["name"] for row in the_company() if row["email"] in company.COORDINATORS]

    assert f"{name} coordinates, in French" in README.text


def test_the_rehearsal_it_shows_is_the_usual_one() -> None:
    usual = Options()
    shown = f"simulate --people {usual.people} --weeks {usual.weeks} --seed {usual.seed} "

    assert shown in README.text


def test_the_two_promises_are_two() -> None:
    built = README.section("How it is built")

    assert built.count("\n- **") == 2


def test_the_installed_command_is_the_one_the_pages_name() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert project["scripts"] == {"passerelle": "adapters.__main__:main"}
