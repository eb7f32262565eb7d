"""What a rehearsal came to, as one JSON object: counts that add up, read from the records."""

import json
from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from adapters.simulate.observer import Observer
from adapters.simulate.options import Options
from adapters.simulate.outside.jury import KINDS
from adapters.simulate.transcript import Transcript
from adapters.simulate.watch import WatchedStore
from bot.domain.delivery import DeliveryState, Kind
from bot.domain.meeting import ONCE_AGREED, Meeting, MeetingState
from bot.domain.pairing import Pairing, PairingState
from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import Proposal, ProposalState
from bot.ports import Work


@dataclass(frozen=True)
class DigestSeen:
    """A digest as the coordinator read it."""

    at: datetime
    text: str


@dataclass(frozen=True)
class Report:
    """The end of a rehearsal: its figures, the digests, and the transcripts that were asked for."""

    figures: dict[str, Any]
    digests: tuple[DigestSeen, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Whether nothing happened that must not."""
        return not any(self.figures[name] for name in MUST_BE_NONE)

    def as_json(self) -> str:
        """Return the figures as JSON, the same bytes for the same figures."""
        return json.dumps(self.figures, ensure_ascii=False, indent=2) + "\n"


MUST_BE_NONE = (
    "quiet_hours_violations",
    "duplicates",
    "illegal_transitions",
    "failures",
    *KINDS,
)


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What the records hold at the end."""

    people: dict[str, int]
    unmatched_reasons: dict[str, int]
    meetings: dict[str, int]
    pairings: dict[str, int]
    deliveries: dict[tuple[Kind, DeliveryState], int] = field(default_factory=dict)


def count(work: Work, now: datetime) -> Counted:
    """Count the people, meetings and deliveries of the cycle; proposals say who was ever asked."""
    cycle = work.programmes.last_cycle()
    enrolments = work.enrolments.all(cycle.id) if cycle else []
    pairings = work.pairings.all(cycle.id, *PairingState) if cycle else []
    proposals = work.proposals.all(cycle.id, *ProposalState) if cycle else []
    matched = _sides(pairings)
    proposed = _sides(proposals)
    joined = [e for e in enrolments if e.joined_at is not None]
    left_out = [e for e in joined if e.person_id not in matched]
    meetings = [
        meeting
        for pairing in pairings
        for meeting in work.pairings.meetings(pairing.id)
        if _has_come(meeting, pairing, now)
    ]
    return Counted(
        people={
            "invited": sum(e.invited_at is not None for e in enrolments),
            "joined": len(joined),
            "matched": len(joined) - len(left_out),
            "unmatched": len(left_out),
        },
        unmatched_reasons=dict(sorted(Counter(_reason(e, proposed) for e in left_out).items())),
        meetings={
            "agreed": len(meetings),
            "held": sum(meeting.state is MeetingState.HELD for meeting in meetings),
        },
        pairings=dict(sorted(Counter(p.state.value for p in pairings).items())),
        deliveries=work.outbox.counts_by_kind(),
    )


def figures(
    options: Options,
    counted: Counted,
    observer: Observer,
    store: WatchedStore,
    *,
    digests: tuple[DigestSeen, ...],
) -> dict[str, Any]:
    """Return the figures of a rehearsal but its seconds."""
    ends: Counter[str] = Counter()
    for (_, state), number in counted.deliveries.items():
        ends[state.value] += number
    questions = _of_kind(counted, Kind.PROMPT)
    return {
        "seed": options.seed,
        "weeks": options.weeks,
        "people": counted.people,
        "unmatched_reasons": counted.unmatched_reasons,
        "pairings": counted.pairings,
        "meetings": counted.meetings,
        "prompts": {
            "due": sum(questions.values()) - questions[DeliveryState.CANCELLED],
            "sent": questions[DeliveryState.SENT],
            "answered": observer.answered,
        },
        "reminders": _of_kind(counted, Kind.NUDGE)[DeliveryState.SENT],
        "max_messages_per_person_week": observer.most_a_week,
        # A meeting that is off or moved cannot wait for a week with room.
        "max_with_urgent_per_person_week": observer.most_with_urgent,
        "quiet_hours_violations": observer.counts["quiet_hours_violations"],
        "duplicates": observer.counts["duplicates"],
        "illegal_transitions": store.illegal_count,
        "failures": len(store.failures),
        "transitions": store.changes,
        "turns": observer.counts["turns"],
        "deliveries": dict(sorted(ends.items())),
        "deliveries_total": sum(ends.values()),
        "digests": len(digests),
        "digest_texts": [digest.text for digest in digests],
    }


def _of_kind(counted: Counted, kind: Kind) -> Counter[DeliveryState]:
    return Counter({s: number for (k, s), number in counted.deliveries.items() if k is kind})


def _has_come(meeting: Meeting, pairing: Pairing, now: datetime) -> bool:
    """Whether a meeting was agreed, and its moment came while the pairing lasted."""
    if meeting.state is MeetingState.HELD:
        return True
    return meeting.state in ONCE_AGREED and meeting.starts_at <= (pairing.ended_at or now)


def _sides(pairs: Iterable[Pairing | Proposal]) -> set[str]:
    return {person_id for pair in pairs for person_id in (pair.mentor_id, pair.mentee_id)}


def _reason(enrolment: Enrolment, proposed: Container[str]) -> str:
    """Why somebody who joined never had a partner: where they stand, or what the matching said."""
    if enrolment.state in {EnrolmentState.LEFT, EnrolmentState.PAUSED}:
        return enrolment.state.value
    if enrolment.unmatched_reason:
        return enrolment.unmatched_reason
    return "proposal_not_accepted" if enrolment.person_id in proposed else "joined_late"
