"""Taking back what a coordinator did, as far as nobody has seen it, let alone acted on it."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.invitation import Invitation, delivery_key
from bot.domain.programme import Announcement, Cycle
from bot.domain.proposal import Proposal, ProposalState
from bot.ports import Work
from bot.services.rounds.drafts import left_over


@dataclass
class Offers:
    """Offers of one approval: those nobody has seen, and those that went out, or may have."""

    unseen: list[Proposal] = field(default_factory=list)
    out: list[Proposal] = field(default_factory=list)
    not_offered_yet: int = 0

    @property
    def count(self) -> int:
        """How many pairs can be drafts again."""
        return len(self.unseen) + self.not_offered_yet


def announcement_key(announcement_id: str) -> str:
    """Return how the keys of an announcement's deliveries begin; the person's id follows."""
    return f"announcement:{announcement_id}"


def left_key(cycle_id: str) -> str:
    """Return how the keys begin of the deliveries that tell who is left at an approval."""
    return f"cycle:{cycle_id}:left:"


def invitations_unseen(work: Work, invitation: Invitation) -> int:
    """Return how many can be taken back of those whom an invitation was sent to."""
    keys = map(delivery_key, work.invitations.waiting(invitation.id))
    return work.invitations.unwritten(invitation.id) + len(work.deliveries.unseen(keys))


def recall_invitation(work: Work, now: datetime, invitation: Invitation) -> int:
    """Take back an invitation wherever nobody has seen it, as if it had not been sent."""
    count = work.invitations.forget_unwritten(invitation.id)
    parts = {delivery_key(part): part for part in work.invitations.waiting(invitation.id)}
    unseen = work.deliveries.unseen(parts)
    work.deliveries.withdraw(unseen, now)
    return count + work.invitations.forget([parts[key] for key in unseen])


def announced_to(work: Work, announcement: Announcement) -> dict[str, str]:
    """Return whom an announcement may have gone to: keys of deliveries, and people's ids."""
    key = announcement_key(announcement.id)
    people = (part.person_id for part in work.enrolments.all(announcement.cycle_id))
    return {f"{key}:{person_id}": person_id for person_id in people}


def recall_announcement(work: Work, now: datetime, announcement: Announcement) -> int:
    """Take back an announcement wherever it has not gone out; return from how many."""
    unseen = work.deliveries.unseen(announced_to(work, announcement))
    work.deliveries.withdraw(unseen, now)
    return len(unseen)


def offers_of(work: Work, cycle: Cycle) -> Offers:
    """Return what came of the last approval of a cycle.

    Whatever an offer has come to since, it counts among those that are out: who is named tells
    nothing of what anybody answered.
    """
    drafts = work.proposals.all(cycle.id, ProposalState.DRAFT)
    found = Offers(not_offered_yet=sum(draft.due_at is not None for draft in drafts))
    since = cycle.approved_at
    offered = [
        each
        for each in work.proposals.all(cycle.id, *ProposalState)
        if since and each.offered_at and each.offered_at >= since
    ]
    keys = {key: each for each in offered for key in _keys(each)}
    work.deliveries.unseen(keys)  # what is not out yet stays so until all is decided
    seen = {keys[key].id for key in work.deliveries.seen(keys)}
    for each in offered:
        # An answer is no sign: one given by a tap was seen, and a no said beforehand tells nothing.
        is_out = each.id in seen or each.state is not ProposalState.OFFERED or each.reminded
        (found.out if is_out else found.unseen).append(each)
    return found


def recall_approval(work: Work, now: datetime, cycle: Cycle) -> Offers:
    """Make drafts again of all pairs of which neither side has seen the offer.

    Whoever was to read that there is no partner yet reads it no more, if they have not already.
    """
    count = work.proposals.take_back_drafts(cycle.id)
    found = offers_of(work, cycle)
    found.not_offered_yet = count
    for each in found.unseen:
        work.deliveries.withdraw(_keys(each), now)
        each.withdraw()
        work.add(_as_a_draft(work, each))
    drafts = work.proposals.all(cycle.id, ProposalState.DRAFT)
    for enrolment in left_over(work, cycle, drafts):
        if work.outbox.cancel(enrolment.person_id, now, prefix=left_key(cycle.id)):
            enrolment.rounds_waited = max(0, enrolment.rounds_waited - 1)
    return found


def _as_a_draft(work: Work, offered: Proposal) -> Proposal:
    """Return a pair as a draft of its own: what is offered next is another offer."""
    return Proposal(
        organisation_id=offered.organisation_id,
        id=work.new_id(),
        cycle_id=offered.cycle_id,
        mentor_id=offered.mentor_id,
        mentee_id=offered.mentee_id,
        score=offered.score,
        reasons=offered.reasons,
    )


def _keys(proposal: Proposal) -> list[str]:
    sides = (proposal.mentor_id, proposal.mentee_id)
    return [f"proposal:{proposal.id}:offer:{person_id}" for person_id in sides]
