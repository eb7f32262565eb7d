"""To whom a concern may be brought; and all that can be typed, by role."""

from bot.conversation.flow import EVERYBODY, Chapter, Flow, Next, finish
from bot.conversation.turn import Turn
from bot.messages.card import Bullets, Card, Facts, Text
from bot.services import concerns
from bot.services.called import distinct

flow = Flow("help", roles=EVERYBODY, chapter=Chapter.EVERYBODY)

MOST_CONTACTS = 10
"""Concern contacts shown; one card holds them, and more do not make the choice easier."""


@flow.command("report", "signaler")
def to_whom(turn: Turn) -> Next:
    return finish(contacts_card(turn))


@flow.command("help", "aide")
def what_can_be_typed(turn: Turn) -> Next:
    blocks: list[Text | Bullets] = []
    for chapter in Chapter:
        lines = _lines(turn, chapter)
        if lines:
            blocks += [Text(turn.say(f"help-group-{chapter}")), Bullets(lines)]
    return finish(turn.card("help-commands", *blocks, commands=("status", "who-sees", "report")))


def contacts_card(turn: Turn) -> Card:
    """Return the card that names whom to talk to; that it was asked for is not kept."""
    contacts = concerns.contacts_for(turn.work, turn.person)[:MOST_CONTACTS]
    if not contacts:
        return turn.card("help-nobody-to-tell", commands=("status",))
    names = distinct(contacts)
    rows = tuple((names[contact.id], contact.email) for contact in contacts)
    commands = ("status", "leave") if turn.pairing else ("status",)
    return turn.card("help-concern", Facts(rows), commands=commands)


def _lines(turn: Turn, chapter: Chapter) -> tuple[str, ...]:
    """Tell the commands of a chapter that are any use to this person."""
    takes_part = turn.enrolment is not None and turn.enrolment.takes_part
    if chapter is Chapter.PARTICIPANTS and not takes_part:
        return ()
    commands = turn.registry.allowed(turn.person.roles)
    return tuple(turn.say(each.help_line) for each in commands if each.chapter is chapter)
