"""The dates of a pair as either side sees them, and what can be done about each."""

from bot.conversation.turn import Turn
from bot.domain.meeting import Meeting, MeetingState, agreed, upcoming
from bot.domain.pairing import Pairing
from bot.flows.meeting.gate import is_asked
from bot.flows.meeting.gate import plan as flow
from bot.messages.card import Bullets, Button, Card, Style
from bot.services import timetable


@flow.step("show")
def show(turn: Turn) -> Card:
    pairing = turn.mine(Pairing)
    rows = _shown(turn, pairing)
    partner = turn.called(turn.partner(pairing))
    if not pairing.runs_for(turn.person.id):
        return turn.card("plan-resting", commands=("status",), partner=partner)
    if not any(turn.now < max(m.starts_at, m.wanted_at or m.starts_at) for m in rows):
        return turn.card("plan-empty", taps=("choose",), partner=partner)
    lines = tuple(_line(turn, pairing, meeting) for meeting in rows)
    return turn.card("plan-show", Bullets(lines), taps=_actions(turn, pairing), partner=partner)


def yes_or_other(turn: Turn, first: Meeting) -> list[Button]:
    """Return the two answers to moments that were proposed; the yes names what it says yes to."""
    value = first.starts_at.isoformat()
    yes = turn.tap("yes", turn.say("plan-agree.yes"), value=value, style=Style.PRIMARY)
    return [yes, turn.tap("other", turn.say("plan-agree.other"))]


def _shown(turn: Turn, pairing: Pairing) -> list[Meeting]:
    """Return a pairing's meetings as the calendar has them; what lapsed never was a date."""
    rows = turn.work.pairings.meetings(pairing.id)
    dated = [meeting for meeting in rows if meeting.state is not MeetingState.LAPSED]
    return sorted(dated, key=lambda meeting: (meeting.starts_at, meeting.number))


def _line(turn: Turn, pairing: Pairing, meeting: Meeting) -> str:
    """Say when a meeting is; what was said about a past one stays each person's own.

    Of one that nobody had planned only the day is known, and no hour is said.
    """
    state = meeting.state.value
    if meeting.starts_at <= turn.now or meeting.state is MeetingState.HELD:
        state = "off" if meeting.state is MeetingState.CANCELLED else "past"
    elif meeting.state is MeetingState.PROPOSED and is_asked(turn, pairing, meeting):
        state = "yours"
    when = turn.day(meeting.starts_at) if meeting.noted else turn.moment(meeting.starts_at)
    line = turn.say("plan-line", when=when, minutes=meeting.minutes, state=state)
    if meeting.wanted_at is None:
        return line
    whose = "yours" if is_asked(turn, pairing, meeting) else "theirs"
    return turn.say("plan-line-wanted", line=line, when=turn.moment(meeting.wanted_at), whose=whose)


def _actions(turn: Turn, pairing: Pairing) -> list[Button]:
    rows = _shown(turn, pairing)
    ahead = upcoming(rows, turn.now)
    buttons = [_answer(turn, m) for m in rows if m.wanted_at and is_asked(turn, pairing, m)]
    if ahead is not None and ahead.state is MeetingState.PROPOSED:
        if is_asked(turn, pairing, ahead):
            buttons += yes_or_other(turn, ahead)
        else:
            buttons.append(turn.tap("choose", turn.say("plan-show.choose")))
    elif ahead is not None:
        label = turn.say("plan-show.cancel", day=turn.day(ahead.starts_at))
        buttons.append(turn.tap("cancel", label, value=ahead.id))
    if agreed(rows, turn.now):
        buttons.append(turn.tap("change", turn.say("plan-show.change")))
    lost = timetable.next_to_rebook(rows, turn.now)
    if lost is not None:
        label = turn.say("plan-show.rebook", day=turn.day(lost.starts_at))
        buttons.append(turn.tap("rebook", label, value=lost.id))
    return buttons


def _answer(turn: Turn, meeting: Meeting) -> Button:
    when = turn.moment(meeting.wanted_at or meeting.starts_at)
    return turn.tap("answer", turn.say("plan-show.answer", when=when), value=meeting.id)
