"""People by name or address, as somebody pastes them: a line each, or rows of a table."""

import re
from dataclasses import dataclass, field

from bot.conversation.turn import Turn
from bot.services.called import people_called
from bot.texts.folding import folded

MOST_CHARACTERS = 3000
"""Of a pasted list; what one text field of Slack takes: about a hundred addresses."""
SHOWN = 10
"""Unknown entries that are named; more of them mean another list was meant."""
ADDRESS = re.compile(r"[^\s,;:<>|\"()]+@[^\s,;:<>|\"()]+")
"""An address in whatever a table or a mail program puts around it."""
HEADINGS = frozenset({"email", "e-mail", "mail", "courriel", "adresse", "address", "nom", "name"})


@dataclass
class Named:
    """Ids of the people who were named, in order; or the sentence that says what is wrong."""

    ids: list[str] = field(default_factory=list)
    fault: str = ""


def read_people(turn: Turn, text: str) -> Named:
    """Return who is named in a text, or a sentence that names whoever nobody knows."""
    if len(text) > MOST_CHARACTERS:
        long = turn.say("field-length", length=len(text), limit=MOST_CHARACTERS)
        return Named(fault=long)
    addresses, names = _entries(text)
    if not addresses and not names:
        return Named(fault=turn.say("typed-required"))
    at = turn.work.people.at(addresses)
    meant = {each: [at[each]] if each in at and at[each].active else [] for each in addresses}
    meant |= {name: people_called(turn.work, name) for name in names}
    unknown = [entry for entry, people in meant.items() if not people]
    several = [entry for entry, people in meant.items() if len(people) > 1]
    if unknown or several:
        return Named(fault=_fault(turn, unknown, several))
    return Named(ids=list(dict.fromkeys(people[0].id for people in meant.values())))


def _entries(text: str) -> tuple[list[str], list[str]]:
    """Return the addresses of a text, and the lines without any, which are names.

    A table begins with a line of headings: it names nobody.
    """
    addresses: dict[str, None] = {}
    names: dict[str, None] = {}
    for line in text.splitlines():
        found = ADDRESS.findall(line)
        addresses.update(dict.fromkeys(each.casefold().rstrip(".") for each in found))
        words = {folded(word) for word in re.split(r"[,;\t]", line)}
        if not found and line.strip() and not words & HEADINGS:
            names.update(dict.fromkeys(part.strip() for part in line.split(";") if part.strip()))
    return list(addresses), list(names)


def _fault(turn: Turn, unknown: list[str], several: list[str]) -> str:
    """Say whom nobody knows, and whose name is not enough; nobody of the list is taken."""
    said = []
    for key, entries in (("unknown", unknown), ("several", several)):
        if entries:
            names = turn.listing(entries[:SHOWN])
            more = max(0, len(entries) - SHOWN)
            fault = f"invitations-fault.{key}"
            said.append(turn.say(fault, names=names, count=len(entries)))
            said += [turn.say("invitations-fault.more", count=more)] if more else []
    said.append(turn.say("invitations-fault.kept"))
    return " ".join(said)
