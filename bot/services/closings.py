"""Closing days put into effect: each person carries those of their office, wherever they are.

So a clock, a calendar and the outbox find them where they find the public holidays.
"""

from datetime import date

from bot.domain import rhythm
from bot.domain.closing import days_closed
from bot.ports import Work

NOWHERE = ""
"""The office of people of whom nobody said where they work."""


def put_into_effect(work: Work, today: date) -> None:
    """Let everybody be off on the closing days of their office, and forget those long over."""
    closings = work.offices.closings()
    over = [closing for closing in closings if closing.last < today - rhythm.CLOSED_BEHIND]
    work.remove(*over)
    kept = [closing for closing in closings if closing not in over]
    for office in [NOWHERE, *work.offices.names()]:
        work.offices.close(office, days_closed(kept, office))
