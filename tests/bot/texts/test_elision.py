"""No French sentence says « de Océane »."""

import re
from importlib.resources import files

import pytest

from bot import texts
from bot.texts import elision

NAMES = {
    "Océane": True,
    "Hélène Roy": True,
    "Aïssatou": True,
    "Éva": True,
    "Œdipe": True,
    "Yves": True,
    "Yasmine": False,
    "Marc": False,
    "": False,
}
"""Names, and whether a small word loses its vowel before them."""
BEFORE_A_NAME = re.compile(
    r"\b(?:de|que) \{ \$(?:names?|partner|mentor|mentee|payer) \}", re.IGNORECASE
)


@pytest.mark.parametrize("name", NAMES)
def test_small_words_elide_as_the_name_begins(name: str) -> None:
    assert elision.de(name) == (f"d’{name}" if NAMES[name] else f"de {name}")
    assert elision.que(name) == (f"qu’{name}" if NAMES[name] else f"que {name}")


@pytest.mark.parametrize("name", ["Océane", "Hélène", "Aïssatou", "Marc"])
def test_a_sentence_about_somebody_elides(name: str) -> None:
    said = texts.say("fr", "checkin-thanks", partner=name)

    assert f" {elision.que(name)} recevra" in said


def test_no_text_puts_a_small_word_before_a_name_by_itself() -> None:
    pages = [page for page in (files("bot.texts") / "fr").iterdir() if page.name.endswith(".ftl")]
    # The page of the playground fills these in by itself, in the browser.
    found = {
        f"{page.name}: {hit}"
        for page in pages
        if page.name != "playground.ftl"
        for hit in BEFORE_A_NAME.findall(page.read_text("utf-8"))
    }

    assert len(pages) > 40
    assert found == set(), "write { DE($name) } or { QUE($name) }"
