"""What only HR knows of the staff: who left, who is away until when, and who is back."""

import re
from datetime import date

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Next, ask, finish
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.people import Departure, Person
from bot.errors import Sorry
from bot.flows.leaving import absence, pause
from bot.messages.card import Card, Style
from bot.services import directory, lost_accounts

flow = Flow("staff", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

UNTIL = re.compile(r"(\S+) +(?:until|till|jusqu['’]?(?:au|à|a)?|au) +(\S.*)", re.IGNORECASE)
"""An address and a day: "ana@example.org until 2026-12-20", « … jusqu’au 2026-12-20 »."""


@flow.command("leaver", "départ")
def name_a_leaver(turn: Turn) -> Next:
    return ask(leaver, _may_leave(turn, _named(turn, turn.args, how="leaver")).id)


@flow.step("leaver")
def leaver(turn: Turn) -> Card:
    person = turn.coordinated(Person)
    yes = turn.tap("yes", turn.say("staff-leaver.yes"), style=Style.DANGER)
    return turn.card("staff-leaver", taps=(yes, "no"), name=person.name, email=person.email)


@leaver.on("yes")
def they_left(turn: Turn) -> Next:
    return note_leaver(turn, _may_leave(turn, turn.coordinated(Person)))


@leaver.on("no")
def they_stay(turn: Turn) -> Next:
    return finish(turn.card("staff-kept", commands=("console",)))


@flow.command("absent", "absence")
def name_an_absence(turn: Turn) -> Next:
    found = UNTIL.fullmatch(turn.args.strip())
    if found is None:
        raise Sorry("staff-absent-how", example=_example(turn))
    person = _named(turn, found[1], how="absent")
    if not (person.active or person.account_is_closed):
        raise Sorry("staff-has-left", **named(person))
    return note_absence(turn, person, day_of(turn, found[2]))


@flow.command("returned", "retour")
def name_a_return(turn: Turn) -> Next:
    person = _named(turn, turn.args, how="returned")
    if person.left_at is not None:
        lost_accounts.reopen(turn.work, turn.now, person)
    elif person.is_absent(turn.today):
        absence.be_back(turn.seen_by(person))
    else:
        raise Sorry("staff-is-here", name=person.name, email=person.email)
    turn.audit("person.returned", person.id)
    return finish(turn.card("staff-returned", commands=("console",), name=person.name))


def note_leaver(turn: Turn, person: Person) -> Next:
    """Take HR's word that somebody works here no more."""
    person.depart(Departure.HR, turn.now, turn.now)
    turn.audit("person.left", person.id)
    return finish(turn.card("staff-left", commands=("console",), **named(person)))


def note_absence(turn: Turn, person: Person, until: date) -> Next:
    """Take HR's word that somebody is away until a day."""
    absence.be_away(turn.seen_by(person), until)
    turn.audit("person.absent", person.id)
    card = turn.card("staff-absent", commands=("console",), day=turn.day(until), **named(person))
    return finish(card)


def named(person: Person) -> dict[str, str]:
    """Return somebody as HR tells them from all others."""
    return {"name": person.name, "email": person.email}


def _named(turn: Turn, text: str, *, how: str) -> Person:
    """Return the person whose e-mail address was typed; Sorry with how to write it."""
    email = text.strip().casefold()
    if "@" not in email or " " in email:
        raise Sorry(f"staff-{how}-how", example=_example(turn))
    person = turn.work.people.at([email]).get(email)
    if person is None:
        raise Sorry("staff-unknown", email=email[:60])
    return person


def _may_leave(turn: Turn, person: Person) -> Person:
    if person.left_at is not None and not person.account_is_closed:
        raise Sorry("staff-has-left", **named(person))
    if directory.is_last_coordinator(turn.work, person):
        raise Sorry("staff-last-coordinator")
    return person


def day_of(turn: Turn, text: str) -> date:
    """Return the day somebody is expected back; Sorry when it cannot be one."""
    try:
        return pause.day_of(turn, text)
    except Sorry as sorry:
        what = sorry.key.rpartition("-")[2]
        raise Sorry(f"staff-day-{what}", example=_example(turn)) from None


def _example(turn: Turn) -> str:
    return (turn.today + rhythm.SHORT_BREAK).isoformat()
