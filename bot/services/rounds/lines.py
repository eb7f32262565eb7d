"""A new org chart, and what it takes back: pairs prepared of whom one is above the other now."""

from collections.abc import Sequence

from bot.domain.org_chart import reporting_intervals, reporting_loops
from bot.domain.people import Person
from bot.domain.proposal import PairRule, Proposal, ProposalState, RuleKind
from bot.ports import Work


def draw_chart(work: Work, people: Sequence[Person]) -> None:
    """Number the org chart of everybody known: who left still stands between those who stay.

    In a circle, a manager whom only a platform told gives way; one of HR's alone is raised as a
    ReportingLoop.
    """
    managers = {person.id: person.manager_id for person in people}
    in_circles = {each for loop in reporting_loops(managers.items()) for each in loop}
    for person in people:
        if person.id in in_circles and not person.level:  # HR has said nothing of them
            person.manager_id = managers[person.id] = None
    intervals = reporting_intervals(managers.items())
    for person in people:
        person.chain_left, person.chain_right = intervals[person.id]
    drop_crossing(work)


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
