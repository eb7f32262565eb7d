"""Dates on a day that was closed afterwards: off without blame, or back when it is open again."""

from datetime import datetime

from bot.conversation.flow import Next, ask
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.flows.meeting.gate import moves as flow
from bot.flows.meeting.moves import rebook
from bot.flows.meeting.suggesting import about, asked, done
from bot.messages.card import Card, Style
from bot.ports import Work
from bot.services import closed_dates
from bot.services.pairings import person_of


@flow.step("closed")
def closed(turn: Turn) -> Card:
    """What both read when the day of their meeting is closed; the mentor picks another."""
    meeting = turn.mine(Meeting)
    if turn.mine(Pairing, meeting.pairing_id).mentor_id != turn.person.id:
        return done(turn, meeting, "moves-closed-theirs")
    pick = turn.tap("pick", turn.say("moves-closed.pick"), style=Style.PRIMARY)
    return about(turn, meeting, "moves-closed", taps=[pick], commands=("plan",))


@flow.step("reopened")
def reopened(turn: Turn) -> Card:
    """What both read when the day is closed no more, and they had read that it was."""
    return done(turn, turn.mine(Meeting), "moves-reopened")


CLOSED = Prompt(name="date-closed", to=Audience.EACH, kind=Kind.URGENT, shows=(closed,))
REOPENED = Prompt(name="date-reopened", to=Audience.EACH, kind=Kind.URGENT, shows=(reopened,))


@closed.on("pick")
def they_pick_another(turn: Turn) -> Next:
    meeting = turn.mine(Meeting)
    if meeting.state is not MeetingState.CANCELLED:
        raise Sorry("stale")
    return ask(rebook, meeting.id)


def tell(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> None:
    """Tell both that a date is off with its day, or is back, unless they were told already.

    Whoever has not read yet that it is off reads neither.
    """
    if meeting.is_closed and not meeting.news:
        _withhold_questions(work, now, pairing, meeting)
        meeting.news = f"{closed_dates.closing_key(meeting)}{work.new_id()}"
        for key, person_id in closed_dates.news_of(pairing, meeting).items():
            _tell(Turn(work=work, now=now, person=person_of(work, person_id)), CLOSED, meeting, key)
    elif meeting.state is MeetingState.AGREED and closed_dates.tells_of_closing(meeting):
        told = closed_dates.news_of(pairing, meeting)
        work.deliveries.withdraw(work.deliveries.unseen(told), now)
        readers = {told[key] for key in work.deliveries.seen(told)}
        meeting.news = f"pairing:{pairing.id}:{reopened.name}:{meeting.id}:{work.new_id()}"
        for key, person_id in closed_dates.news_of(pairing, meeting).items():
            if person_id in readers:
                turn = Turn(work=work, now=now, person=person_of(work, person_id))
                _tell(turn, REOPENED, meeting, key)


def _tell(turn: Turn, prompt: Prompt, meeting: Meeting, key: str) -> None:
    """Tell one side; for whom the pairing is over, there is nothing to tell."""
    if turn.mine(Pairing, meeting.pairing_id).runs_for(turn.person.id):
        turn.tell(turn.person, prompt, subject=meeting.id, key=key)


def _withhold_questions(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> None:
    """Take back a question about another moment that nobody read: the day itself is off."""
    for person_id in (pairing.mentor_id, pairing.mentee_id):
        prefix = f"pairing:{pairing.id}:{asked.name}:{meeting.id}:"
        work.outbox.cancel(person_id, now, prefix=prefix)
