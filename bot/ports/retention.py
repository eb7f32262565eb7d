"""Lets go of what was kept long enough."""

from datetime import datetime
from typing import NamedTuple, Protocol


class Oldest(NamedTuple):
    """The instant before which each kind of thing is kept no longer."""

    answers: datetime
    notes: datetime
    messages: datetime
    turns: datetime
    trail: datetime


class Retention(Protocol):
    """What was kept long enough, of every kind."""

    def end(self, oldest: Oldest) -> None:
        """Delete answers, marks of turns and the trail; empty notes and words of messages."""
        ...
