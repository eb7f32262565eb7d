"""The two catalogues say the same things, each as its own language writes them."""

import re
from datetime import date
from importlib.resources import files
from typing import Any

import pytest
from fluent.syntax import FluentParser, ast, visitor

from bot import texts

PAGES = sorted(page.name for page in (files("bot.texts") / "en").iterdir())
AGE_WORDS = re.compile(r"(?i)millennial|boomer|digital native|gen(eration)? [xyz]|jeune|young")
IN_TWO_LANGUAGES = {"people-fault-column-missing"}
"""Texts that name a thing by its name in the reader's language."""
NOT_FRENCH = {
    "a space before ? ! ;": re.compile(r"[ \u00a0\u202f][?!;]"),
    "a plain space, or none, before a colon": re.compile(r"(?<![\u00a0\d]):(?=\s|$)"),
    "a plain space, or none, inside guillemets": re.compile(r"«(?!\u00a0)|(?<!\u00a0)»"),
    "a straight apostrophe or quote": re.compile(r"['\"]"),
}


class Reader(visitor.Visitor):
    """Collects the words and the variables of one pattern."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.variables: set[str] = set()

    def visit_TextElement(self, node: ast.TextElement) -> None:  # noqa: N802  the name is theirs
        self.words.append(node.value)

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)
        # A value stands here: it is neither a space nor the end of a word.
        self.words.append("x")


def patterns(language: str, page: str) -> dict[str, Reader]:
    """Return every value and attribute of a page by its key."""
    text = (files("bot.texts") / language / page).read_text(encoding="utf-8")
    resource = FluentParser().parse(text)
    found: dict[str, Reader] = {}
    for entry in resource.body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            parts: list[tuple[str, Any]] = [(entry.id.name, entry.value)]
            parts += [(f"{entry.id.name}.{each.id.name}", each.value) for each in entry.attributes]
            for key, pattern in parts:
                if pattern is not None:
                    found[key] = Reader()
                    found[key].visit(pattern)
    return found


def test_both_languages_have_the_same_pages() -> None:
    folder = files("bot.texts")
    pages = [{page.name for page in (folder / name).iterdir()} for name in texts.LANGUAGES]
    assert pages[0] == pages[1]
    assert len(PAGES) > 10


def test_no_key_stands_on_two_pages() -> None:
    keys = [key for page in PAGES for key in patterns("en", page)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_have_the_same_keys_and_values(page: str) -> None:
    english, french = patterns("en", page), patterns("fr", page)
    in_one = sorted(set(english) ^ set(french))
    assert in_one == [], f"write these in bot/texts/en/{page} and in bot/texts/fr/{page}"
    for key, pattern in english.items():
        same = pattern.variables == french[key].variables
        assert same or key in IN_TWO_LANGUAGES, key


@pytest.mark.parametrize("page", PAGES)
def test_french_is_written_as_in_quebec(page: str) -> None:
    for key, pattern in patterns("fr", page).items():
        for fault, rule in NOT_FRENCH.items():
            words = "".join(pattern.words)
            if found := rule.search(words):
                pytest.fail(f"{key}: {fault}: …{words[max(0, found.start() - 20) :][:50]}…")


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_no_text_speaks_of_age_or_uses_straight_quotes(page: str, language: str) -> None:
    for key, pattern in patterns(language, page).items():
        words = "".join(pattern.words)
        assert not AGE_WORDS.search(words), key
        assert "'" not in words, key
        assert '"' not in words, key


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_message_brings_the_words_it_uses_of_others(language: str) -> None:
    texts.open_all()  # raises for a word of nobody's

    assert texts.say(language, "checkin-nudge.stuck") == texts.say(language, "checkin-met.stuck")


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (date(2026, 3, 1), "1er mars 2026"),
        (date(2026, 3, 11), "11 mars 2026"),
        (date(2026, 3, 31), "31 mars 2026"),
    ],
)
def test_the_first_of_a_month_is_an_ordinal_in_french_however_short(when: date, said: str) -> None:
    assert texts.short_day("fr", when) == said
    assert said.rpartition(" ")[0] in texts.day("fr", when)
