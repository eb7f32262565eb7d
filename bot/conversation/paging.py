"""Long lists a page at a time: the part that is shown, and the buttons that lead to the others."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.conversation.turn import Turn
from bot.messages.card import Button

T = TypeVar("T")

PAGE = 20
"""Names on one card: what can be read at a glance."""


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some items of a list, how many come ``before`` them, and the ``count`` of all."""

    items: Sequence[T]
    before: int
    count: int

    @property
    def numbers(self) -> dict[str, int]:
        """Where the page stands in the list, for a text: "21 to 40 of 57"."""
        last = self.before + len(self.items)
        return {"first": self.before + 1, "last": last, "count": self.count}

    def taps(self, turn: Turn) -> list[Button]:
        """Return buttons to the pages before and after this one."""
        following = self.before + PAGE
        return taps(
            turn,
            previous=str(self.before - PAGE) if self.before else "",
            following=str(following) if following < self.count else "",
        )


def page_at(items: Sequence[T], place: str) -> Page[T]:
    """Return the page that holds a place of a list: the last page when the list got shorter."""
    wanted = min(int(place or "0"), max(0, len(items) - 1))
    before = wanted // PAGE * PAGE
    return Page(items[before : before + PAGE], before, len(items))


def taps(turn: Turn, key: str = "page", **places: str) -> list[Button]:
    """Return a button of the step being shown for each place that exists, labelled by a text."""
    return [
        turn.tap(name, turn.say(f"{key}.{name}"), value=place)
        for name, place in places.items()
        if place
    ]


def place_asked(turn: Turn) -> str:
    """Return the place a pressed button leads to; the beginning if it names none."""
    return turn.value if turn.value.isdecimal() else "0"
