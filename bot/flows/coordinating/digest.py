"""The newest digest as a card: what to decide first, then how things go; never about one person."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Next, ask, finish
from bot.conversation.instants import Weekly
from bot.conversation.prompt import Audience, Prompt
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.checkin import Feedback
from bot.domain.delivery import Kind
from bot.domain.digest import Digest, Figures
from bot.domain.pairing import HelpLabel, Pairing, PairingState
from bot.domain.people import Person
from bot.domain.programme import Programme
from bot.flows.coordinating.counted import said_band, said_count, said_share, said_supply
from bot.messages.card import Block, Bullets, Card, Chart, Facts, Heading, Quote, Text
from bot.services.called import distinct
from bot.texts import short_day

flow = Flow("digest", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

MOST_PAIRS = 10
MOST_TOPICS = 5
MEASURES = ("rating", "progress", "voice", "response")
ROLES = ("mentor", "mentee")
DELIVERABILITY = (
    *("suspended", "unreachable", "gone", "refused", "expired"),
    *("unplaced", "guest", "stranger", "deactivated"),
)
TO_DO = ("decide", "recruit", "help", "deliverability")
"""The sections that ask for something; the others tell."""


@flow.command("digest", "sommaire")
def digest(turn: Turn) -> Next:
    programme = turn.work.programmes.running()
    last = turn.work.figures.last(programme.id) if programme else None
    if last is None:
        due = programme.digest_due_at if programme else None
        when = turn.moment(due) if due else ""
        key = "digest-first" if due else "digest-none"
        return finish(turn.card(key, commands=("console",), when=when))
    return ask(newest, last.id)


@flow.step("newest")
def newest(turn: Turn) -> Card:
    """All sections in the order of what they ask for; empty ones are left out."""
    found = turn.coordinated(Digest)
    shown = {name: section(turn, found.figures) for name, section in SECTIONS.items()}
    blocks = [block for name in SECTIONS for block in shown[name]]
    to_do = any(shown[name] for name in TO_DO)
    programme = turn.work.get(Programme, found.programme_id)
    due = programme.digest_due_at if programme else None
    return turn.card(
        "digest-newest" if to_do else "digest-quiet",
        *blocks,
        Text(turn.say("digest-footer")),
        commands=_next_steps(found.figures, has_rows=bool(shown["recruit"])),
        number=found.number,
        name=programme.name if programme else "",
        day=turn.day(found.at),
        next=turn.moment(due) if due else "–",
    )


def _next_steps(figures: Figures, *, has_rows: bool) -> tuple[str, ...]:
    """Return where to go from here: only where there is something to do, or to recruit for."""
    decide = figures.decide
    steps = {
        "review": decide is not None and decide.drafts > 0,
        "match": decide is not None and not decide.drafts,
        "volunteers": has_rows,
    }
    return (*(name for name, is_due in steps.items() if is_due), "console")


EVERY_WEEK = Weekly(rhythm.DIGEST_WEEKDAY, rhythm.DIGEST_AT)
DIGEST = Prompt(
    name="digest",
    to=Audience.COORDINATORS,
    kind=Kind.NOTICE,
    when=EVERY_WEEK,
    shows=(newest,),
)


@flow.step("last")
def last_one(turn: Turn) -> Card:
    """Say that a round has ended, and that another one may begin."""
    programme = turn.coordinated(Programme)
    cycle = turn.work.programmes.last_cycle()
    commands = ("programme", "console")
    number = cycle.number if cycle else 0
    return turn.card("digest-last", commands=commands, name=programme.name, number=number)


NO_MORE = Prompt(
    name="digest-last",
    to=Audience.COORDINATORS,
    kind=Kind.NOTICE,
    when=EVERY_WEEK,
    shows=(last_one,),
)


def _decide(turn: Turn, figures: Figures) -> list[Block]:
    decide = figures.decide
    if decide is None:
        return []
    key = "digest-review" if decide.drafts else "digest-match"
    return [_heading(turn, "decide"), Text(turn.say(key, drafts=decide.drafts))]


def _recruit(turn: Turn, figures: Figures) -> list[Block]:
    recruit = figures.recruit
    if recruit is None:
        return []
    waiting = {"mentor": recruit.mentors, "mentee": recruit.mentees}
    rows = [
        (turn.say(f"digest-waiting.{role}"), said_band(turn, waiting[role]))
        for role in ROLES
        if waiting[role] != "none"
    ]
    known = [topic for topic in recruit.topics if topic.code in turn.catalogue.topics]
    rows += [(turn.topic(topic.code), said_supply(turn, topic)) for topic in known[:MOST_TOPICS]]
    if not rows:
        return []
    rates = {"reach": recruit.reach, "matched": recruit.matched, "accepted": recruit.accepted}
    rows += [
        (turn.say(f"digest-rate.{name}"), said_share(turn, rate))
        for name, rate in rates.items()
        if rate is not None
    ]
    return [_heading(turn, "recruit"), Facts(tuple(rows))]


def _help(turn: Turn, figures: Figures) -> list[Block]:
    """Pairs by their two names and one of two labels; those that went on since are left out."""
    found = [(entry, turn.work.get(Pairing, entry.pairing_id)) for entry in figures.help]
    goes_on = [(entry, pairing) for entry, pairing in found if pairing and _asks_still(pairing)]
    names = turn.named(i for _, each in goes_on for i in (each.mentor_id, each.mentee_id))
    items = []
    for entry, pairing in goes_on:
        sides = {"mentor": names[pairing.mentor_id], "mentee": names[pairing.mentee_id]}
        items.append(turn.say("digest-pair", label=entry.label, days=entry.days, **sides))
    if not items:
        return []
    more = len(items) - MOST_PAIRS
    blocks: list[Block] = [_heading(turn, "help"), Bullets(tuple(items[:MOST_PAIRS]))]
    return [*blocks, Text(turn.say("digest-more", count=more))] if more > 0 else blocks


def _asks_still(pairing: Pairing) -> bool:
    return pairing.state is PairingState.ACTIVE and pairing.help_label is not HelpLabel.NONE


def _deliverability(turn: Turn, figures: Figures) -> list[Block]:
    counts = asdict(figures.deliverability) if figures.deliverability else {}
    rows = [
        (turn.say(f"digest-delivery.{name}"), _said(turn, name, counts[name]))
        for name in DELIVERABILITY
        if counts.get(name)
    ]
    return [_heading(turn, "deliverability"), Facts(tuple(rows))] if rows else []


def _said(turn: Turn, name: str, count: int) -> str:
    """Return how many: workspaces are not people, and whom nobody placed has a list of names."""
    return str(count) if name in ("suspended", "unplaced") else said_count(turn, count)


def _momentum(turn: Turn, figures: Figures) -> list[Block]:
    momentum = figures.momentum
    if momentum is None:
        return []
    sides = {"held": said_band(turn, momentum.held), "agreed": said_band(turn, momentum.agreed)}
    rows = [(turn.say("digest-momentum.to-date"), turn.say("digest-held", **sides))]
    if momentum.percent is not None:
        rows.append((turn.say("digest-momentum.share"), said_share(turn, momentum.percent)))
    blocks: list[Block] = [_heading(turn, "momentum"), Facts(tuple(rows))]
    if len(momentum.trend) > 1:
        days = [date.fromisoformat(day) for day, _ in momentum.trend]
        labels = tuple(short_day(turn.person.language, day) for day in days)
        values = tuple(float(value) for _, value in momentum.trend)
        blocks.append(Chart(turn.say("digest-momentum.chart"), labels, values))
    return blocks


def _pulse(turn: Turn, figures: Figures) -> list[Block]:
    """Means of one role each; where one is held back, that is said, not why."""
    if not figures.answers:
        return []
    rows, held_back = [], False
    for measure in MEASURES:
        for role in ROLES:
            figure = figures.shown(f"{measure}-{role}")
            if figure is None:
                held_back = held_back or measure == "rating"
                continue
            value = turn.say(f"digest-value.{measure}", value=figure.value)
            rows.append((turn.say(f"digest-{measure}.{role}"), value))
    blocks: list[Block] = [_heading(turn, "pulse")]
    blocks += [Facts(tuple(rows)), Text(turn.say("digest-period"))] if rows else []
    return [*blocks, Text(turn.say("digest-too-few"))] if held_back else blocks


def _milestones(turn: Turn, figures: Figures) -> list[Block]:
    counts = {"mid": figures.milestones.mid, "final": figures.milestones.final}
    rows = [
        (turn.say(f"digest-milestone.{stage}"), said_count(turn, count))
        for stage, count in counts.items()
        if count
    ]
    return [_heading(turn, "milestones"), Facts(tuple(rows))] if rows else []


def _exits(turn: Turn, figures: Figures) -> list[Block]:
    exits = figures.exits
    if exits is None:
        return []
    rows = [
        (turn.say(f"digest-exit.{name}"), said_band(turn, band))
        for name, band in (("early", exits.early), ("completed", exits.completed))
        if band != "none"
    ]
    if exits.lost:
        rows.append((turn.say("digest-exit.lost"), turn.say("digest-lost", count=exits.lost)))
    return [_heading(turn, "exits"), Facts(tuple(rows))] if rows else []


def _wins(turn: Turn, figures: Figures) -> list[Block]:
    """What a person said may be published, as long as they still say so."""
    wins: list[tuple[Person, str]] = []
    for feedback_id in figures.wins:
        feedback = turn.work.get(Feedback, feedback_id)
        author = turn.work.get(Person, feedback.person_id) if feedback else None
        if feedback is None or author is None or not author.active:
            continue
        enrolment = turn.work.enrolments.part(figures.cycle_id, author.id)
        if enrolment is not None and enrolment.consents_to("recognition"):
            wins.append((author, str(feedback.answers.get("changed", ""))))
    names = distinct(author for author, _ in wins)
    quotes = [Quote(words, names[author.id]) for author, words in wins]
    return [_heading(turn, "wins"), *quotes] if quotes else []


def _heading(turn: Turn, section: str) -> Heading:
    return Heading(turn.say(f"digest-section.{section}"))


SECTIONS: dict[str, Callable[[Turn, Figures], list[Block]]] = {
    "decide": _decide,
    "recruit": _recruit,
    "help": _help,
    "deliverability": _deliverability,
    "momentum": _momentum,
    "pulse": _pulse,
    "milestones": _milestones,
    "exits": _exits,
    "wins": _wins,
}
"""What asks for a decision comes first; where all are empty, one line says so."""
