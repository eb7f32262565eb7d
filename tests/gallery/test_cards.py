"""What holds for every card and form of the product, in either language."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from bot import texts
from bot.messages.card import Card
from bot.messages.form import Form
from tests.gallery.tour import everything

MAY_BE_EMPTY = re.compile(
    r"Card\.(title|next)|Quote\.author|Form\.(subject|intro)|\w+\.(hint|subject|value)"
)
UNREAD = re.compile(r"\w+\.(action|subject|value|values|name|style)")
"""Fields that are stored or sent back, not read; a choice's ``values`` name its options."""
RAW = re.compile(
    r"[{}$<>_]|\b(?:None(?! of)|True|False|nan|datetime)\b|\bid\d{6}\b|\d{4}-\d\d-\d\dT"
)
"""What a text looks like whose values were not filled in, or filled in as a program sees them."""
UNEVEN = re.compile(r"(?<!…)\.\.|  ")
FEWEST = 450


def words(language: str) -> Iterator[tuple[str, str, str]]:
    """Yield every text of every card and form, with its field and where it stands."""
    for name, shown in everything(language).items():
        for field, text in texts_in(shown):
            yield name, field, text


def texts_in(shown: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in a card or form with the name of its field."""
    if isinstance(shown, str):
        yield field, shown
    elif is_dataclass(shown):
        for each in fields(shown):
            yield from texts_in(getattr(shown, each.name), f"{type(shown).__name__}.{each.name}")
    elif isinstance(shown, tuple):
        for item in shown:
            yield from texts_in(item, field)


def is_as_stored(name: str, language: str) -> bool:
    """Whether a card shows what is kept about somebody, as JSON, on purpose."""
    shown = everything(language)[name]
    return shown.title == texts.say(language, "privacy-data.title")


def answers(shown: Card | Form) -> list[tuple[str, str, str]]:
    if isinstance(shown, Form):
        return [("form", shown.action, each.name) for each in shown.inputs]
    return [(each.action, each.subject, each.value) for each in shown.buttons]


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    empty = [
        (name, field)
        for name, field, text in words(language)
        if not text.strip() and not MAY_BE_EMPTY.fullmatch(field)
    ]

    assert empty == []
    assert len(everything(language)) > FEWEST


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_text_holds_what_only_a_program_reads(language: str) -> None:
    raw = [
        (name, text)
        for name, field, text in words(language)
        if not UNREAD.fullmatch(field)
        and (RAW.search(text) or UNEVEN.search(text))
        and not is_as_stored(name, language)
    ]

    assert raw == []


def test_both_languages_offer_the_same_answers() -> None:
    french, english = (
        {n: answers(s) for n, s in everything(each).items()} for each in texts.LANGUAGES
    )

    assert french == english
