"""What follows an answer: a tip, words to raise it, an agenda, a way out; each only if wanted."""

from bot.conversation.flow import Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.checkin import CheckIn, Progress
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.flows.checkin.between import OFFER, ask_for_date, hand, offer
from bot.flows.checkin.closing import MIDDLING, done
from bot.flows.checkin.gate import active, answered, flow, last_card, questions
from bot.flows.checkin.help_me import a_tip, help_words
from bot.messages.card import Bullets, Card


def follow(turn: Turn, checkin: CheckIn) -> Next:
    """Go on after the last question: what the answers call for, or one line of thanks."""
    seat = turn.seat(checkin.pairing_id)
    rating = checkin.rating or 0
    if rating < MIDDLING:
        return ask(low, checkin.id)
    if checkin.progress is Progress.HAND:
        return ask(hand, checkin.id)
    if rating > MIDDLING and checkin.progress is Progress.FORWARD:
        seat.good_weeks += 1
        if seat.good_weeks % rhythm.THANKS_EVERY == 0:
            questions(turn, checkin).step = OFFER
            return ask(offer, checkin.id)
    return ask(done, checkin.id)


@flow.step("low")
def low(turn: Turn) -> Card:
    checkin = turn.mine(CheckIn)
    seat = turn.seat(checkin.pairing_id)
    wants_a_hand = checkin.progress is Progress.HAND
    taps = ("tip", "words", "hand", "leave_it") if wants_a_hand else ("tip", "words", "leave_it")
    # Only the second low answer in a row brings the exit up: offered once, never pressed on anyone.
    key = "checkin-low-again" if seat.low_ratings == rhythm.LOW_IN_A_ROW else "checkin-low"
    return turn.card(key, taps=taps, commands=("report", "rematch"))


@low.on("tip")
def they_want_a_tip(turn: Turn) -> Next:
    return a_tip(turn, turn.mine(Pairing, answered(turn).pairing_id))


@low.on("words")
def they_want_words(turn: Turn) -> Next:
    return ask(help_words, turn.mine(Pairing, answered(turn).pairing_id).id)


@low.on("hand")
def they_want_a_hand(turn: Turn) -> Next:
    return ask(hand, answered(turn).id)


@low.on("leave_it")
def they_leave_it(turn: Turn) -> Next:
    return ask(done, answered(turn).id)


@flow.step("stuck")
def stuck(turn: Turn) -> Card:
    checkin = turn.mine(CheckIn)
    again = turn.seat(checkin.pairing_id).stuck_weeks >= rhythm.STUCK_IN_A_ROW
    taps = ("no_answer", "unsure", "hand") if again else ("no_answer", "unsure")
    return turn.card("checkin-stuck", taps=taps, commands=("plan", "report"))


@stuck.on("no_answer")
def they_hear_nothing(turn: Turn) -> Next:
    checkin = answered(turn)
    if checkin.stuck_on == "no_answer":
        raise Sorry("checkin-answered")
    partner = turn.called(turn.partner(active(turn, checkin.pairing_id)))
    checkin.stuck_on = "no_answer"
    key = "checkin-date-asked" if ask_for_date(turn, checkin) else "checkin-date-not-asked"
    return finish(last_card(turn, key, checkin, commands=("help-me",), partner=partner))


@stuck.on("unsure")
def they_wonder_what_to_do(turn: Turn) -> Next:
    checkin = answered(turn)
    checkin.stuck_on = "unsure"
    parts = ("one", "two", "three", "four")
    role = checkin.role.value
    agenda = Bullets(tuple(turn.say(f"checkin-agenda.{part}", role=role) for part in parts))
    more = ("help-me",)
    return finish(last_card(turn, "checkin-agenda", checkin, agenda, commands=more, role=role))


@stuck.on("hand")
def stuck_they_want_a_hand(turn: Turn) -> Next:
    return ask(hand, answered(turn).id)
