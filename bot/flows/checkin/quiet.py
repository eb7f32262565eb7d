"""A word to both after weeks without a recorded meeting, before anybody else reads of it."""

from bot.conversation.flow import Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.pairing import Pairing
from bot.errors import Sorry
from bot.flows.checkin.gate import active, flow
from bot.flows.meeting import days
from bot.messages.card import Card
from bot.services import ledger


@flow.step("quiet")
def quiet(turn: Turn) -> Card:
    """What both read: three weeks without a meeting, or three dates in a row that were off."""
    pairing = turn.mine(Pairing)
    is_long = pairing.days_without_meeting(turn.today) >= rhythm.NO_MEETING.days
    return turn.card(
        "checkin-quiet" if is_long else "checkin-quiet-off",
        taps=(*days.yes_taps(turn, pairing, "met"), "let_be"),
        commands=("plan",),
        partner=turn.called(turn.partner(pairing)),
        count=pairing.cancellations,
        day=turn.day((pairing.warned_at or turn.now) + rhythm.COORDINATORS_SEE_AFTER),
    )


@flow.step("quiet_when")
def when_was_it(turn: Turn) -> Card:
    pairing = turn.mine(Pairing)
    further = ("earlier",) if days.earlier(turn, pairing) else ()
    taps = days.day_taps(turn, days.but_today(turn, pairing))
    return turn.card("checkin-when", taps=(*taps, *further))


@flow.step("quiet_earlier")
def when_before_that(turn: Turn) -> Card:
    pairing = turn.mine(Pairing)
    return turn.card("checkin-when", taps=days.day_taps(turn, days.earlier(turn, pairing)))


@when_was_it.on("earlier")
def it_was_earlier(turn: Turn) -> Next:
    return ask(when_before_that, _still_quiet(turn).id)


@quiet.on("met")
@when_was_it.on("day")
@when_before_that.on("day")
def they_did_meet(turn: Turn) -> Next:
    pairing = _still_quiet(turn)
    on = days.chosen(turn, pairing)
    if on is None:
        return ask(when_was_it, pairing.id)
    ledger.we_met(turn.work, turn.now, pairing, person=turn.person, on=on)
    return finish(turn.card("checkin-quiet-met"))


@quiet.on("let_be")
def they_want_to_be_left_be(turn: Turn) -> Next:
    _still_quiet(turn).leave_be()
    return finish(turn.card("checkin-quiet-left"))


def _still_quiet(turn: Turn) -> Pairing:
    pairing = active(turn, turn.subject)
    if pairing.warned_at is None or pairing.left_be:
        raise Sorry("checkin-answered")
    return pairing
