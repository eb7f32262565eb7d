"""Reads the repository's pages: their headings, links, code and tables."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = frozenset({".git", ".venv", "build", "dist", "node_modules"})
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6} (.+?)\s*$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
SPAN = re.compile(r"`([^`\n]+)`")
NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")
MARKS = re.compile(r"[`*]|\]\([^)]*\)")


@dataclass(frozen=True)
class Page:
    """One page, by its path from the root of the checkout."""

    path: str

    @cached_property
    def text(self) -> str:
        return (ROOT / self.path).read_text(encoding="utf-8")

    @cached_property
    def prose(self) -> str:
        """The text without its blocks of code."""
        return self.without_blocks(self.text)

    @staticmethod
    def without_blocks(text: str) -> str:
        return FENCE.sub("", text)

    @property
    def blocks(self) -> list[tuple[str, str]]:
        """Every block of code, with its language."""
        return [(found[1], found[2]) for found in FENCE.finditer(self.text)]

    @property
    def spans(self) -> list[str]:
        """Every piece of code within a sentence."""
        return SPAN.findall(self.prose)

    @property
    def links(self) -> list[str]:
        return LINK.findall(SPAN.sub("", self.prose))

    @cached_property
    def anchors(self) -> set[str]:
        """What ``#…`` may name, as GitHub makes it of the headings."""
        seen: Counter[str] = Counter()
        found = set()
        for title in HEADING.findall(self.prose):
            bare = NOT_IN_ANCHORS.sub("", MARKS.sub("", title).lower()).replace(" ", "-")
            found.add(f"{bare}-{seen[bare]}" if seen[bare] else bare)
            seen[bare] += 1
        return found

    def section(self, title: str) -> str:
        """Return what stands below a heading, up to the next one of its rank."""
        start = re.search(rf"^(#+) {re.escape(title)}$", self.text, re.MULTILINE)
        assert start, f"{self.path} has no heading {title!r}"
        rest = self.text[start.end() :]
        end = re.search(rf"^#{{1,{len(start[1])}}} ", FENCE.sub(_blank, rest), re.MULTILINE)
        return rest[: end.start()] if end else rest

    def leads_to(self, target: str) -> str:
        """Return the path from the root of what a relative link names, without its anchor."""
        path = (ROOT / self.path).parent / target.partition("#")[0]
        return path.resolve().relative_to(ROOT).as_posix() if target[0] != "#" else self.path


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def rows(table: str) -> list[list[str]]:
    """Return the cells of a table's rows, its heading left out."""
    lines = [line for line in table.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def files(*patterns: str) -> Iterator[Path]:
    """Every file of the checkout that matches, but what tools and other makers put there."""
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            inside = path.relative_to(ROOT).parts
            if path.is_file() and not NOT_OURS.intersection(inside):
                yield path


def pages() -> list[Page]:
    """Every page of the repository."""
    found = [Page(path.relative_to(ROOT).as_posix()) for path in files("*.md", "[!.]*/**/*.md")]
    found += [Page(path.relative_to(ROOT).as_posix()) for path in files(".github/**/*.md")]
    assert len(found) >= FEWEST_PAGES, f"only {len(found)} pages"
    return found


FEWEST_PAGES = 20
