"""The pairs of a run under review, which nobody was told of yet, and who is left without one."""

from collections.abc import Iterable

from bot.domain.programme import Cycle, Enrolment, EnrolmentState
from bot.domain.proposal import Proposal, ProposalState
from bot.matching import Pair, Result
from bot.ports import Work


def keep(work: Work, cycle: Cycle, result: Result) -> None:
    """Replace the drafts of a cycle by the pairs of a run.

    Why somebody is left is noted in their enrolment.
    """
    work.proposals.drop_drafts(cycle.id)
    work.add(*(draft(work, cycle, pair) for pair in result.pairs))
    reasons = {left.person_id: left.reason for left in result.unmatched}
    for enrolment in work.enrolments.active(cycle.id, EnrolmentState.JOINED):
        reason = reasons.get(enrolment.person_id, "")
        if enrolment.unmatched_reason != reason:
            enrolment.unmatched_reason = reason


def draft(work: Work, cycle: Cycle, pair: Pair) -> Proposal:
    """Return a pair as a draft for review."""
    return Proposal(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        cycle_id=cycle.id,
        mentor_id=pair.mentor_id,
        mentee_id=pair.mentee_id,
        score=pair.score,
        reasons=tuple(
            {"code": reason.code, "points": reason.points, "values": _plain(reason.values)}
            for reason in pair.reasons
        ),
    )


def drafts_of(work: Work, cycle: Cycle) -> list[Proposal]:
    """Return the drafts of a cycle that nobody approved yet, best score first."""
    drafts = work.proposals.all(cycle.id, ProposalState.DRAFT)
    return [proposal for proposal in drafts if proposal.due_at is None]


def left_over(work: Work, cycle: Cycle, drafts: Iterable[Proposal]) -> list[Enrolment]:
    """Return the volunteers with no partner, no offer and no draft, in a stable order.

    Whoever joined after the last run was not left by it.
    """
    drafted = {i for proposal in drafts for i in (proposal.mentor_id, proposal.mentee_id)}
    taken = work.proposals.taken_places()
    volunteers = work.enrolments.active(cycle.id, EnrolmentState.JOINED)
    busy = drafted | taken.keys()
    return [e for e in volunteers if e.person_id not in busy and not _is_late(e, cycle)]


def _is_late(enrolment: Enrolment, cycle: Cycle) -> bool:
    joined, run_at = enrolment.joined_at, cycle.proposed_at
    return joined is not None and run_at is not None and joined > run_at


def _plain(values: object) -> object:
    """Return a reason's values as they come back from the store: lists for tuples."""
    if isinstance(values, dict):
        return {name: _plain(value) for name, value in values.items()}
    return [_plain(value) for value in values] if isinstance(values, tuple) else values
