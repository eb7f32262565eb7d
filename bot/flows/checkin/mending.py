"""An answer given by mistake: which may still be put right, and what it did is undone."""

from bot.conversation.turn import Turn
from bot.domain.checkin import AskState, CheckIn, FeedbackKind, Met, Progress
from bot.domain.pairing import Pairing, Seat
from bot.flows.checkin.closing import MIDDLING
from bot.services import ledger

ALL_CHECKINS = 1000
"""More than a pairing could ever hold: one a week."""


def mendable(turn: Turn, pairing: Pairing) -> CheckIn | None:
    """Return this person's last check-in of a pairing while no question came after its answer."""
    if not pairing.runs_for(turn.person.id):
        return None
    last = next(iter(turn.work.checkins.last(pairing.id, turn.person.id, 1)), None)
    if last is None or last.state is not AskState.ANSWERED:
        return None
    asked = [turn.work.checkins.feedback(pairing.id, turn.person.id, kind) for kind in FeedbackKind]
    is_followed = any(each is not None and each.asked_at > last.asked_at for each in asked)
    return None if is_followed else last


def take_back(turn: Turn, pairing: Pairing, checkin: CheckIn) -> None:
    """Undo what an earlier answer did: to the meeting it spoke of, and to the counts of weeks."""
    ledger.take_back(
        turn.work, turn.now, pairing, person=turn.person, meeting_id=checkin.meeting_id
    )
    checkin.met, checkin.meeting_id, checkin.stuck_on = Met.UNSAID, "", ""
    checkin.rating, checkin.progress = None, Progress.UNSAID
    kept = turn.work.checkins.last(pairing.id, turn.person.id, ALL_CHECKINS)
    _count_anew(turn.seat(pairing.id), kept[::-1])


def _count_anew(seat: Seat, checkins: list[CheckIn]) -> None:
    """Count a seat's weeks again, from the oldest check-in to the newest."""
    seat.low_ratings = seat.stuck_weeks = seat.good_weeks = 0
    for each in checkins:
        if each.met is not Met.UNSAID:
            seat.stuck_weeks = seat.stuck_weeks + 1 if each.met is Met.STUCK else 0
        if each.rating is not None:
            seat.low_ratings = seat.low_ratings + 1 if each.rating < MIDDLING else 0
            seat.good_weeks += each.rating > MIDDLING and each.progress is Progress.FORWARD
