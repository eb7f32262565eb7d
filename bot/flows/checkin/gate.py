"""The flow of the weekly check-in, and the gates that every press of it goes through.

A check-in takes answers until the next one comes or its pairing rests or ends; then it lapses, and
a late press is refused kindly: the next question asks about the same weeks anyway.
"""

from collections.abc import Iterable
from dataclasses import replace

from bot.conversation.awaiting import Questionnaire, questions_of
from bot.conversation.flow import EVERYBODY, Chapter, Flow
from bot.conversation.turn import Turn
from bot.domain.checkin import AskState, CheckIn
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.messages.card import Block, Button, Card

DONE = "done"
"""Where a check-in stands when nothing of it awaits an answer."""

flow = Flow("checkin", roles=EVERYBODY, chapter=Chapter.PARTICIPANTS)


def awaiting(turn: Turn, step: str) -> CheckIn:
    """Return the person's check-in if this very question of it awaits an answer."""
    checkin = turn.mine(CheckIn)
    if checkin.state is AskState.LAPSED:
        raise Sorry("checkin-lapsed")
    if questions(turn, checkin).step != step:
        raise Sorry("checkin-answered")
    return checkin


def questions(turn: Turn, checkin: CheckIn) -> Questionnaire:
    """Return where the questions of a check-in stand."""
    return questions_of(turn.work, checkin)


def close(turn: Turn, checkin: CheckIn) -> None:
    """The last question of a check-in is answered."""
    checkin.answer(turn.now)
    questions(turn, checkin).go_on(DONE)


def answered(turn: Turn) -> CheckIn:
    """Return the person's check-in if its questions were answered: what may follow then."""
    checkin = turn.mine(CheckIn)
    if checkin.state is AskState.LAPSED:
        raise Sorry("checkin-lapsed")
    if checkin.state is AskState.OPEN:
        raise Sorry("stale")
    return checkin


def active(turn: Turn, pairing_id: str) -> Pairing:
    """Return the pairing if it is neither resting nor over, so that something may be done in it."""
    pairing = turn.mine(Pairing, pairing_id)
    if not pairing.runs_for(turn.person.id):
        raise Sorry("checkin-lapsed")
    return pairing


def prompt_key(checkin: CheckIn) -> str:
    """Return the key of the delivery that asks a check-in; its reminders' go on with a colon."""
    return f"pairing:{checkin.pairing_id}:checkin:{checkin.id}"


def withdraw_reminders(turn: Turn, checkin: CheckIn) -> None:
    """Take back a reminder that waits for an open hour: its question is answered."""
    if checkin.reminders:
        prefix = f"{prompt_key(checkin)}:"
        turn.work.outbox.cancel(turn.person.id, turn.now, prefix=prefix)


def partner_name(turn: Turn, pairing_id: str) -> str:
    """Return the first name of the other side."""
    return turn.called(turn.partner(turn.mine(Pairing, pairing_id)))


def last_card(
    turn: Turn,
    key: str,
    checkin: CheckIn,
    *blocks: Block,
    taps: Iterable[str | Button] = (),
    commands: tuple[str, ...] = (),
    **values: str,
) -> Card:
    """Make a card that says when the next question comes, if one does."""
    card = turn.card(key, *blocks, taps=taps, commands=commands, **values)
    due_at = turn.seat(checkin.pairing_id).next_due_at
    if due_at is None or not turn.mine(Pairing, checkin.pairing_id).runs_for(turn.person.id):
        return card
    return replace(card, next=turn.say("checkin-next", day=turn.day(due_at)))
