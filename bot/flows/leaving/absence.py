"""An absence: what somebody takes part in rests, and goes on when they are back."""

from datetime import date

from bot.conversation.turn import Turn
from bot.domain.people import Departure
from bot.domain.programme import Enrolment, EnrolmentState
from bot.flows.leaving import pause
from bot.flows.pairing import proposal
from bot.services import pauses


def be_away(turn: Turn, until: date) -> None:
    """Rest with somebody who is away until a day; a longer break of their own stays as it is.

    Their partners read the words of any break: never whose wish it was, nor why. An account that
    was closed belongs to somebody who is here, then, and may open again before the day or after it.
    """
    rests_for_it = turn.person.departure is Departure.AWAY
    turn.person.come_back()
    if rests_for_it:
        turn.person.departure = Departure.AWAY
    said, turn.person.absent_until = turn.person.absent_until, until
    parts = pauses.live_enrolments(turn.work, turn.person.id)
    if rests_for_it or not any(_rests_longer(part, said, until) for part in parts):
        proposal.take_back(turn)
        pause.pause_all(turn, until)


def fall_silent(turn: Turn) -> None:
    """Rest with somebody whose account was closed, unless they are on a break as it is."""
    proposal.take_back(turn)
    parts = pauses.live_enrolments(turn.work, turn.person.id)
    if parts and not any(part.state is EnrolmentState.PAUSED for part in parts):
        pause.pause_all(turn, None)
        turn.person.departure = Departure.AWAY


def be_back(turn: Turn) -> None:
    """End an absence before its day; a break of their own goes on."""
    said = turn.person.absent_until
    turn.person.come_back()
    turn.person.absent_until = None
    for part in pauses.live_enrolments(turn.work, turn.person.id):
        if part.state is EnrolmentState.PAUSED and part.paused_until == said:
            # The schedule ends it, and tells them and their partners.
            part.due_at = turn.now


def _rests_longer(part: Enrolment, said: date | None, until: date) -> bool:
    """Whether somebody is on a break of their own that ends no sooner; ``said`` was HR's day."""
    if part.state is not EnrolmentState.PAUSED:
        return False
    if part.paused_until is None:
        return True
    return part.paused_until != said and part.paused_until >= until
