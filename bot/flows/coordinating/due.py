"""The weekly digest: made once, kept, and told to every coordinator."""

from datetime import datetime

from bot import calendar
from bot.conversation.turn import Turn
from bot.domain.digest import Digest
from bot.domain.pairing import LIVE
from bot.domain.programme import Cycle, Programme
from bot.flows.coordinating.digest import DIGEST, EVERY_WEEK
from bot.ports import Work
from bot.privacy.weekly import Weekly
from bot.services import pairings


def publish(work: Work, now: datetime, programme: Programme) -> None:
    """Make this week's digest and tell the coordinators; no more come once all is over."""
    creator = pairings.person_of(work, programme.created_by)
    programme.digest_due_at = None
    cycle = work.programmes.last_cycle()
    if cycle is None or not _goes_on(work, cycle):
        return
    programme.digest_due_at = EVERY_WEEK.after(now, creator)
    weekly = Weekly(
        work=work,
        now=now,
        today=calendar.local_date(now, creator.zone),
        cycle=cycle,
        history=work.figures.all(programme.id),
    )
    programme.digests += 1
    digest = Digest(
        organisation_id=work.organisation_id,
        id=work.new_id(),
        programme_id=programme.id,
        number=programme.digests,
        at=now,
        figures=weekly.figures(),
        cohorts=weekly.cohorts,
    )
    work.add(digest)
    for person in work.people.coordinators():
        key = f"digest:{programme.id}:{digest.number}:{person.id}"
        turn = Turn(work=work, now=now, person=person)
        turn.tell(person, DIGEST, subject=digest.id, key=key)


def _goes_on(work: Work, cycle: Cycle) -> bool:
    """Whether the cycle still welcomes people, or one of its pairings is not at its end."""
    counts = work.pairings.counts(cycle.id)
    return cycle.welcomes or any(counts.get(state) for state in LIVE)
