"""How a check-in closes: a line that fits the answers, and a private note for who wants one."""

from bot.conversation.flow import Invalid, Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain.checkin import CheckIn, Met, Progress
from bot.domain.meeting import MeetingState, upcoming
from bot.flows.checkin.gate import answered, flow, last_card
from bot.flows.meeting import tips
from bot.messages.card import Button, Card, Text
from bot.messages.form import Form, TextInput

NOTE_LIMIT = 1000
"""Characters of a private note: some ten sentences."""
MIDDLING = 3
"""The rating in the middle; above it a meeting was good, below it was hard."""


@flow.step("done")
def done(turn: Turn) -> Card:
    checkin = turn.mine(CheckIn)
    match checkin.met:
        case Met.PLANNED:
            return _planned(turn, checkin)
        case Met.YES:
            return _after_meeting(turn, checkin)
        case Met.NOT_THIS_WEEK:
            return last_card(turn, "checkin-not-this-week", checkin, taps=_taps(turn))
    return last_card(turn, "checkin-left", checkin, taps=_taps(turn))


def _taps(turn: Turn) -> tuple[Button, ...]:
    """A note, and a way to put right what was answered by mistake."""
    note = turn.tap("note", turn.say("checkin-note.open"))
    return note, turn.tap("again", turn.say("checkin-again"))


def _after_meeting(turn: Turn, checkin: CheckIn) -> Card:
    taps = _taps(turn)
    rating = checkin.rating or 0
    if rating < MIDDLING or checkin.progress is Progress.HAND:
        return last_card(turn, "checkin-left", checkin, taps=taps, commands=("help-me",))
    if rating == MIDDLING:
        # By the week of the check-in, so that it stays the same however often it is shown.
        small_try = Text(tips.value_of_week(turn, checkin.week))
        return last_card(turn, "checkin-middling", checkin, small_try, taps=taps)
    forward = checkin.progress is Progress.FORWARD
    key = "checkin-forward" if forward else "checkin-same"
    return last_card(turn, key, checkin, taps=taps)


def _planned(turn: Turn, checkin: CheckIn) -> Card:
    rows = turn.work.pairings.meetings(checkin.pairing_id)
    agreed = [meeting for meeting in rows if meeting.state is MeetingState.AGREED]
    meeting = upcoming(agreed, turn.now)
    if meeting is None:
        return turn.card("checkin-undated", taps=_taps(turn), commands=("plan",))
    when = turn.moment(meeting.starts_at)
    return last_card(turn, "checkin-planned", checkin, taps=_taps(turn), when=when)


@done.on("note", form=True)
def they_add_a_note(turn: Turn) -> Next:
    return ask(note_form, answered(turn).id)


@flow.step("note")
def note_form(turn: Turn) -> Form:
    text = TextInput(
        name="note",
        label=turn.say("checkin-note.label"),
        value=turn.mine(CheckIn).note,
        limit=NOTE_LIMIT,
        long=True,
    )
    return turn.form("checkin-note", text)


@note_form.on_submit
def they_wrote_a_note(turn: Turn) -> Next:
    text = turn.field("note")
    if len(text) > NOTE_LIMIT:
        return Invalid({"note": turn.say("field-too-long", limit=NOTE_LIMIT)})
    checkin = answered(turn)
    checkin.note = text
    return finish(last_card(turn, "checkin-noted" if text else "checkin-left", checkin))
