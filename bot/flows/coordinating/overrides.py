"""A coordinator's overrides of the matching: rules for two people, and swaps with their price."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.turn import Turn
from bot.domain.people import Person
from bot.domain.programme import Cycle
from bot.domain.proposal import PairRule, Proposal, ProposalState, RuleKind
from bot.matching import Pair, Request, pair_score
from bot.matching.asking.alternatives import best_mentors
from bot.services.rounds.drafts import draft
from bot.services.rounds.request import request_for

CHOICES = 5
"""Other partners that are offered: as many as can be compared at a glance."""
LOOKED_AT = 15
"""Partners weighed for them; some have no place that could be freed."""

Sides = tuple[str, str]
"""The ids of a mentor and a mentee."""


@dataclass(frozen=True, kw_only=True)
class Swap:
    """A mentee's other mentor, and who pays for it.

    ``cost`` is in points over all drafts it touches; ``displaced`` is the draft that gives way, and
    ``instead`` the pair its mentee gets with the former mentor, if no rule speaks against it.
    """

    mentor: Person
    new: Pair
    cost: int
    displaced: Proposal | None = None
    instead: Pair | None = None

    def said(self, turn: Turn, names: Mapping[str, str]) -> str:
        """Return the price in words; ``names`` are those of all people of the card, by id."""
        payer = names[self.displaced.mentee_id] if self.displaced else ""
        effect = "nobody" if self.displaced is None else "moves" if self.instead else "left"
        return turn.say(
            "review-price",
            score=self.new.score,
            change="gains" if self.cost < 0 else "costs",
            points=abs(self.cost),
            effect=effect,
            payer=payer,
        )


def between(proposal: Proposal) -> Sides:
    """Return the (mentor, mentee) of a draft."""
    return proposal.mentor_id, proposal.mentee_id


def rule_between(turn: Turn, cycle_id: str, sides: Sides) -> PairRule | None:
    """Return the coordinator's rule for two people."""
    rules = turn.work.proposals.rules(cycle_id)
    return next((rule for rule in rules if (rule.mentor_id, rule.mentee_id) == sides), None)


def set_rule(turn: Turn, cycle_id: str, sides: Sides, kind: RuleKind) -> None:
    """Keep two people together, or apart, in a cycle."""
    rule = rule_between(turn, cycle_id, sides)
    if rule is not None:
        rule.kind = kind
        return
    mentor_id, mentee_id = sides
    turn.work.add(
        PairRule(
            organisation_id=turn.work.organisation_id,
            cycle_id=cycle_id,
            mentor_id=mentor_id,
            mentee_id=mentee_id,
            kind=kind,
        ),
    )


def drop_rule(turn: Turn, cycle_id: str, sides: Sides) -> None:
    """Let the matching decide again about two people."""
    rule = rule_between(turn, cycle_id, sides)
    if rule is not None:
        turn.work.remove(rule)


def swaps(turn: Turn, cycle: Cycle, proposal: Proposal) -> list[Swap]:
    """Return the best other mentors for the mentee of a draft, cheapest first."""
    # A price tells of nobody’s wishes: whom a swap meets them with is asked, and may say no.
    request = request_for(turn.work, cycle, turn.today).veiled
    if proposal.mentee_id not in {candidate.person_id for candidate in request.mentees}:
        return []
    found = []
    for mentor_id, _ in best_mentors(request, proposal.mentee_id, LOOKED_AT):
        swap = _swap(turn, request, proposal, mentor_id)
        if swap is not None:
            found.append(swap)
    return sorted(found, key=lambda swap: (swap.cost, swap.mentor.name, swap.mentor.id))[:CHOICES]


def exchange(turn: Turn, cycle: Cycle, proposal: Proposal, swap: Swap) -> Proposal:
    """Do a swap; the new pair is locked, so that running the matching again keeps it."""
    drop_rule(turn, cycle.id, between(proposal))
    turn.work.remove(proposal)
    if swap.displaced is not None:
        drop_rule(turn, cycle.id, between(swap.displaced))
        turn.work.remove(swap.displaced)
    if swap.instead is not None:
        turn.work.add(draft(turn.work, cycle, swap.instead))
    new = draft(turn.work, cycle, swap.new)
    turn.work.add(new)
    set_rule(turn, cycle.id, between(new), RuleKind.LOCK)
    return new


def _swap(turn: Turn, request: Request, proposal: Proposal, mentor_id: str) -> Swap | None:
    """Return what one other mentor would cost; None if their places cannot be freed."""
    new = pair_score(request, mentor_id, proposal.mentee_id)
    if mentor_id == proposal.mentor_id or not isinstance(new, Pair):
        return None
    mentor = turn.someone(new.mentor_id)
    held = turn.work.proposals.of(mentor_id, ProposalState.DRAFT)
    if any(draft.mentee_id == proposal.mentee_id for draft in held):
        return None
    places = {candidate.person_id: candidate.capacity for candidate in request.mentors}
    if len(held) < places[mentor_id]:
        return Swap(mentor=mentor, new=new, cost=proposal.score - new.score)
    movable = [d for d in held if (d.mentor_id, d.mentee_id) not in request.locked]
    if not movable:
        return None
    displaced = min(movable, key=lambda draft: (draft.score, draft.id))
    instead = _instead(request, proposal.mentor_id, displaced.mentee_id)
    before = proposal.score + displaced.score
    after = new.score + (instead.score if instead else 0)
    return Swap(mentor=mentor, new=new, cost=before - after, displaced=displaced, instead=instead)


def _instead(request: Request, mentor_id: str, mentee_id: str) -> Pair | None:
    """Return the pair the displaced mentee gets: the freed mentor, if no rule speaks against it."""
    sides = (request.mentors, request.mentees)
    ids = (mentor_id, mentee_id)
    if not all(i in {c.person_id for c in side} for i, side in zip(ids, sides, strict=True)):
        return None
    found = pair_score(request, mentor_id, mentee_id)
    return found if isinstance(found, Pair) else None
