"""Proposals: offered once approved, reminded of once, and lapsing without an answer."""

from datetime import datetime

from bot.domain.proposal import Proposal, ProposalState
from bot.flows.pairing import proposal as flow
from bot.ports import Work


def follow_up(work: Work, now: datetime, proposal: Proposal) -> None:
    """Offer what was approved; remind those who have not answered; end what was in vain."""
    if proposal.state is ProposalState.DRAFT:
        flow.offer_pair(work, now, proposal)
    elif proposal.state is not ProposalState.OFFERED:
        proposal.due_at = None
    elif proposal.over_at is not None and now >= proposal.over_at:
        flow.conclude(work, now, proposal)
    elif proposal.reminded or now >= flow.lapses_at(work, proposal):
        # After a long stop of the service the reminder is worth nothing any more.
        flow.lapse(work, now, proposal)
    else:
        flow.remind(work, now, proposal)
