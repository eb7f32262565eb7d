"""A pair that never was, for what the programme would say to it; nothing of it is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from bot import calendar
from bot.calendar.people import working_time
from bot.domain.checkin import CheckIn, Feedback, FeedbackKind
from bot.domain.people import Person, Role
from bot.domain.programme import Cycle, Enrolment
from bot.domain.proposal import Proposal
from bot.ports import Work
from bot.services import pairings, timetable

Answer = TypeVar("Answer")
TOPIC = "ai-assistants"
GAP = 5
"""Levels between the two."""


@dataclass(frozen=True)
class Sample:
    """Two people by role, and the ids of what cards can be about, by a word each."""

    people: Mapping[Role, Person]
    subjects: Mapping[str, str]


class _Undone(Exception):
    """What was asked of the sample is known; all of it goes."""


def of_a_pair(
    work: Work, now: datetime, cycle: Cycle, like: Person, *, ask: Callable[[Sample], Answer]
) -> Answer:
    """Ask something of a pair of made-up people, where and when somebody works; then undo it."""
    answers: list[Answer] = []

    def act() -> None:
        answers.append(ask(_made(work, now, cycle, like)))
        raise _Undone

    error = work.attempt(act)
    if error is not None and not isinstance(error, _Undone):
        raise error
    return answers[0]


def _made(work: Work, now: datetime, cycle: Cycle, like: Person) -> Sample:
    people = {
        Role.MENTOR: _person(work, "Camille", 1, like),
        Role.MENTEE: _person(work, "Dominique", 1 + GAP, like),
    }
    for role, person in people.items():
        work.add(_part(work, now, cycle, (person, role)))
    mentor, mentee = people.values()
    proposal = Proposal(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        cycle_id=cycle.id,
        mentor_id=mentor.id,
        mentee_id=mentee.id,
        score=0,
        reasons=({"code": "topics", "points": 1, "values": {"topics": [TOPIC]}},),
    )
    proposal.offer(now, now)
    work.add(proposal)
    pairing = pairings.start(work, now, proposal)
    first = calendar.add_working_days(now, 3, working_time(mentor))
    meeting, *_ = timetable.plan(work, now, pairing, first, by=mentor)
    subjects = {"cycle": cycle.id, "proposal": proposal.id, "pairing": pairing.id}
    subjects["meeting"] = meeting.id
    for role, person in people.items():
        subjects[f"checkin-{role}"] = _checkin(work, now, pairing.id, (person, role))
        for kind in FeedbackKind:
            subjects[f"{kind}-{role}"] = _feedback(work, now, pairing.id, (person, role), kind=kind)
    return Sample(people, subjects)


def _person(work: Work, name: str, level: int, like: Person) -> Person:
    person = Person(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        email="",
        name=name,
        language=like.language,
        spoken=("fr", "en"),
        zone=like.zone,
        country=like.country,
        subdivision=like.subdivision,
        office=like.office,
        department=like.department,
        level=level,
        hired_on=date(2020, 1, 1),
    )
    work.add(person)
    return person


def _part(work: Work, now: datetime, cycle: Cycle, reader: tuple[Person, Role]) -> Enrolment:
    """Return a part in the cycle, as of somebody whom the newest invitation asked."""
    person, role = reader
    newest = next(iter(work.invitations.sent(cycle.id)), None)
    part = Enrolment(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        cycle_id=cycle.id,
        person_id=person.id,
        topics={TOPIC: 5 if role is Role.MENTOR else 1},
        invitation_id=newest.id if newest else "",
    )
    part.begin()
    part.role = role
    part.join(now)
    return part


def _checkin(work: Work, now: datetime, pairing_id: str, reader: tuple[Person, Role]) -> str:
    person, role = reader
    checkin = CheckIn(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        pairing_id=pairing_id,
        person_id=person.id,
        role=role,
        week=calendar.local_week(now, person.zone),
        asked_at=now,
    )
    work.add(checkin)
    return checkin.id


def _feedback(
    work: Work, now: datetime, pairing_id: str, reader: tuple[Person, Role], *, kind: FeedbackKind
) -> str:
    person, role = reader
    feedback = Feedback(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        pairing_id=pairing_id,
        person_id=person.id,
        role=role,
        kind=kind,
        asked_at=now,
    )
    work.add(feedback)
    return feedback.id
