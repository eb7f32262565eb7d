"""The weekly digest: made once, kept, and told to every coordinator."""

from datetime import datetime, time

from bot import calendar
from bot.calendar.people import working_time
from bot.conversation.turn import Turn
from bot.domain.checkin import Digest
from bot.domain.delivery import Kind
from bot.domain.pairing import LIVE
from bot.domain.programme import Cycle, Programme
from bot.flows.coordinating import digest as flow
from bot.ports import Records
from bot.privacy.weekly import Weekly
from bot.services import pairings

WEEKDAY, AT = 0, time(9, 0)
"""Mondays at nine, the local time of whoever created the programme."""


def publish(records: Records, now: datetime, programme: Programme) -> None:
    """Make this week's digest and tell the coordinators; no more come once all is over."""
    creator = pairings.person_of(records, programme.created_by)
    where = working_time(creator)
    programme.digest_due_at = None
    cycle = records.last_cycle()
    if cycle is None or not _goes_on(records, cycle):
        return
    programme.digest_due_at = calendar.next_weekly(now, where, weekday=WEEKDAY, at=AT)
    weekly = Weekly(
        records=records,
        now=now,
        today=calendar.local_date(now, creator.zone),
        cycle=cycle,
        history=records.digests(programme.id),
    )
    programme.digests += 1
    digest = Digest(
        organisation_id=records.organisation_id,
        id=records.new_id(),
        programme_id=programme.id,
        number=programme.digests,
        at=now,
        figures=weekly.figures(),
        cohorts=weekly.cohorts,
    )
    records.add(digest)
    for person in records.coordinators():
        key = f"digest:{programme.id}:{digest.number}:{person.id}"
        turn = Turn(records=records, now=now, person=person)
        turn.tell(person, flow.newest, subject=digest.id, kind=Kind.NOTICE, key=key)


def _goes_on(records: Records, cycle: Cycle) -> bool:
    """Whether the cycle still welcomes people, or one of its pairings is not at its end."""
    counts = records.pairing_counts(cycle.id)
    return cycle.welcomes or any(counts.get(state) for state in LIVE)
