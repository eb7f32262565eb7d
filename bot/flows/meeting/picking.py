"""One side picks a moment; the other says yes to all dates that follow, or picks another."""

from datetime import datetime

from bot.calendar.together import Shared
from bot.conversation.flow import Next, ask, finish
from bot.conversation.instants import AtMeeting
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.meeting import Meeting, MeetingState, agreed, upcoming
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.flows.meeting import times
from bot.flows.meeting.gate import active, answer, in_their_hands, is_asked, may_ask
from bot.flows.meeting.gate import plan as flow
from bot.flows.meeting.showing import show, yes_or_other
from bot.flows.meeting.times import Offered
from bot.messages.card import Bullets, Card, Text
from bot.services import known, timetable


@flow.step("agree")
def agree(turn: Turn) -> Card:
    """What one side reads when the other picked a moment; ``value`` is set when once more."""
    pairing = turn.mine(Pairing)
    rows = _proposed(turn, pairing)
    if not rows or not is_asked(turn, pairing, rows[0]):
        raise Sorry("stale")
    moments = Bullets(tuple(turn.moment(row.starts_at) for row in rows))
    partner = turn.called(turn.partner(pairing))
    key = "plan-agree-again" if turn.value else "plan-agree"
    return turn.card(key, moments, taps=yes_or_other(turn, rows[0]), partner=partner)


@flow.step("dates")
def dates(turn: Turn) -> Card:
    """What whoever picked a moment reads when the other side said yes."""
    pairing = turn.mine(Pairing)
    rows = turn.work.pairings.meetings(pairing.id)
    lines = tuple(turn.moment(row.starts_at) for row in agreed(rows, turn.now))
    partner = turn.called(turn.partner(pairing))
    return turn.card("plan-dates", Bullets(lines), commands=("agenda", "plan"), partner=partner)


@flow.step("lapsed")
def lapsed(turn: Turn) -> Card:
    """What both read when no yes came in time; ``value`` is the first moment."""
    partner = turn.called(turn.partner(turn.mine(Pairing)))
    when = turn.moment(datetime.fromisoformat(turn.value)) if turn.value else ""
    free = turn.seat(turn.subject).asks_again_from(turn.now)
    if free is not None:
        return turn.card("plan-lapsed-again", partner=partner, when=when, day=turn.day(free))
    return turn.card("plan-lapsed", taps=("choose",), partner=partner, when=when)


DATES_ASKED = Prompt(
    name="dates-asked",
    to=Audience.PARTNER,
    kind=Kind.URGENT,
    shows=(agree,),
    until=AtMeeting(),
    silence=Silence.DATE_LAPSES,
)
DATES_SET = Prompt(
    name="dates-set",
    to=Audience.PARTNER,
    kind=Kind.URGENT,
    shows=(dates,),
)


@agree.on("yes")
@show.on("yes")
def it_works(turn: Turn) -> Next:
    pairing = active(turn, turn.subject)
    rows = _proposed(turn, pairing)
    if not rows:
        return ask(show, pairing.id)
    if not is_asked(turn, pairing, rows[0]):
        raise Sorry("stale")
    # A yes is to what its card said; cards of the release before named nothing.
    is_old = not turn.value and not rows[0].proposed_by
    if turn.value != rows[0].starts_at.isoformat() and not is_old:
        return ask(agree, pairing.id)
    return _agreed(turn, pairing, rows[0])


@agree.on("other")
@show.on("other")
@show.on("choose")
@lapsed.on("choose")
def it_does_not_work(turn: Turn) -> Next:
    pairing = active(turn, turn.subject)
    may_ask(turn, pairing)
    return ask(moments, pairing.id)


@flow.step("times")
def moments(turn: Turn) -> Card:
    return _times_card(turn, "plan-times", start=0)


@flow.step("later")
def later_moments(turn: Turn) -> Card:
    return _times_card(turn, "plan-later", start=times.AT_ONCE)


@moments.on("more")
def they_want_other_times(turn: Turn) -> Next:
    return ask(later_moments, turn.mine(Pairing).id)


@later_moments.on("more")
def they_go_back(turn: Turn) -> Next:
    return ask(moments, turn.mine(Pairing).id)


@moments.on("pick")
@later_moments.on("pick")
def they_pick(turn: Turn) -> Next:
    """Whoever picks, the other side is asked: nobody's hours are agreed for them."""
    pairing = _to_be_dated(turn)
    first = times.picked(turn, _shared(turn, pairing))
    ahead = upcoming(turn.work.pairings.meetings(pairing.id), turn.now)
    if ahead is not None and ahead.starts_at == first:
        is_answer = is_asked(turn, pairing, ahead)
        return _agreed(turn, pairing, ahead) if is_answer else ask(show, pairing.id)
    may_ask(turn, pairing)
    partner, prefix = turn.partner(pairing), f"pairing:{pairing.id}:agree:"
    # Whatever was asked before is not what is asked now.
    unread = turn.work.outbox.cancel(partner.id, turn.now, prefix=prefix)
    turn.work.outbox.cancel(turn.person.id, turn.now, prefix=prefix)
    _count(turn, pairing, ahead, was_read=not unread)
    key = f"{prefix}{turn.work.new_id()}"
    for meeting in timetable.plan(turn.work, turn.now, pairing, first, by=turn.person):
        meeting.news = key
    told = turn.tell(
        partner,
        DATES_ASKED,
        subject=pairing.id,
        key=key,
        expires_at=known.last_call(first, partner),
    )
    facts = {"partner": turn.called(partner), "when": turn.moment(first)}
    return finish(turn.card("plan-asked" if told else "plan-unasked", commands=("plan",), **facts))


def offered_times(turn: Turn, pairing: Pairing, start: int = 0) -> Offered:
    """Return three first moments for a pairing's meetings, as buttons of this flow."""
    shared = _shared(turn, pairing)
    step = later_moments if start else moments
    return times.offered(turn, step, shared, subject=pairing.id, start=start)


def _agreed(turn: Turn, pairing: Pairing, first: Meeting) -> Next:
    in_their_hands(turn, pairing, first.starts_at)
    answer(turn, pairing)
    timetable.agree(turn.work, turn.now, pairing)
    turn.tell(
        turn.partner(pairing),
        DATES_SET,
        subject=pairing.id,
        key=f"pairing:{pairing.id}:agreed:{turn.work.new_id()}",
        expires_at=first.starts_at,
    )
    return ask(show, pairing.id)


def _count(turn: Turn, pairing: Pairing, before: Meeting | None, *, was_read: bool) -> None:
    """Note what becomes of a moment picked before; to pick one is a word to the other side."""
    answer(turn, pairing)
    is_open = before is not None and before.state is MeetingState.PROPOSED
    if before is not None and is_open and was_read and not is_asked(turn, pairing, before):
        turn.seat(pairing.id).ask_in_vain(turn.now)


def _proposed(turn: Turn, pairing: Pairing) -> list[Meeting]:
    rows = turn.work.pairings.meetings(pairing.id)
    ahead = [m for m in rows if m.state is MeetingState.PROPOSED and m.starts_at > turn.now]
    return sorted(ahead, key=lambda meeting: meeting.starts_at)


def _times_card(turn: Turn, key: str, *, start: int) -> Card:
    pairing = _to_be_dated(turn)
    found = offered_times(turn, pairing, start)
    remark = [Text(found.remark)] if found.remark else []
    partner = turn.called(turn.partner(pairing))
    return turn.card(key, *remark, taps=found.buttons, partner=partner)


def _shared(turn: Turn, pairing: Pairing) -> Shared:
    own = [meeting.id for meeting in turn.work.pairings.meetings(pairing.id)]
    return times.in_time(turn, pairing, timetable.times(turn.work, turn.now, pairing, but=own))


def _to_be_dated(turn: Turn) -> Pairing:
    """Return the pairing if its dates are still to be set; Sorry when they are agreed."""
    pairing = active(turn, turn.subject)
    rows = turn.work.pairings.meetings(pairing.id)
    if any(m.state is MeetingState.AGREED and m.starts_at > turn.now for m in rows):
        raise Sorry("plan-already")
    return pairing
