"""What passes from one person to somebody else, never without showing the words first.

A thank-you to the partner, the bare label "asked for help" to the coordinators, and a neutral
request for a date.
"""

from bot.conversation.flow import Invalid, Next, ask, finish
from bot.conversation.instants import Until
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain.checkin import CheckIn
from bot.domain.delivery import Kind
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.flows.checkin.closing import done
from bot.flows.checkin.gate import (
    DONE,
    active,
    answered,
    awaiting,
    flow,
    last_card,
    partner_name,
    questions,
)
from bot.messages.card import Card, Quote
from bot.messages.form import A_FEW_SENTENCES, Form, TextInput
from bot.services.called import distinct

OFFER = "offer"
"""Where a check-in stands while a thank-you may be written; one goes out per check-in at most."""


@flow.step("offer")
def offer(turn: Turn) -> Card:
    name = partner_name(turn, turn.mine(CheckIn).pairing_id)
    return turn.card("checkin-offer", taps=("write", "no"), partner=name)


@offer.on("write", form=True)
def they_want_to_thank(turn: Turn) -> Next:
    checkin = awaiting(turn, OFFER)
    active(turn, checkin.pairing_id)
    return ask(thanks_form, checkin.id)


@offer.on("no")
def no_thanks_this_time(turn: Turn) -> Next:
    checkin = awaiting(turn, OFFER)
    questions(turn, checkin).step, checkin.thanks = DONE, ""
    return ask(done, checkin.id)


@flow.step("thanks")
def thanks_form(turn: Turn) -> Form:
    checkin = turn.mine(CheckIn)
    name = partner_name(turn, checkin.pairing_id)
    text = TextInput(
        name="thanks",
        label=turn.say("checkin-thanks.label", partner=name),
        hint=turn.say("checkin-thanks.hint"),
        required=True,
        value=checkin.thanks,
        limit=A_FEW_SENTENCES,
        long=True,
    )
    return turn.form("checkin-thanks", text, partner=name)


@thanks_form.on_submit
def they_wrote_thanks(turn: Turn) -> Next:
    checkin = awaiting(turn, OFFER)
    text = turn.field("thanks")
    if not text:
        return Invalid({"thanks": turn.say("typed-required")})
    if len(text) > A_FEW_SENTENCES:
        return Invalid({"thanks": turn.say("field-too-long", limit=A_FEW_SENTENCES)})
    checkin.thanks = text
    return ask(thanks_preview, checkin.id)


@flow.step("thanks_preview")
def thanks_preview(turn: Turn) -> Card:
    checkin = turn.mine(CheckIn)
    partner = turn.partner(turn.mine(Pairing, checkin.pairing_id))
    words = Quote(checkin.thanks, turn.seen_by(partner).called(turn.person))
    name = turn.called(partner)
    return turn.card("checkin-preview", words, taps=("send", "change", "discard"), partner=name)


@thanks_preview.on("send")
def they_send_thanks(turn: Turn) -> Next:
    checkin = awaiting(turn, OFFER)
    pairing = active(turn, checkin.pairing_id)
    if not checkin.thanks:
        raise Sorry("stale")
    partner = turn.partner(pairing)
    sent = turn.tell(
        partner,
        THANKS,
        subject=checkin.id,
        key=f"pairing:{pairing.id}:thanks:{checkin.id}",
    )
    questions(turn, checkin).step, checkin.thanks = DONE, ""
    key = "checkin-sent" if sent else "checkin-not-sent"
    return finish(last_card(turn, key, checkin, partner=turn.called(partner)))


@thanks_preview.on("change", form=True)
def they_change_the_words(turn: Turn) -> Next:
    return ask(thanks_form, awaiting(turn, OFFER).id)


@thanks_preview.on("discard")
def they_keep_thanks(turn: Turn) -> Next:
    return no_thanks_this_time(turn)


@flow.step("thanked")
def thanked(turn: Turn) -> Card:
    """What the partner gets; the check-in is the author's, so only its thank-you is read here."""
    checkin = turn.from_partner(CheckIn)
    author = turn.called(turn.someone(checkin.person_id))
    return turn.card("checkin-thanked", Quote(checkin.thanks, author), partner=author)


THANKS = Prompt(
    name="thanks",
    to=Audience.PARTNER,
    kind=Kind.NOTICE,
    shows=(thanked,),
)


@flow.step("hand")
def hand(turn: Turn) -> Card:
    return turn.card(
        "checkin-hand",
        taps=("pass_on", "keep"),
        commands=("report",),
        coordinators=coordinators(turn),
    )


@hand.on("pass_on")
def they_would_pass_it_on(turn: Turn) -> Next:
    checkin = answered(turn)
    active(turn, checkin.pairing_id)
    return ask(hand_preview, checkin.id)


@hand.on("keep")
def they_keep_it(turn: Turn) -> Next:
    return ask(done, answered(turn).id)


@flow.step("hand_preview")
def hand_preview(turn: Turn) -> Card:
    words = Quote(words_passed_on(turn, turn.mine(Pairing, turn.mine(CheckIn).pairing_id)))
    said = coordinators(turn)
    return turn.card("checkin-hand-preview", words, taps=("send", "keep"), coordinators=said)


@hand_preview.on("send")
def they_ask_for_help(turn: Turn) -> Next:
    checkin = answered(turn)
    active(turn, checkin.pairing_id).ask_for_help(turn.now)
    said = coordinators(turn)
    more = ("help-me",)
    return finish(last_card(turn, "checkin-hand-sent", checkin, commands=more, coordinators=said))


@hand_preview.on("keep")
def they_keep_it_after_all(turn: Turn) -> Next:
    return ask(done, answered(turn).id)


def words_passed_on(turn: Turn, pairing: Pairing) -> str:
    """Return all that coordinators read when a pair asks for a hand."""
    names = turn.named((pairing.mentor_id, pairing.mentee_id))
    sides = {"mentor": names[pairing.mentor_id], "mentee": names[pairing.mentee_id]}
    return turn.say("checkin-hand-words", **sides)


def coordinators(turn: Turn) -> str:
    """Return who reads that a pair asked for a hand, in words."""
    names = turn.listing(distinct(turn.work.people.coordinators()).values())
    return names or turn.say("checkin-coordinators")


def ask_for_date(turn: Turn, checkin: CheckIn) -> bool:
    """Ask the partner for a date, as on any week, without a word on who wished it."""
    pairing = active(turn, checkin.pairing_id)
    partner = turn.partner(pairing)
    key = f"pairing:{pairing.id}:date:{partner.id}:{checkin.id}"
    return bool(turn.tell(partner, DATE_WANTED, subject=pairing.id, key=key))


@flow.step("date")
def date(turn: Turn) -> Card:
    name = partner_name(turn, turn.subject)
    return turn.card("checkin-date", commands=("plan",), partner=name)


DATE_WANTED = Prompt(
    name="date-wanted",
    to=Audience.PARTNER,
    kind=Kind.PROMPT,
    shows=(date,),
    until=Until.PAIRING,
    silence=Silence.STAYS_OPEN,
)
