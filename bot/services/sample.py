"""A pair that never was, for what the programme would say to it; nothing of it is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from bot import calendar
from bot.calendar.people import working_time
from bot.domain.checkin import CheckIn, Feedback, FeedbackKind
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, Seat
from bot.domain.people import Person, Role
from bot.domain.programme import Cycle, Enrolment
from bot.domain.proposal import Proposal
from bot.ports import Work
from bot.services import pairings, timetable

Answer = TypeVar("Answer")
TOPIC = "ai-assistants"
INTEREST = "music"
SLOTS = ("1-am", "3-am", "3-pm")
HOURS = 4
"""Hours a week that the two have in common."""
GAP = 5
"""Levels between the two."""


@dataclass(frozen=True, kw_only=True)
class Sample:
    """Two people by role, their pairing, and what else a message to them can be about."""

    work: Work
    now: datetime
    cycle: Cycle
    people: Mapping[Role, Person]
    parts: Mapping[Role, Enrolment]
    proposal: Proposal
    pairing: Pairing
    meetings: Sequence[Meeting]

    def seat(self, role: Role) -> Seat:
        """Return one side of the pairing."""
        return self.work.pairings.seat(self.pairing.id, self.people[role].id)

    def checkin(self, role: Role) -> CheckIn:
        """Ask one side how the week was."""
        person = self.people[role]
        checkin = CheckIn(
            organisation_id=self.work.organisation_id,
            id=self.work.new_id(),
            pairing_id=self.pairing.id,
            person_id=person.id,
            role=role,
            week=calendar.local_week(self.now, person.zone),
            asked_at=self.now,
        )
        self.work.add(checkin)
        return checkin

    def feedback(self, role: Role, kind: FeedbackKind) -> Feedback:
        """Ask one side how the way was so far, or all of it."""
        feedback = Feedback(
            organisation_id=self.work.organisation_id,
            id=self.work.new_id(),
            pairing_id=self.pairing.id,
            person_id=self.people[role].id,
            role=role,
            kind=kind,
            asked_at=self.now,
        )
        self.work.add(feedback)
        return feedback


class _Undone(Exception):
    """What was asked of the sample is known; all of it goes."""


def of_a_pair(
    work: Work, now: datetime, cycle: Cycle, like: Person, *, ask: Callable[[Sample], Answer]
) -> Answer:
    """Ask something of a pair of made-up people, who read as somebody does; then undo it."""
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
    parts = {role: _part(work, now, cycle, (person, role)) for role, person in people.items()}
    work.add(*parts.values())
    mentor, mentee = people.values()
    proposal = Proposal(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        cycle_id=cycle.id,
        mentor_id=mentor.id,
        mentee_id=mentee.id,
        score=0,
        reasons=(
            {"code": "topics", "points": 3, "values": {"topics": [TOPIC]}},
            {"code": "hours", "points": 2, "values": {"hours": HOURS}},
            {"code": "interests", "points": 1, "values": {"interests": [INTEREST]}},
        ),
    )
    proposal.offer(now, now)
    work.add(proposal)
    pairing = pairings.start(work, now, proposal)
    first = calendar.add_working_days(now, 3, working_time(mentor))
    return Sample(
        work=work,
        now=now,
        cycle=cycle,
        people=people,
        parts=parts,
        proposal=proposal,
        pairing=pairing,
        meetings=timetable.plan(work, now, pairing, first, by=mentor),
    )


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
        interests=(INTEREST,),
        slots=SLOTS,
        invitation_id=newest.id if newest else "",
    )
    part.begin()
    part.role = role
    part.join(now)
    return part
