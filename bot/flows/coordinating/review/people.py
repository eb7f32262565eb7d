"""The two of a draft as the coordinator reads them, with what nobody said of them."""

from bot.conversation.turn import Turn
from bot.domain.people import Person
from bot.messages.card import Block, Text


def who(turn: Turn, name: str, person: Person) -> str:
    """Return somebody's name with their work and place, as far as anybody said them.

    A ``name`` that tells two people apart may end with the department already: "Nadia Roy (Sales)".
    """
    work = "" if name.endswith(f"({person.department})") else person.department or person.title
    known = ", ".join(filter(None, (work, person.office)))
    if not name.endswith(")"):
        return turn.say("review-who", name=name, place=known or "unknown")
    return f"{name.removesuffix(')')}, {known})" if known else name


def unknown_of(turn: Turn, mentor: Person, mentee: Person) -> list[Block]:
    """Return what a coordinator has to check, because no list says it."""
    blocks: list[Block] = []
    names = [each.name for each in (mentor, mentee) if not each.line_is_known]
    if names:
        said = turn.say("review-line-unknown", names=turn.listing(names), count=len(names))
        blocks.append(Text(said))
    if not (mentor.level and mentee.level):
        blocks.append(Text(turn.say("review-level-unknown", mentee=mentee.name)))
    return blocks
