"""The catalogue and what is said: every key asked for exists, every text is reached by somebody."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from unicodedata import category, name

import pytest

from bot import texts
from tests import product
from tests.gallery.listening import keys
from tests.gallery.tour import tour

ROOT = Path(__file__).resolve().parents[3]
ASKS = {"say": 0, "card": 0, "form": 0, "Sorry": 0, "last_card": 1, "_line": 0, "refuse": 2}
"""Who asks for a text, and at which place the key stands."""
BUTTONS = frozenset({"taps", "commands"})
FEWEST_MESSAGES, FEWEST_CALLS, FEWEST_PAGES = 500, 300, 15
HIDDEN = frozenset({"So", "Sk", "Cf", "Cc", "Co", "Cs", "Cn"})
"""Emoji and other pictures, and what nobody sees."""
UNSAID = {
    **{f"value-{n}.after": "asked after a meeting once there is such a card" for n in range(1, 6)},
    "invitations-part.written": "said where there are more than a hundred departments",
    "recalls-more": "said where more than a page of people had it already",
}
"""Texts of conversations that nobody reads, and why they are kept."""
LENT = {
    ("bot/flows/mine/standing.py", "settings"): "what /mentor status says, which is of that flow",
}
"""Words of another chapter's flow that a conversation says all the same, and why."""
OF_PROGRAMS = {
    "command": ("adapters/people", "adapters/serving"),
    "export": ("adapters/export",),
    "matching": ("adapters/matching",),
    "people": ("adapters/people",),
    "playground": ("adapters/playground",),
    "simulate": ("adapters/simulate",),
    "slack": ("adapters/slack",),
    "teams": ("adapters/teams",),
    "timetable": ("bot/flows", "tests/recording"),
}
"""Pages that no conversation says, but a program or its windows; and where each is named."""


@cache
def catalogue(language: str = "en") -> frozenset[str]:
    """Return every key of the catalogue, with attributes."""
    return frozenset(keys(language).values())


@cache
def page_of(key: str) -> str:
    """Return the page a key stands on."""
    message = re.compile(rf"^{re.escape(key.partition('.')[0])} =", re.MULTILINE)
    return next(page for page, text in pages().items() if message.search(text))


@cache
def pages() -> dict[str, str]:
    """Return every page of the catalogue by its name."""
    folder = files("bot.texts") / texts.LANGUAGES[0]
    return {
        page.name.removesuffix(".ftl"): page.read_text(encoding="utf-8")
        for page in folder.iterdir()
    }


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
def named_in(*places: str) -> re.Pattern[str]:
    """Return what the sources of a program can name: words, and what f-strings can come to."""
    found = set()
    for path, tree in trees():
        if path.startswith(places):
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(re.escape(node.value))
                elif isinstance(node, ast.JoinedStr):
                    found.add(pattern(node))
    # A pattern without a word of its own could be anything.
    telling = {each for each in found if re.search(r"[a-z]{2,}", each.replace(".+", ""))}
    return re.compile("|".join(f"(?:{each})" for each in sorted(telling)))


@cache
def page_words() -> str:
    """Return the source of the playground's page."""
    page = ROOT / "adapters" / "playground" / "page"
    sources = sorted(path for path in page.iterdir() if path.suffix in {".js", ".html"})
    return "\n".join(path.read_text(encoding="utf-8") for path in sources)


def is_named(key: str, page: str) -> bool:
    """Whether a program names one of its texts, or the text it is part of and the part."""
    named = named_in(*OF_PROGRAMS[page])
    if page == "playground":
        word = key.removeprefix("playground-")
        prefixes = tuple(re.findall(r"`([a-z]+-)\$\{", page_words()))
        on_page = re.search(rf"(?<![a-z0-9-]){re.escape(word)}(?![a-z0-9-])", page_words())
        return bool(on_page or word.startswith(prefixes) or named.fullmatch(key))
    message, _, part = key.partition(".")
    whole = named.fullmatch(key) or named.fullmatch(message.removeprefix(f"{page}-"))
    return bool(whole or (named.fullmatch(message) and named.fullmatch(part)))


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_key_that_is_asked_for_exists(language: str) -> None:
    calls, known = list(asked()), "\n".join(catalogue(language))

    def exists(key: str) -> bool:
        return re.search(f"^(?:{key})$", known, re.MULTILINE) is not None

    missing = [(where, key) for where, key in calls if not exists(key)]
    assert missing == [], "add each key to bot/texts/en and bot/texts/fr, on a page of one name"
    assert len(calls) > FEWEST_CALLS


def test_every_text_of_a_conversation_is_said_in_the_gallery() -> None:
    spoken = {key for key in catalogue() if page_of(key) not in OF_PROGRAMS}
    unsaid = spoken - tour("en").said

    assert sorted(unsaid - UNSAID.keys()) == [], (
        "nobody is ever told this: remove it in both languages, or play what says it in "
        "tests/gallery/scenes"
    )
    assert sorted(UNSAID.keys() - unsaid) == [], "no longer an exception"
    assert len({key.partition(".")[0] for key in spoken}) > FEWEST_MESSAGES


def test_no_conversation_borrows_the_words_of_another_chapter() -> None:
    """Whoever words a text anew thinks of the flow it is named for."""
    homes = {flow.name: product.homes(flow) for flow in product.flows()}
    borrowed = set()
    for where, key in asked():
        chapter = where.removeprefix("bot/flows/").partition("/")[0]
        if where.startswith("bot/flows/") and not key.startswith(".+"):
            found = (each for each in catalogue() if re.fullmatch(key, each))
            named = {page_of(each) for each in found} & homes.keys()
            path = where.partition(":")[0]
            borrowed |= {(path, page) for page in named if chapter not in homes[page]}

    assert sorted(borrowed - LENT.keys()) == [], "give it a text of its own, or one in common.ftl"
    assert sorted(LENT.keys() - borrowed) == [], "no longer an exception"


def test_every_text_of_a_program_is_named_by_it() -> None:
    printed = {key: page_of(key) for key in catalogue() if page_of(key) in OF_PROGRAMS}

    assert sorted(key for key, page in printed.items() if not is_named(key, page)) == []
    assert set(printed.values()) == OF_PROGRAMS.keys()


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_text_holds_a_picture_or_a_hidden_sign(language: str) -> None:
    found = list((files("bot.texts") / language).iterdir())
    odd = {
        (page.name, name(letter, hex(ord(letter))))
        for page in found
        for letter in page.read_text(encoding="utf-8")
        if category(letter) in HIDDEN and letter not in "\n─"
    }

    assert odd == set()
    assert len(found) > FEWEST_PAGES
