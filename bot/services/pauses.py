"""How a person takes a break and comes back, and which pairings rest and wake with them."""

from datetime import date, datetime

from bot import calendar
from bot.calendar.people import working_time
from bot.domain.meeting import Meeting, agreed
from bot.domain.pairing import LIVE, Pairing, PairingState
from bot.domain.people import Person
from bot.domain.programme import Cycle, Enrolment, EnrolmentState
from bot.ports import Work
from bot.services import answers, pairings


def live_enrolments(work: Work, person_id: str) -> list[Enrolment]:
    """Return where a person takes part: cycles that go on, or hold a live pairing of theirs."""
    paired = {pairing.cycle_id for pairing in work.pairings.of(person_id, *LIVE)}
    return [
        enrolment
        for enrolment in work.enrolments.of(person_id)
        if enrolment.takes_part
        and (enrolment.cycle_id in paired or _welcomes(work, enrolment.cycle_id))
    ]


def pause(
    work: Work,
    now: datetime,
    *,
    person: Person,
    until: date | None,
    only: Pairing | None = None,
) -> list[Pairing]:
    """Let a person fall silent until a local day, or until they come back.

    Their pairings rest with them, or one of them ``only``. Returns the pairings whose other side
    has to be told: none of those that rest already, for when a break ends is not theirs to know.
    """
    due_at = None if until is None else first_hour(person, until)
    changed = False
    for enrolment in live_enrolments(work, person.id):
        before = (enrolment.state, enrolment.paused_until)
        enrolment.pause(until, due_at)
        changed |= before != (enrolment.state, enrolment.paused_until)
    resting: list[Pairing] = []
    for pairing in [only] if only else work.pairings.of(person.id, *LIVE):
        if pairing.state is PairingState.ACTIVE:
            pairings.rest(work, now, pairing)
            resting.append(pairing)
            continue
        if changed:
            pairings.limit_rest(work, now, pairing)
    return resting


def resume(work: Work, now: datetime, person: Person) -> list[Pairing]:
    """Let a person take part again; return the pairings that woke."""
    for enrolment in work.enrolments.of(person.id):
        if enrolment.state is EnrolmentState.PAUSED:
            enrolment.resume()
            answers.promise(work, now, person, enrolment)
    resting = work.pairings.of(person.id, PairingState.PAUSED)
    return [pairing for pairing in resting if pairings.wake(work, now, pairing)]


def dates_within(work: Work, now: datetime, pairing: Pairing) -> list[Meeting]:
    """Return the agreed meetings that a rest takes in, as far as its end is known.

    Where nobody said when a break ends, it takes in all of them.
    """
    sides = [pairings.part_of(work, pairing, person_id) for person_id in pairing.sides]
    ends = [s.due_at for s in sides if s is not None and s.state is EnrolmentState.PAUSED]
    known = [end for end in ends if end is not None]
    until = max(known) if ends and len(known) == len(ends) else None
    ahead = agreed(work.pairings.meetings(pairing.id), now)
    return [meeting for meeting in ahead if until is None or meeting.starts_at < until]


def first_hour(person: Person, day: date) -> datetime:
    """Return the first open instant of a person's local day, or after it on a day off."""
    where = working_time(person)
    return calendar.next_open(calendar.at_local(day, where.opens, where.zone), where)


def _welcomes(work: Work, cycle_id: str) -> bool:
    cycle = work.get(Cycle, cycle_id)
    return cycle is not None and cycle.welcomes
