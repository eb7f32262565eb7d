"""Every sentence that promises something is proved by a test, or it is no promise and says why."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

import pytest

from tests.promises.register import (
    WORDS,
    missing,
    promising,
    promising_on_pages,
    register,
    sentences,
)

REMEDY = (
    "each of these texts promises something: name the test that does what it says in "
    "tests/promises/promises.toml, or word it anew in both languages; if it promises nothing, "
    "exempt it there with the reason"
)
FEWEST, FEWEST_ON_PAGES = 250, 10
"""What sounds like a promise; less means that the words are not looked for."""


def test_every_text_that_promises_is_proved_or_exempt() -> None:
    listed, found = register("promises.toml"), promising()

    assert sorted(key for key in found if not listed.names(key)) == [], REMEDY
    assert len(found) > FEWEST


def test_every_promise_of_a_page_is_proved_or_exempt() -> None:
    listed, found = register("pages.toml").patterns, list(promising_on_pages())

    unproved = [said for said in found if not any(piece in said for piece in listed)]
    stale = [piece for piece in listed if not any(piece in said for said in found)]

    assert unproved == [], REMEDY.replace("promises.toml", "pages.toml")
    assert stale == [], "no page promises this any more: take it out of the list"
    assert len(found) >= FEWEST_ON_PAGES


@pytest.mark.parametrize("name", ["promises.toml", "pages.toml"])
def test_every_proof_is_a_test_there_is(name: str) -> None:
    assert missing(register(name).kept) == [], (
        "no such test: name the one that proves it now, or word the promise anew"
    )


def test_nothing_is_listed_that_nobody_says() -> None:
    known = sentences("en").keys()

    stale = [p for p in register("promises.toml").patterns if not any_match(p, known)]

    assert stale == [], "the catalogue has no such text: take it out of the list"


def test_what_is_exempt_would_be_asked_for_otherwise() -> None:
    found = promising()
    exempt = [each for named in register("promises.toml").exempt.values() for each in named]

    assert [pattern for pattern in exempt if not any_match(pattern, found)] == [], (
        "it does not sound like a promise any more: take it out of the list"
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "I will write to you."),
        ("en", "Nobody reads it."),
        ("en", "You have an answer by { $day }."),
        ("en", "I tell { $partner }."),
        ("fr", "Je vous écrirai."),
        ("fr", "Cela reste entre nous."),
        ("fr", "Au plus tard le { $day }."),
        ("fr", "Personne d’autre ne le lit, jamais."),
    ],
)
def test_a_new_promise_is_noticed(language: str, said: str) -> None:
    assert WORDS[language].search(said)


def any_match(pattern: str, known: Iterable[str]) -> bool:
    """Whether a pattern names at least one of some keys."""
    return any(fnmatchcase(key, pattern) for key in known)
