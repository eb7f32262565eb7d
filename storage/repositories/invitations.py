"""Coordinators' invitations: whom they are for, and who was reached."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Integer,
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
)

from bot.domain.delivery import DeliveryState
from bot.domain.invitation import Invitation, delivery_key
from bot.domain.people import Person
from bot.domain.programme import Enrolment, EnrolmentState
from bot.ports.invitations import Group, Invitations
from storage import tables as t
from storage.asking import Asking, any_of, chunks, count, equal, own, within
from storage.mapping import MAPPERS
from storage.repositories.deliveries import IS_OUT
from storage.repositories.order import by_name, place
from storage.repositories.people import REACHABLE

_invitations, _enrolments, _people, _outbox = (
    t.invitations.c,
    t.enrolments.c,
    t.people.c,
    t.outbox.c,
)
HIGHEST = 1_000_000
"""Beyond every level."""

NEWEST = select(t.invitations).where(own(t.invitations))
DRAFT = (
    NEWEST.where(equal(_invitations.cycle_id, _invitations.author_id))
    .where(_invitations.sent_at.is_(None))
    .order_by(_invitations.written_at.desc(), _invitations.id)
    .limit(1)
)
SENT = NEWEST.where(_invitations.sent_at.is_not(None)).order_by(
    _invitations.sent_at.desc(), _invitations.id
)
SENT_TO = SENT.where(equal(_invitations.cycle_id))

OF_PART = and_(own(t.outbox), _outbox.key == literal(delivery_key("")) + _enrolments.id)
"""The delivery that invites to a part."""
ARRIVES = exists().where(
    OF_PART,
    any_of(_outbox.state, (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.SENT)),
)
UNREACHED = and_(
    own(t.enrolments),
    _enrolments.cycle_id == bindparam("cycle"),
    _enrolments.state == EnrolmentState.INVITED,
    _enrolments.due_at.is_(None),
    ~ARRIVES,
)
"""Invited parts of which no message came, nor is one on its way."""


def _left_open(flag: str, chosen: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether nothing is chosen, as a flag says, or what is chosen fits."""
    return or_(bindparam(flag, type_=Boolean) == True, chosen)  # noqa: E712


FITS = and_(
    own(t.people),
    _people.active,
    _left_open("any_department", within(_people.department, "departments")),
    _left_open("any_office", within(_people.office, "offices")),
    _left_open("anybody", within(_people.id, "people")),
    _people.level >= bindparam("lowest", type_=Integer),
    _people.level <= bindparam("highest", type_=Integer),
    _left_open("first_time", _people.id.in_(select(_enrolments.person_id).where(UNREACHED))),
    _people.id.not_in(
        select(_enrolments.person_id).where(
            own(t.enrolments), _enrolments.cycle_id == bindparam("cycle"), ~UNREACHED
        )
    ),
)
"""Whom an invitation is for, of those who have no part in its cycle, or were not reached."""
IDS = select(_people.id).where(FITS).order_by(_people.id)
BY_ID = select(t.people).where(own(t.people), within(_people.id, "ids"))
NAMES = select(_people.id, _people.name, _people.email).where(FITS)
CAN_BE_REACHED = case((_people.id.in_(REACHABLE), 1), else_=0)
GROUPS = (
    select(_people.level, _people.leads, CAN_BE_REACHED, func.count())
    .where(FITS)
    .group_by(_people.level, _people.leads, CAN_BE_REACHED)
    .order_by(_people.level, CAN_BE_REACHED)
)
UNREACHED_COUNT = count(t.enrolments, UNREACHED)
FORGET_UNREACHED = delete(t.enrolments).where(UNREACHED, within(_enrolments.person_id, "people"))
OF = and_(
    own(t.enrolments),
    _enrolments.invitation_id == bindparam("invitation"),
    _enrolments.state == EnrolmentState.INVITED,
)
WAITING = select(_enrolments.id).where(OF, ARRIVES).order_by(_enrolments.id)
UNWRITTEN_COUNT = count(t.enrolments, OF, _enrolments.due_at.is_not(None))
FORGET_UNWRITTEN = delete(t.enrolments).where(OF, _enrolments.due_at.is_not(None))
FORGET = delete(t.enrolments).where(
    own(t.enrolments),
    within(_enrolments.id, "ids"),
    _enrolments.state == EnrolmentState.INVITED,
)
REACHED = select(t.people).where(
    own(t.people),
    _people.id.in_(
        select(_enrolments.person_id).where(
            own(t.enrolments),
            _enrolments.invitation_id == bindparam("invitation"),
            or_(_enrolments.state != EnrolmentState.INVITED, exists().where(OF_PART, IS_OUT)),
        )
    ),
)


class InvitationsRepository(Invitations):
    """Coordinators' invitations, and those they are for."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def draft(self, cycle_id: str, author_id: str) -> Invitation | None:
        return self._asking.one(Invitation, DRAFT, cycle_id=cycle_id, author_id=author_id)

    def sent(self, cycle_id: str = "") -> list[Invitation]:
        if cycle_id:
            return self._asking.all(Invitation, SENT_TO, cycle_id=cycle_id)
        return self._asking.all(Invitation, SENT)

    def groups(self, invitation: Invitation) -> list[Group]:
        return [
            Group(level=level, leads=leads, reachable=bool(reachable), count=number)
            for level, leads, reachable, number in self._asking.rows(GROUPS, **_whom(invitation))
        ]

    def people(self, invitation: Invitation, first: int, most: int) -> list[Person]:
        rows = self._asking.rows(NAMES, **_whom(invitation))
        # By name as people sort them, which neither database can do by itself.
        places = sorted((*place(name), email, id_) for id_, name, email in rows)
        ids = [id_ for *_, id_ in places[first : first + most]]
        found = {person.id: person for person in self._asking.all(Person, BY_ID, ids=ids)}
        return [found[id_] for id_ in ids]

    def unreached(self, cycle_id: str) -> int:
        return int(self._asking.rows(UNREACHED_COUNT, cycle=cycle_id).scalar_one())

    def send(self, invitation: Invitation, now: datetime) -> int:
        ids = self._asking.rows(IDS, **_whom(invitation)).scalars().all()
        for some in chunks(ids):
            self._asking.change(FORGET_UNREACHED, cycle=invitation.cycle_id, people=some)
        mapper = MAPPERS[Enrolment]
        rows = []
        for person_id in ids:
            invited = Enrolment(
                organisation_id=self._asking.organisation_id,
                id=self._asking.new_id(),
                cycle_id=invitation.cycle_id,
                person_id=person_id,
                state=EnrolmentState.INVITED,
                invited_at=now,
                due_at=now,
                invitation_id=invitation.id,
            )
            rows.append(dict(zip(mapper.names, mapper.values(invited), strict=True)))
        if rows:
            self._asking.keep(t.enrolments, rows)
        return len(ids)

    def unwritten(self, invitation_id: str) -> int:
        return int(self._asking.rows(UNWRITTEN_COUNT, invitation=invitation_id).scalar_one())

    def waiting(self, invitation_id: str) -> list[str]:
        return list(self._asking.rows(WAITING, invitation=invitation_id).scalars())

    def forget(self, enrolment_ids: list[str]) -> int:
        return sum(self._asking.change(FORGET, ids=some) for some in chunks(enrolment_ids))

    def forget_unwritten(self, invitation_id: str) -> int:
        return self._asking.change(FORGET_UNWRITTEN, invitation=invitation_id)

    def reached(self, invitation_id: str) -> list[Person]:
        return by_name(self._asking.all(Person, REACHED, invitation=invitation_id))


def _whom(invitation: Invitation) -> dict[str, Any]:
    """Return what the questions above bind of an invitation."""
    return {
        "cycle": invitation.cycle_id,
        "any_department": not invitation.departments,
        "departments": invitation.departments,
        "any_office": not invitation.offices,
        "offices": invitation.offices,
        "anybody": not invitation.people,
        "people": invitation.people,
        "lowest": invitation.lowest,
        "highest": invitation.highest or HIGHEST,
        "first_time": not invitation.again,
    }
