"""The weekly digest: made once, kept, and told to every coordinator."""

from datetime import datetime, time

from bot import calendar
from bot.calendar.people import working_time
from bot.conversation.turn import Turn
from bot.domain.delivery import Kind
from bot.domain.digest import Digest
from bot.domain.pairing import LIVE
from bot.domain.programme import Cycle, Programme
from bot.flows.coordinating import digest as flow
from bot.ports import Work
from bot.privacy.weekly import Weekly
from bot.services import pairings

WEEKDAY, AT = 0, time(9, 0)
"""Mondays at nine, the local time of whoever created the programme."""


def publish(work: Work, now: datetime, programme: Programme) -> None:
    """Make this week's digest and tell the coordinators; no more come once all is over."""
    creator = pairings.person_of(work, programme.created_by)
    where = working_time(creator)
    programme.digest_due_at = None
    cycle = work.programmes.last_cycle()
    if cycle is None or not _goes_on(work, cycle):
        return
    programme.digest_due_at = calendar.next_weekly(now, where, weekday=WEEKDAY, at=AT)
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
        turn.tell(person, flow.newest, subject=digest.id, kind=Kind.NOTICE, key=key)


def _goes_on(work: Work, cycle: Cycle) -> bool:
    """Whether the cycle still welcomes people, or one of its pairings is not at its end."""
    counts = work.pairings.counts(cycle.id)
    return cycle.welcomes or any(counts.get(state) for state in LIVE)
