"""Whether a run could find pairs now: only then is it advised."""

from dataclasses import replace
from datetime import date

from bot.domain.pairing import PairingState
from bot.domain.programme import Cycle
from bot.matching import may_pair
from bot.ports import Work
from bot.services.rounds.request import request_for


def finds_pairs(work: Work, cycle: Cycle, today: date) -> bool:
    """Whether a run would pair any two of those who look for a partner.

    Whom the last run left over is found by none, unless something changed. Whoever came to the
    planned end of a pairing in this cycle may be paired again, but does not wait for it.
    """
    request = request_for(work, cycle, today)
    ended = work.pairings.all(cycle.id, PairingState.ENDED)
    finished = {i for each in ended if each.completed for i in (each.mentor_id, each.mentee_id)}
    return may_pair(
        replace(
            request,
            mentors=[each for each in request.mentors if each.person_id not in finished],
            mentees=[each for each in request.mentees if each.person_id not in finished],
            locked=frozenset(pair for pair in request.locked if finished.isdisjoint(pair)),
        )
    )
