"""To whom concerns may be brought: seen, named one by one or as a list, and taken off again."""

from collections.abc import Iterable

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Invalid, Next, ask, finish
from bot.conversation.naming import choices
from bot.conversation.turn import Turn
from bot.domain.people import Person
from bot.errors import Sorry
from bot.messages.card import Card, Facts
from bot.messages.form import Form, TextInput
from bot.services.called import names_in, people_called
from bot.services.concerns import is_absent

flow = Flow("contacts", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

MOST = 10
"""Contacts there may be: one card holds them, and more do not make anybody's choice easier."""
LIST_LIMIT = 1000
"""Characters of one list of names."""
MOST_REPEATED = 5
"""Names said back of those that mean nobody."""


@flow.command("contacts", "personnes-ressources")
def contacts(turn: Turn) -> Next:
    return ask(home)


@flow.step("home")
def home(turn: Turn) -> Card:
    """Who is named now and can be turned to, with a button each."""
    found = turn.work.people.concern_contacts()
    if not found:
        return turn.card("contacts-none", taps=("name",), commands=("console",))
    shown = found[:MOST]
    names = turn.in_full(each.id for each in shown)
    rows = tuple((names[each.id], _reached(turn, each)) for each in shown)
    buttons = [
        turn.tap("take", turn.say("contacts-home.take", name=names[each.id]), value=each.id)
        for each in shown
    ]
    more = ("name",) if len(found) < MOST else ()
    return turn.card("contacts-home", Facts(rows), taps=(*more, *buttons), commands=("console",))


@home.on("name", form=True)
def naming_asked(turn: Turn) -> Next:
    return ask(naming)


@home.on("take")
def taken_off(turn: Turn) -> Next:
    turn.work.one_at_a_time()
    person = turn.coordinated(Person, turn.value)
    if person.is_concern_contact:
        others = [each for each in turn.work.people.concern_contacts() if each.id != person.id]
        if not others:
            raise Sorry("contacts-last")
        person.is_concern_contact = False
        turn.audit("contact.removed", person.id)
    return ask(home)


@flow.step("naming")
def naming(turn: Turn) -> Form:
    who = TextInput(
        name="who",
        label=turn.say("contacts-naming.who"),
        hint=turn.say("contacts-naming.hint"),
        required=True,
        limit=LIST_LIMIT,
        long=True,
    )
    return turn.form("contacts-naming", who)


@naming.on_submit
def named(turn: Turn) -> Next:
    text = turn.field("who")
    words = names_in(text)
    fault = _length_fault(turn, text, words)
    meant = {} if fault else {each: people_called(turn.work, each) for each in words}
    if fault := fault or _fault(turn, meant):
        return Invalid({"who": fault})
    turn.work.one_at_a_time()
    people = {people[0].id: people[0] for people in meant.values()}
    now = {each.id for each in turn.work.people.concern_contacts()}
    if len(now | people.keys()) > MOST:
        return Invalid({"who": turn.say("contacts-naming.too-many", most=MOST)})
    for person in people.values():
        person.is_concern_contact = True
        turn.audit("contact.named", person.id)
    names = turn.listing(turn.in_full(people).values())
    return finish(turn.card("contacts-kept", commands=("contacts",), names=names))


def _reached(turn: Turn, person: Person) -> str:
    """Return how somebody is reached, or that they cannot be at the moment."""
    if is_absent(turn.work, turn.now, person):
        return turn.say("contacts-home.away")
    return person.email or turn.say("contacts-home.in-chat")


def _length_fault(turn: Turn, text: str, words: list[str]) -> str:
    """Return a sentence if the list is too long, or names nobody."""
    if len(text) > LIST_LIMIT:
        return turn.say("field-length", length=len(text), limit=LIST_LIMIT)
    return "" if words else turn.say("contacts-naming.needed")


def _fault(turn: Turn, meant: dict[str, list[Person]]) -> str:
    """Return a sentence if some words mean nobody, or several people."""
    strangers = [words for words, people in meant.items() if not people]
    if strangers:
        return turn.say("contacts-naming.strangers", names=_said(turn, strangers))
    for words, people in meant.items():
        if len(people) > 1:
            names = choices(turn, turn.in_full(each.id for each in people).values())
            return turn.say("contacts-naming.several", name=words, names=names)
    return ""


def _said(turn: Turn, words: Iterable[str]) -> str:
    return turn.listing(list(words)[:MOST_REPEATED])
