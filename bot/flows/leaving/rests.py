"""A rest does not go on for ever: when it ends the pairing is said a week before, to both alike."""

from datetime import datetime

from bot.conversation.instants import Later
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.delivery import Kind
from bot.domain.pairing import Pairing, PairingState
from bot.domain.people import Person
from bot.domain.programme import EnrolmentState
from bot.errors import Sorry
from bot.flows.leaving.exits import ENDED, ended_key
from bot.flows.leaving.pause import flow
from bot.messages.card import Card
from bot.ports import Work
from bot.services import pairings


@flow.step("rest_ends")
def soon(turn: Turn) -> Card:
    """Say until when the pairing may still go on; only whoever is on a break can end one."""
    pairing = turn.mine(Pairing)
    if pairing.state_for(turn.person.id) is not PairingState.PAUSED or not pairing.rests_until:
        raise Sorry("stale")
    part = turn.work.enrolments.part(pairing.cycle_id, turn.person.id)
    rests = part is not None and part.state is EnrolmentState.PAUSED
    return turn.card(
        "rests-soon",
        commands=("resume", "leave") if rests else ("status", "leave"),
        partner=turn.called(turn.partner(pairing)),
        day=turn.day(pairing.rests_until),
        rests="yes" if rests else "no",
    )


SOON = Prompt(
    name="rest-ends-soon",
    to=Audience.EACH,
    kind=Kind.PROMPT,
    when=Later(rhythm.RESTS_AT_MOST - rhythm.REST_ENDS_TOLD),
    shows=(soon,),
    until=Later(rhythm.REST_ENDS_TOLD),
    silence=Silence.ENDS,
)


def look(work: Work, now: datetime, pairing: Pairing) -> None:
    """Say that a rest comes to its end, or end the pairing with it."""
    if pairing.rests_until is None:  # it began before rests had an end
        pairings.limit_rest(work, now, pairing)
    elif now < pairing.rests_until:
        pairing.due_at = pairing.rests_until
        for person in _both(work, pairing):
            key = f"pairing:{pairing.id}:soon:{person.id}:{work.new_id()}"
            turn = Turn(work=work, now=now, person=person)
            turn.tell(person, SOON, subject=pairing.id, key=key)
    else:
        both = _both(work, pairing)
        pairings.end(work, now, pairing, completed=False)
        for person in both:
            turn = Turn(work=work, now=now, person=person)
            key = ended_key(pairing, person)
            turn.tell(person, ENDED, subject=pairing.id, key=key, about=now)


def _both(work: Work, pairing: Pairing) -> list[Person]:
    """The two, but for one who stopped it: for them it is over."""
    return [pairings.person_of(work, each) for each in pairing.sides]
