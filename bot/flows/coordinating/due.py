"""The weekly digest: made once, kept, and told to every coordinator."""

from datetime import datetime

from bot import calendar
from bot.conversation.turn import Turn
from bot.domain.checkin import Digest
from bot.domain.pairing import LIVE
from bot.domain.programme import Cycle, Programme
from bot.flows.coordinating.digest import DIGEST, EVERY_WEEK
from bot.ports import Records
from bot.privacy.weekly import Weekly
from bot.services import pairings


def publish(records: Records, now: datetime, programme: Programme) -> None:
    """Make this week's digest and tell the coordinators; no more come once all is over."""
    creator = pairings.person_of(records, programme.created_by)
    programme.digest_due_at = None
    cycle = records.last_cycle()
    if cycle is None or not _goes_on(records, cycle):
        return
    programme.digest_due_at = EVERY_WEEK.after(now, creator)
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
        turn.tell(person, DIGEST, subject=digest.id, key=key)


def _goes_on(records: Records, cycle: Cycle) -> bool:
    """Whether the cycle still welcomes people, or one of its pairings is not at its end."""
    counts = records.pairing_counts(cycle.id)
    return cycle.welcomes or any(counts.get(state) for state in LIVE)
