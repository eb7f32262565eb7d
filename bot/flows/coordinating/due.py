"""The weekly digest: made once, kept, told to every coordinator; the last one ends its round."""

from datetime import date, datetime

from bot import calendar
from bot.conversation.turn import Turn
from bot.domain import rhythm
from bot.domain.digest import Digest
from bot.domain.pairing import LIVE
from bot.domain.people import AuditEntry
from bot.domain.programme import TAKES_PART, Cycle, Enrolment, Programme
from bot.domain.proposal import UNDECIDED
from bot.flows.coordinating.digest import DIGEST, EVERY_WEEK, NO_MORE
from bot.flows.coordinating.round_end import end_round
from bot.ports import Work
from bot.privacy.weekly import Weekly
from bot.services import pairings
from bot.services.rounds.possible import finds_pairs


def publish(work: Work, now: datetime, programme: Programme) -> None:
    """Make this week's digest and tell the coordinators, or end the round where nothing goes on."""
    creator = pairings.person_of(work, programme.created_by)
    programme.digest_due_at = None
    cycle = work.programmes.last_cycle()
    if cycle is None:
        return
    today = calendar.local_date(now, creator.zone)
    if not _goes_on(work, now, today, cycle):
        _end(Turn(work=work, now=now, person=creator), programme, cycle)
        return
    programme.digest_due_at = EVERY_WEEK.after(now, creator)
    weekly = Weekly(
        work=work,
        now=now,
        today=today,
        cycle=cycle,
        history=work.figures.all(programme.id),
        finds_pairs=cycle.welcomes and finds_pairs(work, cycle, today),
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


def _goes_on(work: Work, now: datetime, today: date, cycle: Cycle) -> bool:
    """Whether anything of a cycle is under way, or showed a sign of life some weeks ago."""
    counts = work.pairings.counts(cycle.id)
    if any(counts.get(state) for state in LIVE):
        return True
    if not cycle.welcomes:
        return False
    since = now - rhythm.DIGEST_LINGERS
    proposals = work.proposals.counts(cycle.id)
    return (
        today <= cycle.answer_by + rhythm.DIGEST_LINGERS
        or any(proposals.get(state) for state in UNDECIDED)
        or any(work.figures.endings(cycle.id, since).values())
        or any(_came_since(since, part) for part in work.enrolments.active(cycle.id, *TAKES_PART))
    )


def _came_since(since: datetime, part: Enrolment) -> bool:
    return part.joined_at is not None and part.joined_at > since


def _end(turn: Turn, programme: Programme, cycle: Cycle) -> None:
    """End a round that nobody closed, and say once that it is over; the next one brings digests."""
    turn.work.lock(Cycle, cycle.id)
    if cycle.welcomes:
        told = end_round(turn, cycle, Cycle.close)
        # Nobody's decision: the round ended by itself.
        entry = AuditEntry(
            organisation_id=turn.work.organisation_id,
            id=turn.work.new_id(),
            actor_id="",
            action=f"cycle.{cycle.state.value}",
            subject=cycle.id,
            at=turn.now,
            details={"told": told},
        )
        turn.work.add(entry)
    for person in turn.work.people.coordinators():
        key = f"digest-last:{cycle.id}:{programme.digests}:{person.id}"
        turn.tell(person, NO_MORE, subject=programme.id, key=key)
