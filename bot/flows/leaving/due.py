"""What comes due for a person: an invitation, a break's end, a promised answer, their leaving."""

from datetime import datetime

from bot.conversation.instants import Until
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.invitation import delivery_key
from bot.domain.people import Departure, Person
from bot.domain.programme import Cycle, Enrolment, EnrolmentState
from bot.flows.joining import profile, welcome
from bot.flows.leaving import break_dates, closed, exits, pause
from bot.ports import Work
from bot.services import answers, lost_accounts, pauses

INVITATION = Prompt(
    name="invitation",
    to=Audience.INVITED,
    kind=Kind.PROMPT,
    shows=(welcome.invitation,),
    until=Until.CYCLE,
    silence=Silence.STAYS_OPEN,
)
BREAK_OVER = Prompt(
    name="break-over",
    to=Audience.ONESELF,
    kind=Kind.NOTICE,
    dated=True,
    shows=(pause.back,),
)


def resume(work: Work, now: datetime, enrolment: Enrolment) -> None:
    """Send an invitation, end the break of somebody who takes part, or give a promised answer.

    Nothing is due afterwards: an invitation without an answer is never repeated. Whoever HR says is
    away is invited when they are back. Of somebody who left the profile is emptied.
    """
    enrolment.due_at = None
    if enrolment.state is EnrolmentState.LEFT:
        enrolment.empty()
        return
    person = work.get(Person, enrolment.person_id)
    if person is None or not person.active:
        return
    turn = Turn(work=work, now=now, person=person)
    if enrolment.state is EnrolmentState.INVITED:
        if person.absent_until is not None and person.is_absent(turn.today):
            enrolment.due_at = pauses.first_hour(person, person.absent_until)
        else:
            _invite(turn, enrolment)
    elif person.departure is Departure.AWAY:
        closed.rest_on(turn)
    elif enrolment.state is EnrolmentState.PAUSED:
        _end_break(turn, enrolment)
    elif enrolment.state is EnrolmentState.JOINED:
        _answer(turn, enrolment)


def see_off(work: Work, now: datetime, person: Person) -> None:
    """End what somebody who left the organisation had part in, unless they are back by now.

    To their partners it is an ending like any other: the same words, on the same morning. Of whom
    only the account was closed, it rests at first, and ends when that was long ago.
    """
    person.due_at = None
    if person.active:
        return
    turn = Turn(work=work, now=now, person=person)
    if person.departure is Departure.HR or now >= lost_accounts.gone_at(person):
        exits.leave_programme(turn)
    else:
        closed.look(turn)


def _invite(turn: Turn, enrolment: Enrolment) -> None:
    cycle = turn.work.get(Cycle, enrolment.cycle_id)
    if cycle is None or not cycle.welcomes:
        return
    key = delivery_key(enrolment.id)
    turn.tell(turn.person, INVITATION, subject=cycle.id, key=key)


def _answer(turn: Turn, enrolment: Enrolment) -> None:
    cycle = turn.work.get(Cycle, enrolment.cycle_id)
    if cycle is None or not cycle.welcomes or answers.heard(turn.work, turn.person.id):
        return
    key = f"answer:{enrolment.id}:{turn.work.new_id()}"
    turn.tell(turn.person, profile.ANSWER_DUE, subject=enrolment.id, key=key)


def _end_break(turn: Turn, enrolment: Enrolment) -> None:
    pause.come_back(turn)
    if pause.takes_part(turn):
        key = f"back:{enrolment.id}:{turn.work.new_id()}"
        at = break_dates.ahead(turn, turn.pairing) if turn.pairing else None
        turn.tell(turn.person, BREAK_OVER, subject=enrolment.id, key=key, about=at)
