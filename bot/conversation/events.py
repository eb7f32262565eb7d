"""What a person did on a platform, and what they are answered: the core's two envelopes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.messages.card import Card
from bot.messages.form import Form, Values


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something a person did; ``key`` is the same when the platform tells it twice.

    ``tenant`` and ``address`` are the platform's own ids of the workspace and of the person;
    ``route`` is what it needs to write to them from now on, where it needs more than the address.
    """

    organisation_id: str
    key: str
    platform: str
    tenant: str
    address: str
    route: str = ""


@dataclass(frozen=True, kw_only=True)
class Said(Event):
    """The person typed a line, with or without ``/mentor`` in front."""

    text: str


@dataclass(frozen=True, kw_only=True)
class Pressed(Event):
    """The person pressed a button; ``action``, ``subject`` and ``value`` are what it carried."""

    action: str
    subject: str = ""
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class Submitted(Event):
    """The person sent in a form; ``values`` maps field names to texts."""

    action: str
    subject: str = ""
    values: Values = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Opened(Event):
    """The person looks at a page of their own that the platform keeps beside the chat."""


@dataclass(frozen=True, kw_only=True)
class Reply:
    """The answer, given in the request: cards, a form to open, or faults in the one sent in.

    ``replace`` asks to show the first card in place of the one whose button was pressed; beside
    faults stands the form as it was asked, and what was filled in is the platform's to keep.
    ``language`` is the person's; empty when nobody is known at the address. ``is_repeat`` says that
    the event was taken before.
    """

    cards: tuple[Card, ...] = ()
    form: Form | None = None
    faults: Mapping[str, str] = field(default_factory=dict)
    replace: bool = False
    language: str = ""
    is_repeat: bool = False
