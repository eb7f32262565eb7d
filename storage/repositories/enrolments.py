"""People's parts in cycles."""

from datetime import datetime

from sqlalchemy import and_, bindparam, literal, select

from bot.domain.delivery import Delivery, DeliveryState
from bot.domain.invitation import delivery_key
from bot.domain.people import Person, Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.ports.programmes import Enrolments
from storage import tables as t
from storage.asking import Asking, count, equal, own, tally, within
from storage.moving import moving
from storage.repositories.order import by_name

_enrolments, _cycles, _people, _outbox = t.enrolments.c, t.cycles.c, t.people.c, t.outbox.c

ENROLMENTS = select(t.enrolments).where(own(t.enrolments))
PART = ENROLMENTS.where(equal(_enrolments.cycle_id, _enrolments.person_id))
IN_CYCLE = ENROLMENTS.where(equal(_enrolments.cycle_id)).order_by(_enrolments.id)
OF_PERSON = (
    ENROLMENTS.join(
        t.cycles,
        and_(
            _cycles.organisation_id == _enrolments.organisation_id,
            _cycles.id == _enrolments.cycle_id,
        ),
    )
    .where(equal(_enrolments.person_id))
    .order_by(_cycles.number.desc(), _enrolments.id)
)
LATEST_OF_PERSON = OF_PERSON.limit(1)
IN_STATES = within(_enrolments.state, "states")
ACTIVE = IN_CYCLE.join(
    t.people,
    and_(
        _people.organisation_id == _enrolments.organisation_id,
        _people.id == _enrolments.person_id,
        _people.active,
    ),
).where(IN_STATES)
PEOPLE = select(t.people).where(
    own(t.people),
    _people.active,
    _people.id.in_(
        select(_enrolments.person_id).where(
            own(t.enrolments), equal(_enrolments.cycle_id), IN_STATES
        )
    ),
)
COUNTS = tally(_enrolments.state, _enrolments.role, where=(equal(_enrolments.cycle_id),))
UNINVITED_COUNT = count(
    t.people,
    _people.active,
    _people.id.not_in(
        select(_enrolments.person_id).where(own(t.enrolments), equal(_enrolments.cycle_id))
    ),
)
INVITATIONS = select(literal(delivery_key("")) + _enrolments.id).where(
    own(t.enrolments),
    _enrolments.cycle_id == bindparam("cycle"),
    _enrolments.state == EnrolmentState.INVITED,
)
END_INVITATIONS = (
    moving(Delivery, DeliveryState.CANCELLED)
    .where(own(t.outbox), _outbox.key.in_(INVITATIONS))
    .values(settled_at=bindparam("now"))
)


class EnrolmentsRepository(Enrolments):
    """People's parts in cycles."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def part(self, cycle_id: str, person_id: str) -> Enrolment | None:
        return self._asking.one(Enrolment, PART, cycle_id=cycle_id, person_id=person_id)

    def latest(self, person_id: str) -> Enrolment | None:
        return self._asking.one(Enrolment, LATEST_OF_PERSON, person_id=person_id)

    def of(self, person_id: str) -> list[Enrolment]:
        return self._asking.all(Enrolment, OF_PERSON, person_id=person_id)

    def all(self, cycle_id: str) -> list[Enrolment]:
        return self._asking.all(Enrolment, IN_CYCLE, cycle_id=cycle_id)

    def active(self, cycle_id: str, *states: EnrolmentState) -> list[Enrolment]:
        return self._asking.all(Enrolment, ACTIVE, cycle_id=cycle_id, states=states)

    def people(self, cycle_id: str, *states: EnrolmentState) -> list[Person]:
        return by_name(self._asking.all(Person, PEOPLE, cycle_id=cycle_id, states=states))

    def counts(self, cycle_id: str) -> dict[tuple[EnrolmentState, Role | None], int]:
        rows = self._asking.rows(COUNTS, cycle_id=cycle_id)
        return {(state, role): count for state, role, count in rows}

    def uninvited(self, cycle_id: str) -> int:
        return int(self._asking.rows(UNINVITED_COUNT, cycle_id=cycle_id).scalar_one())

    def end_invitations(self, cycle_id: str, now: datetime) -> None:
        self._asking.change(END_INVITATIONS, cycle=cycle_id, now=now)
