"""The coordinator's home: where the programme stands, and what to decide next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.conversation.flow import COORDINATORS, Chapter, Flow, Next, ask
from bot.conversation.turn import Turn
from bot.domain.pairing import LIVE
from bot.domain.people import Role
from bot.domain.programme import TAKES_PART, Cycle, EnrolmentState, Programme
from bot.domain.proposal import ProposalState
from bot.flows.coordinating.counted import said_count
from bot.flows.coordinating.cycles import answer_by
from bot.messages.card import Card, Facts
from bot.services.rounds.possible import finds_pairs

flow = Flow("console", roles=COORDINATORS, chapter=Chapter.COORDINATORS)


@flow.command("admin", "console", "coordination")
def console(turn: Turn) -> Next:
    return ask(home)


@flow.step("home")
def home(turn: Turn) -> Card:
    return overview(turn)


def overview(turn: Turn) -> Card:
    """Return where the newest round stands, in numbers, with what to decide next."""
    cycle = turn.work.programmes.last_cycle()
    if cycle is None:
        return turn.card("console-empty", commands=("programme",))
    name = turn.coordinated(Programme, cycle.programme_id).name
    if not cycle.welcomes:
        return turn.card("console-between", commands=("programme", "digest"), name=name)
    standing = standing_of(turn, cycle)
    rows = [
        (turn.say("console-label.cycle"), str(cycle.number)),
        *answer_by(turn, cycle, "console-label.answer-by"),
        *((turn.say(f"console-label.{key}"), said) for key, said in _rows(turn, standing)),
    ]
    advice = turn.say(f"console-next-{standing.next_decision}", drafts=standing.drafts)
    return turn.card(
        "console-home",
        Facts(tuple(rows)),
        commands=("programme", "invite", "volunteers", "match", "review", "digest", "announce"),
        name=name,
        advice=advice,
    )


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A cycle in numbers: all are counts of people, or of pairs where the name says so.

    ``finds_pairs`` says whether a run of the matching would find any now.
    """

    invited: int
    mentors: int
    mentees: int
    drafts: int
    offered: int
    pairings: int
    uninvited: int
    finds_pairs: bool

    @property
    def next_decision(self) -> str:
        """What to decide next; the end of a text's key."""
        if self.drafts:
            return "review"
        if self.finds_pairs:
            return "match"
        if self.uninvited:
            return "invite"
        if self.offered:
            return "answers"
        if not self.mentors or not self.mentees:
            return "recruit"
        return "nothing"


def standing_of(turn: Turn, cycle: Cycle) -> Standing:
    """Count a cycle, in a handful of questions whatever its size."""
    people = turn.work.enrolments.counts(cycle.id)
    proposals = turn.work.proposals.counts(cycle.id)
    pairings = turn.work.pairings.counts(cycle.id)
    drafts = proposals.get(ProposalState.DRAFT, 0)
    return Standing(
        invited=sum(people.values()),
        mentors=_taking_part(people, Role.MENTOR),
        mentees=_taking_part(people, Role.MENTEE),
        drafts=drafts,
        offered=proposals.get(ProposalState.OFFERED, 0),
        pairings=sum(pairings.get(state, 0) for state in LIVE),
        uninvited=turn.work.enrolments.uninvited(cycle.id),
        finds_pairs=not drafts and finds_pairs(turn.work, cycle, turn.today),
    )


def _rows(turn: Turn, standing: Standing) -> Iterator[tuple[str, str]]:
    """Yield the numbers that are shown, in order: what has names stays a number."""
    for name in ("invited", "mentors", "mentees", "drafts"):
        yield name, str(getattr(standing, name))
    for name in ("offered", "pairings"):
        yield name, said_count(turn, getattr(standing, name))


def _taking_part(counts: Mapping[tuple[EnrolmentState, Role | None], int], role: Role) -> int:
    return sum(counts.get((state, role), 0) for state in TAKES_PART)
