"""What the weekly figures are made of: read once per digest, in plain rows."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from bot.domain.checkin import CLOSED, AskState, Feedback, FeedbackKind
from bot.domain.delivery import DeliveryState
from bot.domain.meeting import MeetingState
from bot.domain.pairing import PairingState, Stage
from bot.ports.coordination import Answered
from storage import tables as t
from storage.records.base import BaseRecords

BADLY = (DeliveryState.GONE, DeliveryState.REFUSED, DeliveryState.EXPIRED)


class FigureRecords(BaseRecords):
    """Sums and plain rows for the publisher; no objects, since there may be very many."""

    def answered(self, cycle_id: str) -> list[Answered]:
        """Return the closed check-ins of a cycle, oldest first."""
        columns = t.checkins.c
        question = (
            select(
                columns.person_id,
                columns.role,
                columns.state,
                columns.rating,
                columns.progress,
                columns.answered_at,
            )
            .where(
                columns.organisation_id == self.organisation_id,
                columns.pairing_id.in_(self._pairings(cycle_id)),
                columns.state.in_(CLOSED),
            )
            .order_by(columns.week, columns.id)
        )
        return [Answered(*row) for row in self.ask(question)]

    def feedback_answers(self, cycle_id: str, kind: FeedbackKind) -> list[Feedback]:
        """Return the answered feedbacks of a kind in a cycle, in order of their answer."""
        columns = t.feedbacks.c
        question = self.select(
            Feedback,
            columns.pairing_id.in_(self._pairings(cycle_id)),
            columns.kind == kind,
            columns.state == AskState.ANSWERED,
        )
        return self.read(Feedback, question.order_by(columns.answered_at, columns.id))

    def consenting(self, cycle_id: str, item: str) -> set[str]:
        """Return the ids of the people of a cycle who switched a consent on."""
        columns = t.enrolments.c
        question = select(columns.person_id, columns.consents).where(
            columns.organisation_id == self.organisation_id,
            columns.cycle_id == cycle_id,
            columns.role.is_not(None),
        )
        rows = self.ask(question)
        return {person_id for person_id, consents in rows if item in consents}

    def meeting_counts(
        self, cycle_id: str, since: datetime, until: datetime
    ) -> dict[MeetingState, int]:
        """Return how many meetings of a cycle begin in a span of time, by state."""
        columns = t.meetings.c
        question = (
            select(columns.state, func.count())
            .where(
                columns.organisation_id == self.organisation_id,
                columns.pairing_id.in_(self._pairings(cycle_id)),
                columns.starts_at > since,
                columns.starts_at <= until,
            )
            .group_by(columns.state)
        )
        return dict(self.ask(question).all())

    def milestone_counts(self, cycle_id: str, until: datetime) -> dict[Stage, int]:
        """Return how many active pairings of a cycle reach a milestone by an instant."""
        columns = t.pairings.c
        question = (
            select(columns.stage, func.count())
            .where(
                columns.organisation_id == self.organisation_id,
                columns.cycle_id == cycle_id,
                columns.state == PairingState.ACTIVE,
                columns.stage != Stage.DONE,
                columns.due_at <= until,
            )
            .group_by(columns.stage)
        )
        return dict(self.ask(question).all())

    def endings(self, cycle_id: str, since: datetime) -> dict[bool, int]:
        """Return how many pairings of a cycle ended since, by whether they were completed."""
        columns = t.pairings.c
        question = (
            select(columns.completed, func.count())
            .where(
                columns.organisation_id == self.organisation_id,
                columns.cycle_id == cycle_id,
                columns.state == PairingState.ENDED,
                columns.ended_at > since,
            )
            .group_by(columns.completed)
        )
        return dict(self.ask(question).all())

    def matched(self, cycle_id: str) -> int:
        """Return how many people of a cycle have or had a pairing in it."""
        columns = t.pairings.c
        mine = (columns.organisation_id == self.organisation_id, columns.cycle_id == cycle_id)
        sides = select(columns.mentor_id).where(*mine).union(select(columns.mentee_id).where(*mine))
        return int(self.ask(select(func.count()).select_from(sides.subquery())).scalar_one())

    def failed_deliveries(self, since: datetime) -> dict[DeliveryState, int]:
        """Return how many deliveries ended badly since an instant, by how."""
        columns = t.outbox.c
        question = (
            select(columns.state, func.count())
            .where(
                columns.organisation_id == self.organisation_id,
                columns.state.in_(BADLY),
                columns.settled_at > since,
            )
            .group_by(columns.state)
        )
        return dict(self.ask(question).all())

    def _pairings(self, cycle_id: str) -> Any:
        columns = t.pairings.c
        return select(columns.id).where(
            columns.organisation_id == self.organisation_id,
            columns.cycle_id == cycle_id,
        )
