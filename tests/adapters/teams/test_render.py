"""Cards and forms in Teams: whatever is typed into any field means nothing there."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from adapters.teams.forms import Sheet, dialog, in_chat, packed, refilled, unpacked
from adapters.teams.limits import SUMMARY
from adapters.teams.render import card_json, message
from adapters.teams.text import escape
from bot.messages.card import (
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
from tests.adapters.teams.cards import elements
from tests.adapters.teams.reading import pieces, read
from tests.contract.test_platform import TYPED
from tests.product import opens_form

MACRO = re.compile(r"\{\{(?:DATE|TIME)\(")
SIGNS = st.sampled_from([*"\\`*_[]()<>~|&!{}#+-=.:/@ \n\t0aé\u00a0\u200b\u202e", "{{DATE(", "\n- "])
WORDS = st.lists(st.one_of(SIGNS, st.characters(codec="utf-8", exclude_characters="\0"))).map(
    "".join
)
"""Texts in which every sign with a meaning somewhere is frequent."""


def content(shown: Card | Form) -> dict[str, Any]:
    """Return what Teams draws: a card with its dialogs, or a form in a dialog."""
    if isinstance(shown, Card):
        return card_json(shown, nonce="nonce", opens=opens_form)
    shown_as = dialog(Sheet(form=shown, nonce="nonce", language="en"))
    card: dict[str, Any] = shown_as["value"]["card"]["content"]
    return card


def everywhere(typed: str) -> Card:
    """Return a card that holds a text in every place there is."""
    return Card(
        title=typed,
        body=(
            Text(typed),
            Heading(typed),
            Quote(typed, author=typed),
            Facts(((typed, typed),)),
            Bullets((typed, typed)),
            Chart(typed, (typed,), (1.0,)),
        ),
        buttons=(Button(typed, "a.b.c", typed, typed), Button(typed, "command", value=typed)),
        next=typed,
    )


def asked(typed: str) -> Form:
    """Return a form that holds a text in every place there is."""
    option = Option(typed, typed)
    return Form(
        title=typed,
        intro=typed,
        submit=typed,
        action="a.b",
        subject=typed,
        inputs=(
            TextInput(name="t", label=typed, hint=typed, value=typed, limit=9, long=True),
            DateInput(name="d", label=typed, hint=typed),
            Choice(name="c", label=typed, options=(option,), values=(typed,)),
            Choice(name="m", label=typed, options=(option,) * 20, values=(typed,), most=3),
            Switch(name="s", label=typed, required=True),
        ),
    )


def markdown(card: Any) -> Iterator[str]:
    """Yield every text that clients read as Markdown."""
    for element in elements(card):
        if element["type"] == "TextBlock":
            yield element["text"]
        if element["type"] == "Input.Toggle":
            yield element["title"]
        yield from (choice["title"] for choice in element.get("choices", ()))
        for fact in element.get("facts", ()):
            yield from (fact["title"], fact["value"])


def runs(card: Any) -> Iterator[str]:
    """Yield every text that is no Markdown, yet may hold a macro."""
    for element in elements(card):
        for run in element.get("inlines", ()):
            yield run["text"]


@example("[a](https://x.example)")
@example("<at>Ana</at>")
@example("{{DATE(2026-01-01T00:00:00Z)}}")
@example("{{{DATE(")
@example("   1. one\n   2. two")
@example("a\n===\n---\n")
@example("![a](b) <https://x.example> &amp; \\")
@given(WORDS)
def test_a_text_anywhere_is_no_link_mention_macro_or_html(typed: str) -> None:
    for shown in (everywhere(typed), asked(typed)):
        card = content(shown)
        read_as = [read(text) for text in markdown(card)]  # raises where it means something
        assert len(read_as) >= 4
        assert [text for text in (*runs(card), *markdown(card)) if MACRO.search(text)] == []
        assert "entities" not in json.dumps(card.get("msteams", {}))


@pytest.mark.parametrize("typed", TYPED)
def test_a_text_is_read_as_it_was_typed(typed: str) -> None:
    shown = list(pieces(content(Card(body=(Text(typed), Facts(((typed, typed),)))))))

    assert shown == [typed] * 3


@given(WORDS)
def test_escaping_keeps_every_word(typed: str) -> None:
    assert read(escape(typed)).split() == typed.split()


@given(st.lists(st.text(), min_size=1))
def test_options_with_commas_stay_apart(values: list[str]) -> None:
    assert [unpacked(each) for each in ",".join(map(packed, values)).split(",")] == values


def test_buttons_beyond_one_row_begin_another() -> None:
    buttons = tuple(Button(str(number), "a.b.c") for number in range(14))

    card = card_json(Card(buttons=buttons), nonce="n")

    rows = [each["actions"] for each in card["body"] if each["type"] == "ActionSet"]
    assert [len(row) for row in rows] == [6, 6, 2]


def test_a_button_carries_what_it_stands_for_for_old_clients_too() -> None:
    button = Button("Yes", "checkin.met.yes", "subject", "5", Style.PRIMARY)
    [row] = card_json(Card(buttons=(button,)), nonce="n")["body"]
    [action] = row["actions"]
    carried = {"action": "checkin.met.yes", "subject": "subject", "value": "5", "card": "n"}

    assert (action["type"], action["style"]) == ("Action.Execute", "positive")
    assert action["data"] == action["fallback"]["data"] == {"button": carried}
    assert action["fallback"]["type"] == "Action.Submit"


def test_only_what_opens_a_dialog_speaks_to_teams_alone() -> None:
    card = Card(buttons=(Button("Write", "checkin.done.note"), Button("Yes", "checkin.met.yes")))

    assert json.dumps(card_json(card, nonce="n", opens=opens_form)).count("task/fetch") == 1
    assert "msteams" not in json.dumps(card_json(card, nonce="n"))


def test_a_notification_is_short_and_one_line() -> None:
    card = Card(title="A title", body=(Text("word " * 200 + "\nlast"),))

    summary = message(card_json(card, nonce="n"))["summary"]

    assert summary.startswith("A title word")
    assert len(summary) == SUMMARY
    assert "\n" not in summary


def test_what_was_filled_in_stays_beside_the_faults() -> None:
    form = asked("x")
    values = {"t": ("typed",), "d": ("2026-10-05",), "c": ("x",), "m": ("x",), "s": ("yes",)}
    sheet = Sheet(
        form=refilled(form, values),
        nonce="n",
        language="fr",
        faults={"t": "Trop long.", "elsewhere": "Autre chose."},
    )

    card = in_chat(sheet)

    filled = {each["id"]: each.get("value") for each in card["body"] if "id" in each}
    assert filled == {"t": "typed", "d": "2026-10-05", "c": "x", "m": "x", "s": "yes"}
    assert {"Trop long.", "Autre chose."} <= set(pieces(card))
    required = next(each for each in card["body"] if each.get("id") == "s")
    assert required["errorMessage"] == "J’ai besoin de cette réponse pour continuer."
