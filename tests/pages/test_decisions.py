"""Each decision has its page, made like the others, and its line in the list."""

import re
from pathlib import Path

import pytest

from tests.pages.reading import ROOT, Page, rows

FOLDER = "docs/adr"
LIST = Page(f"{FOLDER}/README.md")
PARTS = ["Context", "Decision", "Consequences"]
DECISIONS = sorted((ROOT / FOLDER).glob("[0-9]*.md"))
MOST_LINES = 60


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_is_one_page_of_three_parts(path: Path) -> None:
    page = Page(f"{FOLDER}/{path.name}")
    number = int(page.path.removeprefix(f"{FOLDER}/")[:4])

    assert re.match(rf"# {number}\. \w", page.text)
    assert re.findall(r"^## (.+)$", page.text, re.MULTILINE) == PARTS
    assert len(page.text.splitlines()) <= MOST_LINES


def test_the_list_names_all_of_them_in_order() -> None:
    listed = [LIST.leads_to(link) for link in LIST.links]
    here = [path.relative_to(ROOT).as_posix() for path in DECISIONS]

    assert listed == here
    assert [int(row[0]) for row in rows(LIST.text)] == list(range(1, len(listed) + 1))
    assert len(here) >= 7
