"""What the weekly figures are made of, and the digests that were made of them.

Sums and plain rows; no objects where there may be very many.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, bindparam, select

from bot.domain.checkin import CLOSED, AskState, Feedback, FeedbackKind
from bot.domain.delivery import DeliveryState
from bot.domain.digest import Digest
from bot.domain.meeting import MeetingState
from bot.domain.pairing import PairingState, Stage
from bot.ports.figures import Answered, Figures
from storage import tables as t
from storage.asking import Asking, any_of, count, equal, own, tally
from storage.repositories.pairings import GONE

_checkins, _feedbacks, _meetings = t.checkins.c, t.feedbacks.c, t.meetings.c
_pairings, _enrolments, _outbox, _digests = t.pairings.c, t.enrolments.c, t.outbox.c, t.digests.c
_since: BindParameter[Any] = bindparam("since")
_until: BindParameter[Any] = bindparam("until")

OF_CYCLE = select(_pairings.id).where(own(t.pairings), equal(_pairings.cycle_id))
ANSWERS = (
    _checkins.person_id,
    _checkins.role,
    _checkins.state,
    _checkins.rating,
    _checkins.progress,
    _checkins.answered_at,
)
ANSWERED = (
    select(*ANSWERS)
    .where(
        own(t.checkins),
        _checkins.pairing_id.in_(OF_CYCLE),
        any_of(_checkins.state, CLOSED),
    )
    .order_by(_checkins.week, _checkins.id)
)
FEEDBACKS = (
    select(t.feedbacks)
    .where(
        own(t.feedbacks),
        _feedbacks.pairing_id.in_(OF_CYCLE),
        equal(_feedbacks.kind),
        _feedbacks.state == AskState.ANSWERED,
    )
    .order_by(_feedbacks.answered_at, _feedbacks.id)
)
CONSENTS = select(_enrolments.person_id, _enrolments.consents).where(
    own(t.enrolments), equal(_enrolments.cycle_id), _enrolments.role.is_not(None)
)
MEETINGS = tally(
    _meetings.state,
    where=(
        _meetings.pairing_id.in_(OF_CYCLE),
        _meetings.starts_at > _since,
        _meetings.starts_at <= _until,
    ),
)
MILESTONES = tally(
    _pairings.stage,
    where=(
        equal(_pairings.cycle_id),
        _pairings.state == PairingState.ACTIVE,
        _pairings.stage != Stage.DONE,
        _pairings.due_at <= _until,
    ),
)
ENDINGS = tally(
    _pairings.completed,
    where=(
        equal(_pairings.cycle_id),
        _pairings.state == PairingState.ENDED,
        _pairings.ended_at > _since,
    ),
)
LOST = count(
    t.pairings,
    equal(_pairings.cycle_id),
    _pairings.state == PairingState.ENDED,
    ~_pairings.completed,
    _pairings.ended_at > _since,
    GONE,
)
FAILURES = tally(
    _outbox.state,
    where=(
        any_of(_outbox.state, (DeliveryState.GONE, DeliveryState.REFUSED, DeliveryState.EXPIRED)),
        _outbox.settled_at > _since,
    ),
)
DIGESTS = select(t.digests).where(own(t.digests), equal(_digests.programme_id))
LAST_DIGEST = DIGESTS.order_by(_digests.number.desc()).limit(1)
ALL_DIGESTS = DIGESTS.order_by(_digests.number)


class FiguresRepository(Figures):
    """The makings of digests, and the digests."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def answered(self, cycle_id: str) -> list[Answered]:
        rows = self._asking.rows(ANSWERED, cycle_id=cycle_id)
        return [Answered(*row) for row in self._asking.unit.seals.opened(ANSWERS, rows)]

    def feedbacks(self, cycle_id: str, kind: FeedbackKind) -> list[Feedback]:
        return self._asking.all(Feedback, FEEDBACKS, cycle_id=cycle_id, kind=kind)

    def consenting(self, cycle_id: str, item: str) -> set[str]:
        rows = self._asking.rows(CONSENTS, cycle_id=cycle_id)
        return {person_id for person_id, consents in rows if item in consents}

    def meetings(self, cycle_id: str, since: datetime, until: datetime) -> dict[MeetingState, int]:
        rows = self._asking.rows(MEETINGS, cycle_id=cycle_id, since=since, until=until)
        return dict(rows.all())

    def milestones(self, cycle_id: str, until: datetime) -> dict[Stage, int]:
        return dict(self._asking.rows(MILESTONES, cycle_id=cycle_id, until=until).all())

    def endings(self, cycle_id: str, since: datetime) -> dict[bool, int]:
        return dict(self._asking.rows(ENDINGS, cycle_id=cycle_id, since=since).all())

    def lost(self, cycle_id: str, since: datetime) -> int:
        return int(self._asking.rows(LOST, cycle_id=cycle_id, since=since).scalar_one())

    def failures(self, since: datetime) -> dict[DeliveryState, int]:
        return dict(self._asking.rows(FAILURES, since=since).all())

    def last(self, programme_id: str) -> Digest | None:
        return self._asking.one(Digest, LAST_DIGEST, programme_id=programme_id)

    def all(self, programme_id: str) -> list[Digest]:
        return self._asking.all(Digest, ALL_DIGESTS, programme_id=programme_id)
