"""To whom a concern may be brought; and all that can be typed, by role."""

from bot import calendar
from bot.conversation.flow import EVERYBODY, Chapter, Flow, Next, finish
from bot.conversation.instants import NextMorning
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.people import Person
from bot.messages.card import Bullets, Card, Facts, Text
from bot.services import concerns
from bot.services.called import distinct

flow = Flow("help", roles=EVERYBODY, chapter=Chapter.EVERYBODY)

MOST_CONTACTS = 10
"""Concern contacts shown; one card holds them, and more do not make the choice easier."""


@flow.command("report", "signaler")
def to_whom(turn: Turn) -> Next:
    contacts = concerns.contacts_for(turn.work, turn.now, turn.person)
    if contacts:
        return finish(_contacts_card(turn, contacts))
    named = [_ask_for_another(turn, person) for person in turn.work.people.coordinators()]
    return finish(
        turn.card("help-nobody-to-tell", commands=("status",), asked="yes" if any(named) else "no")
    )


@flow.step("wanted")
def wanted(turn: Turn) -> Card:
    """What coordinators read when somebody has nobody to turn to; nothing of it tells who."""
    return turn.card("help-contact-wanted", commands=("contacts", "who-sees"))


WANTED = Prompt(
    name="contact-wanted",
    to=Audience.COORDINATORS,
    kind=Kind.NOTICE,
    when=NextMorning(),
    shows=(wanted,),
)


@flow.command("help", "aide")
def what_can_be_typed(turn: Turn) -> Next:
    blocks: list[Text | Bullets] = []
    for chapter in Chapter:
        lines = _lines(turn, chapter)
        if lines:
            blocks += [Text(turn.say(f"help-group-{chapter}")), Bullets(lines)]
    return finish(turn.card("help-commands", *blocks, commands=("status", "who-sees", "report")))


def _ask_for_another(turn: Turn, coordinator: Person) -> bool:
    """Ask a coordinator to name one more contact, at most once a week: not why, nor who asked."""
    week = calendar.local_week(turn.now, coordinator.zone)
    key = f"contact-wanted:{week}:{coordinator.id}"
    return bool(turn.tell(coordinator, WANTED, key=key))


def _contacts_card(turn: Turn, contacts: list[Person]) -> Card:
    """Return the card that names whom to talk to; that it was asked for is not kept."""
    shown = contacts[:MOST_CONTACTS]
    names = distinct(shown)
    rows = tuple((names[contact.id], contact.email) for contact in shown)
    commands = ("status", "leave") if turn.pairing else ("status",)
    are_known = concerns.lines_are_known(turn.work, turn.person, shown)
    line = "known" if are_known else "unknown"
    return turn.card("help-concern", Facts(rows), commands=commands, line=line)


def _lines(turn: Turn, chapter: Chapter) -> tuple[str, ...]:
    """Tell the commands of a chapter that are any use to this person."""
    takes_part = turn.enrolment is not None and turn.enrolment.takes_part
    if chapter is Chapter.PARTICIPANTS and not takes_part:
        return ()
    commands = turn.registry.allowed(turn.person.roles)
    return tuple(turn.say(each.help_line) for each in commands if each.chapter is chapter)
