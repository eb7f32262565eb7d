"""Reminding of a feedback, twice at most; one that stays open lapses when its pairing ends."""

from datetime import datetime, timedelta

from bot import calendar
from bot.calendar.people import working_time
from bot.conversation.turn import Turn
from bot.domain.checkin import AskState, Feedback
from bot.domain.delivery import Kind
from bot.domain.pairing import Pairing, PairingState
from bot.flows.feedback import invitation_key, invite
from bot.ports import Work
from bot.services import pairings

TOO_LATE = timedelta(hours=36)
"""After such a delay (the service was down) a reminder is skipped."""
LAST_REMINDER = 3
"""Working days after the invitation; two reminders at most (PRODUCT.md, 4.6)."""


def remind(work: Work, now: datetime, feedback: Feedback) -> None:
    """Remind of an open feedback one working day after it, once more two later, then be silent."""
    due_at, feedback.due_at = feedback.due_at, None
    pairing = work.get(Pairing, feedback.pairing_id)
    if pairing is None or pairing.state is not PairingState.ACTIVE:
        return
    if feedback.state is not AskState.OPEN:
        return
    person = pairings.person_of(work, feedback.person_id)
    last_at = calendar.add_working_days(feedback.asked_at, LAST_REMINDER, working_time(person))
    is_last = feedback.reminders > 0 or now >= last_at
    feedback.due_at = None if is_last else last_at
    if due_at is not None and now - due_at > TOO_LATE:
        return
    feedback.reminders += 1
    Turn(work=work, now=now, person=person).tell(
        person,
        invite,
        subject=feedback.id,
        value="last" if is_last else "nudge",
        kind=Kind.NUDGE,
        key=f"{invitation_key(feedback)}:{feedback.reminders}",
    )
