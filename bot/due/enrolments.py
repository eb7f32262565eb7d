"""When a break ends by itself."""

from datetime import datetime

from bot.domain.delivery import Kind
from bot.domain.people import Person
from bot.domain.programme import Enrolment, EnrolmentState
from bot.flows import settings
from bot.flows.turn import Turn
from bot.ports import Records


def resume(records: Records, now: datetime, enrolment: Enrolment) -> None:
    """End the break of somebody's enrolment, and tell them what is asked next."""
    enrolment.due_at = None
    person = records.get(Person, enrolment.person_id)
    if enrolment.state is not EnrolmentState.PAUSED or person is None or not person.active:
        return
    turn = Turn(records=records, now=now, person=person)
    settings.come_back(turn)
    if settings.takes_part(turn):
        key = f"back:{enrolment.id}:{now:%Y%m%dT%H%M}"
        turn.tell(person, settings.back, subject=enrolment.id, kind=Kind.NOTICE, key=key)
