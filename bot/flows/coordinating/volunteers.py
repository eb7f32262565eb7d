"""Who takes part: how many of each role, on which topics supply is short, and the list of names."""

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Next, ask
from bot.conversation.paging import page_at, place_asked
from bot.conversation.turn import Turn
from bot.domain.people import Role
from bot.domain.programme import TAKES_PART, Cycle, Enrolment
from bot.flows.coordinating.counted import said_supply
from bot.flows.coordinating.cycles import open_cycle, promised
from bot.messages.card import Block, Bullets, Card, Chart, Facts, Text
from bot.privacy.weekly import short_topics
from bot.services.rounds.free import free_now

flow = Flow("volunteers", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

SHORTEST = 8
"""Topics shown: those where most people would go without."""
ROLES = (Role.MENTOR, Role.MENTEE)


@flow.command("volunteers", "volontaires")
def volunteers(turn: Turn) -> Next:
    return ask(home, open_cycle(turn).id)


@flow.step("home")
def home(turn: Turn) -> Card:
    cycle = open_cycle(turn, turn.subject)
    enrolments = turn.work.enrolments.active(cycle.id, *TAKES_PART)
    if not enrolments:
        return turn.card("volunteers-none", commands=("invite", "programme"))
    free = free_now(turn.work, enrolments)
    rows = [
        (turn.say(f"volunteers-role.{role}"), _line(turn, enrolments, free, role)) for role in ROLES
    ]
    return turn.card(
        "volunteers-home",
        Facts(tuple(rows)),
        *shortage(turn, enrolments),
        taps=("names",),
        commands=("invite", "match", "topics"),
        number=cycle.number,
        **promised(turn, cycle),
    )


@home.on("names")
def names_asked(turn: Turn) -> Next:
    open_cycle(turn, turn.subject)
    return ask(names, "0")


@flow.step("names")
def names(turn: Turn) -> Card:
    """A page of names and roles; its subject is the number of names before it."""
    cycle: Cycle = open_cycle(turn)
    people = turn.work.enrolments.people(cycle.id, *TAKES_PART)
    parts = turn.work.enrolments.active(cycle.id, *TAKES_PART)
    roles, free = {e.person_id: e.role for e in parts}, free_now(turn.work, parts)
    page = page_at(people, turn.subject)
    called = turn.in_full(person.id for person in page.items)
    items = [
        turn.say(
            "volunteers-name",
            name=called[person.id],
            role=str(roles.get(person.id) or ""),
            free="yes" if person.id in free else "no",
        )
        for person in page.items
    ]
    return turn.card(
        "volunteers-names",
        Bullets(tuple(items)),
        taps=page.taps(turn),
        commands=("volunteers",),
        **page.numbers,
    )


@names.on("previous", "following")
def turn_page(turn: Turn) -> Next:
    return ask(names, place_asked(turn))


def shortage(turn: Turn, enrolments: list[Enrolment]) -> tuple[Block, ...]:
    """Return the topics that more people want than offer, as facts and as a chart."""
    known = turn.catalogue.topics
    short = [topic for topic in short_topics(enrolments) if topic.code in known][:SHORTEST]
    if not short:
        return (Text(turn.say("volunteers-supply-fine")),)
    labels = [turn.topic(topic.code) for topic in short]
    rows = [(label, said_supply(turn, topic)) for label, topic in zip(labels, short, strict=True)]
    blocks: list[Block] = [Text(turn.say("volunteers-short")), Facts(tuple(rows))]
    bars = [
        (label, float(topic.wanted))
        for label, topic in zip(labels, short, strict=True)
        if topic.wanted.isdecimal()
    ]
    if bars:
        names, values = zip(*bars, strict=True)
        blocks.append(Chart(turn.say("volunteers-chart"), tuple(names), tuple(values)))
    return tuple(blocks)


def _line(turn: Turn, everybody: list[Enrolment], free: set[str], role: Role) -> str:
    mine = [enrolment.person_id for enrolment in everybody if enrolment.role is role]
    return turn.say("volunteers-count", count=len(mine), free=len(free.intersection(mine)))
