"""The invitation a coordinator has under way, and how whom it is for is said."""

from bot.conversation.flow import COORDINATORS, Chapter, Flow
from bot.conversation.turn import Turn
from bot.domain.invitation import Invitation
from bot.domain.programme import Cycle
from bot.errors import Sorry
from bot.flows.coordinating.cycles import open_cycle

flow = Flow("invitations", roles=COORDINATORS, chapter=Chapter.COORDINATORS)


def begun(turn: Turn, cycle: Cycle) -> Invitation:
    """Return the coordinator's draft, or a new one.

    A round begins with those whom the round before was for; later in it, with all who are left.
    """
    found = turn.work.invitations.draft(cycle.id, turn.person.id)
    if found is not None:
        return found
    draft = Invitation(
        organisation_id=turn.work.organisation_id,
        id=turn.work.new_id(),
        cycle_id=cycle.id,
        author_id=turn.person.id,
        written_at=turn.now,
    )
    before = next(iter(turn.work.invitations.sent()), None)
    if before is not None:
        draft.lines = dict(before.lines)
        if before.cycle_id != cycle.id:
            choose_as(before, draft)
    turn.work.add(draft)
    return draft


def choose_as(before: Invitation, draft: Invitation) -> None:
    """Choose those whom an earlier invitation was for; who was not reached is no rule to keep."""
    draft.is_for(
        departments=before.departments,
        offices=before.offices,
        lowest=before.lowest,
        highest=before.highest,
        people=before.people,
    )


def drafted(turn: Turn) -> Invitation:
    """Return the invitation a button is about, if it is this coordinator's and not yet sent."""
    invitation = turn.mine(Invitation)
    if invitation.sent_at is not None:
        raise Sorry("invitations-already")
    open_cycle(turn, invitation.cycle_id)
    return invitation


def whom(turn: Turn, invitation: Invitation) -> str:
    """Return in words whom an invitation is for."""
    if invitation.is_for_everybody:
        return turn.say("invitations-whom.everybody")
    parts = [turn.listing(names) for names in (invitation.departments, invitation.offices) if names]
    if invitation.lowest or invitation.highest:
        low, high = invitation.lowest, invitation.highest
        ends = "both" if low and high else "low" if low else "high"
        parts.append(turn.say("invitations-levels", ends=ends, low=low, high=high))
    if invitation.people:
        parts.append(turn.say("invitations-named", count=len(invitation.people)))
    if invitation.again:
        parts.append(turn.say("invitations-whom.again"))
    return "; ".join(parts)
