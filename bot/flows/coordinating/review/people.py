"""The two of a draft as the coordinator reads them, with what nobody said of them."""

from collections.abc import Mapping

from bot.conversation.turn import Turn
from bot.domain.people import Person
from bot.messages.card import Block, Text
from bot.services.called import holds


def who(turn: Turn, name: str, person: Person) -> str:
    """Return somebody's name with their work and place, as far as anybody said them.

    A ``name`` that tells two people apart may hold some of it already: "Nadia Roy (Sales)".
    """
    facts = (person.department or person.title, person.office)
    known = ", ".join(fact for fact in facts if fact and not holds(name, fact))
    if not name.endswith(")"):
        return turn.say("review-who", name=name, place=known or "unknown")
    return f"{name.removesuffix(')')}, {known})" if known else name


def unknown_of(turn: Turn, people: tuple[Person, Person], names: Mapping[str, str]) -> list[Block]:
    """Return what a coordinator has to check of a mentor and a mentee, as no list says it.

    ``names`` are those of the card, by side.
    """
    mentor, mentee = people
    blocks: list[Block] = []
    sides = {"mentor": mentor, "mentee": mentee}
    unknown = [names[side] for side, each in sides.items() if not each.line_is_known]
    if unknown:
        said = turn.say("review-line-unknown", names=turn.listing(unknown), count=len(unknown))
        blocks.append(Text(said))
    if not (mentor.level and mentee.level):
        blocks.append(Text(turn.say("review-level-unknown", mentee=names["mentee"])))
    return blocks
