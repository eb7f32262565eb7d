"""What somebody sees on a page of their own beside the chat, where a platform keeps one."""

from bot.conversation.turn import Turn
from bot.domain.people import Role
from bot.flows.coordinating import console
from bot.flows.mine.standing import standing
from bot.messages.card import Card

RIGHTS = ("profile", "lang", "who-sees", "my-data", "report", "help")


def home(turn: Turn) -> tuple[Card, ...]:
    """Return where they stand, their settings and rights, and for coordinators the console.

    It is only looked at: nothing is awaited, and every button acts as a typed command.
    """
    cards = [standing(turn), turn.card("home-rights", commands=RIGHTS)]
    if Role.COORDINATOR in turn.person.roles:
        cards.append(console.overview(turn))
    return tuple(cards)
