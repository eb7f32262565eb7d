"""The questions themselves: met, rating, progress; and the one after silent weeks.

A reminder shows the question that still awaits an answer, in one line: its ``value`` is "nudge",
or "last" when no further one comes.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.conversation.awaiting import FIRST_QUESTION
from bot.conversation.flow import Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain.checkin import AskState, CheckIn, Met, Progress
from bot.domain.pairing import LIVE, Pairing, PairingState
from bot.errors import Sorry
from bot.flows.checkin.after import follow, stuck
from bot.flows.checkin.closing import MIDDLING, done
from bot.flows.checkin.gate import (
    active,
    awaiting,
    close,
    flow,
    partner_name,
    questions,
    withdraw_reminders,
)
from bot.flows.checkin.mending import mendable, take_back
from bot.flows.meeting import days
from bot.messages.card import Button, Card
from bot.services import ledger

RATINGS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
"""Labels of the five ratings, and what each counts."""
MET_KEYS = {"nudge": "checkin-nudge", "last": "checkin-last"}
DENIALS = frozenset({Met.NOT_THIS_WEEK, Met.STUCK})
"""Answers that say of a meeting of the week past that it was not held."""


@flow.step(FIRST_QUESTION)
def met(turn: Turn) -> Card:
    checkin = turn.mine(CheckIn)
    pairing = turn.mine(Pairing, checkin.pairing_id)
    key = MET_KEYS.get(turn.value, "checkin-met")
    yes = days.yes_taps(turn, pairing, "yes", besides=checkin.meeting_id)
    taps: list[str | Button] = [*yes, "planned", "not_this_week", "stuck"]
    name = turn.called(turn.partner(pairing))
    return turn.card(key, taps=taps, commands=("report",), partner=name)


@flow.step("when")
def when(turn: Turn) -> Card:
    return _when(turn, days.to_choose)


@flow.step("when_else")
def when_else(turn: Turn) -> Card:
    return _when(turn, days.but_today)


def _when(turn: Turn, choose: Callable[..., list[date]]) -> Card:
    checkin = turn.mine(CheckIn)
    pairing = turn.mine(Pairing, checkin.pairing_id)
    further = ("earlier",) if days.earlier(turn, pairing) else ()
    taps = days.day_taps(turn, choose(turn, pairing, besides=checkin.meeting_id))
    return turn.card("checkin-when", taps=(*taps, *further))


@flow.step("earlier")
def before_that(turn: Turn) -> Card:
    pairing = turn.mine(Pairing, turn.mine(CheckIn).pairing_id)
    return turn.card("checkin-when", taps=days.day_taps(turn, days.earlier(turn, pairing)))


@when.on("earlier")
@when_else.on("earlier")
def it_was_earlier(turn: Turn) -> Next:
    return ask(before_that, awaiting(turn, met.name).id)


@met.on("yes")
@when.on("day")
@when_else.on("day")
@before_that.on("day")
def they_met(turn: Turn) -> Next:
    checkin = awaiting(turn, met.name)
    pairing = turn.mine(Pairing, checkin.pairing_id)
    on = days.chosen(turn, pairing, besides=checkin.meeting_id)
    if on is None:
        return ask(when_else if turn.value == days.ANOTHER else when, checkin.id)
    _note_met(turn, Met.YES)
    meeting = ledger.we_met(turn.work, turn.now, pairing, person=turn.person, on=on)
    checkin.meeting_id = meeting.id
    questions(turn, checkin).go_on("rating")
    return ask(rating, checkin.id)


@met.on("planned")
def it_is_planned(turn: Turn) -> Next:
    checkin = _note_met(turn, Met.PLANNED)
    close(turn, checkin)
    return ask(done, checkin.id)


@met.on("not_this_week")
def not_this_week(turn: Turn) -> Next:
    checkin = _note_met(turn, Met.NOT_THIS_WEEK)
    close(turn, checkin)
    return ask(done, checkin.id)


@met.on("stuck")
def they_are_stuck(turn: Turn) -> Next:
    checkin = _note_met(turn, Met.STUCK)
    close(turn, checkin)
    return ask(stuck, checkin.id)


def _note_met(turn: Turn, answer: Met) -> CheckIn:
    checkin = awaiting(turn, met.name)
    pairing = turn.mine(Pairing, checkin.pairing_id)
    if checkin.met is not Met.UNSAID:
        take_back(turn, pairing, checkin)
    checkin.met = answer
    seat = turn.seat(pairing.id)
    seat.silent_weeks = 0
    seat.stuck_weeks = seat.stuck_weeks + 1 if answer is Met.STUCK else 0
    withdraw_reminders(turn, checkin)
    if answer in DENIALS:
        denied = ledger.we_did_not(turn.work, turn.now, pairing, person=turn.person)
        checkin.meeting_id = denied.id if denied else ""
    return checkin


@flow.step("rating")
def rating(turn: Turn) -> Card:
    taps = [
        turn.tap("rate", turn.say(f"checkin-rating.{name}"), value=str(number))
        for name, number in RATINGS.items()
    ]
    return turn.card("checkin-rating", taps=taps, reminder=turn.value)


@rating.on("rate")
def they_rate(turn: Turn) -> Next:
    checkin = awaiting(turn, "rating")
    if turn.value not in {str(number) for number in RATINGS.values()}:
        raise Sorry("stale")
    checkin.rating = int(turn.value)
    questions(turn, checkin).go_on("progress")
    seat = turn.seat(checkin.pairing_id)
    seat.low_ratings = seat.low_ratings + 1 if checkin.rating < MIDDLING else 0
    return ask(progress, checkin.id)


@flow.step("progress")
def progress(turn: Turn) -> Card:
    facts = {"role": turn.mine(CheckIn).role.value, "reminder": turn.value}
    return turn.card("checkin-progress", taps=("forward", "same", "hand"), **facts)


@progress.on("forward")
def it_goes_forward(turn: Turn) -> Next:
    return _close(turn, Progress.FORWARD)


@progress.on("same")
def it_stays_the_same(turn: Turn) -> Next:
    return _close(turn, Progress.SAME)


@progress.on("hand")
def they_need_a_hand(turn: Turn) -> Next:
    return _close(turn, Progress.HAND)


def _close(turn: Turn, answer: Progress) -> Next:
    checkin = awaiting(turn, "progress")
    checkin.progress = answer
    close(turn, checkin)
    withdraw_reminders(turn, checkin)
    return follow(turn, checkin)


@flow.step("still")
def still(turn: Turn) -> Card:
    name = partner_name(turn, turn.mine(CheckIn).pairing_id)
    return turn.card("checkin-still", taps=("yes",), commands=("pause", "leave"), partner=name)


@still.on("yes")
def they_are_still_there(turn: Turn) -> Next:
    checkin = awaiting(turn, "still")
    turn.seat(checkin.pairing_id).silent_weeks = 0
    questions(turn, checkin).go_on(met.name)
    return ask(met, checkin.id)


STEPS = {step.name: step for step in (met, rating, progress, still)}
"""The questions by the name a check-in stores."""


@flow.command("checkin", "bilan", "point", "check-in")
def open_question(turn: Turn) -> Next:
    live = turn.work.pairings.of(turn.person.id, *LIVE)
    for pairing in live:
        checkin = turn.work.checkins.open(pairing.id, turn.person.id)
        if checkin is not None:
            return ask(STEPS[questions(turn, checkin).step], checkin.id)
    if not live:
        return finish(turn.card("checkin-none"))
    if all(pairing.state is PairingState.PAUSED for pairing in live):
        return finish(turn.card("checkin-resting"))
    if any(mendable(turn, pairing) for pairing in live):
        return ask(later)
    return finish(_nothing_open(turn, live))


@flow.step("later")
def later(turn: Turn) -> Card:
    """When the next question comes, while the last answer can still be put right."""
    live = turn.work.pairings.of(turn.person.id, *LIVE)
    return _nothing_open(turn, live, *(tap for p in live for tap in _again_taps(turn, p)))


@done.on("again")
@later.on("again")
def it_was_a_mistake(turn: Turn) -> Next:
    checkin = turn.mine(CheckIn)
    if mendable(turn, active(turn, checkin.pairing_id)) is checkin:
        checkin.reopen()
        take_back(turn, turn.mine(Pairing, checkin.pairing_id), checkin)
        asked = questions(turn, checkin)
        asked.step, asked.taps, checkin.thanks = met.name, 0, ""
    elif checkin.state is not AskState.OPEN:
        raise Sorry("checkin-lapsed")
    return ask(STEPS[questions(turn, checkin).step], checkin.id)


def _again_taps(turn: Turn, pairing: Pairing) -> list[Button]:
    checkin = mendable(turn, pairing)
    if checkin is None:
        return []
    label = turn.say("checkin-again.about", partner=turn.called(turn.partner(pairing)))
    return [replace(turn, subject=checkin.id).tap("again", label)]


def _nothing_open(turn: Turn, live: list[Pairing], *taps: Button) -> Card:
    seats = [turn.seat(pairing.id) for pairing in live if pairing.runs_for(turn.person.id)]
    ahead = [seat.next_due_at for seat in seats if seat.next_due_at is not None]
    if not ahead:
        return turn.card("checkin-over", taps=taps)
    return turn.card("checkin-later", taps=taps, day=turn.day(min(ahead)))
