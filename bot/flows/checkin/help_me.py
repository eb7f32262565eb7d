"""Help at any time in a pairing: a tip, words to raise it, a hand; each leaves the others open."""

from bot.conversation.flow import Next, ask, finish
from bot.conversation.partners import which_partner
from bot.conversation.turn import Turn
from bot.domain.pairing import LIVE, Pairing
from bot.errors import Sorry
from bot.flows.checkin.between import coordinators, words_passed_on
from bot.flows.checkin.gate import active, flow
from bot.flows.meeting import tips
from bot.messages.card import Button, Card, Quote, Text

OTHERWISE = ("report", "rematch")
"""Commands on every card of help: somebody outside, and a way out."""


@flow.command("help-me", "coup-de-main", rank=1)
def open_help(turn: Turn) -> Next:
    live = turn.work.pairings.of(turn.person.id, *LIVE)
    if not live:
        raise Sorry("checkin-help-nobody")
    return ask(help_with, live[0].id) if len(live) == 1 else ask(help_which)


@flow.step("help_which")
def help_which(turn: Turn) -> Card:
    live = turn.work.pairings.of(turn.person.id, *LIVE)
    return which_partner(turn, "checkin-help-which", live, commands=("report",))


@help_which.on("open")
def they_say_with_whom(turn: Turn) -> Next:
    return ask(help_with, turn.mine(Pairing, turn.value).id)


@flow.step("help")
def help_with(turn: Turn) -> Card:
    """Everything that may help, and that nothing is told to anybody by looking."""
    pairing = turn.mine(Pairing)
    partner = turn.called(turn.partner(pairing))
    taps = _offers(turn, pairing)
    return turn.card("checkin-help", taps=taps, commands=OTHERWISE, partner=partner)


@flow.step("help_tip")
def help_tip(turn: Turn) -> Card:
    """The tip that was given last, and all other help."""
    pairing = turn.mine(Pairing)
    seat = turn.seat(pairing.id)
    said = Text(tips.tip(turn, seat, seat.tips[-1] if seat.tips else 0))
    return turn.card("checkin-tip", said, taps=_offers(turn, pairing), commands=OTHERWISE)


@flow.step("help_spent")
def help_spent(turn: Turn) -> Card:
    """What somebody reads who had all tips; the other kinds of help go on."""
    pairing = turn.mine(Pairing)
    said = Text(turn.say("checkin-tip.none"))
    taps = _offers(turn, pairing, but="tip")
    return turn.card("checkin-tip", said, taps=taps, commands=OTHERWISE)


@flow.step("help_words")
def help_words(turn: Turn) -> Card:
    pairing = turn.mine(Pairing)
    role = turn.seat(pairing.id).role.value
    taps = _offers(turn, pairing, but="words")
    return turn.card("checkin-words", taps=taps, commands=OTHERWISE, role=role)


@flow.step("help_hand")
def help_hand(turn: Turn) -> Card:
    turn.mine(Pairing)
    said = coordinators(turn)
    taps = ("pass_on", "keep")
    return turn.card("checkin-hand", taps=taps, commands=("report",), coordinators=said)


@flow.step("help_preview")
def help_preview(turn: Turn) -> Card:
    words = Quote(words_passed_on(turn, turn.mine(Pairing)))
    said = coordinators(turn)
    return turn.card("checkin-hand-preview", words, taps=("send", "keep"), coordinators=said)


@help_with.on("tip")
@help_tip.on("tip")
@help_words.on("tip")
def they_want_a_tip(turn: Turn) -> Next:
    return a_tip(turn, turn.mine(Pairing))


@help_with.on("words")
@help_tip.on("words")
@help_spent.on("words")
def they_want_words(turn: Turn) -> Next:
    return ask(help_words, turn.mine(Pairing).id)


@help_with.on("hand")
@help_tip.on("hand")
@help_spent.on("hand")
@help_words.on("hand")
def they_want_a_hand(turn: Turn) -> Next:
    return ask(help_hand, active(turn, turn.subject).id)


@help_hand.on("pass_on")
def they_would_pass_it_on(turn: Turn) -> Next:
    return ask(help_preview, active(turn, turn.subject).id)


@help_preview.on("send")
def they_ask_for_help(turn: Turn) -> Next:
    active(turn, turn.subject).ask_for_help(turn.now)
    said = coordinators(turn)
    return finish(turn.card("checkin-hand-sent", commands=("help-me",), coordinators=said))


@help_hand.on("keep")
@help_preview.on("keep")
def they_keep_it(turn: Turn) -> Next:
    return ask(help_with, turn.mine(Pairing).id)


def a_tip(turn: Turn, pairing: Pairing) -> Next:
    """Give the next tip, and go on with all other help; the bare fact is kept in the seat."""
    seat = turn.seat(pairing.id)
    number = tips.next_number(turn.work, seat)
    if not number:
        return ask(help_spent, pairing.id)
    tips.note_given(seat, number)
    return ask(help_tip, pairing.id)


def _offers(turn: Turn, pairing: Pairing, but: str = "") -> list[str | Button]:
    """Return what may be had next; a hand while the pairing goes on.

    It stays when somebody asked: a button that is gone would tell the other of the two.
    """
    may_ask = pairing.runs_for(turn.person.id)
    names = ("tip", "words", *(("hand",) if may_ask else ()))
    return [name for name in names if name != but]
