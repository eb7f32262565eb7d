"""Planned meetings: moments that nobody agreed to in time, a word before each, missed at last."""

from datetime import datetime

from bot.conversation.instants import AtMeeting, BeforeMeeting
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.delivery import Kind, Told
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing, PairingState
from bot.flows.meeting import picking, preparation, suggesting, tips
from bot.ports import Work
from bot.services import known, pairings
from bot.services.pairings import has_reached, person_of, who_answers

THE_DAY_BEFORE = BeforeMeeting(rhythm.PREPARED)
DATES_AGAIN = Prompt(
    name="dates-asked-again",
    to=Audience.PARTNER,
    kind=Kind.NUDGE,
    when=THE_DAY_BEFORE,
    shows=(picking.agree,),
    until=AtMeeting(),
    silence=Silence.DATE_LAPSES,
)
DATES_LAPSED = Prompt(
    name="dates-lapsed",
    to=Audience.EACH,
    kind=Kind.URGENT,
    when=AtMeeting(),
    shows=(picking.lapsed,),
)
MOVE_LAPSED = Prompt(
    name="move-lapsed",
    to=Audience.EACH,
    kind=Kind.URGENT,
    when=AtMeeting(),
    shows=(suggesting.unanswered,),
)
PREPARATION = Prompt(
    name="preparation",
    to=Audience.EACH,
    kind=Kind.NUDGE,
    when=THE_DAY_BEFORE,
    shows=(preparation.preparation,),
)


def prepare(work: Work, now: datetime, meeting: Meeting) -> None:
    """Do what is due about a meeting of a pairing that goes on, and set when it is looked at next.

    A moment lapses if no yes came in time; both are prepared the day before a date; a meeting of
    which nobody speaks for a week was missed; and who could not be told that it is off is told so
    afterwards.
    """
    pairing = work.get(Pairing, meeting.pairing_id)
    if pairing is None or pairing.state is not PairingState.ACTIVE:
        meeting.due_at = None
        return
    if _came_to_nothing(work, now, pairing, meeting):
        _lapse(work, now, pairing, meeting)
    match meeting.state:
        case MeetingState.AGREED if now >= meeting.starts_at + rhythm.MISSED_AFTER:
            meeting.miss()
        case MeetingState.AGREED | MeetingState.PROPOSED if _is_near(work, now, pairing, meeting):
            meeting.prepared_for = meeting.starts_at
            _prepare(work, now, pairing, meeting)
        case MeetingState.CANCELLED if meeting.off_by and now >= meeting.starts_at:
            _tell_it_was_off(work, now, pairing, meeting)
    pairings.look_again(work, now, pairing, meeting)


def _came_to_nothing(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> bool:
    """Whether a moment got no yes in time, or did not reach who was to say it in time."""
    moment = known.decided_at(meeting)
    if moment is None:
        return False
    asked = person_of(work, who_answers(pairing, meeting))
    if now >= known.lapses_at(meeting, moment):
        return True
    is_late = now >= known.last_call(moment, asked)
    return is_late and bool(meeting.news) and not has_reached(work, pairing, meeting)


def _lapse(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> None:
    """Let a moment go, and tell both; what was asked in one card lapses together."""
    if has_reached(work, pairing, meeting):
        asker = pairing.other(who_answers(pairing, meeting))
        work.pairings.seat(pairing.id, asker).ask_in_vain(now)
    prompt, subject, value = DATES_LAPSED, pairing.id, meeting.starts_at.isoformat()
    if meeting.state is MeetingState.PROPOSED:
        for each in work.pairings.meetings(pairing.id):
            if each.state is MeetingState.PROPOSED:
                each.lapse()
    elif meeting.wanted_at is not None:
        prompt, subject, value = MOVE_LAPSED, meeting.id, meeting.wanted_at.isoformat()
        meeting.drop_wish()
    for person_id in (pairing.mentor_id, pairing.mentee_id):
        person = person_of(work, person_id)
        key = f"pairing:{pairing.id}:lapsed:{meeting.id}:{work.new_id()}"
        turn = Turn(work=work, now=now, person=person)
        turn.tell(person, prompt, subject=subject, value=value, key=key)


def _is_near(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> bool:
    """Whether the day before a meeting has come, and nothing was said of it yet."""
    mentor = person_of(work, pairing.mentor_id)
    opens = known.prepare_at(meeting.starts_at, mentor)
    return opens <= now < meeting.starts_at and not meeting.is_prepared


def _prepare(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> None:
    if meeting.state is MeetingState.PROPOSED:
        # Nothing is agreed yet: one more question is worth more than a tip.
        asked = person_of(work, who_answers(pairing, meeting))
        key = f"pairing:{pairing.id}:agree:{meeting.id}:{work.new_id()}"
        turn = Turn(work=work, now=now, person=asked)
        turn.tell(asked, DATES_AGAIN, subject=pairing.id, value="again", key=key)
        return
    for person_id in (pairing.mentor_id, pairing.mentee_id):
        person = person_of(work, person_id)
        seat = work.pairings.seat(pairing.id, person.id)
        number = tips.next_number(work, seat)
        told = Turn(work=work, now=now, person=person).tell(
            person,
            PREPARATION,
            subject=meeting.id,
            value=str(number),
            key=f"pairing:{pairing.id}:prepare:{meeting.id}:{work.new_id()}",
            expires_at=meeting.starts_at,
        )
        if told is Told.NEW:
            tips.note_given(seat, number)


def _tell_it_was_off(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> None:
    """Tell somebody afterwards what could not come before, unless it did."""
    if work.deliveries.has_arrived(meeting.news):
        return
    canceller = person_of(work, meeting.off_by)
    turn = Turn(work=work, now=now, person=canceller)
    suggesting.tell(turn, meeting, suggesting.CALLED_OFF, expires_at=None)
