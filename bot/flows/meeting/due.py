"""Planned meetings: a word to each side before, and missed after a silence."""

from datetime import datetime

from bot.conversation.instants import AfterMeeting, BeforeMeeting
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.delivery import Kind, Told
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing, PairingState
from bot.flows.meeting import plan, preparation, tips
from bot.ports import Work
from bot.services.pairings import person_of

THE_DAY_BEFORE = BeforeMeeting(rhythm.PREPARED)
MISSED = AfterMeeting(rhythm.MISSED_AFTER)
DATES_AGAIN = Prompt(
    name="dates-asked-again",
    to=Audience.MENTEE,
    kind=Kind.NUDGE,
    when=THE_DAY_BEFORE,
    shows=(plan.agree,),
    until=MISSED,
    silence=Silence.MISSED,
)
PREPARATION = Prompt(
    name="preparation",
    to=Audience.EACH,
    kind=Kind.NUDGE,
    when=THE_DAY_BEFORE,
    shows=(preparation.preparation,),
)


def prepare(work: Work, now: datetime, meeting: Meeting) -> None:
    """Prepare both for a meeting, or let it count as missed when its week has gone by."""
    pairing = work.get(Pairing, meeting.pairing_id)
    if pairing is None or pairing.state is not PairingState.ACTIVE or not meeting.is_open:
        meeting.due_at = None
    elif now >= meeting.starts_at + MISSED.by:
        meeting.miss()
    else:
        if now < meeting.starts_at:
            _prepare(work, now, pairing, meeting)
        meeting.due_at = meeting.starts_at + MISSED.by


def _prepare(work: Work, now: datetime, pairing: Pairing, meeting: Meeting) -> None:
    instant = f"{meeting.starts_at:%Y%m%dT%H%M}"
    if meeting.state is MeetingState.PROPOSED:
        # Nothing is agreed yet: one more question to the mentee is worth more than a tip.
        mentee = person_of(work, pairing.mentee_id)
        key = f"pairing:{pairing.id}:agree:{meeting.id}:{instant}"
        turn = Turn(work=work, now=now, person=mentee)
        turn.tell(mentee, DATES_AGAIN, subject=pairing.id, value="again", key=key)
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
            key=f"pairing:{pairing.id}:prepare:{meeting.id}:{instant}:{person.id}",
        )
        if told is Told.NEW:
            tips.note_given(seat, number)
