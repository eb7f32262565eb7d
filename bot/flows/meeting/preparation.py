"""How to prepare for a meeting: the day before it, and for the first one at any time."""

from bot.conversation.flow import EVERYBODY, Chapter, Flow, Next, finish
from bot.conversation.turn import Turn
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.flows.meeting import tips
from bot.messages.card import Block, Bullets, Card, Text

flow = Flow("introduction", roles=EVERYBODY, chapter=Chapter.PARTICIPANTS)

AGENDA = ("stories", "wish", "try", "agreement", "dates")
"""The five parts of a first meeting, 45 minutes in all."""
PREPARATION = ("one", "two", "three", "four")


@flow.command("agenda", "ordre-du-jour")
def show_agenda(turn: Turn) -> Next:
    if turn.pairing is None:
        raise Sorry("no-pairing")
    return finish(how_to_prepare(turn, turn.pairing))


@flow.step("preparation")
def preparation(turn: Turn) -> Card:
    """The day before a meeting; the value is the number of the tip that goes with it."""
    meeting = turn.mine(Meeting)
    pairing = turn.mine(Pairing, meeting.pairing_id)
    seat = turn.seat(pairing.id)
    number = int(turn.value) if turn.value.isdecimal() else 0
    lines = [tips.tip(turn, seat, number), tips.value_before(turn, meeting)]
    blocks: list[Block] = [Text(line) for line in lines if line]
    if meeting.number == 1:
        blocks += [Text(turn.say("introduction-agenda")), agenda(turn)]
    return turn.card(
        f"introduction-tomorrow-{seat.role.value}",
        *blocks,
        commands=("plan",),
        partner=turn.called(turn.partner(pairing)),
        when=turn.moment(meeting.starts_at),
        minutes=meeting.minutes,
    )


def agenda(turn: Turn) -> Bullets:
    """Return the agenda of the first meeting as a list."""
    return Bullets(tuple(turn.say(f"introduction-agenda.{part}") for part in AGENDA))


def how_to_prepare(turn: Turn, pairing: Pairing, *, taps: tuple[str, ...] = ()) -> Card:
    """The agenda of 45 minutes, and the two minutes of training for the person's side."""
    side = "mentor" if pairing.mentor_id == turn.person.id else "mentee"
    key = f"introduction-prepare-{side}"
    habits = tuple(turn.say(f"{key}.{number}") for number in PREPARATION)
    return turn.card(
        key,
        Bullets(habits),
        Text(turn.say("introduction-agenda")),
        agenda(turn),
        taps=taps,
        commands=("plan",),
        partner=turn.called(turn.partner(pairing)),
    )
