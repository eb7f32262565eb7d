"""Which words promise something, which sentences hold them, and what is said to prove each."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from pathlib import Path

from bot import texts
from tests.pages.reading import Page

ATTRIBUTE = re.compile(r"^    \.([\w-]+) =", re.MULTILINE)
PAGES = (
    *("README.md", "docs/install-slack.md", "docs/install-teams.md", "docs/operations.md"),
    *("docs/limits.md", "docs/glossary.md"),
)
"""What people read who run a programme; other pages are for who changes the code."""
TABLE = re.compile(r"^\|.*$", re.MULTILINE)
PARAGRAPH = re.compile(r"\n\s*\n|^[-#] ", re.MULTILINE)
SENTENCE = re.compile(r"(?<=[.:]) ")
TESTS = Path(__file__).resolve().parents[1]
WORDS = {
    "en": re.compile(
        r"\b(?:will|I’ll|promised?|never|always|nobody|no one|only you|nothing else|everybody"
        r"|everything|private|privately|between us|word for word|at once|as soon as|until then"
        r"|by then|at the latest|at any time|without delay|any more|goes? first|once a week"
        r"|matched or not)\b"
        r"|\b(?:by|on) \{ \$(?:day|until|when|next|digest) \}"
        r"|\bI (?:ask|send|write|tell|keep|let|pass|close|propose|stopped|do not|look for no)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:jamais|toujours|rien d’autre|personne d’autre|seule personne|entre nous|privée?s?"
        r"|mot pour mot|aussitôt|dès que|d’ici là|au plus tard|en tout temps|en premier"
        r"|chaque semaine|promesse|jumelage ou non)\b"
        r"|\b(?!mai|vrai)\w+rai\b",
        re.IGNORECASE,
    ),
}
"""What a promise sounds like: the future, a day, or that something is so for all or for nobody."""


@dataclass(frozen=True)
class Register:
    """What is kept, below the test that proves it, and what is no promise, below the reason."""

    kept: dict[str, list[str]]
    exempt: dict[str, list[str]]

    @property
    def patterns(self) -> list[str]:
        """Every sentence that is named, as it is written down."""
        groups = (*self.kept.values(), *self.exempt.values())
        return [pattern for named in groups for pattern in named]

    def names(self, sentence: str) -> bool:
        """Whether a sentence is listed, by itself or under a star."""
        return any(fnmatchcase(sentence, pattern) for pattern in self.patterns)


def register(name: str) -> Register:
    """Read one of the lists beside this file."""
    found = tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return Register(kept=found["kept"], exempt=found["exempt"])


@cache
def sentences(language: str) -> dict[str, str]:
    """Return every text of the catalogue as it is written down, by its key."""
    found = {}
    for page in (files("bot.texts") / language).iterdir():
        for message in texts.MESSAGE.finditer(page.read_text(encoding="utf-8")):
            body, *attributes = ATTRIBUTE.split(message[0])
            parts = zip(attributes[::2], attributes[1::2], strict=True)
            found[message[1]] = body.partition("=")[2].strip()
            found |= {f"{message[1]}.{name}": said.strip() for name, said in parts}
    return {key: said for key, said in found.items() if said}


def promising() -> set[str]:
    """Return the keys of all texts that sound like a promise, in either language."""
    return {
        key
        for language, words in WORDS.items()
        for key, said in sentences(language).items()
        if words.search(said)
    }


def promising_on_pages() -> Iterator[str]:
    """Yield every sentence of these pages that sounds like a promise."""
    for path in PAGES:
        prose = TABLE.sub("", Page(path).prose)
        for paragraph in PARAGRAPH.split(prose):
            for said in SENTENCE.split(" ".join(paragraph.split())):
                if WORDS["en"].search(said):
                    yield said


@cache
def tests_in(path: str) -> frozenset[str]:
    """Return the names of the tests a file of tests/ holds; none when there is no such file."""
    file = TESTS / path
    tree = ast.parse(file.read_bytes()) if file.is_file() else ast.Module([], [])
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(each.name for each in ast.walk(tree) if isinstance(each, functions))


def missing(tests: Iterable[str]) -> list[str]:
    """Return those of some tests, as "file::name", that do not exist."""
    split = ((test, *test.split("::")) for test in tests)
    return [test for test, path, name in split if name not in tests_in(path)]
