"""The timetable of a pairing: one moment is picked, and all meetings get their dates at once."""

from bot.conversation.flow import Next, ask
from bot.conversation.partners import which_partner
from bot.conversation.turn import Turn
from bot.domain.meeting import Meeting, agreed
from bot.domain.pairing import LIVE, Pairing
from bot.errors import Sorry
from bot.flows.meeting import moves
from bot.flows.meeting.gate import active
from bot.flows.meeting.gate import plan as flow
from bot.flows.meeting.showing import show
from bot.flows.meeting.suggesting import asked
from bot.messages.card import Button, Card, Style

__all__ = ["choosing", "flow", "show"]


@flow.command("plan", "échéancier")
def open_plan(turn: Turn) -> Next:
    live = turn.work.pairings.of(turn.person.id, *LIVE)
    if not live:
        raise Sorry("no-pairing")
    return ask(show, live[0].id) if len(live) == 1 else ask(which)


@flow.step("which")
def which(turn: Turn) -> Card:
    live = turn.work.pairings.of(turn.person.id, *LIVE)
    return which_partner(turn, "plan-which", live)


@which.on("open")
def they_name_a_partner(turn: Turn) -> Next:
    return ask(show, turn.mine(Pairing, turn.value).id)


@show.on("cancel")
def they_cannot_come(turn: Turn) -> Next:
    pairing = turn.mine(Pairing)
    meeting = turn.mine(Meeting, turn.value)
    if meeting.pairing_id != pairing.id:
        raise Sorry("stale")
    return moves.call_off(turn, pairing, meeting)


@show.on("change")
def they_want_another_date(turn: Turn) -> Next:
    pairing = active(turn, turn.subject)
    ahead = agreed(turn.work.pairings.meetings(pairing.id), turn.now)
    if not ahead:
        raise Sorry("stale")
    return ask(moves.change, ahead[0].id) if len(ahead) == 1 else ask(moves.which_date, pairing.id)


@show.on("answer")
def they_turn_to_the_question(turn: Turn) -> Next:
    return ask(asked, turn.mine(Meeting, turn.value).id)


@show.on("rebook")
def they_want_a_new_date(turn: Turn) -> Next:
    return ask(moves.rebook, turn.mine(Meeting, turn.value).id)


def choosing(pairing: Pairing, label: str) -> Button:
    """Return a button that leads whoever presses it to the moments, as they see them."""
    return Button(label, f"{show.full_name}.choose", pairing.id, style=Style.PRIMARY)
