"""The catalogue and the code: every key that is asked for exists, every text is asked for."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from unicodedata import category, name

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message

from bot import texts

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "adapters" / "playground" / "page"
WITH_THE_CARD = frozenset({"title", "next", "submit"})
"""Attributes that a card or form shows by itself whenever they exist."""
ASKS = {"say": 0, "card": 0, "form": 0, "Sorry": 0, "last_card": 1, "_line": 0, "refuse": 2}
"""Who asks for a text, and at which place the key stands."""
BUTTONS = frozenset({"taps", "commands"})
FEWEST_MESSAGES, FEWEST_CALLS, FEWEST_PAGES = 500, 300, 15
AHEAD = re.compile(r"value-\d\.after")
"""Texts that were written before what asks for them: what to think over after a meeting."""
HIDDEN = frozenset({"So", "Sk", "Cf", "Cc", "Co", "Cs", "Cn"})
"""Emoji and other pictures, and what nobody sees."""


@cache
def catalogue() -> frozenset[str]:
    """Return every key of the catalogue, with attributes; both languages have the same."""
    found: set[str] = set()
    folder = files("bot.texts") / texts.LANGUAGES[0]
    for page in folder.iterdir():
        for entry in FluentParser().parse(page.read_text(encoding="utf-8")).body:
            if isinstance(entry, Message):
                found |= {entry.id.name} if entry.value else set()
                found |= {f"{entry.id.name}.{each.id.name}" for each in entry.attributes}
    return frozenset(found)


@cache
def trees() -> tuple[tuple[str, ast.Module], ...]:
    """Return the source of everything that may ask for a text, the pages made of texts as well."""
    folders = ("bot", "adapters", "tests/recording")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return tuple(
        (path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(paths)
    )


def pattern(node: ast.JoinedStr) -> str:
    """Return what an f-string can come to, as a regular expression."""
    return "".join(
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+"
        for part in node.values
    )


def key_of(call: ast.Call) -> ast.expr | None:
    """Return the argument of a call that names a text, if it asks for one."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = ASKS.get(name)
    if place is None:
        return None
    of_module = (
        isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "texts"
    )
    place += of_module or (name == "say" and isinstance(call.func, ast.Name))
    return call.args[place] if len(call.args) > place else None


def asked() -> Iterator[tuple[str, str]]:
    """Every key a call names in so many words, or the pattern of it, and where."""
    for path, tree in trees():
        for node in ast.walk(tree):
            key = key_of(node) if isinstance(node, ast.Call) else None
            where = f"{path}:{getattr(node, 'lineno', 0)}"
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield where, re.escape(key.value)
                for word in words_of_buttons(node):
                    yield where, re.escape(f"{key.value}.{word}")
            elif isinstance(key, ast.JoinedStr):
                yield where, pattern(key)


def words_of_buttons(call: ast.AST) -> Iterator[str]:
    """The taps and commands a card is given as words: each names its label."""
    for keyword in call.keywords if isinstance(call, ast.Call) else ():
        if keyword.arg in BUTTONS and isinstance(keyword.value, ast.Tuple):
            for element in keyword.value.elts:
                if isinstance(element, ast.Constant):
                    yield str(element.value)


@cache
def literals() -> frozenset[str]:
    """Return every word that stands in the code as it is."""
    return frozenset(
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def built() -> re.Pattern[str]:
    """Return what the code's f-strings can come to, but for those that could be anything."""
    patterns = {
        pattern(node)
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
    }
    telling = {each for each in patterns if re.search(r"[a-z]{2,}", each.replace(".+", ""))}
    return re.compile("|".join(f"(?:{each})" for each in sorted(telling)))


def is_used(key: str) -> bool:
    name, _, attribute = key.partition(".")
    if name.startswith("playground-"):
        word = name.removeprefix("playground-")
        return name in literals() or word in page_words() or word.startswith(page_prefixes())
    if key in literals() or built().fullmatch(key):
        return True
    # A key may be put together of two words: "feedback-thanks", and perhaps "-shared".
    halves = ((name[:place], name[place:]) for place in range(1, len(name) + 1))
    joined = any(first in literals() and (not rest or rest in literals()) for first, rest in halves)
    by_name = joined or built().fullmatch(name) is not None
    return by_name and (not attribute or attribute in WITH_THE_CARD or attribute in literals())


@cache
def page() -> str:
    """Return the source of the playground's page."""
    sources = sorted(path for path in PAGE.iterdir() if path.suffix in {".js", ".html"})
    return "\n".join(path.read_text(encoding="utf-8") for path in sources)


@cache
def page_words() -> frozenset[str]:
    """Return every word that stands in the page."""
    return frozenset(re.findall(r"[a-z][a-z0-9-]*", page()))


@cache
def page_prefixes() -> tuple[str, ...]:
    """Return what the page's templates begin with: "state-" of `state-${delivery.state}`."""
    return tuple(re.findall(r"`([a-z]+-)\$\{", page()))


def test_every_key_that_is_asked_for_exists() -> None:
    calls = list(asked())
    missing = [
        (where, key) for where, key in calls if not any(re.fullmatch(key, k) for k in catalogue())
    ]

    assert missing == [], "add each key to bot/texts/en and bot/texts/fr, on a page of one name"
    assert len(calls) > FEWEST_CALLS


def test_every_text_is_asked_for() -> None:
    unused = [key for key in sorted(catalogue()) if not (is_used(key) or AHEAD.fullmatch(key))]

    assert unused == [], "nobody reads these: delete them in both languages"
    assert len({key.partition(".")[0] for key in catalogue()}) > FEWEST_MESSAGES


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_text_holds_a_picture_or_a_hidden_sign(language: str) -> None:
    pages = list((files("bot.texts") / language).iterdir())
    odd = {
        (page.name, name(letter, hex(ord(letter))))
        for page in pages
        for letter in page.read_text(encoding="utf-8")
        if category(letter) in HIDDEN and letter not in "\n─"
    }

    assert odd == set()
    assert len(pages) > FEWEST_PAGES
