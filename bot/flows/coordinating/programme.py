"""The programme itself: its rhythm, and how its cycles begin and end."""

from collections.abc import Callable
from datetime import date

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Invalid, Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain.pairing import LIVE
from bot.domain.programme import Cycle, Programme
from bot.errors import Sorry
from bot.flows.coordinating.counted import said_count
from bot.flows.coordinating.cycles import answer_by, checkin_moment, lock_cycle, open_cycle
from bot.flows.coordinating.digest import EVERY_WEEK
from bot.flows.coordinating.programme_settings import (
    DEFAULTS,
    answer_by_input,
    read_answer_by,
    read_settings,
    settings_inputs,
    settings_of,
)
from bot.flows.coordinating.round_end import end_round, waiting
from bot.messages.card import Card, Facts, Style
from bot.messages.form import Form

flow = Flow("programme", roles=COORDINATORS, chapter=Chapter.COORDINATORS)


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
        rows += answer_by(turn, cycle, "programme-label.answer-by")
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


def _open_cycle(turn: Turn, programme: Programme, promised: date) -> Next:
    last = turn.work.programmes.last_cycle()
    cycle = Cycle(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        programme_id=programme.id,
        number=last.number + 1 if last else 1,
        answer_by=promised,
    )
    turn.work.add(cycle)
    programme.digest_due_at = due = EVERY_WEEK.after(turn.now, turn.person)
    turn.audit("cycle.opened", cycle.id)
    card = turn.card(
        "programme-opened",
        commands=("invite", "programme"),
        name=programme.name,
        number=cycle.number,
        day=turn.day(promised),
        digest=turn.moment(due),
    )
    return finish(card)


def _ending(turn: Turn, key: str) -> Card:
    """Ask once more, with what it would mean."""
    cycle = open_cycle(turn, turn.subject)
    yes = turn.tap("yes", turn.say(f"{key}.yes"), style=Style.DANGER)
    counts = turn.work.pairings.counts(cycle.id)
    live = sum(counts.get(state, 0) for state in LIVE)
    return turn.card(
        key,
        taps=(yes, "no"),
        number=cycle.number,
        some="yes" if live else "no",
        pairings=said_count(turn, live),
        waiting="yes" if waiting(turn, cycle) else "no",
    )


def _end(turn: Turn, move: Callable[[Cycle], None]) -> Next:
    cycle = lock_cycle(turn, turn.subject)
    told = end_round(turn, cycle, move)
    state = cycle.state.value
    turn.audit(f"cycle.{state}", cycle.id, told=told)
    said = "yes" if told else "no"
    return finish(turn.card(f"programme-{state}", commands=("programme",), told=said))
