"""Cards and forms as Block Kit: within every limit, to the letter, and without a loss."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack import limits
from adapters.slack.faults import faults
from adapters.slack.forms import filled, modal
from adapters.slack.render import card_modal, home, message
from adapters.slack.text import escape, pieces, top_level
from bot.messages.card import (
    Bullets,
    Button,
    Card,
    Chart,
    Heading,
    Quote,
    Style,
    Text,
    note,
)
from bot.messages.form import Choice, Form, Option, TextInput
from tests.adapters.made_up import a_form, cards, typed
from tests.adapters.slack.shown import MARKUP, meanings, words

LONG = " ".join(f"word{number}" for number in range(700))


@given(card=cards)
def test_no_text_in_any_card_means_anything_to_slack(card: Card) -> None:
    said = message(card)

    assert list(meanings(said["blocks"])) == []
    assert MARKUP.search(said["text"]) is None
    assert [fault for fault in faults(said) if not fault.startswith("text:")] == []
    for view in (home(card), card_modal(card, language="en")):
        assert list(meanings(view)) == []


@given(text=typed.filter(str.strip))
def test_no_text_in_any_form_means_anything_to_slack(text: str) -> None:
    view = modal(a_form(text), language="fr")

    assert list(meanings(view)) == []
    assert faults(view) == []


@given(text=st.text(max_size=9_000))
def test_a_text_cut_in_pieces_loses_nothing_that_can_be_read(text: str) -> None:
    found = pieces(text)

    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(len(piece) <= limits.TEXT for piece in found)


@given(text=st.text(alphabet="a&<> ", max_size=9_000))
def test_the_top_level_text_is_escaped_whole(text: str) -> None:
    said = top_level(text)

    assert len(said) <= limits.MESSAGE_TEXT
    assert MARKUP.search(said) is None


def test_escaping_can_be_read_back() -> None:
    assert escape("a & b <c> &amp;") == "a &amp; b &lt;c&gt; &amp;amp;"


def test_a_card_reads_in_its_order() -> None:
    card = Card(
        title="The title",
        body=(Text("One."), Heading("Part"), Quote("Typed", author="Ana"), Bullets(("a", "b"))),
        buttons=(Button("Yes", "x.y.yes", style=Style.PRIMARY), Button("No", "x.y.no")),
        next="Then.",
    )

    said = message(card)

    shown = ["The title", "One.", "Part", "Typed", "– ", "Ana", "a", "b", "Yes", "No", "Then."]
    assert list(words(said["blocks"])) == shown
    assert said["text"].startswith("The title\nOne.")
    assert faults(said) == []


def test_a_long_text_is_split_over_blocks_without_loss() -> None:
    said = message(Card(title="Long", body=(Text(LONG), Quote(LONG))))

    shown = " ".join(words(said["blocks"]))
    assert shown.split().count("word699") == 2
    assert faults(said) == []


def test_a_button_carries_what_it_does() -> None:
    button = Button("Say & do", "checkin.met.yes", "opaque", "5", Style.DANGER)

    [actions] = [b for b in message(Card(buttons=(button,)))["blocks"] if b["type"] == "actions"]

    assert actions["elements"] == [
        {
            "type": "button",
            "action_id": "press.0",
            "text": {"type": "plain_text", "text": "Say & do", "emoji": False},
            "value": '["checkin.met.yes","opaque","5"]',
            "style": "danger",
        }
    ]


def test_more_buttons_than_a_row_takes_go_on_in_the_next() -> None:
    card = Card(buttons=tuple(Button(f"Button {n}", "a.b.c", value=str(n)) for n in range(60)))

    rows = [block for block in message(card)["blocks"] if block["type"] == "actions"]

    assert [len(row["elements"]) for row in rows] == [25, 25, 10]
    assert faults({"text": "x", "blocks": rows}) == []


def test_a_label_too_long_for_a_button_is_written_above_it() -> None:
    label = "Very " * 20 + "long"

    said = message(Card(body=(Text("Choose."),), buttons=(Button(label, "a.b.c"),)))

    assert label in list(words(said["blocks"]))
    assert faults(said) == []


def test_more_blocks_than_fit_are_joined() -> None:
    card = Card(body=tuple(Text(f"Line {n}") for n in range(120)))

    said = message(card)

    assert list(words(said["blocks"])) == [f"Line {n}" for n in range(120)]
    assert faults(said) == []


def kinds(payload: dict[str, Any]) -> list[str]:
    return [block["type"] for block in payload["blocks"]]


SMALL = Chart("Meetings held", ("Week 1", "Week 2"), (3.0, 4.5))


def test_a_chart_is_drawn_by_slack() -> None:
    said = message(Card(title="Digest", body=(SMALL,)))

    assert kinds(said) == ["header", "data_visualization"]
    assert list(words(said["blocks"]))[1:] == ["Meetings held", "Week 1", "Week 2", "3", "4.5"]
    assert faults(said) == []


@pytest.mark.parametrize(
    "chart",
    [
        Chart("x" * 51, ("a",), (1.0,)),
        Chart("t", ("x" * 21,), (1.0,)),
        Chart("t", ("a", "a"), (1.0, 2.0)),
        Chart("t", tuple(f"week {n}" for n in range(21)), (1.0,) * 21),
        Chart("t", (), ()),
        Chart("<!channel>", ("a",), (1.0,)),
    ],
    ids=["title", "label", "same", "many", "none", "markup"],
)
def test_a_chart_that_does_not_fit_is_written(chart: Chart) -> None:
    said = message(Card(title="Digest", body=(chart,)))

    assert "data_visualization" not in kinds(said)
    assert [chart.title, *chart.labels] == [
        each for each in words(said["blocks"]) if each in {chart.title, *chart.labels}
    ]
    assert faults(said) == []


def test_a_third_chart_is_written_and_so_are_all_on_request() -> None:
    card = Card(title="Digest", body=(SMALL,) * 3)

    assert kinds(message(card)).count("data_visualization") == limits.CHARTS
    assert "data_visualization" not in kinds(message(card, charts=False))
    assert "data_visualization" not in kinds(card_modal(card, language="en"))


def test_several_cards_make_one_home() -> None:
    view = home(note("First"), note("Second"))

    assert kinds(view) == ["rich_text", "divider", "rich_text"]
    assert faults(view) == []


def test_what_a_form_shows_at_first_comes_back_as_filled_in() -> None:
    view = modal(a_form("Words"), language="fr")
    state: dict[str, Any] = {"values": {}}
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            given = {
                "plain_text_input": {"value": element.get("initial_value")},
                "datepicker": {"selected_date": element.get("initial_date")},
                "radio_buttons": {"selected_option": element.get("initial_option")},
                "multi_static_select": {"selected_options": element.get("initial_options")},
                "checkboxes": {"selected_options": element.get("initial_options")},
            }[element["type"]]
            state["values"][block["block_id"]] = {element["action_id"]: given}

    assert filled(state) == {
        "free": ("Words",),
        "one": ("v1",),
        "some": ("v1", "v2"),
        "day": ("2026-12-01",),
        "on": ("yes",),
    }


def test_what_was_left_empty_is_empty() -> None:
    state = {
        "values": {
            "free": {"free": {"type": "plain_text_input", "value": None}},
            "one": {"one": {"type": "static_select", "selected_option": None}},
            "on": {"on": {"type": "checkboxes", "selected_options": []}},
        }
    }

    assert filled(state) == {"free": (), "one": (), "on": ()}


def test_a_menu_of_more_than_a_hundred_is_grouped() -> None:
    options = tuple(Option(f"v{n}", f"Person {n:03d}") for n in range(230))
    form = Form(
        title="Who?",
        submit="Send",
        inputs=(Choice(name="who", label="Who?", options=options, values=("v150",)),),
    )

    view = modal(form, language="en")

    element = view["blocks"][0]["element"]
    assert [len(group["options"]) for group in element["option_groups"]] == [100, 100, 30]
    assert element["option_groups"][1]["label"]["text"] == "Person 100 – Person 199"
    assert element["initial_option"]["value"] == "v150"
    assert faults(view) == []


def test_a_choice_of_nothing_is_not_asked() -> None:
    inputs = (Choice(name="who", label="Who?", options=()), TextInput(name="why", label="Why?"))

    view = modal(Form(title="Why", submit="Send", inputs=inputs), language="en")

    assert [block["block_id"] for block in view["blocks"]] == ["why"]


def test_a_title_too_long_for_a_window_is_said_in_it() -> None:
    form = Form(title="What you could show to others", submit="Save", inputs=())

    view = modal(form, language="en")

    assert view["title"]["text"] == "What you could show to…"
    assert view["blocks"][0]["text"]["text"] == "What you could show to others"
