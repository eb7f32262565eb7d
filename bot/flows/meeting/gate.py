"""The two flows of a pair's dates, and the gates that every press about them goes through."""

from datetime import datetime

from bot.conversation.flow import EVERYBODY, Chapter, Flow
from bot.conversation.turn import Turn
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.services import known
from bot.services.pairings import who_answers

plan = Flow("plan", roles=EVERYBODY, chapter=Chapter.PARTICIPANTS)
moves = Flow("moves", roles=EVERYBODY)


def active(turn: Turn, pairing_id: str) -> Pairing:
    """Return a pairing of this person while it goes on."""
    pairing = turn.mine(Pairing, pairing_id)
    if not pairing.runs_for(turn.person.id):
        raise Sorry("stale")
    return pairing


def is_asked(turn: Turn, pairing: Pairing, meeting: Meeting) -> bool:
    """Whether this person owes the answer to a moment that the other side picked."""
    return who_answers(pairing, meeting) == turn.person.id


def may_ask(turn: Turn, pairing: Pairing) -> None:
    """Raise Sorry when the other side left the last moments unanswered: the next one waits."""
    free = turn.seat(pairing.id).asks_again_from(turn.now)
    if free is not None:
        partner = turn.called(turn.partner(pairing))
        raise Sorry("plan-in-vain", partner=partner, day=turn.day(free))


def answer(turn: Turn, pairing: Pairing) -> None:
    """Note that this person answered what the other side had picked."""
    turn.work.pairings.seat(pairing.id, pairing.other(turn.person.id)).hear()


def in_their_hands(turn: Turn, pairing: Pairing, starts_at: datetime) -> None:
    """Raise Sorry when the other side would not hear of a yes before the meeting begins."""
    partner = turn.partner(pairing)
    if not known.can_still_hear(turn.now, starts_at, partner):
        when = turn.moment(starts_at)
        raise Sorry("plan-too-late", when=when, partner=turn.called(partner))
