"""What somebody sees on the page, and what they can do about it: JSON in, JSON out."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.messages.card import COMMAND

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """A card or a form as the page draws it.

    ``key`` names the delivery that brought it (none: it answered in the request); ``faults`` are
    the sentences beside the fields of a form that was not taken as it was.
    """

    card: Json | None = None
    form: Json | None = None
    plain: str = ""
    key: str = ""
    faults: Json = field(default_factory=dict)

    @property
    def buttons(self) -> list[Json]:
        """The buttons, in the order they are shown."""
        return self.card["buttons"] if self.card else []

    @property
    def flow(self) -> str:
        """The conversation it belongs to: that of its first button of its own."""
        own = (b["action"] for b in self.buttons if b["action"] != COMMAND)
        return next(own, COMMAND).partition(".")[0]

    @property
    def question(self) -> tuple[str, str]:
        """What it asks about: the same for a prompt, its reminder and the answers in between."""
        for button in self.buttons:
            if button["action"] != COMMAND:
                return button["action"].partition(".")[0], button["subject"]
        return COMMAND, self.key


def name_of(button: Json) -> str:
    """Return what a button is called in the personas' likes: "checkin.met.yes", "command.plan"."""
    return f"{COMMAND}.{button['value']}" if button["action"] == COMMAND else button["action"]


@dataclass(frozen=True, slots=True)
class Gesture:
    """One thing done on the page; ``words`` are what the transcript shows of it."""

    kind: str
    data: Json
    words: str


def say(text: str) -> Gesture:
    """Type a line."""
    return Gesture("say", {"text": text}, text)


def press(button: Json) -> Gesture:
    """Press a button."""
    data = {name: button[name] for name in ("action", "subject", "value")}
    return Gesture("press", data, f"[{button['label']}]")


def submit(form: Json, values: dict[str, list[str]]) -> Gesture:
    """Send a form in."""
    shown = [f"{item['label']}\u00a0: {_read(item, values)}" for item in form["inputs"]]
    words = "\n".join([form["title"], *shown])
    data = {"action": form["action"], "subject": form["subject"], "values": values}
    return Gesture("submit", data, words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """Something a person does of their own accord: a typed line, then the buttons they look for.

    ``after`` is the span of weeks, from and to, between the announcement of a partner and the
    errand; ``line`` maps a language to what is typed, ``{day}`` being a day ``days`` ahead;
    ``wishes`` are names of buttons in the order they are looked for; ``fields`` what is filled in.
    """

    line: dict[str, str]
    after: tuple[float, float] = (0.0, 0.0)
    wishes: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    days: int = 0


@dataclass(slots=True)
class Sitting:
    """Somebody at their keyboard: what they see, on which errand, and for how many taps more."""

    seen: Seen
    errand: Errand | None = None
    taps: int = 12
    wishes: list[str] = field(default_factory=list)
    mended: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Plan:
    """Something somebody is going to do: when, in which order among equals, and who."""

    at: datetime
    number: int
    person_id: str
    doing: "Doing" = field(compare=False)


Doing = Sitting | Errand | Gesture | Callable[[], Awaitable[None]]
"""What somebody is going to do, or what happens to them."""


def _read(item: Json, values: dict[str, list[str]]) -> str:
    """Return what was filled into one field as a person would read it."""
    labels = {option["value"]: option["label"] for option in item.get("options", ())}
    chosen = values.get(item["name"], [])
    if item["kind"] == "switch":
        return "×" if chosen else "–"
    return ", ".join(labels.get(value, value) for value in chosen) or "–"
