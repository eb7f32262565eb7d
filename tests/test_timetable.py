"""The page of everything the bot says by itself: no text is idle, and no number is loose."""

import re
from datetime import time, timedelta

import pytest

from bot import texts
from bot.domain import rhythm
from tests.bot.texts.test_text_keys import catalogue
from tests.bot.texts.test_texts import patterns
from tests.recording.timetable_page import Page

DIGITS = re.compile(r"\d+")
A_LINK = re.compile(r"\[.*?\]\(.*?\)|<!--.*?-->")


def page(language: str) -> tuple[str, frozenset[str]]:
    """Return the words of the page, and the keys of what it is made of."""
    made = Page(language)
    words = "\n".join(made.lines())
    return A_LINK.sub("", words), frozenset(made.asked)


def numbers(value: object) -> set[str]:
    """Return what a number of the rhythm may look like on the page."""
    match value:
        case timedelta():
            units = (
                timedelta(weeks=1),
                timedelta(days=1),
                timedelta(hours=1),
                timedelta(minutes=1),
            )
            return {str(value // unit) for unit in units}
        case time():
            # Half past five in the afternoon is 17 h 30, and 5:30 p.m.
            return {str(value.hour), str(value.hour % 12 or 12), f"{value.minute:02}"}
        case tuple():
            return set().union(*(numbers(each) for each in value))
        case int():
            return {str(value)}
    return set()


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_number_on_the_page_is_one_of_the_rhythm(language: str) -> None:
    known = set().union(*(numbers(value) for name, value in vars(rhythm).items() if name.isupper()))
    words, _ = page(language)

    assert set(DIGITS.findall(words)) <= known
    assert len(set(DIGITS.findall(words))) > 5


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_text_of_the_page_brings_a_number_of_its_own(language: str) -> None:
    said = patterns(language, "timetable.ftl")

    assert [key for key, text in said.items() if DIGITS.search("".join(text.words))] == []


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_text_of_the_page_is_on_it(language: str) -> None:
    kept = {key for key in catalogue() if key.startswith("timetable-")}
    _, asked = page(language)

    assert sorted(kept - asked) == []
    assert len(kept) > 80
