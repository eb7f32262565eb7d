"""What comes due for an enrolment: an invitation goes out, or a break ends by itself."""

from datetime import datetime

from bot.conversation.instants import Until
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.people import Person
from bot.domain.programme import Cycle, Enrolment, EnrolmentState
from bot.flows.joining import welcome
from bot.flows.leaving import pause
from bot.ports import Work

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
    shows=(pause.back,),
)


def resume(work: Work, now: datetime, enrolment: Enrolment) -> None:
    """Send the invitation of somebody who was asked, or end the break of somebody who takes part.

    Nothing is due afterwards: an invitation without an answer is never repeated. Of somebody who
    left the profile is emptied.
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
        _invite(turn, enrolment)
    elif enrolment.state is EnrolmentState.PAUSED:
        _end_break(turn, enrolment)


def _invite(turn: Turn, enrolment: Enrolment) -> None:
    cycle = turn.work.get(Cycle, enrolment.cycle_id)
    if cycle is None or not cycle.welcomes:
        return
    key = f"invite:{enrolment.id}"
    turn.tell(turn.person, INVITATION, subject=cycle.id, key=key)


def _end_break(turn: Turn, enrolment: Enrolment) -> None:
    pause.come_back(turn)
    if pause.takes_part(turn):
        key = f"back:{enrolment.id}:{turn.now:%Y%m%dT%H%M}"
        turn.tell(turn.person, BREAK_OVER, subject=enrolment.id, key=key)
