"""The bot's voice: texts, days and moments in one person's language and time zone."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from bot import calendar, texts
from bot.domain.people import Person


class Spoken(Protocol):
    """A turn, as far as speaking goes: somebody is spoken to."""

    person: Person


def say(turn: Spoken, key: str, **values: str | float) -> str:
    """Return a text in this person's language."""
    return texts.say(turn.person.language, key, **values)


def day(turn: Spoken, when: date | datetime) -> str:
    """Return a day in this person's words and zone."""
    if isinstance(when, datetime):
        when = calendar.local_date(when, turn.person.zone)
    return texts.day(turn.person.language, when)


def moment(turn: Spoken, when: datetime) -> str:
    """Return a local day and time in this person's words."""
    return texts.moment(turn.person.language, when, turn.person.zone)


def listing(turn: Spoken, items: Iterable[str]) -> str:
    """Join words as this person's language does."""
    return texts.listing(turn.person.language, items)
