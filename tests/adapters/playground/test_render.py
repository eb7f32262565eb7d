"""From cards, forms and deliveries to the page's JSON."""

import json
import re
from datetime import UTC, datetime
from importlib.resources import files

from adapters.playground.message import Message
from adapters.playground.render import delivery_json, form_json, local, message_json
from bot.messages.card import Bullets, Button, Card, Chart, Facts, Quote, Style, Text
from bot.messages.codec import BLOCKS
from bot.messages.form import Choice, DateInput, Form, Option, Switch, TextInput
from tests.adapters.playground.stub import StubWork

NOON = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)


def test_times_are_local_with_their_offset():
    assert local(NOON, "America/Toronto") == "2026-11-23T12:00:00-05:00"
    assert local(datetime(2026, 7, 1, 16, 0, tzinfo=UTC), "America/Toronto")[-6:] == "-04:00"


def test_a_message_keeps_every_block_of_its_card():
    card = Card(
        title="Title",
        body=(
            Text("a"),
            Quote("b", "c"),
            Facts((("d", "e"),)),
            Bullets(("f",)),
            Chart("g", ("h",), (1.5,)),
        ),
        buttons=(Button("Yes", "a.b.yes", "s", "4", Style.DANGER),),
        next="Soon",
    )
    shown = message_json(
        Message(id="1", version=2, at=NOON, card=card, chosen="No"), "America/Toronto"
    )
    assert json.loads(json.dumps(shown)) == {
        "id": "1",
        "version": 2,
        "at": "2026-11-23T12:00:00-05:00",
        "text": "",
        "chosen": "No",
        "key": "",
        "card": {
            "title": "Title",
            "next": "Soon",
            "body": [
                {"kind": "text", "text": "a"},
                {"kind": "quote", "text": "b", "author": "c"},
                {"kind": "facts", "rows": [["d", "e"]]},
                {"kind": "bullets", "items": ["f"]},
                {"kind": "chart", "title": "g", "labels": ["h"], "values": [1.5]},
            ],
            "buttons": [
                {
                    "label": "Yes",
                    "action": "a.b.yes",
                    "subject": "s",
                    "value": "4",
                    "style": "danger",
                },
            ],
        },
    }


def test_the_page_draws_every_kind_of_block():
    script = (files("adapters.playground") / "page" / "card.js").read_text(encoding="utf-8")

    [drawn] = re.findall(r"^const BLOCKS = \{ (.+) \};$", script, re.MULTILINE)
    assert set(drawn.split(", ")) == set(BLOCKS)


def test_each_input_of_a_form_carries_its_kind():
    inputs = (
        TextInput(name="a", label="A"),
        DateInput(name="b", label="B"),
        Choice(name="c", label="C", options=(Option("x", "X"),), most=2),
        Switch(name="d", label="D", on=True),
    )
    shown = form_json(Form(title="T", inputs=inputs, submit="Send", action="f.s", subject="e"))
    assert [field["kind"] for field in shown["inputs"]] == ["text", "date", "choice", "switch"]
    assert shown["inputs"][2]["options"] == ({"value": "x", "label": "X"},)
    assert (shown["action"], shown["subject"], shown["submit"]) == ("f.s", "e", "Send")


def test_a_delivery_is_titled_by_its_card_or_its_first_words():
    first, second = StubWork().outbox.newest(2)
    second.payload = {"title": "", "body": [{"kind": "text", "text": "First words"}]}
    names = {first.person_id: "Margaux"}
    shown = delivery_json(first, names, "America/Vancouver")
    assert (shown["to"], shown["title"], shown["kind"]) == (
        "Margaux",
        "Weekly check-in",
        "prompt",
    )
    shown = delivery_json(second, names, "America/Vancouver")
    assert (shown["to"], shown["title"]) == ("", "First words")
