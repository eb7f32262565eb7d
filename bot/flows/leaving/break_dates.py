"""What a break does to the dates of a pair, in words: what it takes in, and what stands."""

from datetime import datetime

from bot.conversation.turn import Turn
from bot.domain.meeting import agreed
from bot.domain.pairing import Pairing
from bot.messages.card import Text
from bot.services import pauses


def lost(turn: Turn, pairing: Pairing) -> list[Text]:
    """Say which date of a pairing falls into its break: nobody goes to it in vain."""
    within = pauses.dates_within(turn.work, turn.now, pairing)
    if not within:
        return []
    partner, when = turn.called(turn.partner(pairing)), turn.moment(within[0].starts_at)
    return [Text(turn.say("settings-no-date", count=len(within), partner=partner, when=when))]


def next_date(turn: Turn, pairing: Pairing) -> dict[str, str]:
    """Return how the texts name the date that stands: after a break there may be none."""
    at = ahead(turn, pairing)
    return {"dated": "no", "when": ""} if at is None else {"dated": "yes", "when": turn.moment(at)}


def ahead(turn: Turn, pairing: Pairing) -> datetime | None:
    """Return when the two meet next, if both agreed to a date that is still to come."""
    dates = agreed(turn.work.pairings.meetings(pairing.id), turn.now)
    return dates[0].starts_at if dates else None
