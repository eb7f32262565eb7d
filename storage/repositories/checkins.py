"""What people answered: weekly check-ins, and the two longer feedbacks."""

from sqlalchemy import Integer, bindparam, select

from bot.domain.checkin import AskState, CheckIn, Feedback
from bot.ports.pairings import CheckIns
from storage import tables as t
from storage.asking import Asking, equal, own

_checkins, _feedbacks, _pairings = t.checkins.c, t.feedbacks.c, t.pairings.c

OF_CYCLE = select(_pairings.id).where(own(t.pairings), equal(_pairings.cycle_id))
NEWEST_FIRST = (
    select(t.checkins)
    .where(own(t.checkins), equal(_checkins.pairing_id, _checkins.person_id))
    .order_by(_checkins.week.desc())
)
OPEN = NEWEST_FIRST.where(_checkins.state == AskState.OPEN).limit(1)
LAST = NEWEST_FIRST.limit(bindparam("most", type_=Integer))
CHECKINS_OF_CYCLE = (
    select(t.checkins)
    .where(own(t.checkins), _checkins.pairing_id.in_(OF_CYCLE))
    .order_by(_checkins.id)
)
FEEDBACK = select(t.feedbacks).where(
    own(t.feedbacks), equal(_feedbacks.pairing_id, _feedbacks.person_id, _feedbacks.kind)
)
FEEDBACKS_OF_CYCLE = (
    select(t.feedbacks)
    .where(own(t.feedbacks), _feedbacks.pairing_id.in_(OF_CYCLE))
    .order_by(_feedbacks.id)
)


class CheckInsRepository(CheckIns):
    """Weekly check-ins and feedbacks."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def open(self, pairing_id: str, person_id: str) -> CheckIn | None:
        return self._asking.one(CheckIn, OPEN, pairing_id=pairing_id, person_id=person_id)

    def last(self, pairing_id: str, person_id: str, limit: int) -> list[CheckIn]:
        return self._asking.all(
            CheckIn, LAST, pairing_id=pairing_id, person_id=person_id, most=limit
        )

    def all(self, cycle_id: str) -> list[CheckIn]:
        return self._asking.all(CheckIn, CHECKINS_OF_CYCLE, cycle_id=cycle_id)

    def feedback(self, pairing_id: str, person_id: str, kind: str) -> Feedback | None:
        return self._asking.one(
            Feedback, FEEDBACK, pairing_id=pairing_id, person_id=person_id, kind=kind
        )

    def feedbacks(self, cycle_id: str) -> list[Feedback]:
        return self._asking.all(Feedback, FEEDBACKS_OF_CYCLE, cycle_id=cycle_id)
