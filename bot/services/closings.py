"""Closing days put into effect: each person carries those of their office, wherever they are.

So a clock, a calendar and the outbox find them where they find the public holidays.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.domain import rhythm
from bot.domain.closing import days_closed
from bot.ports import Work

NOWHERE = ""
"""The office of people of whom nobody said where they work."""
NAME_LIMIT = 30
"""Characters of what a closing is called: it stands on a button."""
MOST = 20
"""Closings ahead that are kept at once, each with a button on one card."""


@dataclass(frozen=True)
class WrongDays:
    """Why days cannot be closing days: the end of a text's key, with its values; where in a form.

    ``values`` hold days as dates, for whoever says them in a language.
    """

    what: str
    where: str
    values: Mapping[str, float | date] = field(default_factory=dict)


def wrong_days(first: date, last: date, today: date) -> WrongDays | None:
    """Return what is wrong with days, if anything: turned round, over, too many, too far ahead."""
    count = (last - first).days + 1
    if last < first:
        return WrongDays("order", "last", {"day": first})
    if last < today:
        return WrongDays("past", "first", {"day": today})
    if count > rhythm.LONGEST_CLOSING:
        return WrongDays("long", "last", {"days": count, "most": rhythm.LONGEST_CLOSING})
    if last > today + rhythm.CLOSED_AHEAD:
        return WrongDays("far", "first")
    return None


def put_into_effect(work: Work, today: date) -> None:
    """Let everybody be off on the closing days of their office, and forget those long over."""
    closings = work.offices.closings()
    over = [closing for closing in closings if closing.last < today - rhythm.CLOSED_BEHIND]
    work.remove(*over)
    kept = [closing for closing in closings if closing not in over]
    for office in [NOWHERE, *work.offices.names()]:
        work.offices.close(office, days_closed(kept, office))
