"""Asking every week and reminding twice; after two silent weeks a question, after three a rest."""

from datetime import datetime, timedelta

from bot import calendar
from bot.calendar.people import working_time
from bot.conversation.turn import Turn
from bot.domain.checkin import AskState, CheckIn, FeedbackKind, Met
from bot.domain.delivery import Kind
from bot.domain.pairing import HelpLabel, Pairing, PairingState, Seat, Stage
from bot.domain.people import Person
from bot.domain.programme import EnrolmentState
from bot.flows.checkin import GRACE, STEPS, prompt_key, quiet
from bot.flows.leaving.pause import pause_for_silence
from bot.ports import Work
from bot.services import pairings

TOO_LATE = timedelta(hours=36)
"""After such a delay (the service was down) a prompt is skipped: the next one asks the same."""
STILL_THERE, ENOUGH = 2, 3
"""Silent weeks after which we ask "still with us?", and after which the pairing rests."""
FIRST_REMINDER, LAST_REMINDER = 1, 3
"""Working days after the prompt; two reminders at most (PRODUCT.md, 4.6)."""
NO_MEETING = timedelta(days=21)
"""Without a recorded meeting for so long, both are told (PRODUCT.md, 5.3)."""


def ask(work: Work, now: datetime, seat: Seat) -> None:
    """Ask one side of a pairing how the week was, and set when they are asked next."""
    pairing = work.get(Pairing, seat.pairing_id)
    due_at, seat.next_due_at = seat.next_due_at, None
    if pairing is None or pairing.state is not PairingState.ACTIVE or pairing.stage is Stage.DONE:
        return
    person = pairings.person_of(work, seat.person_id)
    programme = pairings.programme_of(work, pairing)
    seat.next_due_at = pairings.next_checkin(programme, person, now)
    is_late = due_at is not None and now - due_at > TOO_LATE
    if is_late or not _can_be_asked(work, pairing, person):
        return
    turn = Turn(work=work, now=now, person=person)
    last = next(iter(work.checkins.last(pairing.id, person.id, 1)), None)
    _close(turn, last, seat)
    if seat.silent_weeks >= ENOUGH:
        pause_for_silence(turn, pairing)
        return
    _watch_meetings(turn, pairing)
    at = calendar.next_open(now, working_time(person))
    week = calendar.local_week(at, person.zone)
    is_asked = last is not None and last.week == week
    if is_asked or _is_asked_otherwise(turn, pairing, week) or not _has_room(turn, week):
        return
    _ask_now(turn, pairing, seat, at)


def remind(work: Work, now: datetime, checkin: CheckIn) -> None:
    """Remind of an open check-in one working day after it, once more two later, then be silent."""
    due_at, checkin.due_at = checkin.due_at, None
    pairing = work.get(Pairing, checkin.pairing_id)
    person = pairings.person_of(work, checkin.person_id)
    if pairing is None or pairing.state is not PairingState.ACTIVE:
        return
    if checkin.state is not AskState.OPEN or not _can_be_asked(work, pairing, person):
        return
    last_at = calendar.add_working_days(checkin.asked_at, LAST_REMINDER, working_time(person))
    is_last = checkin.reminders > 0 or now >= last_at
    checkin.due_at = None if is_last else last_at
    if due_at is not None and now - due_at > TOO_LATE:
        return
    checkin.reminders += 1
    Turn(work=work, now=now, person=person).tell(
        person,
        STEPS[checkin.step],
        subject=checkin.id,
        value="last" if is_last else "nudge",
        kind=Kind.NUDGE,
        key=f"{prompt_key(checkin)}:{checkin.reminders}",
    )


def _can_be_asked(work: Work, pairing: Pairing, person: Person) -> bool:
    enrolment = work.enrolments.part(pairing.cycle_id, person.id)
    account = work.accounts.of(person.id)
    is_away = enrolment is not None and enrolment.state is not EnrolmentState.JOINED
    return person.active and not is_away and account is not None and account.reachable


def _has_room(turn: Turn, week: str) -> bool:
    """Whether one more message fits; a question that waited would meet the next one like it."""
    account = turn.work.accounts.of(turn.person.id)
    return account is not None and account.has_room(week)


def _close(turn: Turn, checkin: CheckIn | None, seat: Seat) -> None:
    """End the check-in of the week before: half an answer is an answer, none is a silent week."""
    if checkin is None or checkin.state is not AskState.OPEN:
        return
    if checkin.met is not Met.UNSAID:
        checkin.answer(turn.now)
        return
    checkin.lapse()
    seat.silent_weeks += 1


def _is_asked_otherwise(turn: Turn, pairing: Pairing, week: str) -> bool:
    """Whether this local week has, or comes to, a longer feedback."""
    instants = [pairing.due_at] if pairing.due_at else []
    if pairing.stage is not Stage.MID:
        feedback = turn.work.checkins.feedback(pairing.id, turn.person.id, FeedbackKind.MID)
        instants += [feedback.asked_at] if feedback else []
    return any(calendar.local_week(instant, turn.person.zone) == week for instant in instants)


def _ask_now(turn: Turn, pairing: Pairing, seat: Seat, at: datetime) -> None:
    """Put the question of a week; ``at`` is the open instant at which it goes out."""
    person = turn.person
    still = seat.silent_weeks >= STILL_THERE
    checkin = CheckIn(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        pairing_id=pairing.id,
        person_id=person.id,
        role=seat.role,
        week=calendar.local_week(at, person.zone),
        asked_at=at,
        step="still" if still else "met",
    )
    if not still:
        # After two silent weeks one question is enough: it is not repeated.
        checkin.due_at = calendar.add_working_days(at, FIRST_REMINDER, working_time(person))
    turn.work.add(checkin)
    step, key = STEPS[checkin.step], prompt_key(checkin)
    turn.tell(person, step, subject=checkin.id, kind=Kind.PROMPT, key=key)


def _watch_meetings(turn: Turn, pairing: Pairing) -> None:
    """After three weeks without a meeting tell both; a week later coordinators see the days."""
    if pairing.left_be or pairing.days_without_meeting(turn.today) < NO_MEETING.days:
        return
    if pairing.warned_at is None:
        pairing.warned_at = turn.now
        for person_id in (pairing.mentor_id, pairing.mentee_id):
            person = pairings.person_of(turn.work, person_id)
            key = f"pairing:{pairing.id}:quiet:{person_id}:{turn.today}"
            turn.tell(person, quiet, subject=pairing.id, kind=Kind.PROMPT, key=key)
        return
    warned_on = calendar.local_date(pairing.warned_at, turn.person.zone)
    if turn.today - warned_on >= GRACE and pairing.help_label is HelpLabel.NONE:
        pairing.help_label = HelpLabel.NO_MEETING
