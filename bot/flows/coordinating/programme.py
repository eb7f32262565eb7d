"""The programme itself: its rhythm, and how its cycles begin and end."""

from collections.abc import Callable, Collection
from datetime import date
from functools import partial

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Invalid, Next, ask, finish
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.sending import tell_all
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.pairing import LIVE
from bot.domain.people import Person
from bot.domain.programme import TAKES_PART, Cycle, EnrolmentState, Programme
from bot.errors import Sorry
from bot.flows.coordinating.cycles import checkin_moment, lock_cycle, open_cycle
from bot.flows.coordinating.digest import EVERY_WEEK
from bot.flows.coordinating.programme_settings import (
    DEFAULTS,
    answer_by_input,
    read_answer_by,
    read_settings,
    settings_inputs,
    settings_of,
)
from bot.messages.card import Card, Facts, Style
from bot.messages.form import Form

flow = Flow("programme", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

CYCLE_OVER = Prompt(name="cycle-over", to=Audience.UNPAIRED, kind=Kind.NOTICE)


@flow.command("programme")
def open_programme(turn: Turn) -> Next:
    programme = turn.work.programmes.running()
    return ask(home, programme.id) if programme else ask(create)


@flow.step("home")
def home(turn: Turn) -> Card:
    programme = turn.coordinated(Programme)
    cycle = turn.work.programmes.last_cycle()
    rows = [
        (turn.say("programme-label.weeks"), str(programme.weeks)),
        (turn.say("programme-label.meetings"), str(programme.meetings)),
        (turn.say("programme-label.checkin"), checkin_moment(turn, programme)),
    ]
    if cycle is not None:
        state = turn.say(f"programme-state.{cycle.state.value}", number=cycle.number)
        rows.append((turn.say("programme-label.cycle"), state))
    if cycle is not None and cycle.welcomes:
        rows.append((turn.say("programme-label.answer-by"), turn.day(cycle.answer_by)))
        return turn.card(
            "programme-home",
            Facts(tuple(rows)),
            taps=("edit", "close", "cancel"),
            commands=("criteria", "topics", "invite", "announce", "match"),
            name=programme.name,
        )
    taps = ("cycle", "edit")
    return turn.card("programme-between", Facts(tuple(rows)), taps=taps, name=programme.name)


@home.on("edit", form=True)
def change_settings(turn: Turn) -> Next:
    return ask(edit, turn.coordinated(Programme).id)


@home.on("cycle", form=True)
def begin_another(turn: Turn) -> Next:
    _nothing_open(turn)
    return ask(new_cycle, turn.subject)


@home.on("close")
def close_asked(turn: Turn) -> Next:
    return ask(closing, open_cycle(turn).id)


@home.on("cancel")
def cancel_asked(turn: Turn) -> Next:
    return ask(cancelling, open_cycle(turn).id)


@flow.step("create")
def create(turn: Turn) -> Form:
    inputs = settings_inputs(turn, DEFAULTS)
    return turn.form("programme-create", *inputs, answer_by_input(turn))


@create.on_submit
def created(turn: Turn) -> Next:
    turn.work.one_at_a_time()
    if turn.work.programmes.running() is not None:
        raise Sorry("programme-exists")
    settings, faults = read_settings(turn)
    day, day_faults = read_answer_by(turn)
    if settings is None or day is None:
        return Invalid({**faults, **day_faults})
    programme = Programme(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        name=settings.name,
        created_by=turn.person.id,
    )
    settings.apply(programme)
    turn.work.add(programme)
    turn.audit("programme.created", programme.id)
    return _open_cycle(turn, programme, day)


@flow.step("edit")
def edit(turn: Turn) -> Form:
    now = settings_of(turn.coordinated(Programme))
    return turn.form("programme-edit", *settings_inputs(turn, now))


@edit.on_submit
def edited(turn: Turn) -> Next:
    settings, faults = read_settings(turn)
    if settings is None:
        return Invalid(faults)
    programme = turn.coordinated(Programme)
    settings.apply(programme)
    turn.audit("programme.changed", programme.id)
    return ask(home, programme.id)


@flow.step("cycle")
def new_cycle(turn: Turn) -> Form:
    return turn.form("programme-cycle", answer_by_input(turn))


@new_cycle.on_submit
def cycle_opened(turn: Turn) -> Next:
    turn.work.one_at_a_time()
    _nothing_open(turn)
    day, faults = read_answer_by(turn)
    if day is None:
        return Invalid(faults)
    return _open_cycle(turn, turn.coordinated(Programme), day)


@flow.step("closing")
def closing(turn: Turn) -> Card:
    return _ending(turn, "programme-closing")


@closing.on("yes")
def closed(turn: Turn) -> Next:
    return _end(turn, Cycle.close)


@flow.step("cancelling")
def cancelling(turn: Turn) -> Card:
    return _ending(turn, "programme-cancelling")


@cancelling.on("yes")
def cancelled(turn: Turn) -> Next:
    return _end(turn, Cycle.cancel)


@closing.on("no")
@cancelling.on("no")
def kept(turn: Turn) -> Next:
    return ask(home, open_cycle(turn, turn.subject).programme_id)


def _nothing_open(turn: Turn) -> None:
    if turn.cycle is not None:
        raise Sorry("programme-still-open", number=turn.cycle.number)


def _open_cycle(turn: Turn, programme: Programme, answer_by: date) -> Next:
    last = turn.work.programmes.last_cycle()
    cycle = Cycle(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        programme_id=programme.id,
        number=last.number + 1 if last else 1,
        answer_by=answer_by,
    )
    turn.work.add(cycle)
    programme.digest_due_at = due = EVERY_WEEK.after(turn.now, turn.person)
    turn.audit("cycle.opened", cycle.id)
    card = turn.card(
        "programme-opened",
        commands=("invite", "programme"),
        name=programme.name,
        number=cycle.number,
        day=turn.day(answer_by),
        digest=turn.moment(due),
    )
    return finish(card)


def _ending(turn: Turn, key: str) -> Card:
    """Ask once more, with what it would mean in numbers."""
    cycle = open_cycle(turn, turn.subject)
    yes = turn.tap("yes", turn.say(f"{key}.yes"), style=Style.DANGER)
    counts = turn.work.pairings.counts(cycle.id)
    live = sum(counts.get(state, 0) for state in LIVE)
    waiting = len(_waiting(turn, cycle))
    return turn.card(key, taps=(yes, "no"), number=cycle.number, pairings=live, waiting=waiting)


def _end(turn: Turn, move: Callable[[Cycle], None]) -> Next:
    """End a cycle: what was not decided is taken back, and who waits hears it; pairings go on.

    A coordinator never ends a pairing: that stays with its two people.
    """
    cycle = lock_cycle(turn, turn.subject)
    asked: set[str] = set()
    for proposal_id, *people in turn.work.proposals.end_offers(cycle.id):
        asked.update(people)
        for person_id in people:
            turn.work.outbox.cancel(person_id, turn.now, prefix=f"proposal:{proposal_id}:")
    turn.work.enrolments.end_invitations(cycle.id, turn.now)
    _keep_their_turn(turn, cycle, asked)
    move(cycle)
    state = cycle.state.value
    told = _tell_who_waits(turn, cycle, f"programme-told-{state}")
    turn.audit(f"cycle.{state}", cycle.id, told=told)
    return finish(turn.card(f"programme-{state}", commands=("programme",), told=told))


def _tell_who_waits(turn: Turn, cycle: Cycle, text: str) -> int:
    """Tell those without a partner; whoever had one does not read that there was none."""
    had_one = turn.work.pairings.ever_paired(cycle.id)
    told = 0
    for ending, had in (("", False), ("-after", True)):
        people = [each for each in _waiting(turn, cycle) if (each.id in had_one) is had]
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


def _waiting(turn: Turn, cycle: Cycle) -> list[Person]:
    """Who said yes to a cycle, is not resting, and has no partner now."""
    paired = turn.work.pairings.paired()
    volunteers = turn.work.enrolments.people(cycle.id, EnrolmentState.JOINED)
    return [person for person in volunteers if person.id not in paired]
