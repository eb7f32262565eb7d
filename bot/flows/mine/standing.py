"""Where somebody stands: their part, their partners, what happens next and when."""

from collections.abc import Mapping

from bot import calendar
from bot.conversation.turn import Turn
from bot.domain.meeting import MeetingState
from bot.domain.pairing import LIVE, Pairing, PairingState
from bot.domain.programme import Cycle, Enrolment, EnrolmentState
from bot.domain.proposal import Answer, Proposal, ProposalState
from bot.flows.pairing.proposal import settled_by
from bot.messages.card import Block, Card, Facts, Text
from bot.services.pairings import planned_end

OUTSIDE = {
    EnrolmentState.INVITED: "settings-status-invited",
    EnrolmentState.CHOOSING: "settings-status-choosing",
    EnrolmentState.DECLINED: "settings-status-declined",
    EnrolmentState.LEFT: "settings-status-left",
}
"""What to say to those who do not take part at the moment."""


def standing(turn: Turn) -> Card:
    """Return the card that says everything about where this person stands."""
    enrolment = turn.enrolment
    if enrolment is None:
        return _outside(turn, "settings-status-free" if turn.cycle else "settings-status-none")
    pairings = turn.work.pairings.of(turn.person.id, *LIVE)
    if pairings:
        return _paired(turn, enrolment, pairings)
    cycle = turn.work.get(Cycle, enrolment.cycle_id)
    if cycle is None or not cycle.welcomes:
        return _outside(turn, "settings-status-free" if turn.cycle else "settings-status-none")
    if enrolment.state in OUTSIDE:
        return _outside(turn, OUTSIDE[enrolment.state])
    if enrolment.state is EnrolmentState.PAUSED:
        key, until = _break(turn, enrolment)
        return turn.card(key, _part(turn, enrolment), commands=("resume", "profile"), until=until)
    return _waiting(turn, enrolment, cycle)


def _outside(turn: Turn, key: str) -> Card:
    commands = () if key == "settings-status-none" else ("join",)
    return turn.card(key, commands=commands)


def _waiting(turn: Turn, enrolment: Enrolment, cycle: Cycle) -> Card:
    """Taking part without a partner yet: a proposal to answer, or a date to wait for."""
    offered = _offered(turn)
    mine = [proposal.answer_of(turn.person.id) for proposal in offered]
    if Answer.NONE in mine:
        key = "settings-status-asked"
    elif offered:
        key = "settings-status-answered"
    elif enrolment.awaits_answer:
        key = "settings-status-waiting"
    else:
        key = "settings-status-waiting-on"
    commands = ("profile", "pause", "who-sees")
    last = max((settled_by(turn, proposal) for proposal in offered), default=None)
    day = turn.day(last or cycle.answer_by)
    return turn.card(key, _part(turn, enrolment), commands=commands, day=day)


def _paired(turn: Turn, enrolment: Enrolment, pairings: list[Pairing]) -> Card:
    names = turn.named(pairing.other(turn.person.id) for pairing in pairings)
    blocks: list[Block] = [Facts(tuple(_facts(turn, pairing, names))) for pairing in pairings]
    if enrolment.state is EnrolmentState.PAUSED:
        key, until = _break(turn, enrolment)
        return turn.card(key, *blocks, commands=("resume", "profile"), until=until)
    if all(pairing.state is PairingState.PAUSED for pairing in pairings):
        return turn.card("settings-status-resting", *blocks, commands=("profile", "leave"))
    if _offered(turn):
        blocks.append(Text(turn.say("settings-proposed-too")))
    asked = [turn.work.checkins.open(pairing.id, turn.person.id) for pairing in pairings]
    checkin = ("checkin",) if any(asked) else ()
    commands = ("plan", *checkin, "pause", "who-sees")
    return turn.card("settings-status-paired", *blocks, commands=commands)


def _offered(turn: Turn) -> list[Proposal]:
    """What this person is asked, or has said yes to; what they ended is over for them."""
    offered = turn.work.proposals.of(turn.person.id, ProposalState.OFFERED)
    return [proposal for proposal in offered if not proposal.is_over_for(turn.person.id)]


def _break(turn: Turn, enrolment: Enrolment) -> tuple[str, str]:
    if enrolment.due_at is None:
        return "settings-status-paused", ""
    return "settings-status-paused-until", turn.day(enrolment.due_at)


def _part(turn: Turn, enrolment: Enrolment) -> Facts:
    role = turn.say("settings-role", role=str(enrolment.role))
    return Facts(((turn.say("settings-fact-role"), role),))


def _facts(turn: Turn, pairing: Pairing, names: Mapping[str, str]) -> list[tuple[str, str]]:
    """The partner, the next meeting and the next check-in of one pairing, in words.

    While it rests there is neither, whatever the plan says: that it rests is said instead.
    """
    seat = turn.seat(pairing.id)
    agreed = [
        meeting.starts_at
        for meeting in turn.work.pairings.meetings(pairing.id)
        if meeting.state is MeetingState.AGREED and meeting.starts_at > turn.now
    ]
    none = turn.say("settings-fact-none")
    rows = {
        "partner": names[pairing.other(turn.person.id)],
        "role": turn.say("settings-role", role=seat.role.value),
    }
    if pairing.state is PairingState.PAUSED:
        rows["now"] = turn.say("settings-fact-resting")
    else:
        rows["meeting"] = turn.moment(min(agreed)) if agreed else none
        # The minutes by which questions are spread are nobody's business.
        at = seat.next_due_at and calendar.half_hour(seat.next_due_at, turn.person.zone)
        rows["checkin"] = turn.moment(at) if at else none
    rows["ends"] = turn.day(planned_end(pairing))
    return [(turn.say(f"settings-fact-{name}"), value) for name, value in rows.items()]
