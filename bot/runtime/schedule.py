"""What is due at an instant, and what is done about it: cost is what is due, not who exists."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from bot.domain.checkin import CheckIn, Feedback
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, Seat
from bot.domain.people import AuditEntry, Person
from bot.domain.programme import Enrolment, Programme
from bot.domain.proposal import Proposal
from bot.flows.checkin import due as checkins
from bot.flows.coordinating import due as digests
from bot.flows.feedback import due as feedbacks
from bot.flows.feedback import milestones
from bot.flows.leaving import due as leaving
from bot.flows.meeting import due as meetings
from bot.flows.pairing import due as proposals
from bot.ports import Clock, Store, Work
from bot.runtime.reporting import Report, to_nobody
from bot.runtime.retention import Retention

BATCH = 25
"""Subjects acted on in one transaction: long enough to be cheap, short enough to let turns in."""
AGAIN_AFTER = timedelta(hours=1)
"""When a subject whose act failed is looked at again."""

Act = Callable[[Work, datetime, Any], None]

ACTS: dict[type, Act] = {
    Person: leaving.see_off,
    Enrolment: leaving.resume,
    Proposal: proposals.follow_up,
    Meeting: meetings.prepare,
    Seat: checkins.ask,
    CheckIn: checkins.remind,
    Pairing: milestones.reach,
    Feedback: feedbacks.remind,
    Programme: digests.publish,
}
"""What is done about each kind of subject when its instant comes; it sets the next one itself."""


class StillDue(Exception):
    """An act left its subject's instant as it was: it would be due again at once, for ever."""


class Schedule:
    """Acts on everything due; driven by any clock that ticks, in any number of replicas.

    ``report`` is told of a subject whose act failed, as the audit trail is.
    """

    def __init__(self, store: Store, clock: Clock, report: Report = to_nobody) -> None:
        self._store = store
        self._clock = clock
        self._report = report
        self._retention = Retention(store, clock)

    async def run(self) -> int:
        """Act on all that is due now; return how many subjects were acted on."""
        acted = 0
        organisations = {tenant.organisation_id for tenant in await self._store.tenants()}
        for organisation_id in sorted(organisations):
            due = await self._kinds_due(organisation_id)
            for kind in ACTS:
                if kind in due:
                    acted += await self._all_of(organisation_id, kind)
                    # What was done may have made something of another kind due at once.
                    due = await self._kinds_due(organisation_id)
            await self._retention.run(organisation_id)
        return acted

    async def _kinds_due(self, organisation_id: str) -> set[type]:
        now = self._clock.now()
        return await self._store.transact(organisation_id, lambda work: work.agenda.kinds(now))

    async def _all_of(self, organisation_id: str, kind: type[Any]) -> int:
        acted = 0
        while True:
            count = await self._batch(organisation_id, kind)
            acted += count
            if count < BATCH:
                return acted

    async def _batch(self, organisation_id: str, kind: type[Any]) -> int:
        now = self._clock.now()
        try:
            return await self._store.transact(organisation_id, partial(_act_on_all, kind, now))
        except Exception:  # noqa: BLE001  one subject must not hold up all others
            careful = partial(_act_on_each, kind, now)
            count, errors = await self._store.transact(organisation_id, careful)
            for error in errors:
                self._report(kind.__name__, error)
            return count


def _act_on_all(kind: type[Any], now: datetime, work: Work) -> int:
    subjects = work.agenda.due(kind, now, BATCH)
    _warm(work, subjects)
    for subject in subjects:
        _act(kind, work, now, subject)
    return len(subjects)


def _act(kind: type[Any], work: Work, now: datetime, subject: Any) -> None:
    """Act on a subject, which must set its next instant, or none."""
    due_at = work.agenda.instant(kind, subject)
    ACTS[kind](work, now, subject)
    # None at both looks: what was done about another one of the batch settled this one, too.
    if due_at is not None and work.agenda.instant(kind, subject) == due_at:
        raise StillDue(kind.__name__)


def _act_on_each(kind: type[Any], now: datetime, work: Work) -> tuple[int, list[Exception]]:
    """Act on each subject by itself; what fails is noted, and looked at again later."""
    subjects = work.agenda.due(kind, now, BATCH)
    errors: list[Exception] = []
    for subject in subjects:
        error = work.attempt(partial(_act, kind, work, now, subject))
        if error is not None:
            errors.append(error)
            work.agenda.put_off(kind, subject, now + AGAIN_AFTER)
            entry = AuditEntry(
                organisation_id=work.organisation_id,
                id=work.new_id(),
                actor_id="",
                action="due.failed",
                subject=kind.__name__,
                at=now,
                details={"error": type(error).__name__},
            )
            work.add(entry)
    return len(subjects), errors


def _warm(work: Work, subjects: list[Any]) -> None:
    """Read what a batch will ask for one by one, in a question per kind."""
    pairing_ids = {s.pairing_id for s in subjects if hasattr(s, "pairing_id")}
    pairings = work.load(Pairing, sorted(pairing_ids))
    person_ids = {s.person_id for s in subjects if hasattr(s, "person_id")}
    person_ids |= {person_id for p in pairings for person_id in (p.mentor_id, p.mentee_id)}
    work.people.by_id(sorted(person_ids))
    work.accounts.warm(sorted(person_ids))
