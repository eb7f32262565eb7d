"""Cards and forms made up to show every structure there is, once; their words mean nothing.

Each renderer draws them into its own exhibits, so that a change of how something looks is seen, and
a change of what the product says is not.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

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
from bot.messages.form import Choice, DateInput, Form, Input, Option, Switch, TextInput
from tests.recording.recorder import Recorder


@dataclass(frozen=True)
class Structure:
    """A payload, and what it shows that no other does."""

    name: str
    shows: str
    draw: Callable[[], Any]


def recorder(name: str, folder: str, structures: Iterable[Structure]) -> Recorder:
    """Return what keeps each structure as a JSON file, to be pasted into a vendor's designer."""

    def make() -> Mapping[str, str]:
        return {
            f"{folder}/{each.name}.json": json.dumps(each.draw(), indent=2, ensure_ascii=False)
            + "\n"
            for each in structures
        }

    return Recorder(name, f"{folder}/*.json", make)


def options(count: int) -> tuple[Option, ...]:
    """Return so many options."""
    return tuple(Option(f"o{number}", f"Option {number}") for number in range(1, count + 1))


def form(*inputs: Input, title: str = "A form", intro: str = "") -> Form:
    """Return a form with these fields."""
    return Form(
        title=title, intro=intro, submit="Send", action="flow.step", subject="id", inputs=inputs
    )


def buttons(count: int) -> tuple[Button, ...]:
    """Return so many buttons, each with a value of its own."""
    numbers = range(1, count + 1)
    return tuple(Button(f"Button {n}", "flow.step.tap", "id", str(n)) for n in numbers)


HOSTILE = "<!channel> <@U1> <at>all</at> *b* [a](https://x.example) {{DATE(2026-01-01)}} &amp; `c`"
CHART = Chart("Meetings held", ("Week 1", "Week 2"), (3.0, 4.5))
YES = Button("Yes", "flow.step.yes", "id", style=Style.PRIMARY)

CARDS: dict[str, tuple[str, Card]] = {
    "paragraph": (
        "a title, and paragraphs of one line and of two",
        Card(title="A title", body=(Text("One line."), Text("First line.\nSecond line."))),
    ),
    "heading": ("a heading within a card", Card(body=(Heading("A part"), Text("Of a card.")))),
    "quote": ("somebody’s words, of two lines", Card(body=(Quote("One line.\nAnother."),))),
    "quote-author": ("somebody’s words with their name", Card(body=(Quote("Words.", "Ana"),))),
    "facts": ("labels with values", Card(body=(Facts((("Weeks", "12"), ("Pairs", "40"))),))),
    "bullets": ("a list, one item of two lines", Card(body=(Bullets(("One", "Two\nlines")),))),
    "chart": ("bars", Card(title="A title", body=(CHART,))),
    "next": ("what comes next, below everything", Card(body=(Text("Words."),), next="Then.")),
    "styles": (
        "buttons of each style, and what they carry",
        Card(
            body=(Text("Sure?"),),
            buttons=(
                YES,
                Button("No", "flow.step.no", "id"),
                Button("Erase", "flow.step.erase", "id", "all", Style.DANGER),
            ),
        ),
    ),
    "command": (
        "a button that stands for a typed command",
        Card(body=(Text("Words."),), buttons=(Button("My status", COMMAND, value="status"),)),
    ),
    "rows": ("more buttons than one row holds", Card(body=(Text("Which?"),), buttons=buttons(27))),
    "nothing-but-buttons": ("a card without words of its own", Card(buttons=(YES,))),
    "hostile": (
        "words that would mean something, in every place there is",
        Card(
            title=HOSTILE,
            body=(
                Text(HOSTILE),
                Heading(HOSTILE),
                Quote(HOSTILE, HOSTILE),
                Facts(((HOSTILE, HOSTILE),)),
                Bullets((HOSTILE,)),
                Chart(HOSTILE, (HOSTILE,), (1.0,)),
            ),
            buttons=(Button(HOSTILE[:70], "flow.step.tap", "id"),),
            next=HOSTILE,
        ),
    ),
}
"""What a card is made of, by name, with what each shows."""

FORMS: dict[str, tuple[str, Form]] = {
    "text": (
        "a short text, with what is written above a form",
        form(TextInput(name="goal", label="Goal"), intro="A few words."),
    ),
    "text-filled": (
        "a long text that is required, filled in, with a hint",
        form(
            TextInput(
                name="words",
                label="Your words",
                hint="A few sentences",
                required=True,
                value="Some words.",
                limit=500,
                long=True,
            )
        ),
    ),
    "day": (
        "a day that is required",
        form(DateInput(name="day", label="Until when?", value="2026-10-20", required=True)),
    ),
    "one-of-few": (
        "one of a few options",
        form(Choice(name="role", label="Role", options=options(3), values=("o2",))),
    ),
    "one-of-many": (
        "one of many options",
        form(Choice(name="team", label="Team", options=options(12), values=("o3",))),
    ),
    "some-of-few": (
        "any of a few options, with a hint",
        form(
            Choice(
                name="ways",
                label="Ways to meet",
                hint="Both are fine",
                options=options(2),
                values=("o1", "o2"),
                most=2,
            )
        ),
    ),
    "some-of-many": (
        "up to five of many options, required",
        form(Choice(name="topics", label="Topics", options=options(20), most=5, required=True)),
    ),
    "some-of-very-many": (
        "up to five of more options than one list holds",
        form(Choice(name="who", label="Who?", options=options(101), values=("o101",), most=5)),
    ),
    "switch": (
        "a consent that is off, and one that is on, each with a hint",
        form(
            Switch(name="off", label="May I?", hint="Needed", required=True),
            Switch(name="on", label="And this?", hint="Up to you", on=True),
        ),
    ),
    "long-title": (
        "a title longer than a window’s",
        form(TextInput(name="goal", label="Goal"), title="What you could show to other people"),
    ),
}
"""What a form is made of, by name, with what each shows."""
