"""What must hold of the records and the messages at any instant, whatever people did."""

from collections import Counter

from adapters.playground.message import Message
from bot import calendar
from bot.calendar.people import working_time
from bot.conversation.awaiting import questions_of
from bot.domain.checkin import AskState, FeedbackKind, Met
from bot.domain.delivery import Kind
from bot.domain.pairing import Pairing, PairingState, Stage
from bot.domain.people import Person
from bot.domain.rhythm import MESSAGES_PER_WEEK
from bot.ports import Work
from tests.stateful import model as m
from tests.stateful.life import EVERYBODY, Life
from tests.world import TENANT

SILENT_WEEKS = 3
"""Check-ins without a word after which a pairing rests by itself."""
MOST_TAPS, MOST_REMINDERS = 3, 2
ASKED_AFTER = 2
"""Check-ins without a word after which the next begins with a question that takes a tap more."""


def no_orphans(work: Work, model: m.Model) -> None:
    """What is asked and planned belongs to somebody who may be asked."""
    for pairing in work.pairings.all("cycle", *PairingState):
        assert bool(pairing.over_by) == (pairing.over_at is not None)
        is_active = pairing.state is PairingState.ACTIVE
        assert (pairing.due_at is not None) == (pairing.state is not PairingState.ENDED)
        assert (pairing.rests_until is not None) == (pairing.state is PairingState.PAUSED)
        assert is_active or not any(each.due_at for each in work.pairings.meetings(pairing.id))
        for person_id in (pairing.mentor_id, pairing.mentee_id):
            if person_id in model.erased:
                assert pairing.state is PairingState.ENDED
            elif pairing.is_stopped_by(person_id):
                assert work.pairings.seat(pairing.id, person_id).next_due_at == pairing.over_at
            else:
                _one_side(work, pairing, person_id)


def _one_side(work: Work, pairing: Pairing, person_id: str) -> None:
    seat = work.pairings.seat(pairing.id, person_id)
    checkins = work.checkins.last(pairing.id, person_id, 50)
    still_open = [checkin for checkin in checkins if checkin.state is AskState.OPEN]
    assert all(checkin.reminders <= MOST_REMINDERS for checkin in checkins)
    for place, checkin in enumerate(checkins, 1):
        before = checkins[place : place + ASKED_AFTER]
        is_silent = [each.met for each in before] == [Met.UNSAID] * ASKED_AFTER
        assert questions_of(work, checkin).taps <= MOST_TAPS + is_silent
    assert len({checkin.week for checkin in checkins}) == len(checkins)
    if pairing.state is PairingState.ACTIVE:
        assert len(still_open) <= 1
        assert seat.next_due_at or pairing.stage is Stage.DONE
        return
    assert seat.next_due_at is None or pairing.state is PairingState.PAUSED
    assert still_open == []
    feedbacks = [work.checkins.feedback(pairing.id, person_id, kind) for kind in FeedbackKind]
    assert not any(each and each.state is AskState.OPEN for each in feedbacks)


def right_messages(work: Work, life: Life, model: m.Model, *, after: int) -> None:
    """Judge every message that arrived after a version of the platform, and every week's count."""
    kinds = {delivery.key: delivery.kind for delivery in work.outbox.newest(1000)}
    for person_id in EVERYBODY:
        person = work.get(Person, person_id)
        assert person is not None
        messages = [each for each in life.platform.messages(TENANT, person_id) if each.key]
        keys = [message.key for message in messages]
        assert len(set(keys)) == len(keys)
        for message in messages:
            if message.version > after:
                _may_arrive(message, person, model)
        weeks = Counter(
            calendar.local_week(message.at, person.zone)
            for message in messages
            if kinds.get(message.key) is not Kind.URGENT
        )
        assert max(weeks.values(), default=0) <= MESSAGES_PER_WEEK


def _may_arrive(message: Message, person: Person, model: m.Model) -> None:
    """Open hours only; nothing to those who left, no question to those who rest."""
    part = model.parts.get(person.id)
    assert calendar.is_open(message.at, working_time(person)), message
    assert person.id not in model.erased, message
    assert part not in {m.LEFT, m.DECLINED}, message
    assert part != m.PAUSED or ":checkin:" not in message.key, message


def was_silent(work: Work, person_id: str) -> None:
    """Somebody rests by themselves only after three check-ins without a word."""
    resting = work.pairings.of(person_id, PairingState.PAUSED)
    last = [work.checkins.last(each.id, person_id, SILENT_WEEKS) for each in resting]
    assert any(
        len(checkins) == SILENT_WEEKS and all(each.met is Met.UNSAID for each in checkins)
        for checkins in last
    )
