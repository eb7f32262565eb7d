"""A meeting called off gets a new date in one tap; the other side reads it without blame."""

from collections.abc import Iterable
from dataclasses import replace

from bot.calendar.together import Shared
from bot.conversation.flow import EVERYBODY, Flow, Next, Step, ask, finish
from bot.conversation.instants import Withheld
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.delivery import Kind, Told
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.flows.meeting import times, tips
from bot.messages.card import Block, Button, Card, Text
from bot.services import timetable

flow = Flow("moves", roles=EVERYBODY)


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
    pairing = turn.mine(Pairing, meeting.pairing_id)
    when = times.picked(turn, _shared(turn, meeting))
    as_before = when == meeting.starts_at
    timetable.rebook(turn.work, turn.now, pairing, meeting=meeting, starts_at=when)
    if _withhold(turn, meeting) and as_before:
        return finish(_done(turn, meeting, "moves-kept"))
    told = _tell(turn, MOVED, meeting)
    return finish(_done(turn, meeting, "moves-done" if told else "moves-untold"))


@rebook.on("keep")
@rebook_later.on("keep")
def they_can_come_after_all(turn: Turn) -> Next:
    meeting = _called_off(turn)
    pairing = turn.mine(Pairing, meeting.pairing_id)
    if meeting.starts_at <= turn.now:
        raise Sorry("stale")
    start = meeting.starts_at
    timetable.rebook(turn.work, turn.now, pairing, meeting=meeting, starts_at=start)
    if turn.person.id == pairing.mentee_id:
        pairing.cancellations = max(0, pairing.cancellations - 1)
    if not _withhold(turn, meeting):
        _tell(turn, MOVED, meeting)
    return finish(_done(turn, meeting, "moves-kept"))


@flow.step("moved")
def moved(turn: Turn) -> Card:
    return _done(turn, turn.mine(Meeting), "moves-moved")


@flow.step("cancelled")
def cancelled(turn: Turn) -> Card:
    return _done(turn, turn.mine(Meeting), "moves-cancelled")


MOVED = Prompt(
    name="meeting-moved",
    to=Audience.PARTNER,
    kind=Kind.URGENT,
    shows=(moved,),
)
CALLED_OFF = Prompt(
    name="meeting-off",
    to=Audience.PARTNER,
    kind=Kind.URGENT,
    when=Withheld(rhythm.NEWS_WAITS, unless_within=rhythm.TOO_SOON_TO_WAIT),
    shows=(cancelled,),
)


def call_off(turn: Turn, pairing: Pairing, meeting: Meeting) -> Next:
    """Cancel a meeting somebody cannot come to, and offer new dates at once."""
    if meeting.state is MeetingState.CANCELLED:
        return ask(rebook, meeting.id)
    is_ahead = meeting.state is MeetingState.AGREED and meeting.starts_at > turn.now
    if not is_ahead or not pairing.runs_for(turn.person.id):
        raise Sorry("stale")
    timetable.call_off(pairing, meeting, turn.person)
    _tell(turn, CALLED_OFF, meeting)
    return ask(rebook, meeting.id)


def _called_off(turn: Turn) -> Meeting:
    """Return the meeting while it is without a date and its pairing goes on."""
    meeting = turn.mine(Meeting)
    if meeting.state is not MeetingState.CANCELLED:
        raise Sorry("stale")
    if not turn.mine(Pairing, meeting.pairing_id).runs_for(turn.person.id):
        raise Sorry("stale")
    return meeting


def _rebook_card(turn: Turn, *, start: int) -> Card:
    meeting = _called_off(turn)
    pairing = turn.mine(Pairing, meeting.pairing_id)
    shared = _shared(turn, meeting)
    step = rebook_later if start else rebook
    found = times.offered(turn, step, shared, subject=meeting.id, start=start)
    again = (
        turn.person.id == pairing.mentee_id and pairing.cancellations >= rhythm.CANCELLED_IN_A_ROW
    )
    key = "moves-again" if again else "moves-rebook"
    blocks: list[Block] = [Text(tips.on_cancelling(turn))] if again else []
    blocks += [Text(found.remark)] if found.remark else []
    buttons: list[Button] = list(found.buttons)
    if again and meeting.minutes > rhythm.SHORT_MEETING:
        buttons.append(turn.tap("short", turn.say(f"{key}.short", minutes=rhythm.SHORT_MEETING)))
    if meeting.starts_at > turn.now:
        buttons.append(turn.tap("keep", turn.say(f"{key}.keep")))
    return _card(turn, meeting, key, *blocks, taps=buttons)


def _shared(turn: Turn, meeting: Meeting) -> Shared:
    """Return where a meeting may move: moments both have near its own, but not on that day."""
    pairing = turn.mine(Pairing, meeting.pairing_id)
    since = max(turn.now, meeting.starts_at - rhythm.MOVED_FORWARD)
    shared = timetable.times(turn.work, since, pairing, minutes=meeting.minutes)
    off = turn.day(meeting.starts_at)
    return replace(shared, times=tuple(t for t in shared.times if turn.day(t) != off))


def _done(turn: Turn, meeting: Meeting, key: str) -> Card:
    return _card(turn, meeting, key, commands=("plan",))


def _card(
    turn: Turn,
    meeting: Meeting,
    key: str,
    *blocks: Block,
    taps: Iterable[Button] = (),
    commands: Iterable[str] = (),
) -> Card:
    pairing = turn.mine(Pairing, meeting.pairing_id)
    return turn.card(
        key,
        *blocks,
        taps=taps,
        commands=commands,
        partner=turn.partner(pairing).first_name,
        when=turn.moment(meeting.starts_at),
        minutes=meeting.minutes,
    )


def _tell(turn: Turn, prompt: Prompt, meeting: Meeting) -> Told:
    """Write to the other side; a date may move several times, so the key names the instant."""
    pairing = turn.mine(Pairing, meeting.pairing_id)
    return turn.tell(
        turn.partner(pairing),
        prompt,
        subject=meeting.id,
        key=f"{_prefix(meeting, prompt.step())}{turn.now:%Y%m%dT%H%M%S%f}",
        about=meeting.starts_at,
    )


def _withhold(turn: Turn, meeting: Meeting) -> bool:
    """Take back the news of the cancellation; False when it is on its way already."""
    pairing = turn.mine(Pairing, meeting.pairing_id)
    prefix = _prefix(meeting, cancelled)
    other = pairing.other(turn.person.id)
    return turn.work.outbox.cancel(other, turn.now, prefix=prefix) > 0


def _prefix(meeting: Meeting, step: Step) -> str:
    return f"pairing:{meeting.pairing_id}:{step.name}:{meeting.id}:"
