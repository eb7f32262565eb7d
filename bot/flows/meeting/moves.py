"""A meeting called off, or one whose date does not suit: new moments at once, and no blame."""

from collections.abc import Iterable
from dataclasses import replace

from bot.calendar.together import Shared
from bot.conversation.flow import Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.meeting import Meeting, MeetingState, agreed
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.flows.meeting import times, tips
from bot.flows.meeting.gate import active, in_their_hands
from bot.flows.meeting.gate import moves as flow
from bot.flows.meeting.suggesting import (
    CALLED_OFF,
    about,
    asked,
    done,
    suggest,
    tell,
    withhold,
)
from bot.messages.card import Block, Button, Card, Text
from bot.services import known, timetable


@flow.step("rebook")
def rebook(turn: Turn) -> Card:
    return _rebook_card(turn, start=0)


@flow.step("later")
def rebook_later(turn: Turn) -> Card:
    return _rebook_card(turn, start=times.AT_ONCE)


@rebook.on("more")
def they_want_other_times(turn: Turn) -> Next:
    return ask(rebook_later, _called_off(turn).id)


@rebook_later.on("more")
def they_go_back(turn: Turn) -> Next:
    return ask(rebook, _called_off(turn).id)


@rebook.on("short")
@rebook_later.on("short")
def they_shorten_it(turn: Turn) -> Next:
    meeting = _called_off(turn)
    meeting.minutes = rhythm.SHORT_MEETING
    return ask(rebook, meeting.id)


@rebook.on("pick")
@rebook_later.on("pick")
def they_pick(turn: Turn) -> Next:
    meeting = _called_off(turn)
    return suggest(turn, meeting, times.picked(turn, _shared(turn, meeting)))


@rebook.on("keep")
@rebook_later.on("keep")
def they_can_come_after_all(turn: Turn) -> Next:
    """Nothing happened as long as nobody heard of it; later it is for the other side to say."""
    meeting = _called_off(turn)
    pairing = active(turn, meeting.pairing_id)
    if meeting.starts_at <= turn.now:
        raise Sorry("stale")
    if meeting.off_by == turn.person.id and withhold(turn, meeting):
        timetable.keep(turn.work, turn.now, pairing, meeting)
        return finish(done(turn, meeting, "moves-kept"))
    in_their_hands(turn, pairing, meeting.starts_at)
    return suggest(turn, meeting, meeting.starts_at)


@flow.step("which")
def which_date(turn: Turn) -> Card:
    """Any date that is agreed may be changed, not only the next one."""
    pairing = active(turn, turn.subject)
    dates = agreed(turn.work.pairings.meetings(pairing.id), turn.now)
    taps = [turn.tap("open", turn.moment(m.starts_at), value=m.id) for m in dates]
    partner = turn.called(turn.partner(pairing))
    return turn.card("moves-which", taps=taps, commands=("plan",), partner=partner)


@which_date.on("open")
def they_name_a_date(turn: Turn) -> Next:
    return ask(change, turn.mine(Meeting, turn.value).id)


@flow.step("change")
def change(turn: Turn) -> Card:
    return _change_card(turn, start=0)


@flow.step("change_later")
def change_later(turn: Turn) -> Card:
    return _change_card(turn, start=times.AT_ONCE)


@change.on("more")
def they_want_further_times(turn: Turn) -> Next:
    return ask(change_later, _dated(turn).id)


@change_later.on("more")
def they_go_back_to_the_first(turn: Turn) -> Next:
    return ask(change, _dated(turn).id)


@change.on("pick")
@change_later.on("pick")
def they_suggest(turn: Turn) -> Next:
    meeting = _dated(turn)
    return suggest(turn, meeting, times.picked(turn, _shared(turn, meeting)))


@change.on("cancel")
@change_later.on("cancel")
def they_cannot_make_it(turn: Turn) -> Next:
    meeting = turn.mine(Meeting)
    return call_off(turn, turn.mine(Pairing, meeting.pairing_id), meeting)


@asked.on("other")
def it_does_not_suit(turn: Turn) -> Next:
    meeting = turn.mine(Meeting)
    return ask(rebook if meeting.state is MeetingState.CANCELLED else change, meeting.id)


def call_off(turn: Turn, pairing: Pairing, meeting: Meeting) -> Next:
    """Cancel a meeting somebody cannot come to, and offer new dates at once."""
    if meeting.state is MeetingState.CANCELLED:
        return ask(rebook, meeting.id)
    active(turn, pairing.id)
    if meeting.state is not MeetingState.AGREED or meeting.starts_at <= turn.now:
        raise Sorry("stale")
    withhold(turn, meeting)
    timetable.call_off(turn.work, turn.now, pairing, meeting=meeting, by=turn.person)
    tell(turn, meeting, CALLED_OFF, expires_at=meeting.starts_at)
    return ask(rebook, meeting.id)


def _called_off(turn: Turn) -> Meeting:
    """Return the meeting while it is without a date and its pairing goes on."""
    meeting = turn.mine(Meeting)
    if meeting.state is not MeetingState.CANCELLED:
        raise Sorry("stale")
    active(turn, meeting.pairing_id)
    return meeting


def _dated(turn: Turn) -> Meeting:
    """Return the meeting while its date stands and is still to come."""
    meeting = turn.mine(Meeting)
    active(turn, meeting.pairing_id)
    if meeting.state is not MeetingState.AGREED or meeting.starts_at <= turn.now:
        raise Sorry("stale")
    return meeting


def _rebook_card(turn: Turn, *, start: int) -> Card:
    meeting = _called_off(turn)
    found = times.offered(
        turn,
        rebook_later if start else rebook,
        _shared(turn, meeting),
        subject=meeting.id,
        start=start,
    )
    count = _in_a_row(turn, meeting)
    is_again = count >= rhythm.CANCELLED_IN_A_ROW
    key = "moves-again" if is_again else "moves-rebook"
    blocks: list[Block] = [Text(tips.on_cancelling(turn))] if is_again else []
    blocks += [Text(words) for words in (_not_in_time(turn, meeting), found.remark) if words]
    buttons: list[Button] = list(found.buttons)
    if is_again and meeting.minutes > rhythm.SHORT_MEETING:
        buttons.append(turn.tap("short", turn.say(f"{key}.short", minutes=rhythm.SHORT_MEETING)))
    if meeting.starts_at > turn.now:
        buttons.append(turn.tap("keep", turn.say(f"{key}.keep")))
    return about(turn, meeting, key, *blocks, taps=buttons, count=count)


def _in_a_row(turn: Turn, meeting: Meeting) -> int:
    """Return how many the mentee called off in a row, to whoever just called this one off."""
    pairing = turn.mine(Pairing, meeting.pairing_id)
    if not meeting.off_by == turn.person.id == pairing.mentee_id:
        return 0
    return timetable.in_a_row(turn.work, turn.now, pairing)


def _not_in_time(turn: Turn, meeting: Meeting) -> str:
    """Say so when the other side is not at work any more before the meeting was to begin."""
    partner = turn.partner(turn.mine(Pairing, meeting.pairing_id))
    is_past = meeting.starts_at <= turn.now
    if is_past or known.can_still_hear(turn.now, meeting.starts_at, partner):
        return ""
    return turn.say("moves-not-in-time", partner=turn.called(partner))


def _change_card(turn: Turn, *, start: int) -> Card:
    meeting = _dated(turn)
    shared, step = _shared(turn, meeting), change_later if start else change
    found = times.offered(turn, step, shared, subject=meeting.id, start=start)
    cannot = turn.tap("cancel", turn.say("moves-change.cancel"))
    remark: Iterable[Block] = [Text(found.remark)] if found.remark else []
    return about(turn, meeting, "moves-change", *remark, taps=[*found.buttons, cannot])


def _shared(turn: Turn, meeting: Meeting) -> Shared:
    """Return where a meeting may move: moments both have near its own, but not on that day.

    The moment that the other side suggests stays among them.
    """
    pairing = turn.mine(Pairing, meeting.pairing_id)
    since = max(turn.now, meeting.starts_at - rhythm.MOVED_FORWARD)
    found = timetable.times(turn.work, since, pairing, minutes=meeting.minutes, but=(meeting.id,))
    shared = times.in_time(turn, pairing, found)
    off = turn.day(meeting.starts_at)
    return replace(shared, times=tuple(t for t in shared.times if turn.day(t) != off))
