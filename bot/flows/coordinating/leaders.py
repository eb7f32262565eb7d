"""Who leads people or a budget, where no list of HR's says it: named one by one or all at once."""

from dataclasses import dataclass, field
from typing import cast

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Invalid, Next, ask, finish
from bot.conversation.paging import page_at, place_asked
from bot.conversation.turn import Turn
from bot.domain.people import Person
from bot.messages.card import Card, Facts
from bot.messages.form import Form, Switch, TextInput
from bot.services.called import BETWEEN_NAMES, holds, names_in, people_called, told_apart
from bot.services.seniority import sounds_leading

flow = Flow("leaders", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

LIST_LIMIT = 3000
"""Characters of one list; what Slack takes."""
MOST_REPEATED = 10
"""Names said back of those that cannot be taken."""
LISTS = ("lead", "others")
"""The two lists of names: who leads people or a budget, and who does not."""


@flow.command("leaders", "cadres")
def leaders(turn: Turn) -> Next:
    return ask(home)


@flow.step("home")
def home(turn: Turn) -> Card:
    """What is known of how senior people are, in numbers."""
    known = turn.work.seniority.known()
    rows = tuple(
        (turn.say(f"leaders-known.{name.replace('_', '-')}"), str(count))
        for name, count in vars(known).items()
    )
    taps = ("name", "untold") if known.unknown else ("name",)
    return turn.card("leaders-home", Facts(rows), taps=taps, commands=("match",))


@home.on("name", form=True)
def naming_asked(turn: Turn) -> Next:
    return ask(naming)


@home.on("untold")
def untold_asked(turn: Turn) -> Next:
    return ask(untold, "0")


@flow.step("untold")
def untold(turn: Turn) -> Card:
    """A page of those of whom nobody said it, with a button each; its subject is the place."""
    people = turn.work.seniority.untold()
    if not people:
        return cast("Card", turn.shown(home))
    page = page_at(people, turn.subject)
    names = turn.in_full(each.id for each in page.items)
    buttons = [
        turn.tap(
            "leads",
            turn.say("leaders-untold.leads", name=_called(turn, names[each.id], each)),
            value=each.id,
        )
        for each in page.items
    ]
    return turn.card(
        "leaders-untold",
        taps=[*buttons, *page.taps(turn)],
        commands=("leaders",),
        **page.numbers,
    )


@untold.on("leads")
def one_leads(turn: Turn) -> Next:
    person = turn.coordinated(Person, turn.value)
    person.leads = True
    turn.audit("seniority.said", person.id, leads=True)
    return ask(untold, turn.subject)


@untold.on("previous", "following")
def turn_page(turn: Turn) -> Next:
    return ask(untold, place_asked(turn))


@flow.step("naming")
def naming(turn: Turn) -> Form:
    """Two lists; the first begins with those whose title may be a leader's, to be corrected."""
    suggested = [p for p in turn.work.seniority.untold() if sounds_leading(p.title)]
    inputs = [
        TextInput(
            name=name,
            label=turn.say(f"leaders-naming.{name}"),
            hint=turn.say(f"leaders-naming.{name}-hint"),
            value=_as_list(turn, suggested) if name == "lead" else "",
            limit=LIST_LIMIT,
            long=True,
        )
        for name in LISTS
    ]
    rest = Switch(
        name="rest",
        label=turn.say("leaders-naming.rest"),
        hint=turn.say("leaders-naming.rest-hint"),
    )
    return turn.form("leaders-naming", *inputs, rest)


@naming.on_submit
def named(turn: Turn) -> Next:
    lead, others = (_read(turn, name) for name in LISTS)
    is_complete = turn.field("rest") == "yes"
    faults = _faults(turn, lead, others)
    if not faults and not is_complete and not lead.people and not others.people:
        faults["lead"] = turn.say("leaders-naming.needed")
    if faults:
        return Invalid(faults)
    for people, leads in ((lead.people, True), (others.people, False)):
        for person in people.values():
            person.leads = leads
    rest = turn.work.seniority.nobody_else_leads() if is_complete else 0
    turn.audit("seniority.named", lead=len(lead.people), others=len(others.people), rest=rest)
    card = turn.card(
        "leaders-kept",
        commands=("leaders", "match"),
        lead=len(lead.people),
        others=len(others.people),
        rest=rest,
    )
    return finish(card)


def _faults(turn: Turn, lead: "_Named", others: "_Named") -> dict[str, str]:
    """Return a sentence for each list that cannot be taken as it is."""
    read = zip(LISTS, (lead, others), strict=True)
    faults = {name: fault for name, each in read if (fault := each.fault(turn))}
    twice = turn.in_full(id_ for id_ in others.people if id_ in lead.people).values()
    if twice and not faults:
        faults["others"] = turn.say("leaders-naming.twice", names=turn.listing(twice))
    return faults


@dataclass
class _Named:
    """The people of one list by id, and the names that mean nobody or several."""

    length: int
    people: dict[str, Person] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)
    several: list[str] = field(default_factory=list)

    def fault(self, turn: Turn) -> str:
        """Return a sentence if the list cannot be taken as it is, or nothing."""
        if self.length > LIST_LIMIT:
            return turn.say("field-length", length=self.length, limit=LIST_LIMIT)
        for kind, names in (("strangers", self.strangers), ("several", self.several)):
            if names:
                said = turn.listing(names[:MOST_REPEATED])
                more = max(0, len(names) - MOST_REPEATED)
                return turn.say(f"leaders-naming.{kind}", names=said, more=more)
        return ""


def _read(turn: Turn, name: str) -> _Named:
    text = turn.field(name)
    named = _Named(len(text))
    if len(text) > LIST_LIMIT:
        return named
    for words, found in turn.work.people.called(names_in(text)).items():
        # Namesakes are written with what tells them apart; only those cost a look each.
        meant = found or (people_called(turn.work, words) if "(" in words else [])
        if len(meant) == 1:
            named.people[meant[0].id] = meant[0]
        else:
            (named.several if meant else named.strangers).append(words)
    return named


def _called(turn: Turn, name: str, person: Person) -> str:
    """Return a name with something to know the person by, unless the name holds it already."""
    about = person.title or person.department or person.email
    if about and holds(name, about):
        return name
    return turn.say("leaders-who", name=name, about=about or "unknown")


def _as_list(turn: Turn, people: list[Person]) -> str:
    """Return names, one a line, whole and no more than fit; each means one person only."""
    names = told_apart(turn.work, people)
    lines, length = [], 0
    for person in people:
        line = names[person.id]
        if BETWEEN_NAMES.search(line):
            line = person.email
        length += len(line) + 1
        if line and length <= LIST_LIMIT:
            lines.append(line)
    return "\n".join(lines)
