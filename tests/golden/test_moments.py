"""Cards in moments of their own, as they stand; and what holds for every golden card.

One JSON file a card and language. Accept changes with
``pytest tests/golden --snapshot-update`` and read the difference.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from bot.messages.card import COMMAND, Button, Card
from bot.messages.form import Form
from bot.runtime.registry import every_flow
from bot.texts import LANGUAGES
from bot.texts.folding import folded
from tests.gallery import exhibits
from tests.golden.moments import EXHIBITS, moments

REGISTRY = every_flow()
TAPS = {
    f"{step.full_name}.{tap}"
    for flow in REGISTRY.flows.values()
    for step in flow.steps.values()
    for tap in step.taps
}
MAY_BE_EMPTY = re.compile(
    r"Card\.(title|next)|Quote\.author|Form\.subject|\w+\.(hint|subject|value)"
)
UNREAD = re.compile(r"\w+\.(action|subject|value|values|name|style)")
"""Fields that are stored or sent back, not read; a choice's ``values`` name its options."""
RAW = re.compile(r"[{}$<>_]|\b(?:None|True|False|nan|datetime)\b|\bid\d{6}\b|\d{4}-\d\d-\d\dT")
"""What a text looks like whose values were not filled in, or filled in as a program sees them."""
AS_STORED = "privacy.data"
"""Shows what is kept as JSON, on purpose."""


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(JSONSnapshotExtension)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [exhibit.name for exhibit in EXHIBITS])
def test_card(name: str, language: str, snapshot: SnapshotAssertion) -> None:
    assert exhibits.rendered(moments(language)[name]) == snapshot


def test_no_two_golden_cards_share_a_name() -> None:
    names = [exhibit.name for exhibit in (*exhibits.EXHIBITS, *EXHIBITS)]

    assert len(names) == len(set(names))


def test_every_button_has_an_answer() -> None:
    unanswered = {
        f"{name}: {button.action} {button.value}"
        for name, button in buttons()
        if button.action not in TAPS
        and not (button.action == COMMAND and folded(button.value) in REGISTRY.commands)
    }

    assert unanswered == set()


def test_every_answer_has_a_button() -> None:
    assert {button.action for _, button in buttons()} - {COMMAND} == TAPS


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty(language: str) -> None:
    empty = [
        f"{name}: {field}"
        for name, shown in everything(language)
        for field, text in texts(shown)
        if not text.strip() and not MAY_BE_EMPTY.fullmatch(field)
    ]

    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_holds_what_only_a_program_reads(language: str) -> None:
    raw = [
        f"{name}: {text}"
        for name, shown in everything(language)
        if not name.startswith(AS_STORED)
        for field, text in texts(shown)
        if not UNREAD.fullmatch(field) and RAW.search(text)
    ]

    assert raw == []


def test_both_languages_offer_the_same_answers() -> None:
    french, english = ({n: answers(s) for n, s in everything(each)} for each in LANGUAGES)

    assert french == english


def everything(language: str) -> Iterator[tuple[str, Card | Form]]:
    """Yield every golden card and form, those of the gallery too."""
    yield from exhibits.gallery(language).items()
    yield from moments(language).items()


def buttons() -> Iterator[tuple[str, Button]]:
    for language in LANGUAGES:
        for name, shown in everything(language):
            if isinstance(shown, Card):
                yield from ((name, button) for button in shown.buttons)


def answers(shown: Card | Form) -> list[tuple[str, str, str]]:
    if isinstance(shown, Form):
        return [("form", shown.action, each.name) for each in shown.inputs]
    return [(each.action, each.subject, each.value) for each in shown.buttons]


def texts(shown: object, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text in a card or form with the name of its field."""
    if isinstance(shown, str):
        yield field, shown
    elif is_dataclass(shown):
        for each in fields(shown):
            yield from texts(getattr(shown, each.name), f"{type(shown).__name__}.{each.name}")
    elif isinstance(shown, tuple):
        for item in shown:
            yield from texts(item, field)
