"""Asking every week and reminding; after silent weeks another question, then a rest."""

from datetime import datetime, timedelta

from bot import calendar
from bot.calendar.people import working_time
from bot.conversation.instants import ByProgramme, Later, Silent, Until, WithoutMeeting
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.checkin import AskState, CheckIn, FeedbackKind, Met
from bot.domain.delivery import Kind
from bot.domain.meeting import MeetingState
from bot.domain.pairing import HelpLabel, Pairing, PairingState, Seat, Stage
from bot.domain.people import Person
from bot.domain.programme import EnrolmentState
from bot.flows.checkin import DONE, STEPS, prompt_key, questions, quiet
from bot.flows.leaving.exits import conclude
from bot.flows.leaving.pause import ENOUGH, pause_for_silence
from bot.ports import Work
from bot.services import pairings, timetable
from bot.services.places import Places

CHECKIN = Prompt(
    name="checkin",
    to=Audience.EACH,
    kind=Kind.PROMPT,
    when=ByProgramme(rhythm.CHECKIN_SPREAD, settling_in=rhythm.SETTLING_IN),
    shows=(STEPS["met"], STEPS["rating"], STEPS["progress"]),
    reminders=rhythm.REMINDERS,
    until=Until.NEXT,
    silence=Silence.ASKED_AGAIN,
    spare=True,
)
WHILE_SILENT = Silent(rhythm.ASKED_AFTER)
STILL_THERE = Prompt(
    name="still-there",
    to=Audience.ONESELF,
    kind=Kind.PROMPT,
    when=WHILE_SILENT,
    shows=(STEPS["still"],),
    until=Until.NEXT,
    silence=Silence.RESTS,
    spare=True,
)
NO_MEETING = WithoutMeeting(rhythm.NO_MEETING)
GRACE = Later(rhythm.COORDINATORS_SEE_AFTER)
QUIET = Prompt(
    name="no-meeting",
    to=Audience.EACH,
    kind=Kind.URGENT,
    when=NO_MEETING,
    shows=(quiet,),
    until=GRACE,
    silence=Silence.COORDINATORS,
)


def ask(work: Work, now: datetime, seat: Seat) -> None:
    """Ask one side of a pairing how the week was, and set when they are asked next.

    Nobody is asked who stopped it: what is due for them is that the other side may know.
    """
    pairing = work.get(Pairing, seat.pairing_id)
    due_at, seat.next_due_at = seat.next_due_at, None
    if pairing is not None and pairing.is_stopped_by(seat.person_id):
        conclude(work, now, pairing)
        return
    if pairing is None or pairing.state is not PairingState.ACTIVE or pairing.stage is Stage.DONE:
        return
    person = pairings.person_of(work, seat.person_id)
    programme = pairings.programme_of(work, pairing)
    seat.next_due_at = pairings.next_checkin(programme, person, now)
    is_late = due_at is not None and now - due_at > rhythm.TOO_LATE
    if is_late or not _can_be_asked(work, pairing, person):
        return
    turn = Turn(work=work, now=now, person=person)
    after = _after_todays_meeting(turn, pairing)
    if after is not None:
        seat.next_due_at = after
        return
    last = next(iter(work.checkins.last(pairing.id, person.id, 1)), None)
    _close(turn, last, seat)
    if seat.silent_weeks >= ENOUGH.weeks:
        seat.next_due_at = None  # the rest takes the place of a question
        pause_for_silence(turn, pairing)
        return
    _watch_meetings(turn, pairing)
    at = calendar.next_open(now, working_time(person))
    week = calendar.local_week(at, person.zone)
    is_asked = last is not None and last.week == week
    prompt = STILL_THERE if seat.silent_weeks >= WHILE_SILENT.weeks else CHECKIN
    is_left_out = prompt.spare and not _has_room(turn, week)
    if is_asked or is_left_out or _is_asked_otherwise(turn, pairing, week, at):
        return
    _ask_now(turn, prompt, seat, at)


def remind(work: Work, now: datetime, checkin: CheckIn) -> None:
    """Remind of an open check-in, then be silent."""
    pairing = work.get(Pairing, checkin.pairing_id)
    person = pairings.person_of(work, checkin.person_id)
    if (
        pairing is None
        or pairing.state is not PairingState.ACTIVE
        or checkin.state is not AskState.OPEN
        or not _can_be_asked(work, pairing, person)
    ):
        checkin.due_at = None
        return
    turn = Turn(work=work, now=now, person=person)
    after = _after_todays_meeting(turn, pairing)
    if after is not None:
        checkin.due_at = after
        return
    wording = CHECKIN.take_reminder(checkin, now, working_time(person))
    if not wording:
        return
    turn.tell(
        person,
        CHECKIN,
        step=STEPS[questions(turn, checkin).step],
        again=True,
        subject=checkin.id,
        value=wording,
        key=f"{prompt_key(checkin)}:{checkin.reminders}",
    )


def _can_be_asked(work: Work, pairing: Pairing, person: Person) -> bool:
    enrolment = work.enrolments.part(pairing.cycle_id, person.id)
    account = work.accounts.of(person.id)
    is_away = enrolment is not None and enrolment.state is not EnrolmentState.JOINED
    return person.active and not is_away and account is not None and account.reachable


def _after_todays_meeting(turn: Turn, pairing: Pairing) -> datetime | None:
    """Return when today's agreed meeting is over, if it is still to be: the question can wait.

    It does not wait into another week, which has a question of its own.
    """
    where = working_time(turn.person)
    rows = turn.work.pairings.meetings(pairing.id)
    agreed = [meeting for meeting in rows if meeting.state is MeetingState.AGREED]
    today = [m for m in agreed if calendar.local_date(m.starts_at, where.zone) == turn.today]
    over = max((m.starts_at + timedelta(minutes=m.minutes) for m in today), default=turn.now)
    after = calendar.next_open(over, where)
    this_week = calendar.local_week(turn.now, where.zone)
    is_in_time = over > turn.now and calendar.local_week(after, where.zone) == this_week
    return after if is_in_time else None


def _has_room(turn: Turn, week: str) -> bool:
    """Whether one more message fits; a question that waited would meet the next one like it."""
    account = turn.work.accounts.of(turn.person.id)
    places = Places(turn.work.outbox, turn.person, turn.now)
    return account is not None and places.has_room(account, week)


def _close(turn: Turn, checkin: CheckIn | None, seat: Seat) -> None:
    """End the check-in of the week before: half an answer is an answer.

    None is a silent week, unless they were heard of otherwise: that they cancelled a meeting, say.
    """
    if checkin is None or checkin.state is not AskState.OPEN:
        return
    if checkin.met is not Met.UNSAID:
        checkin.answer(turn.now)
        questions(turn, checkin).stand_at(DONE)
        return
    checkin.lapse()
    account = turn.work.accounts.of(turn.person.id)
    asked_on = calendar.local_date(checkin.asked_at, turn.person.zone)
    is_heard = account is not None and account.was_heard_since(asked_on)
    seat.silent_weeks = 0 if is_heard else seat.silent_weeks + 1


def _is_asked_otherwise(turn: Turn, pairing: Pairing, week: str, at: datetime) -> bool:
    """Whether this local week has, or comes to, a longer feedback, or this day asks the same."""
    if pairing.warned_at is not None and _is_that_day(turn, pairing.warned_at, at):
        return True
    instants = [pairing.due_at] if pairing.due_at else []
    if pairing.stage is not Stage.MID:
        feedback = turn.work.checkins.feedback(pairing.id, turn.person.id, FeedbackKind.MID)
        instants += [feedback.asked_at] if feedback else []
    return any(calendar.local_week(instant, turn.person.zone) == week for instant in instants)


def _is_that_day(turn: Turn, instant: datetime, at: datetime) -> bool:
    """Whether what was sent at an instant is read on the local day of another."""
    where = working_time(turn.person)
    read = calendar.next_open(instant, where)
    return calendar.local_date(read, where.zone) == calendar.local_date(at, where.zone)


def _ask_now(turn: Turn, prompt: Prompt, seat: Seat, at: datetime) -> None:
    """Put the question of a week; ``at`` is the open instant at which it goes out."""
    person = turn.person
    checkin = CheckIn(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        pairing_id=seat.pairing_id,
        person_id=person.id,
        role=seat.role,
        week=calendar.local_week(at, person.zone),
        asked_at=at,
    )
    if prompt.reminders:
        checkin.due_at = prompt.first_reminder(at, working_time(person))
    turn.work.add(checkin)
    questions(turn, checkin).stand_at(prompt.step().name)
    turn.tell(person, prompt, subject=checkin.id, key=prompt_key(checkin))


def _watch_meetings(turn: Turn, pairing: Pairing) -> None:
    """After weeks without a meeting tell both; some days later coordinators see how many.

    So it is when the mentee called off one date after the other.
    """
    if pairing.left_be:
        return
    if pairing.warned_at is None:
        if not _is_worth_a_word(turn, pairing) or _was_asked_today(turn, pairing):
            return
        pairing.warned_at = turn.now
        for person_id in (pairing.mentor_id, pairing.mentee_id):
            person = pairings.person_of(turn.work, person_id)
            key = f"pairing:{pairing.id}:quiet:{person_id}:{turn.work.new_id()}"
            turn.tell(person, QUIET, subject=pairing.id, key=key)
        return
    warned_on = calendar.local_date(pairing.warned_at, turn.person.zone)
    if turn.today - warned_on >= GRACE.by and pairing.help_label is HelpLabel.NONE:
        pairing.help_label = HelpLabel.NO_MEETING


def _was_asked_today(turn: Turn, pairing: Pairing) -> bool:
    """Whether one of the two was asked today already: the word would ask them the same."""
    for person_id in (pairing.mentor_id, pairing.mentee_id):
        person = pairings.person_of(turn.work, person_id)
        last = next(iter(turn.work.checkins.last(pairing.id, person_id, 1)), None)
        theirs = turn.seen_by(person)
        if last is not None and _is_that_day(theirs, turn.now, last.asked_at):
            return True
    return False


def _is_worth_a_word(turn: Turn, pairing: Pairing) -> bool:
    if pairing.days_without_meeting(turn.today) >= NO_MEETING.span.days:
        return True
    in_a_row = timetable.in_a_row(turn.work, turn.now, pairing)
    return in_a_row >= rhythm.CANCELLED_TOO_OFTEN
