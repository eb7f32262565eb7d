"""What one weekly digest holds: computed once from whole cycles, stored as figures, shown later.

Figures hold ids, codes and numbers only; names and published words are looked up when they are
shown, so that erasing a person empties old digests too.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain import rhythm
from bot.domain.checkin import AskState, FeedbackKind, Progress
from bot.domain.digest import (
    Decide,
    Deliverability,
    Digest,
    Exits,
    Figures,
    Milestones,
    Momentum,
    NeedsHelp,
    Recruit,
    ShortTopic,
    Shown,
)
from bot.domain.meeting import ONCE_AGREED, MeetingState
from bot.domain.pairing import Stage
from bot.domain.people import Role
from bot.domain.programme import TAKES_PART, Cycle, Enrolment, EnrolmentState
from bot.domain.proposal import ProposalState
from bot.ports import Work
from bot.ports.figures import Answered
from bot.privacy.figures import band, share, smoothed
from bot.privacy.publisher import Measure, release

BEGINNING = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
ROLES = (Role.MENTOR, Role.MENTEE)
LEFT_OUT = ("guest", "stranger", "deactivated")
"""Reasons for which a platform's people are left out that HR may want to know; bots are not one."""
MOST_WINS = 3


@dataclass(frozen=True, kw_only=True)
class Weekly:
    """The makings of one digest; ``today`` is the local date of the programme's creator.

    ``finds_pairs`` says whether a run of the matching would find any now.
    """

    work: Work
    now: datetime
    today: date
    cycle: Cycle
    history: Sequence[Digest]
    finds_pairs: bool
    cohorts: dict[str, list[str]] = field(default_factory=dict)

    @property
    def since(self) -> datetime:
        """When the digest before this one was made, or a week ago."""
        return self.history[-1].at if self.history else self.now - rhythm.DIGEST_COVERS

    def figures(self) -> Figures:
        """Return all sections, each empty where there is nothing to say."""
        volunteers = self.work.enrolments.active(self.cycle.id, *TAKES_PART)
        willing = self.work.figures.consenting(self.cycle.id, "statistics")
        answered = self.work.figures.answered(self.cycle.id)
        said = [row for row in answered if row.person_id in willing]
        return Figures(
            cycle_id=self.cycle.id,
            number=self.cycle.number,
            decide=self._decide(),
            recruit=self._recruit(volunteers),
            help=self._help(),
            deliverability=self._deliverability(),
            momentum=self._momentum(),
            answers=bool(said),
            measures=self._measures(said, willing),
            milestones=self._milestones(),
            exits=self._exits(),
            wins=self._wins(),
        )

    def _decide(self) -> Decide | None:
        if not self.cycle.welcomes:
            return None
        drafts = self.work.proposals.counts(self.cycle.id).get(ProposalState.DRAFT, 0)
        finds = self.finds_pairs and not drafts
        return Decide(drafts=drafts, free=finds) if drafts or finds else None

    def _recruit(self, volunteers: Sequence[Enrolment]) -> Recruit | None:
        """Who waits, which topics are short, and how far the invitation reached."""
        if not self.cycle.welcomes:
            return None
        taken = self.work.proposals.taken_places()
        waiting = Counter(
            enrolment.role
            for enrolment in volunteers
            if enrolment.state is EnrolmentState.JOINED and enrolment.person_id not in taken
        )
        invited = sum(self.work.enrolments.counts(self.cycle.id).values())
        had_one = self.work.pairings.ever_paired(self.cycle.id)
        paired = sum(enrolment.person_id in had_one for enrolment in volunteers)
        return Recruit(
            mentors=band(waiting[Role.MENTOR]),
            mentees=band(waiting[Role.MENTEE]),
            topics=short_topics(volunteers),
            reach=share(len(volunteers), invited),
            matched=share(paired, len(volunteers)),
            accepted=self._acceptance(),
        )

    def _acceptance(self) -> int | None:
        """Both accepted, out of those decided."""
        counts = self.work.proposals.counts(self.cycle.id)
        accepted = counts.get(ProposalState.ACCEPTED, 0)
        over = (ProposalState.DECLINED, ProposalState.LAPSED)
        return share(accepted, accepted + sum(counts.get(state, 0) for state in over))

    def _help(self) -> tuple[NeedsHelp, ...]:
        return tuple(
            NeedsHelp(
                pairing_id=pairing.id,
                label=pairing.help_label.value,
                # A count that began anew would tell coordinators of a rest.
                days=pairing.days_on_record(self.today),
            )
            for pairing in self.work.pairings.needing_help(self.cycle.id)
        )

    def _deliverability(self) -> Deliverability | None:
        failed = self.work.figures.failures(self.since)
        counts = {"unreachable": self.work.people.unreachable(self.cycle.id)}
        counts |= {state.value: count for state, count in failed.items()}
        counts["unplaced"] = self.work.seniority.untold_in(self.cycle.id)
        tenants = self.work.tenants.all()
        counts["suspended"] = sum(not tenant.active for tenant in tenants)
        for reason in LEFT_OUT:
            counts[reason] = sum(tenant.left_out.get(reason, 0) for tenant in tenants)
        return Deliverability(**counts) if any(counts.values()) else None

    def _momentum(self) -> Momentum | None:
        """Meetings held out of those agreed, to date.

        What came since the last digest is not said beside it: a few each week, added up until the
        total is in the next band, would be worked out to the last one.
        """
        held, agreed = self._meetings()
        if not agreed:
            return None
        percent = share(held, agreed)
        points = [(d.at.date().isoformat(), _percent_in(d, self.cycle.id)) for d in self.history]
        points.append((self.now.date().isoformat(), percent))
        trend = [(day, value) for day, value in points if value is not None]
        return Momentum(
            held=band(held),
            agreed=band(agreed),
            percent=percent,
            trend=tuple(trend[-rhythm.TREND :]),
        )

    def _meetings(self) -> tuple[int, int]:
        counts = self.work.figures.meetings(self.cycle.id, BEGINNING, self.now)
        return counts.get(MeetingState.HELD, 0), sum(counts.get(state, 0) for state in ONCE_AGREED)

    def _measures(
        self, said: Sequence[Answered], willing: set[str]
    ) -> tuple[tuple[str, Shown | None], ...]:
        """The means of what people answered, as far as the publisher lets them out."""
        measures = [measure for role in ROLES for measure in self._answers(said, role)]
        measures += self._voices(willing)
        shown = []
        for measure in measures:
            released = release(measure, self.history, self.now)
            shown.append((measure.name, released.figure))
            if released.cohort:
                self.cohorts[measure.name] = list(released.cohort)
        return tuple(shown)

    def _answers(self, said: Sequence[Answered], role: Role) -> list[Measure]:
        by_person: dict[str, list[Answered]] = defaultdict(list)
        for row in said:
            if row.role is role:
                by_person[row.person_id].append(row)
        ratings = {i: smoothed(r.rating for r in rows if r.rating) for i, rows in by_person.items()}
        progress = {i: _net_progress(rows) for i, rows in by_person.items()}
        response = {i: _response(rows) for i, rows in by_person.items()}
        newest = {
            i: max((r.answered_at for r in rows if r.answered_at), default=BEGINNING)
            for i, rows in by_person.items()
        }
        return [
            self._measure(f"rating-{role.value}", ratings, newest, (1, 5)),
            self._measure(f"progress-{role.value}", progress, newest, (-1, 1)),
            self._measure(f"response-{role.value}", response, newest, (0, 100)),
        ]

    def _voices(self, willing: set[str]) -> list[Measure]:
        """The safety item of the mid-point: "I can say what I think"."""
        feedbacks = self.work.figures.feedbacks(self.cycle.id, FeedbackKind.MID)
        measures = []
        for role in ROLES:
            mine = [f for f in feedbacks if f.role is role and f.person_id in willing]
            values = {f.person_id: _number(f.answers.get("voice")) for f in mine}
            newest = {f.person_id: f.answered_at or BEGINNING for f in mine}
            measures.append(self._measure(f"voice-{role.value}", values, newest, (1, 5)))
        return measures

    def _measure(
        self,
        name: str,
        values: Mapping[str, float | None],
        newest: Mapping[str, datetime],
        scale: tuple[float, float],
    ) -> Measure:
        known = {person_id: value for person_id, value in values.items() if value is not None}
        return Measure(
            name=name,
            cycle_id=self.cycle.id,
            by_person=known,
            answered_at={person_id: newest[person_id] for person_id in known},
            low=scale[0],
            high=scale[1],
        )

    def _milestones(self) -> Milestones:
        counts = self.work.figures.milestones(self.cycle.id, self.now + rhythm.DIGEST_COVERS)
        return Milestones(mid=counts.get(Stage.MID, 0), final=counts.get(Stage.FINAL, 0))

    def _exits(self) -> Exits | None:
        """The endings of the round so far: a few each week would be added up, as with meetings."""
        endings = self.work.figures.endings(self.cycle.id, BEGINNING)
        if not endings:
            return None
        lost = self.work.figures.lost(self.cycle.id, BEGINNING)
        return Exits(
            early=band(endings.get(False, 0) - lost),
            completed=band(endings.get(True, 0)),
            lost=lost,
        )

    def _wins(self) -> tuple[str, ...]:
        """The ids of final feedbacks whose one change may be published, by consent twice over."""
        willing = self.work.figures.consenting(self.cycle.id, "recognition")
        finals = self.work.figures.feedbacks(self.cycle.id, FeedbackKind.FINAL)
        fresh = [f for f in finals if f.answered_at is not None and f.answered_at > self.since]
        public = [f for f in fresh if f.answers.get("publish") and f.person_id in willing]
        return tuple(feedback.id for feedback in public[:MOST_WINS])


def short_topics(volunteers: Sequence[Enrolment]) -> tuple[ShortTopic, ...]:
    """Return the topics more people want than offer, shortest first, with both counts as bands.

    A mentor with room for two partners is supply for two.
    """
    wanted: Counter[str] = Counter()
    offered: Counter[str] = Counter()
    for enrolment in volunteers:
        side = offered if enrolment.role is Role.MENTOR else wanted
        side.update(dict.fromkeys(enrolment.topics, enrolment.capacity))
    short = sorted((offered[code] - count, code) for code, count in wanted.items())
    return tuple(
        ShortTopic(code=code, wanted=band(wanted[code]), offered=band(offered[code]))
        for balance, code in short
        if balance < 0
    )


def _percent_in(digest: Digest, cycle_id: str) -> int | None:
    momentum = digest.figures.momentum
    return momentum.percent if momentum and digest.figures.cycle_id == cycle_id else None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _net_progress(rows: Sequence[Answered]) -> float | None:
    """(forward - need a hand) / answers, of one person."""
    said = [row.progress for row in rows if row.progress is not Progress.UNSAID]
    net = said.count(Progress.FORWARD) - said.count(Progress.HAND)
    return net / len(said) if said else None


def _response(rows: Sequence[Answered]) -> float:
    """Answered out of those asked, in per cent, of one person; an open question is not yet one."""
    return 100 * sum(row.state is AskState.ANSWERED for row in rows) / len(rows)
