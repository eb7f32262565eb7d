"""The flow of the review, and what its parts share: the draft under review, and what may be said.

A private exclusion must read like any other obstacle. So a rule is named only if a coordinator
could look it up (HR's staff list, topics, their own decisions). Hours, languages, earlier proposals
and exclusions are one sentence: naming the others one by one would leave the exclusion as the only
one that is never named, and so name it.
"""

from collections.abc import Iterable

from bot.conversation.flow import COORDINATORS, Chapter, Flow
from bot.conversation.turn import Turn
from bot.domain.proposal import Proposal, ProposalState
from bot.errors import Sorry
from bot.matching import ContradictoryRules, Request

flow = Flow("review", roles=COORDINATORS, chapter=Chapter.COORDINATORS)

NAMED = ("reporting_line", "level_gap", "level_unknown", "forbidden", "no_common_topic")
"""Rules that may be named to a coordinator, in the order in which they are said."""
SPOKEN = frozenset({"capacity", "reporting_line", "level_gap", "level_unknown", "forbidden"})
"""Contradictions of a lock whose cause may be named."""


def draft_of(turn: Turn) -> Proposal:
    """Return the draft a button was about; Sorry once it is approved, replaced or gone."""
    proposal = turn.coordinated(Proposal, gone="review-gone")
    if proposal.state is not ProposalState.DRAFT or proposal.due_at:
        raise Sorry("review-gone")
    return proposal


def sides_named(turn: Turn, mentor_id: str, mentee_id: str) -> dict[str, str]:
    """Return the names of a mentor and a mentee as a text takes them, told apart if alike."""
    names = turn.named((mentor_id, mentee_id))
    return {"mentor": names[mentor_id], "mentee": names[mentee_id]}


def rules_said(turn: Turn, codes: Iterable[str]) -> list[str]:
    """Return the rules against a pair in words, as far as they may be named."""
    broken = set(codes)
    named = [code for code in NAMED if code in broken] or ["other"]
    return [turn.say(f"review-rule-{code.replace('_', '-')}") for code in named]


def check_enough(request: Request) -> None:
    """Raise Sorry, naming what is missing, when there is nobody to pair."""
    if not request.mentors and not request.mentees:
        raise Sorry("review-nobody")
    if not request.mentees:
        raise Sorry("review-no-mentees")
    if not request.mentors:
        raise Sorry("review-no-mentors")


def contradiction(turn: Turn, found: ContradictoryRules) -> Sorry:
    """Return what is said of a lock that breaks a rule."""
    sides = sides_named(turn, found.mentor_id, found.mentee_id)
    return Sorry(contradiction_key(found.code), **sides)


def contradiction_key(code: str) -> str:
    """Return the text that says why a lock cannot be kept."""
    said = code if code in SPOKEN else "other"
    return f"review-lock-{said.replace('_', '-')}"
