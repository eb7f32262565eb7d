"""The greeting, what can be typed, by role; and to whom a concern may be brought."""

from bot.conversation.flow import Flow, Next, finish
from bot.conversation.turn import Turn
from bot.domain.people import Role
from bot.messages.card import Bullets, Card, Facts, Text
from bot.services import concerns

flow = Flow("help")

FOR_EVERYBODY = (
    "hello",
    "join",
    "status",
    "lang",
    "who-sees",
    "my-data",
    "forget-me",
    "report",
    "help",
)
FOR_PARTICIPANTS = (
    "plan",
    "checkin",
    "tell",
    "agenda",
    "feedback",
    "profile",
    "pause",
    "resume",
    "rematch",
    "leave",
)
FOR_COORDINATORS = (
    "admin",
    "programme",
    "invite",
    "volunteers",
    "topics",
    "criteria",
    "match",
    "review",
    "why-not",
    "rules",
    "digest",
    "announce",
)
MOST_CONTACTS = 10
"""Concern contacts shown; one card holds them, and more do not make the choice easier."""


@flow.command("hello", "bonjour")
def hello(turn: Turn) -> Next:
    """Greet whoever brought the app in, or says hello; each is told what to do next."""
    if Role.COORDINATOR in turn.person.roles:
        if turn.records.programmes():
            return finish(turn.card("help-hello-coordinator", commands=("admin", "help")))
        return finish(turn.card("help-hello-first", commands=("programme", "help")))
    if not turn.records.coordinators():
        return finish(turn.card("help-hello-nobody", commands=("who-sees", "help")))
    return finish(turn.card("help-hello", commands=("status", "who-sees", "help")))


@flow.command("help", "aide")
def what_can_be_typed(turn: Turn) -> Next:
    blocks: list[Text | Bullets] = []
    if turn.enrolment is not None and turn.enrolment.takes_part:
        blocks += _group(turn, "participants", FOR_PARTICIPANTS)
    blocks += _group(turn, "everybody", FOR_EVERYBODY)
    if Role.COORDINATOR in turn.person.roles:
        blocks += _group(turn, "coordinators", FOR_COORDINATORS)
    return finish(turn.card("help-commands", *blocks, commands=("status", "who-sees", "report")))


@flow.command("report", "signaler")
def to_whom(turn: Turn) -> Next:
    return finish(contacts_card(turn))


def contacts_card(turn: Turn) -> Card:
    """Return the card that names whom to talk to; that it was asked for is not kept."""
    contacts = concerns.contacts_for(turn.records, turn.person)[:MOST_CONTACTS]
    if not contacts:
        return turn.card("help-nobody-to-tell", commands=("status",))
    rows = tuple((contact.name, contact.email) for contact in contacts)
    commands = ("status", "leave") if turn.pairing else ("status",)
    return turn.card("help-concern", Facts(rows), commands=commands)


def _group(turn: Turn, name: str, words: tuple[str, ...]) -> list[Text | Bullets]:
    lines = tuple(turn.say(f"help-command-{word}") for word in words)
    return [Text(turn.say(f"help-group-{name}")), Bullets(lines)]
