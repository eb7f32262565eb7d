"""Who can be paired now: the one thing a coordinator is told of it, yes or no, everywhere alike."""

from collections.abc import Iterable

from bot.domain.programme import Enrolment, EnrolmentState
from bot.ports import Work


def free_now(work: Work, volunteers: Iterable[Enrolment]) -> set[str]:
    """Return the ids of those of some volunteers who can be paired now.

    Whoever rests, is being asked or has all the partners they want cannot: which of it, nobody is
    told.
    """
    taken = work.proposals.taken_places()
    return {
        each.person_id
        for each in volunteers
        if each.state is EnrolmentState.JOINED and taken.get(each.person_id, 0) < each.capacity
    }
