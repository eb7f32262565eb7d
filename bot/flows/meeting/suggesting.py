"""Another moment for one meeting: a suggestion to the other side, whoever makes it.

Until they say yes nothing moves: the old date stands, or, where it was called off, there is none.
"""

from datetime import datetime

from bot.conversation.flow import Next, Step, finish
from bot.conversation.instants import AtMeeting, Withheld
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.delivery import Kind
from bot.domain.meeting import Meeting, MeetingState
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.flows.meeting.gate import active, answer, in_their_hands, is_asked, may_ask
from bot.flows.meeting.gate import moves as flow
from bot.messages.card import Block, Button, Card, Style
from bot.services import known, timetable
from bot.services.pairings import look_again


@flow.step("asked")
def asked(turn: Turn) -> Card:
    """What one side reads when the other suggests a moment; the answers name what they are to."""
    meeting = turn.mine(Meeting)
    _await_answer(turn, meeting)
    value = _wanted(meeting).isoformat()
    key = _key("moves-asked", meeting)
    actions = ("other",) if meeting.state is MeetingState.CANCELLED else ("keep", "other")
    yes = turn.tap("yes", turn.say("moves-asked.yes"), value=value, style=Style.PRIMARY)
    when = turn.moment(meeting.starts_at)
    taps = [turn.tap(a, turn.say(f"moves-asked.{a}", when=when), value=value) for a in actions]
    return about(turn, meeting, key, taps=[yes, *taps])


@flow.step("moved")
def moved(turn: Turn) -> Card:
    """What whoever suggested a moment reads when the other side said yes."""
    return done(turn, turn.mine(Meeting), "moves-moved")


@flow.step("stays")
def stays(turn: Turn) -> Card:
    """What whoever suggested a moment reads when the other side keeps the old one."""
    return done(turn, turn.mine(Meeting), "moves-stays")


@flow.step("unanswered")
def unanswered(turn: Turn) -> Card:
    """What both read when no yes came in time; ``value`` is the moment that was suggested."""
    meeting = turn.mine(Meeting)
    key = "moves-unanswered"
    if meeting.state is MeetingState.CANCELLED:
        key += "-off"
    wanted = turn.moment(datetime.fromisoformat(turn.value)) if turn.value else ""
    return about(turn, meeting, key, commands=("plan",), wanted=wanted)


@flow.step("cancelled")
def cancelled(turn: Turn) -> Card:
    """What one side reads when the other cannot come; afterwards, if it could not come before."""
    meeting = turn.mine(Meeting)
    is_late = meeting.starts_at <= turn.now
    return done(turn, meeting, "moves-cancelled-late" if is_late else "moves-cancelled")


SUGGESTED = Prompt(
    name="move-asked",
    to=Audience.PARTNER,
    kind=Kind.URGENT,
    shows=(asked,),
    until=AtMeeting(),
    silence=Silence.DATE_LAPSES,
)
MOVED = Prompt(
    name="meeting-moved",
    to=Audience.PARTNER,
    kind=Kind.URGENT,
    shows=(moved, stays),
)
CALLED_OFF = Prompt(
    name="meeting-off",
    to=Audience.PARTNER,
    kind=Kind.URGENT,
    when=Withheld(rhythm.NEWS_WAITS, unless_within=rhythm.TOO_SOON_TO_WAIT),
    shows=(cancelled,),
)


@asked.on("yes")
def it_suits(turn: Turn) -> Next:
    meeting = _meant(turn)
    return _accept(turn, active(turn, meeting.pairing_id), meeting)


@asked.on("keep")
def they_keep_the_old_date(turn: Turn) -> Next:
    meeting = _meant(turn)
    if meeting.state is not MeetingState.AGREED:
        raise Sorry("stale")
    meeting.drop_wish()
    pairing = active(turn, meeting.pairing_id)
    answer(turn, pairing)
    look_again(turn.work, turn.now, pairing, meeting)
    tell(turn, meeting, MOVED, step=stays, expires_at=meeting.starts_at)
    return finish(done(turn, meeting, "moves-kept"))


def suggest(turn: Turn, meeting: Meeting, at: datetime) -> Next:
    """Put a moment to the other side; one that they suggested themselves is agreed with that."""
    pairing = active(turn, meeting.pairing_id)
    if meeting.wanted_at == at and is_asked(turn, pairing, meeting):
        return _accept(turn, pairing, meeting)
    may_ask(turn, pairing)
    partner = turn.partner(pairing)
    _count(turn, pairing, meeting)
    news = withhold(turn, meeting)
    meeting.want(at, turn.person.id)
    look_again(turn.work, turn.now, pairing, meeting)
    is_old = at == meeting.starts_at
    ends = [at if is_old else known.last_call(at, partner)]
    if news and meeting.starts_at > turn.now:
        ends.append(meeting.starts_at)  # it tells as well that the old date is off
    told = tell(turn, meeting, SUGGESTED, expires_at=min(ends))
    return finish(done(turn, meeting, "moves-suggested" if told else "moves-unasked"))


def tell(
    turn: Turn,
    meeting: Meeting,
    prompt: Prompt,
    *,
    expires_at: datetime | None,
    step: Step | None = None,
) -> bool:
    """Write to the other side, and keep by which delivery; False when it goes nowhere."""
    partner = turn.partner(turn.mine(Pairing, meeting.pairing_id))
    meeting.news = f"{_prefix(meeting, step or prompt.step())}{turn.work.new_id()}"
    told = turn.tell(
        partner,
        prompt,
        subject=meeting.id,
        key=meeting.news,
        step=step,
        about=meeting.starts_at,
        expires_at=expires_at,
    )
    return bool(told)


def withhold(turn: Turn, meeting: Meeting) -> bool:
    """Take back what was not read yet; whether that it is off was among it."""
    pairing = turn.mine(Pairing, meeting.pairing_id)
    for person_id in (pairing.mentor_id, pairing.mentee_id):
        turn.work.outbox.cancel(person_id, turn.now, prefix=_prefix(meeting, asked))
    other = pairing.other(turn.person.id)
    return turn.work.outbox.cancel(other, turn.now, prefix=_prefix(meeting, cancelled)) > 0


def done(turn: Turn, meeting: Meeting, key: str) -> Card:
    """Make a card that leads to all dates."""
    return about(turn, meeting, key, commands=("plan",))


def about(
    turn: Turn,
    meeting: Meeting,
    key: str,
    *blocks: Block,
    taps: list[Button] | None = None,
    commands: tuple[str, ...] = (),
    **values: str | int,
) -> Card:
    """Make a card about a meeting, its partner, its date and another one that is suggested."""
    pairing = turn.mine(Pairing, meeting.pairing_id)
    facts: dict[str, str | int] = {
        "partner": turn.called(turn.partner(pairing)),
        "when": turn.moment(meeting.starts_at),
        "wanted": turn.moment(_wanted(meeting)),
        "minutes": meeting.minutes,
    }
    return turn.card(key, *blocks, taps=taps or (), commands=commands, **{**facts, **values})


def _accept(turn: Turn, pairing: Pairing, meeting: Meeting) -> Next:
    starts_at = _wanted(meeting)
    in_their_hands(turn, pairing, starts_at)
    answer(turn, pairing)
    withhold(turn, meeting)
    timetable.accept(turn.work, turn.now, pairing, meeting)
    told = tell(turn, meeting, MOVED, expires_at=starts_at)
    return finish(done(turn, meeting, "moves-done" if told else "moves-untold"))


def _count(turn: Turn, pairing: Pairing, meeting: Meeting) -> None:
    """Note what becomes of a moment suggested before; to suggest one is a word to the other."""
    answer(turn, pairing)
    if meeting.wanted_at is None or is_asked(turn, pairing, meeting):
        return
    if turn.work.deliveries.has_arrived(meeting.news):
        turn.seat(pairing.id).ask_in_vain(turn.now)


def _await_answer(turn: Turn, meeting: Meeting) -> None:
    """Raise Sorry unless a moment for a meeting awaits this person's answer.

    Whether the pairing goes on for them is not asked: the other side may not know that it does not.
    """
    if meeting.wanted_at is None or meeting.wanted_at <= turn.now:
        raise Sorry("stale")
    if not is_asked(turn, turn.mine(Pairing, meeting.pairing_id), meeting):
        raise Sorry("stale")


def _meant(turn: Turn) -> Meeting:
    """Return the meeting if the moment that awaits an answer is the one its card showed."""
    meeting = turn.mine(Meeting)
    active(turn, meeting.pairing_id)
    _await_answer(turn, meeting)
    if turn.value != _wanted(meeting).isoformat():
        raise Sorry("stale")
    return meeting


def _wanted(meeting: Meeting) -> datetime:
    return meeting.wanted_at or meeting.starts_at


def _key(key: str, meeting: Meeting) -> str:
    """Tell apart what is off, what can take place after all, and what would only move."""
    if meeting.state is not MeetingState.CANCELLED:
        return key
    return f"{key}-again" if meeting.wanted_at == meeting.starts_at else f"{key}-off"


def _prefix(meeting: Meeting, step: Step) -> str:
    return f"pairing:{meeting.pairing_id}:{step.name}:{meeting.id}:"
