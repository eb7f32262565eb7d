"""A short message to the partner: written, shown exactly as it will be sent, and then sent.

Two people of a pair may be on different platforms, where no room holds both; so the bot passes on
what one of them chooses to say, never more. The words are kept until they are sent or discarded;
then they live in the delivery alone. They arrive at an open hour, like everything the bot sends.
"""

from datetime import date

from bot.conversation.flow import EVERYBODY, Chapter, Flow, Invalid, Next, ask, finish
from bot.conversation.partners import which_partner
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.delivery import Kind, Told
from bot.domain.pairing import Pairing, PairingState, Seat
from bot.errors import Sorry
from bot.messages.card import Card, Quote, Style
from bot.messages.form import A_FEW_SENTENCES, Form, TextInput

flow = Flow("relay", roles=EVERYBODY, chapter=Chapter.PARTICIPANTS)


@flow.command("tell", "dire")
def open_tell(turn: Turn) -> Next:
    live = turn.work.pairings.of(turn.person.id, PairingState.ACTIVE)
    if not live:
        raise Sorry("relay-nobody")
    if len(live) > 1:
        return ask(which)
    pairing = _active(turn, live[0].id)
    if not turn.args or len(turn.args) > A_FEW_SENTENCES:
        return ask(write, pairing.id)
    turn.seat(pairing.id).words = turn.args
    return ask(preview, pairing.id)


@flow.step("which")
def which(turn: Turn) -> Card:
    live = turn.work.pairings.of(turn.person.id, PairingState.ACTIVE)
    return which_partner(turn, "relay-which", live)


@which.on("open", form=True)
def they_name_a_partner(turn: Turn) -> Next:
    return ask(write, _active(turn, turn.value).id)


@flow.step("write")
def write(turn: Turn) -> Form:
    pairing = turn.mine(Pairing)
    name = turn.called(turn.partner(pairing))
    text = TextInput(
        name="words",
        label=turn.say("relay-write.label", partner=name),
        hint=turn.say("relay-write.hint"),
        required=True,
        value=turn.seat(pairing.id).words,
        limit=A_FEW_SENTENCES,
        long=True,
    )
    return turn.form("relay-write", text, partner=name)


@write.on_submit
def they_wrote(turn: Turn) -> Next:
    pairing = _active(turn, turn.subject)
    words = turn.field("words")
    if not words:
        return Invalid({"words": turn.say("typed-required")})
    if len(words) > A_FEW_SENTENCES:
        return Invalid({"words": turn.say("field-too-long", limit=A_FEW_SENTENCES)})
    turn.seat(pairing.id).words = words
    return ask(preview, pairing.id)


@flow.step("preview")
def preview(turn: Turn) -> Card:
    pairing = turn.mine(Pairing)
    partner = turn.partner(pairing)
    as_they_know_me = turn.seen_by(partner).called(turn.person)
    words = Quote(turn.seat(pairing.id).words, as_they_know_me)
    send = turn.tap("send", turn.say("relay-preview.send"), style=Style.PRIMARY)
    name = turn.called(partner)
    return turn.card("relay-preview", words, taps=(send, "change", "discard"), partner=name)


@preview.on("send")
def they_send(turn: Turn) -> Next:
    pairing = _active(turn, turn.subject)
    seat = turn.seat(pairing.id)
    if not seat.words:
        raise Sorry("stale")
    number = _sent_on(seat, turn.today) + 1
    partner = turn.partner(pairing)
    sent = turn.tell(
        partner,
        WORDS,
        subject=pairing.id,
        key=f"pairing:{pairing.id}:tell:{turn.person.id}:{turn.work.new_id()}",
    )
    if sent is not Told.NEW:
        return finish(turn.card("relay-not-sent", partner=turn.called(partner)))
    seat.words, seat.told_on, seat.told = "", turn.today, number
    return finish(turn.card("relay-sent", partner=turn.called(partner)))


@preview.on("change", form=True)
def they_change_the_words(turn: Turn) -> Next:
    return ask(write, _active(turn, turn.subject).id)


@preview.on("discard")
def they_keep_it_to_themselves(turn: Turn) -> Next:
    turn.seat(turn.mine(Pairing).id).words = ""
    return finish(turn.card("relay-discarded"))


@flow.step("told")
def told(turn: Turn) -> Card:
    """What the partner gets: the words, whose they are, and a way to answer or to object."""
    pairing = turn.mine(Pairing)
    author = turn.partner(pairing)
    words = turn.work.pairings.seat(pairing.id, author.id).words
    quote = Quote(words, turn.called(author))
    name = turn.called(author)
    return turn.card("relay-told", quote, taps=("answer",), commands=("report",), partner=name)


WORDS = Prompt(
    name="words-of-partner",
    to=Audience.PARTNER,
    kind=Kind.NOTICE,
    shows=(told,),
)


@told.on("answer", form=True)
def they_answer(turn: Turn) -> Next:
    return ask(write, _active(turn, turn.subject).id)


def _active(turn: Turn, pairing_id: str) -> Pairing:
    """Return a running pairing of this person that may be written in today; Sorry otherwise."""
    pairing = turn.mine(Pairing, pairing_id)
    if not pairing.runs_for(turn.person.id):
        raise Sorry("relay-nobody")
    if _sent_on(turn.seat(pairing.id), turn.today) >= rhythm.MESSAGES_TO_PARTNER_A_DAY:
        name, most = turn.called(turn.partner(pairing)), rhythm.MESSAGES_TO_PARTNER_A_DAY
        raise Sorry("relay-enough", partner=name, most=most)
    return pairing


def _sent_on(seat: Seat, day: date) -> int:
    return seat.told if seat.told_on == day else 0
