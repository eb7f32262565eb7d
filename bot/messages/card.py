"""A card: what every platform can show. All texts are plain; adapters escape all of them."""

from dataclasses import dataclass
from enum import StrEnum

COMMAND = "command"
"""The action of a button that acts as if its value had been typed after ``/mentor``."""


@dataclass(frozen=True)
class Text:
    """A paragraph of the bot's own words."""

    text: str


@dataclass(frozen=True)
class Heading:
    """A few words that name what follows, in a card of several parts."""

    text: str


@dataclass(frozen=True)
class Quote:
    """What a person typed, shown as theirs."""

    text: str
    author: str = ""


@dataclass(frozen=True)
class Facts:
    """Short label and value pairs."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Bullets:
    """A short list."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """Bars with a label each; ``values`` are numbers, ``title`` says what they count."""

    title: str
    labels: tuple[str, ...]
    values: tuple[float, ...]


Block = Text | Heading | Quote | Facts | Bullets | Chart


class Style(StrEnum):
    """How a button stands out."""

    PLAIN = "plain"
    PRIMARY = "primary"
    DANGER = "danger"


@dataclass(frozen=True)
class Button:
    """A choice of one tap.

    ``action`` is a stored name ("checkin.met.yes"); ``subject`` the opaque id it is about, checked
    against the person who presses; ``value`` a small argument, such as a rating.
    """

    label: str
    action: str
    subject: str = ""
    value: str = ""
    style: Style = Style.PLAIN


@dataclass(frozen=True)
class Card:
    """One message: a title, some blocks, buttons, and what happens next and when."""

    title: str = ""
    body: tuple[Block, ...] = ()
    buttons: tuple[Button, ...] = ()
    next: str = ""


def note(text: str, *, title: str = "", next_: str = "") -> Card:
    """Make a card of one paragraph."""
    return Card(title=title, body=(Text(text),), next=next_)
