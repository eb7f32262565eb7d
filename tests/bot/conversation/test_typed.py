"""What a typed line means: the button it stands for, or the answer it gives to one input."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation import typed
from bot.conversation.typed import Misread
from bot.messages.card import Button, Card, Style
from bot.messages.form import Choice, DateInput, Form, Input, Option, Switch, TextInput

CARD = Card(
    buttons=(
        Button("Oui, j’embarque", "welcome.invitation.in", style=Style.PRIMARY),
        Button("Not for me", "welcome.invitation.no"),
        Button("Qui voit quoi?", "command", value="who-sees"),
        Button("Éteindre", "a.b.off"),
    ),
)
TOPICS = Choice(
    name="topics",
    label="Topics",
    options=(Option("ai", "L’intelligence artificielle"), Option("data", "Data"), Option("x", "X")),
    most=2,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        (" 2 ", 2),
        ("4.", 4),
        ("②", 2),
        ("oui, j'embarque", 1),
        ("OUI, J’EMBARQUE!", 1),
        ("not for me", 2),
        ("qui voit quoi", 3),
        ("eteindre", 4),
        ("oui", 1),
        ("O", 1),
        ("yes", 1),
        ("ok", 1),
        ("non", 2),
        ("n", 2),
        ("No.", 2),
    ],
)
def test_a_line_that_means_a_button(text: str, number: int) -> None:
    assert typed.pressed(CARD, text) == CARD.buttons[number - 1]


@pytest.mark.parametrize(
    "text",
    ["", "0", "5", "-1", "1 2", "99999999999999999999", "one", "status", "ouioui"],
)
def test_a_line_that_means_none(text: str) -> None:
    assert typed.pressed(CARD, text) is None


@pytest.mark.parametrize("text", ["yes", "oui", "non", "no"])
def test_yes_and_no_mean_nothing_where_nothing_says_so(text: str) -> None:
    card = Card(buttons=(Button("Four weeks", "a.b.four"), Button("Two weeks", "a.b.two")))

    assert typed.pressed(card, text) is None


def test_a_button_called_yes_is_meant_by_yes() -> None:
    card = Card(buttons=(Button("Later", "a.b.later"), Button("Sure", "a.b.yes")))

    assert typed.pressed(card, "oui") == card.buttons[1]


@given(st.text())
def test_any_line_has_an_answer_or_none(text: str) -> None:
    assert typed.pressed(CARD, text) in (*CARD.buttons, None)
    for question in (TOPICS, Switch(name="s", label=""), TextInput(name="t", label="")):
        answer = typed.read(question, text)
        assert isinstance(answer, Misread) or all(isinstance(part, str) for part in answer)


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        (Switch(name="s", label=""), "oui", ("yes",)),
        (Switch(name="s", label=""), "Y", ("yes",)),
        (Switch(name="s", label="", on=True), "non", ()),
        (Switch(name="s", label="", on=True), "-", ("yes",)),
        (Switch(name="s", label=""), "peut-être", Misread("typed-yes-or-no")),
        (TOPICS, "1", ("ai",)),
        (TOPICS, "l'intelligence artificielle", ("ai",)),
        (TOPICS, "1, 2", ("ai", "data")),
        (TOPICS, "2;1", ("data", "ai")),
        (TOPICS, "1, 1, AI, 1", Misread("typed-choose")),
        (TOPICS, "1, 1, data, 1", ("ai", "data")),
        (TOPICS, "1, 2, 3", Misread("typed-too-many")),
        (TOPICS, "4", Misread("typed-choose")),
        (TOPICS, "1,", Misread("typed-choose")),
        (TOPICS, "passer", ()),
        (TextInput(name="t", label="", limit=5), " abc ", ("abc",)),
        (TextInput(name="t", label="", limit=5), "abcdef", Misread("typed-too-long")),
        (TextInput(name="t", label="", value="kept"), "-", ("kept",)),
        (TextInput(name="t", label=""), "skip", ()),
        (TextInput(name="t", label="", required=True), "-", Misread("typed-required")),
        (DateInput(name="d", label=""), " 2026-12-31 ", ("2026-12-31",)),
        (DateInput(name="d", label="", value="2026-12-01"), "passer", ("2026-12-01",)),
        (DateInput(name="d", label="", required=True), "skip", Misread("typed-required")),
    ],
)
def test_what_a_line_fills_in(question: Input, text: str, answer: tuple[str, ...]) -> None:
    assert typed.read(question, text) == answer


def test_a_form_is_asked_in_its_order() -> None:
    form = Form(title="", inputs=(TOPICS, Switch(name="s", label="")), submit="")

    assert typed.unanswered(form, {}) is TOPICS
    assert typed.unanswered(form, {"topics": []}) == form.inputs[1]
    assert typed.unanswered(form, {"topics": [], "s": []}) is None
