"""People by name or address, as somebody pastes them: a line each, or rows of a table."""

import re
from dataclasses import dataclass, field

from bot.conversation.turn import Turn
from bot.domain.people import Person
from bot.services.called import people_called
from bot.texts.folding import folded

MOST_CHARACTERS = 3000
"""Of a pasted list; what one text field of Slack takes: about a hundred addresses."""
SHOWN = 10
"""Unknown entries that are named; more of them mean another list was meant."""
ADDRESS = re.compile(r"[^\s,;:<>|\"()]+@[^\s,;:<>|\"()]+")
"""An address in whatever a table or a mail program puts around it."""
ADDRESSED = re.compile(rf"[^,;\t]*{ADDRESS.pattern}[^,;\t]*")
"""An address with what stands around it in one cell of a table, or part of a line."""
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
    addresses, names, beside = _entries(text)
    if not addresses and not names:
        return Named(fault=turn.say("typed-required"))
    at = turn.work.people.at(addresses)
    names += [words for words in beside if not any(_describes(words, each) for each in at.values())]
    meant = {each: [at[each]] if each in at and at[each].active else [] for each in addresses}
    meant |= {name: people_called(turn.work, name) for name in names}
    unknown = [entry for entry, people in meant.items() if not people]
    several = [entry for entry, people in meant.items() if len(people) > 1]
    if unknown or several:
        return Named(fault=_fault(turn, unknown, several))
    return Named(ids=list(dict.fromkeys(people[0].id for people in meant.values())))


def _entries(text: str) -> tuple[list[str], list[str], list[str]]:
    """Return the addresses of a text, the names, and words that stand beside an address.

    A table begins with a line of headings: it names nobody, and what stands beside an address
    below it is known for what it is. Elsewhere it may be one more name.
    """
    addresses: dict[str, None] = {}
    names: dict[str, None] = {}
    beside: dict[str, None] = {}
    is_table = False
    for line in text.splitlines():
        found = ADDRESS.findall(line)
        addresses.update(dict.fromkeys(each.casefold().rstrip(".") for each in found))
        words = {folded(word) for word in re.split(r"[,;\t]", line)}
        is_table |= not found and bool(words & HEADINGS)
        if found and not is_table:
            beside.update(_parts(ADDRESSED.sub(";", line), r"[,;\t]"))
        elif not found and not words & HEADINGS:
            names.update(_parts(line, ";"))
    return list(addresses), list(names), list(beside)


def _parts(line: str, between: str) -> dict[str, None]:
    parts = (part.strip() for part in re.split(between, line))
    return dict.fromkeys(part for part in parts if part)


def _describes(words: str, person: Person) -> bool:
    """Whether words beside somebody's address tell of them: a name or a part of it, a team."""
    known = {*person.name.split(), person.name, person.department, person.office, person.title}
    return words.isdecimal() or folded(words) in set(map(folded, known))


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
