"""Reminding of a feedback; one that stays open lapses when its pairing ends."""

from datetime import datetime

from bot.calendar.people import working_time
from bot.conversation.turn import Turn
from bot.domain.checkin import AskState, Feedback
from bot.domain.pairing import Pairing, PairingState
from bot.flows.feedback import ASKED, invitation_key
from bot.ports import Work
from bot.services import pairings


def remind(work: Work, now: datetime, feedback: Feedback) -> None:
    """Remind of an open feedback, then be silent."""
    pairing = work.get(Pairing, feedback.pairing_id)
    is_over = pairing is None or pairing.state is not PairingState.ACTIVE
    if is_over or feedback.state is not AskState.OPEN:
        feedback.due_at = None
        return
    person = pairings.person_of(work, feedback.person_id)
    prompt = ASKED[feedback.kind]
    wording = prompt.take_reminder(feedback, now, working_time(person))
    if wording:
        key = f"{invitation_key(feedback)}:{feedback.reminders}"
        turn = Turn(work=work, now=now, person=person)
        turn.tell(person, prompt, again=True, subject=feedback.id, value=wording, key=key)
