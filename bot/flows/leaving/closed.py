"""A closed account: what its owner takes part in rests, and HR is asked what became of them."""

from datetime import date

from bot.conversation.flow import Invalid, Next, ask, finish
from bot.conversation.instants import WorkingDaysLater
from bot.conversation.prompt import Audience, Prompt, Silence
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.delivery import Kind
from bot.domain.people import Departure, Person
from bot.domain.rhythm import WorkingDays
from bot.errors import Sorry
from bot.flows.leaving import absence, staff
from bot.flows.leaving.staff import flow
from bot.messages.card import Card, Style
from bot.messages.form import DateInput, Form
from bot.services import lost_accounts, pauses


@flow.step("closed")
def closed(turn: Turn) -> Card:
    """Ask whether somebody has left whose account is closed, and say what happens otherwise."""
    person = _whose(turn)
    left = turn.tap("left", turn.say("staff-closed.left"), style=Style.DANGER)
    return turn.card(
        "staff-closed",
        taps=(left, "away", "wait"),
        name=person.name,
        email=person.email,
        since=turn.day(person.left_at or turn.now),
        day=turn.day(lost_accounts.gone_at(person)),
    )


ACCOUNT_CLOSED = Prompt(
    name="account-closed",
    to=Audience.COORDINATORS,
    kind=Kind.PROMPT,
    when=WorkingDaysLater(rhythm.CLOSED_ASKED),
    shows=(closed,),
    until=WorkingDaysLater(WorkingDays(rhythm.CLOSED_FOR_GOOD - rhythm.CLOSED_ASKED)),
    silence=Silence.LEFT,
)


@closed.on("left")
def they_left(turn: Turn) -> Next:
    return staff.note_leaver(turn, _whose(turn))


@closed.on("away", form=True)
def they_are_away(turn: Turn) -> Next:
    return ask(until_when, _whose(turn).id)


@closed.on("wait")
def nobody_knows_yet(turn: Turn) -> Next:
    person = _whose(turn)
    person.due_at = lost_accounts.asked_again_at(turn.now, person)
    turn.audit("person.awaited", person.id)
    values = {"name": person.name, "day": turn.day(person.due_at)}
    is_last = "yes" if person.due_at == lost_accounts.gone_at(person) else "no"
    return finish(turn.card("staff-waits", commands=("console",), last=is_last, **values))


@flow.step("until_when")
def until_when(turn: Turn) -> Form:
    person = _whose(turn)
    label, hint = turn.say("staff-until-when.label"), turn.say("staff-until-when.hint")
    day = DateInput(name="until", label=label, hint=hint, required=True)
    return turn.form("staff-until-when", day, name=person.name)


@until_when.on_submit
def they_are_back_on_a_day(turn: Turn) -> Next:
    person = _whose(turn)
    try:
        until: date = staff.day_of(turn, turn.field("until"))
    except Sorry as sorry:
        return Invalid({"until": turn.say(sorry.key, **sorry.values)})
    return staff.note_absence(turn, person, until)


def look(turn: Turn) -> None:
    """Let what somebody takes part in rest, and in time ask coordinators what became of them.

    It is this turn's person whose account is closed. Nobody is asked about whoever has no part.
    """
    person = turn.person
    if person.departure is Departure.PLATFORM:
        absence.fall_silent(turn)
    asked_at = lost_accounts.asked_at(person)
    if turn.now < asked_at:
        person.due_at = asked_at
        return
    person.due_at = lost_accounts.gone_at(person)
    if not pauses.live_enrolments(turn.work, person.id):
        return
    for coordinator in turn.work.people.coordinators():
        key = f"closed:{person.id}:{turn.work.new_id()}"
        turn.tell(coordinator, ACCOUNT_CLOSED, subject=person.id, key=key)


def rest_on(turn: Turn) -> None:
    """Go on resting with somebody whose account is still closed on the day they were to be back."""
    person = turn.person
    person.absent_until = None
    person.depart(Departure.AWAY, turn.now, turn.now)
    person.due_at = lost_accounts.asked_at(person)


def _whose(turn: Turn) -> Person:
    """Return whose account is closed; Sorry once it is open again, or somebody knew better."""
    person = turn.coordinated(Person)
    if not person.account_is_closed:
        raise Sorry("staff-has-left" if person.left_at else "staff-settled", **staff.named(person))
    return person
