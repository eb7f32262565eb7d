"""The milestones of a pairing: half-way, the last look back, and its planned end after it."""

from datetime import datetime

from bot import calendar
from bot.calendar.people import working_time
from bot.conversation.instants import Until
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain.checkin import AskState, Feedback, FeedbackKind
from bot.domain.delivery import Kind
from bot.domain.pairing import Pairing, PairingState, Stage
from bot.domain.people import Person
from bot.flows.feedback import ASKED, LOOK_BACK, closing, honour, invitation_key
from bot.flows.leaving import rests
from bot.ports import Work
from bot.services import pairings

CLOSING = Prompt(
    name="closing",
    to=Audience.EACH,
    kind=Kind.PROMPT,
    when=LOOK_BACK,
    shows=(closing,),
    until=Until.ANSWERED,
    silence=Silence.STAYS_OPEN,
)


def reach(work: Work, now: datetime, pairing: Pairing) -> None:
    """Do what the next milestone of a pairing asks for, and set the one after it."""
    pairing.due_at = None
    if pairing.state is PairingState.PAUSED:
        rests.look(work, now, pairing)
    if pairing.state is not PairingState.ACTIVE:
        return
    mentor = pairings.person_of(work, pairing.mentor_id)
    if pairing.stage is Stage.DONE:
        _close(work, now, pairing)
        return
    if pairing.stage is Stage.MID:
        pairing.stage = Stage.FINAL
        programme = pairings.programme_of(work, pairing)
        pairing.due_at = pairings.milestone_at(programme, pairing, mentor)
        # After a long rest or down-time both may be due: then only the last one is asked.
        if pairing.due_at > now:
            _ask_both(work, now, pairing, FeedbackKind.MID)
            return
    pairing.stage = Stage.DONE
    pairing.due_at = calendar.next_open(now + LOOK_BACK.by, working_time(mentor))
    _ask_both(work, now, pairing, FeedbackKind.FINAL)


def _ask_both(work: Work, now: datetime, pairing: Pairing, kind: FeedbackKind) -> None:
    for person_id in pairing.sides:
        person = pairings.person_of(work, person_id)
        checkin = work.checkins.open(pairing.id, person_id)
        if checkin is not None:
            checkin.due_at = None  # one question at a time: last week's is not repeated
        mid = work.checkins.feedback(pairing.id, person_id, FeedbackKind.MID)
        if mid is not None and mid.state is AskState.OPEN:
            mid.lapse()
        if work.checkins.feedback(pairing.id, person_id, kind) is None:
            _ask(work, now, person, _new(work, now, pairing, person=person, kind=kind))


def _new(
    work: Work, now: datetime, pairing: Pairing, *, person: Person, kind: FeedbackKind
) -> Feedback:
    where = working_time(person)
    asked_at = calendar.next_open(now, where)
    return Feedback(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        pairing_id=pairing.id,
        person_id=person.id,
        role=work.pairings.seat(pairing.id, person.id).role,
        kind=kind,
        asked_at=asked_at,
        due_at=ASKED[kind].first_reminder(asked_at, where),
    )


def _ask(work: Work, now: datetime, person: Person, feedback: Feedback) -> None:
    work.add(feedback)
    turn = Turn(work=work, now=now, person=person)
    key = invitation_key(feedback)
    turn.tell(person, ASKED[feedback.kind], subject=feedback.id, key=key)


def _close(work: Work, now: datetime, pairing: Pairing) -> None:
    """End as planned; the last card comes after, since ending withdraws what still waits."""
    sides = pairing.sides
    pairings.end(work, now, pairing, completed=True)
    for person_id in sides:
        person = pairings.person_of(work, person_id)
        turn = Turn(work=work, now=now, person=person)
        honour(turn, pairing)
        key = f"pairing:{pairing.id}:closing:{person_id}"
        turn.tell(person, CLOSING, subject=pairing.id, key=key)
