"""What a new org chart takes back: pairs that were prepared, and are one above the other now."""

from bot.domain.proposal import PairRule, Proposal, ProposalState, RuleKind
from bot.ports import Work


def drop_crossing(work: Work) -> int:
    """Drop the drafts and locks that join somebody with their own reporting line; return how many.

    Nobody was told of any. What was offered already is looked at when the second yes comes.
    """
    cycle = work.programmes.current_cycle()
    if cycle is None:
        return 0
    locks = [rule for rule in work.proposals.rules(cycle.id) if rule.kind is RuleKind.LOCK]
    prepared: list[Proposal | PairRule] = [
        *work.proposals.all(cycle.id, ProposalState.DRAFT),
        *locks,
    ]
    people = work.people.by_id(i for each in prepared for i in (each.mentor_id, each.mentee_id))
    crossing = []
    for each in prepared:
        mentor, mentee = people[each.mentor_id], people[each.mentee_id]
        if mentor.is_above(mentee) or mentee.is_above(mentor):
            crossing.append(each)
    work.remove(*crossing)
    return len(crossing)
