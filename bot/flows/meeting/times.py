"""Moments to meet as buttons: three at a time, with a word when they do not suit both well."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.calendar.together import Fit, Shared
from bot.conversation.flow import Step
from bot.conversation.turn import Turn
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.messages.card import Button
from bot.services import known

AT_ONCE = 3
"""Moments on one card: as many as can be weighed at a glance."""


@dataclass(frozen=True)
class Offered:
    """Buttons for a few moments, and what to say about them (nothing when they suit both)."""

    buttons: tuple[Button, ...]
    remark: str


def offered(turn: Turn, step: Step, shared: Shared, *, subject: str, start: int = 0) -> Offered:
    """Return moments as ``pick`` buttons of a step, with ``more`` behind them."""
    choosing = replace(turn, step=step, subject=subject)
    picks = [
        choosing.tap("pick", turn.moment(when), value=when.isoformat())
        for when in shared.page(start, AT_ONCE)
    ]
    more = [choosing.tap("more", turn.say("times-more"))] if len(shared.times) > AT_ONCE else []
    remark = "" if shared.fit is Fit.SUITS else turn.say(f"times-{shared.fit.value}")
    return Offered((*picks, *more), remark)


def in_time(turn: Turn, pairing: Pairing, shared: Shared) -> Shared:
    """Return the moments of which the other side, asked now, reads on an earlier working day."""
    partner = turn.partner(pairing)
    known_before = (each for each in shared.times if known.is_in_time(turn.now, each, partner))
    return replace(shared, times=tuple(known_before))


def picked(turn: Turn, shared: Shared) -> datetime:
    """Return the moment of the pressed button if both can still meet then; Sorry otherwise."""
    try:
        when = datetime.fromisoformat(turn.value)
    except ValueError as fault:
        raise Sorry("stale") from fault
    if when.tzinfo is None or when not in shared.times:
        raise Sorry("times-gone")
    return when
