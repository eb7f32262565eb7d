"""The transcripts: what a line of them looks like, and that nothing said is missing from them."""

from functools import cache
from importlib.resources import files

import pytest
from fluent.syntax import FluentParser, ast

from bot import texts
from bot.messages.card import (
    COMMAND,
    Bullets,
    Button,
    Card,
    Chart,
    Facts,
    Heading,
    Quote,
    Style,
    Text,
)
from bot.messages.form import Choice, DateInput, Form, Option, Switch, TextInput
from tests import product
from tests.gallery.book import Book
from tests.gallery.tour import tour
from tests.gallery.transcript import lines

MOST_LINES = 2800
"""Of one chapter: an hour's reading."""


def test_a_card_is_written_from_top_to_bottom() -> None:
    card = Card(
        title="Title",
        body=(
            Text("One.\nTwo."),
            Heading("Part"),
            Quote("Typed", author="Ana"),
            Facts((("Weeks", "12"),)),
            Bullets(("first",)),
            Chart("Meetings", ("May",), (3.0,)),
        ),
        buttons=(
            Button("Yes", "checkin.met.yes", "id", style=Style.PRIMARY),
            Button("4", "checkin.rating.rate", "id", "4"),
            Button("Plan", COMMAND, value="plan"),
        ),
        next="Then.",
    )

    assert lines(card) == [
        "# Title",
        "One.",
        "Two.",
        "## Part",
        "| Typed",
        "| – Ana",
        "Weeks\u00a0: 12",
        "• first",
        "Meetings",
        "  May\u00a0: 3",
        "[Yes] checkin.met.yes (primary)",
        "[4] checkin.rating.rate 4",
        "[Plan] /mentor plan",
        "» Then.",
    ]


def test_a_form_is_written_with_its_fields() -> None:
    form = Form(
        title="Profile",
        intro="Three minutes.",
        submit="Keep",
        action="profile.mentor",
        inputs=(
            TextInput(
                name="goal", label="Goal", hint="A verb.", required=True, value="Learn", long=True
            ),
            DateInput(name="until", label="Until"),
            Choice(
                name="topics",
                label="Topics",
                options=(Option("a", "Art"), Option("b", "Bees")),
                values=("b",),
                most=2,
            ),
            Switch(name="share", label="Share it", on=True),
        ),
    )

    assert lines(form) == [
        "# Profile",
        "Three minutes.",
        "goal (lines up to 300, required): Goal",
        "    A verb.",
        "    = Learn",
        "until (day): Until",
        "topics (up to 2 of): Topics",
        "    ( ) a: Art",
        "    (x) b: Bees",
        "share (on): Share it",
        "[Keep] profile.mentor",
    ]


@cache
def pages(language: str) -> dict[str, str]:
    """Return every chapter as one text."""
    book = Book(tour(language))
    return {name: "\n".join(book.chapter(name)) for name in product.folders()}


@cache
def patterns(language: str) -> dict[str, ast.Pattern]:
    """Return every text of the catalogue by its key, as it is written down."""
    found: dict[str, ast.Pattern] = {}
    for page in (files("bot.texts") / language).iterdir():
        for entry in FluentParser().parse(page.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                parts = {f"{entry.id.name}.{each.id.name}": each.value for each in entry.attributes}
                found |= {entry.id.name: entry.value} if entry.value else {}
                found |= parts
    return found


def is_read(pattern: ast.Pattern, page: str) -> bool:
    """Whether all words of a text stand on a page; of words to choose from, those of one choice."""
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            if any(line.strip() not in page for line in element.value.splitlines()):
                return False
        elif isinstance(element.expression, ast.SelectExpression):
            variants = element.expression.variants
            if not any(is_read(variant.value, page) for variant in variants):
                return False
    return True


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_whatever_is_said_can_be_read_in_the_book(language: str) -> None:
    book, known = "\n".join(pages(language).values()), patterns(language)
    said = tour(language).said

    unread = [key for key in sorted(said) if not is_read(known[key], book)]

    assert unread == [], "said, but on no card that is on show: add an exhibit or a scene"
    assert len(said) > 1400


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_step_and_scene_is_in_its_chapter(language: str) -> None:
    book = "\n".join(pages(language).values())
    found = tour(language)

    assert [stop.name for stop in found.stops if f"--- {stop.name} · " not in book] == []
    assert [p.scene.name for p in found.scenes if f"--- {p.scene.name} · " not in book] == []


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_chapter_can_be_read_at_a_sitting(language: str) -> None:
    lengths = {name: page.count("\n") for name, page in pages(language).items()}

    assert max(lengths.values()) < MOST_LINES
    assert min(lengths.values()) > 100
