"""The timetable of a pairing: one moment is picked, and all meetings get their dates at once."""

from bot.calendar.together import Shared
from bot.conversation.flow import EVERYBODY, Chapter, Flow, Next, ask, finish
from bot.conversation.instants import AfterMeeting
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.delivery import Kind, Told
from bot.domain.meeting import Meeting, MeetingState, agreed, upcoming
from bot.domain.pairing import LIVE, Pairing
from bot.errors import Sorry
from bot.flows.meeting import moves, times
from bot.flows.meeting.times import Offered
from bot.messages.card import Block, Bullets, Button, Card, Style, Text
from bot.services import timetable

flow = Flow("plan", roles=EVERYBODY, chapter=Chapter.PARTICIPANTS)


@flow.command("plan", "échéancier")
def open_plan(turn: Turn) -> Next:
    live = turn.work.pairings.of(turn.person.id, *LIVE)
    if not live:
        raise Sorry("no-pairing")
    return ask(show, live[0].id) if len(live) == 1 else ask(which)


@flow.step("which")
def which(turn: Turn) -> Card:
    live = turn.work.pairings.of(turn.person.id, *LIVE)
    taps = [turn.tap("open", turn.partner(p).first_name, value=p.id) for p in live]
    return turn.card("plan-which", taps=taps)


@which.on("open")
def they_name_a_partner(turn: Turn) -> Next:
    return ask(show, turn.mine(Pairing, turn.value).id)


@flow.step("show")
def show(turn: Turn) -> Card:
    pairing = turn.mine(Pairing)
    rows = turn.work.pairings.meetings(pairing.id)
    partner = turn.partner(pairing).first_name
    if not pairing.runs_for(turn.person.id):
        return turn.card("plan-resting", commands=("status",), partner=partner)
    if not any(m.starts_at > turn.now for m in rows):
        return turn.card("plan-empty", taps=("choose",), partner=partner)
    lines = tuple(_line(turn, pairing, meeting) for meeting in rows)
    return turn.card("plan-show", Bullets(lines), taps=_actions(turn, pairing), partner=partner)


@show.on("choose")
def they_look_for_dates(turn: Turn) -> Next:
    return ask(moments, turn.mine(Pairing).id)


@show.on("another")
def they_cannot_come_later_on(turn: Turn) -> Next:
    return ask(others, turn.mine(Pairing).id)


@flow.step("others")
def others(turn: Turn) -> Card:
    """Every agreed meeting but the next: each of them can be moved."""
    pairing = turn.mine(Pairing)
    later = agreed(turn.work.pairings.meetings(pairing.id), turn.now)[1:]
    if not later or not pairing.runs_for(turn.person.id):
        raise Sorry("stale")
    dates = [turn.tap("cancel", turn.moment(m.starts_at), value=m.id) for m in later]
    partner = turn.partner(pairing).first_name
    return turn.card("plan-others", taps=(*dates, "keep"), partner=partner)


@others.on("keep")
def they_keep_them(turn: Turn) -> Next:
    return ask(show, turn.mine(Pairing).id)


@show.on("cancel")
@others.on("cancel")
def they_cannot_come(turn: Turn) -> Next:
    pairing = turn.mine(Pairing)
    meeting = turn.mine(Meeting, turn.value)
    if meeting.pairing_id != pairing.id:
        raise Sorry("stale")
    return moves.call_off(turn, pairing, meeting)


@show.on("rebook")
def they_want_a_new_date(turn: Turn) -> Next:
    meeting = turn.mine(Meeting, turn.value)
    return ask(moves.rebook, meeting.id)


@flow.step("agree")
def agree(turn: Turn) -> Card:
    """What the mentee reads when the mentor picked a moment; ``value`` is set when once more."""
    pairing = turn.mine(Pairing)
    rows = [m for m in turn.work.pairings.meetings(pairing.id) if m.state is MeetingState.PROPOSED]
    if not rows:
        raise Sorry("stale")
    blocks: list[Block] = [Bullets(tuple(turn.moment(row.starts_at) for row in rows))]
    partner = turn.partner(pairing).first_name
    key = "plan-agree-again" if turn.value else "plan-agree"
    return turn.card(key, *blocks, taps=_yes_or_other(turn), partner=partner)


DATES_ASKED = Prompt(
    name="dates-asked",
    to=Audience.MENTEE,
    kind=Kind.PROMPT,
    shows=(agree,),
    until=AfterMeeting(rhythm.MISSED_AFTER),
    silence=Silence.MISSED,
)


@agree.on("yes")
@show.on("yes")
def it_works(turn: Turn) -> Next:
    pairing = _as_mentee(turn)
    if timetable.agree(turn.work, turn.now, pairing):
        _tell_partner_dates(turn, pairing, "agreed")
    return ask(show, pairing.id)


@agree.on("other")
@show.on("other")
def it_does_not_work(turn: Turn) -> Next:
    return ask(moments, _as_mentee(turn).id)


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
    """The mentor's pick is put to the mentee; the mentee's is from hours the mentor gave."""
    pairing = _to_be_dated(turn)
    first = times.picked(turn, _shared(turn, pairing))
    leads = turn.person.id == pairing.mentor_id
    ahead = upcoming(turn.work.pairings.meetings(pairing.id), turn.now)
    if leads and ahead is not None and ahead.starts_at == first:
        return ask(show, pairing.id)
    timetable.plan(turn.work, turn.now, pairing, first, agreed=not leads)
    if leads:
        key = f"pairing:{pairing.id}:agree:{first:%Y%m%dT%H%M}"
        told = turn.tell(turn.partner(pairing), DATES_ASKED, subject=pairing.id, key=key)
    else:
        told = _tell_partner_dates(turn, pairing, "chosen")
    if told and not leads:
        return ask(show, pairing.id)
    facts = {"partner": turn.partner(pairing).first_name, "when": turn.moment(first)}
    said = "plan-asked" if told else "plan-unreached"
    return finish(turn.card(said, commands=("plan",), **facts))


@flow.step("dates")
def dates(turn: Turn) -> Card:
    """What the mentor reads when the mentee said yes, or chose another of their common moments."""
    pairing = turn.mine(Pairing)
    rows = [m for m in turn.work.pairings.meetings(pairing.id) if m.state is MeetingState.AGREED]
    lines = tuple(turn.moment(row.starts_at) for row in rows)
    partner = turn.partner(pairing).first_name
    return turn.card("plan-dates", Bullets(lines), commands=("agenda", "plan"), partner=partner)


DATES_SET = Prompt(
    name="dates-set",
    to=Audience.MENTOR,
    kind=Kind.NOTICE,
    shows=(dates,),
)


def offered_times(turn: Turn, pairing: Pairing, start: int = 0) -> Offered:
    """Return three first moments for a pairing's meetings, as buttons of this flow."""
    shared = _shared(turn, pairing)
    step = later_moments if start else moments
    return times.offered(turn, step, shared, subject=pairing.id, start=start)


def choosing(pairing: Pairing, label: str) -> Button:
    """Return a button that leads whoever presses it to the moments, as they see them."""
    return Button(label, f"{show.full_name}.choose", pairing.id, style=Style.PRIMARY)


def _times_card(turn: Turn, key: str, *, start: int) -> Card:
    pairing = _to_be_dated(turn)
    found = offered_times(turn, pairing, start)
    remark = [Text(found.remark)] if found.remark else []
    partner = turn.partner(pairing).first_name
    return turn.card(key, *remark, taps=found.buttons, partner=partner)


def _shared(turn: Turn, pairing: Pairing) -> Shared:
    own = [meeting.id for meeting in turn.work.pairings.meetings(pairing.id)]
    return timetable.times(turn.work, turn.now, pairing, but=own)


def _to_be_dated(turn: Turn) -> Pairing:
    """Return the pairing if its dates are still to be set; Sorry when they are agreed."""
    pairing = turn.mine(Pairing)
    if not pairing.runs_for(turn.person.id):
        raise Sorry("stale")
    rows = turn.work.pairings.meetings(pairing.id)
    if any(m.state is MeetingState.AGREED and m.starts_at > turn.now for m in rows):
        raise Sorry("plan-already")
    return pairing


def _as_mentee(turn: Turn) -> Pairing:
    pairing = turn.mine(Pairing)
    if pairing.mentee_id != turn.person.id or not pairing.runs_for(turn.person.id):
        raise Sorry("stale")
    return pairing


def _tell_partner_dates(turn: Turn, pairing: Pairing, how: str) -> Told:
    partner = turn.partner(pairing)
    key = f"pairing:{pairing.id}:{how}:{turn.now:%Y%m%dT%H%M%S}"
    return turn.tell(partner, DATES_SET, subject=pairing.id, key=key)


def _line(turn: Turn, pairing: Pairing, meeting: Meeting) -> str:
    """Say when a meeting is; what was said about a past one stays each person's own."""
    state = meeting.state.value
    if meeting.starts_at <= turn.now or meeting.state is MeetingState.HELD:
        state = "past"
    elif meeting.state is MeetingState.PROPOSED and turn.person.id == pairing.mentee_id:
        state = "yours"
    when = turn.moment(meeting.starts_at)
    minutes = meeting.minutes
    return turn.say("plan-line", number=meeting.number, when=when, minutes=minutes, state=state)


def _actions(turn: Turn, pairing: Pairing) -> list[Button]:
    rows = turn.work.pairings.meetings(pairing.id)
    lost = timetable.next_to_rebook(rows, turn.now)
    ahead = upcoming(rows, turn.now)
    buttons = []
    if ahead is not None and ahead.state is MeetingState.PROPOSED:
        if turn.person.id == pairing.mentee_id:
            buttons += _yes_or_other(turn)
        else:
            buttons.append(turn.tap("choose", turn.say("plan-show.choose")))
    elif ahead is not None:
        label = turn.say("plan-show.cancel", day=turn.day(ahead.starts_at))
        buttons.append(turn.tap("cancel", label, value=ahead.id))
        if len(agreed(rows, turn.now)) > 1:
            buttons.append(turn.tap("another", turn.say("plan-show.another")))
    if lost is not None:
        label = turn.say("plan-show.rebook", day=turn.day(lost.starts_at))
        buttons.append(turn.tap("rebook", label, value=lost.id))
    return buttons


def _yes_or_other(turn: Turn) -> list[Button]:
    yes = turn.tap("yes", turn.say("plan-agree.yes"), style=Style.PRIMARY)
    return [yes, turn.tap("other", turn.say("plan-agree.other"))]
