"""How a round ends, by a coordinator's decision or by itself once nothing of it is under way.

What was not decided is taken back, and who waits hears it; pairings go on. A coordinator never ends
a pairing: that stays with its two people.
"""

from collections.abc import Callable, Collection
from functools import partial

from bot.conversation.prompt import Audience, Prompt
from bot.conversation.sending import tell_all
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.people import Person
from bot.domain.programme import TAKES_PART, Cycle, EnrolmentState
from bot.messages.card import Card

CYCLE_OVER = Prompt(name="cycle-over", to=Audience.UNPAIRED, kind=Kind.NOTICE)


def end_round(turn: Turn, cycle: Cycle, move: Callable[[Cycle], None]) -> int:
    """Close a locked cycle, or call it off; return how many were told that it is over."""
    asked: set[str] = set()
    for proposal_id, *people in turn.work.proposals.end_offers(cycle.id):
        asked.update(people)
        for person_id in people:
            turn.work.outbox.cancel(person_id, turn.now, prefix=f"proposal:{proposal_id}:")
    turn.work.enrolments.end_invitations(cycle.id, turn.now)
    _keep_their_turn(turn, cycle, asked)
    move(cycle)
    return _tell_who_waits(turn, cycle, f"programme-told-{cycle.state.value}")


def waiting(turn: Turn, cycle: Cycle) -> list[Person]:
    """Return who said yes to a cycle, is not resting, and has no partner now."""
    paired = turn.work.pairings.paired()
    volunteers = turn.work.enrolments.people(cycle.id, EnrolmentState.JOINED)
    return [person for person in volunteers if person.id not in paired]


def _tell_who_waits(turn: Turn, cycle: Cycle, text: str) -> int:
    """Tell those without a partner; whoever had one does not read that there was none."""
    had_one = turn.work.pairings.ever_paired(cycle.id)
    told = 0
    for ending, had in (("", False), ("-after", True)):
        people = [each for each in waiting(turn, cycle) if (each.id in had_one) is had]
        card_for = partial(told_card, key=f"{text}{ending}")
        told += tell_all(
            turn, CYCLE_OVER, people, card_for, key=f"cycle:{cycle.id}:{cycle.state.value}"
        )
    return told


def told_card(theirs: Turn, *, key: str) -> Card:
    """What somebody reads who waits when a round ends."""
    return theirs.card(key)


def _keep_their_turn(turn: Turn, cycle: Cycle, asked: Collection[str]) -> None:
    """Let whoever is left without a partner, or lost an offer, go before newcomers next time.

    An offer that was taken back says so when it is answered late; ``asked`` holds their ids.
    """
    paired = turn.work.pairings.paired()
    for enrolment in turn.work.enrolments.active(cycle.id, *TAKES_PART):
        if enrolment.person_id in asked or enrolment.person_id not in paired:
            enrolment.rounds_waited = max(1, enrolment.rounds_waited)
