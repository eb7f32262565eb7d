"""How a pairing begins, rests, wakes and ends, and when its two people are asked next."""

from datetime import date, datetime, timedelta

from bot import calendar
from bot.calendar.people import next_morning, working_time
from bot.domain import rhythm
from bot.domain.checkin import AskState, FeedbackKind
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing, PairingState, Seat, Stage
from bot.domain.people import Person, Role
from bot.domain.programme import Cycle, Enrolment, EnrolmentState, Programme
from bot.domain.proposal import Proposal
from bot.ports import Work
from bot.services import known


def programme_of(work: Work, pairing: Pairing) -> Programme:
    """Return the programme a pairing belongs to."""
    cycle = work.get(Cycle, pairing.cycle_id)
    programme = work.get(Programme, cycle.programme_id) if cycle else None
    if programme is None:
        raise LookupError(pairing.id)
    return programme


def person_of(work: Work, person_id: str) -> Person:
    """Return a person who is known to exist, as a tombstone at least."""
    person = work.get(Person, person_id)
    if person is None:
        raise LookupError(person_id)
    return person


def part_of(work: Work, pair: Pairing | Proposal, person_id: str) -> Enrolment | None:
    """Return one side's part in the cycle of a pair, locked: their break may begin or end now."""
    part = work.enrolments.part(pair.cycle_id, person_id)
    return None if part is None else work.lock(Enrolment, part.id)


def next_checkin(programme: Programme, person: Person, after: datetime) -> datetime:
    """Return when a person is next asked after an instant: their own weekday and hour."""
    return calendar.next_weekly(
        after,
        working_time(person),
        weekday=programme.checkin_weekday,
        at=programme.checkin_at,
        spread=calendar.jitter(person.id, rhythm.CHECKIN_SPREAD),
    )


def milestone_at(programme: Programme, pairing: Pairing, person: Person) -> datetime:
    """Return when the next milestone is asked: the middle or the end of the planned weeks."""
    weeks = programme.weeks // 2 if pairing.stage is Stage.MID else programme.weeks
    day = pairing.started_on + timedelta(weeks=weeks)
    where = working_time(person)
    return calendar.next_open(calendar.at_local(day, programme.checkin_at, person.zone), where)


def planned_end(pairing: Pairing) -> date | datetime:
    """Return when a pairing is closed as planned: after the last look back."""
    if pairing.state is PairingState.ACTIVE and pairing.due_at and pairing.stage is not Stage.MID:
        wait = rhythm.LOOK_BACK if pairing.stage is Stage.FINAL else timedelta()
        return pairing.due_at + wait
    return pairing.ends_on + rhythm.LOOK_BACK


def start(work: Work, now: datetime, proposal: Proposal) -> Pairing:
    """Begin the pairing both said yes to."""
    mentor = person_of(work, proposal.mentor_id)
    mentee = person_of(work, proposal.mentee_id)
    today = calendar.local_date(now, mentor.zone)
    pairing = Pairing(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        cycle_id=proposal.cycle_id,
        proposal_id=proposal.id,
        mentor_id=mentor.id,
        mentee_id=mentee.id,
        started_on=today,
        ends_on=today,
    )
    programme = programme_of(work, pairing)
    pairing.ends_on = today + timedelta(weeks=programme.weeks)
    pairing.due_at = milestone_at(programme, pairing, mentor)
    work.add(pairing)
    for person, role in ((mentor, Role.MENTOR), (mentee, Role.MENTEE)):
        seat = Seat(
            organisation_id=work.organisation_id,
            pairing_id=pairing.id,
            person_id=person.id,
            role=role,
            next_due_at=next_checkin(programme, person, now + rhythm.SETTLING_IN),
        )
        work.add(seat)
    return pairing


def rest(work: Work, now: datetime, pairing: Pairing) -> None:
    """Let both sides fall silent: one of them asking is enough. Open questions lapse.

    The instant of each next question is kept until it comes, and goes by unasked: so it is known
    afterwards whether anything was due.
    """
    pairing.rest()
    _silence(work, now, pairing)
    limit_rest(work, now, pairing)


def limit_rest(work: Work, now: datetime, pairing: Pairing) -> None:
    """Set when a rest ends the pairing, counted from the days on which breaks end by themselves."""
    sides = [part_of(work, pairing, person_id) for person_id in pairing.sides]
    breaks = [side.due_at for side in sides if side is not None and _is_paused(side)]
    since = max([now, *(day for day in breaks if day is not None)])
    where = working_time(person_of(work, pairing.mentor_id))
    pairing.rests_until = calendar.next_open(since + rhythm.RESTS_AT_MOST, where)
    pairing.due_at = calendar.next_open(pairing.rests_until - rhythm.REST_ENDS_TOLD, where)


def wake(work: Work, now: datetime, pairing: Pairing) -> bool:
    """Go on after a rest; False while one of the two is still paused.

    A rest in which nothing came due leaves the next question and the weeks counted as they were. A
    break of whoever stopped it is not theirs to know who was not told yet.
    """
    sides = [part_of(work, pairing, person_id) for person_id in pairing.sides]
    if pairing.state is not PairingState.PAUSED or any(_is_paused(side) for side in sides):
        return False
    programme = programme_of(work, pairing)
    was_short = True
    for person_id in pairing.sides:
        person = person_of(work, person_id)
        seat = work.pairings.seat(pairing.id, person_id)
        was_short = was_short and seat.next_due_at is not None
        if seat.next_due_at is None:
            seat.next_due_at = next_checkin(programme, person, now + rhythm.SETTLING_IN)
        seat.silent_weeks = 0
    mentor = person_of(work, pairing.mentor_id)
    opening = calendar.next_open(now, working_time(mentor))
    due_at = max(milestone_at(programme, pairing, mentor), opening)
    pairing.wake(None if was_short else calendar.local_date(now, mentor.zone), due_at)
    for meeting in work.pairings.meetings(pairing.id):
        if meeting.is_open:
            _pick_up(work, now, pairing, meeting)
        elif meeting.is_closed and not meeting.news and meeting.starts_at > now:
            meeting.due_at = now
    return True


def part(work: Work, now: datetime, pairing: Pairing, person: Person) -> None:
    """Let somebody out at once; for the other side it stands until their next working day opens.

    So no card, question or date of theirs tells that it is over before they are told. Where both
    stop it, each of them may still change their mind, until the later one of the two mornings.
    """
    other = person_of(work, pairing.other(person.id))
    pairing.part(person.id, next_morning(now, other))
    for person_id in (person.id, other.id):
        if pairing.is_stopped_by(person_id):
            _silence_side(work, now, pairing, person_id)
            seat = work.pairings.seat(pairing.id, person_id)
            seat.words, seat.next_due_at = "", pairing.over_at


def stay(work: Work, now: datetime, pairing: Pairing, person: Person) -> None:
    """Let somebody in again who stopped it and changed their mind; their questions come again."""
    seat = work.pairings.seat(pairing.id, person.id)
    pairing.stay(person.id)
    goes_on = pairing.state is PairingState.ACTIVE
    programme = programme_of(work, pairing)
    seat.next_due_at = next_checkin(programme, person, now) if goes_on else None


def end(work: Work, now: datetime, pairing: Pairing, *, completed: bool) -> None:
    """Come to the end; nothing more is asked of either about it.

    Both go ahead of newcomers then, so that nothing tells who asked for another partner.
    """
    pairing.end(now, completed=completed)
    _let_go_first(work, pairing)
    _silence(work, now, pairing)
    for person_id in (pairing.mentor_id, pairing.mentee_id):
        seat = work.pairings.seat(pairing.id, person_id)
        seat.words, seat.next_due_at = "", None
    for meeting in work.pairings.meetings(pairing.id):
        if meeting.is_open:
            _let_go(meeting)


def _let_go_first(work: Work, pairing: Pairing) -> None:
    """Put both ahead of newcomers, wherever they take part: a later round may be theirs by now."""
    for person_id in (pairing.mentor_id, pairing.mentee_id):
        for part in work.enrolments.of(person_id):
            if part.takes_part:
                part.rounds_waited = max(1, part.rounds_waited)


def look_again(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> None:
    """Set when something is next to be done about a meeting of a pairing that goes on."""
    mentor = person_of(work, pairing.mentor_id)
    asked = person_of(work, who_answers(pairing, meeting))
    known.look_again(meeting, now, mentor=mentor, asked=asked)


def who_answers(pairing: Pairing, meeting: Meeting) -> str:
    """Return the id of whoever owes an answer to a moment that the other side picked."""
    return pairing.other(meeting.proposed_by or pairing.mentor_id)


def has_reached(work: Work, pairing: Pairing, meeting: Meeting) -> bool:
    """Whether whoever owes the answer to a moment has the question.

    What is kept from somebody who stopped it counts as theirs: the asker must not tell it apart.
    """
    is_kept = pairing.is_stopped_by(who_answers(pairing, meeting))
    return is_kept or work.deliveries.has_arrived(meeting.news)


def _pick_up(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> None:
    """Prepare a meeting that is still ahead after a rest; one that fell into it is off."""
    if meeting.starts_at > now:
        look_again(work, now, pairing, meeting)
    else:
        _let_go(meeting)


def _let_go(meeting: Meeting) -> None:
    """Let a meeting not take place: it is off, or was never agreed to."""
    if meeting.state is MeetingState.PROPOSED:
        meeting.lapse()
    else:
        meeting.cancel()


def _is_paused(enrolment: Enrolment | None) -> bool:
    return enrolment is not None and enrolment.state is EnrolmentState.PAUSED


def _silence(work: Work, now: datetime, pairing: Pairing) -> None:
    for person_id in pairing.sides:  # the seat of whoever stopped it awaits its end
        _silence_side(work, now, pairing, person_id)
    for meeting in work.pairings.meetings(pairing.id):
        # What was suggested is withdrawn with the question about it.
        meeting.due_at, meeting.wanted_at = None, None


def _silence_side(work: Work, now: datetime, pairing: Pairing, person_id: str) -> None:
    checkin = work.checkins.open(pairing.id, person_id)
    if checkin is not None:
        checkin.lapse()
    for kind in FeedbackKind:
        feedback = work.checkins.feedback(pairing.id, person_id, kind)
        if feedback is not None and feedback.state is AskState.OPEN:
            feedback.lapse()
    work.outbox.cancel(person_id, now, prefix=f"pairing:{pairing.id}:")
