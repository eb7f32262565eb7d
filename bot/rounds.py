"""One run of the matching over a cycle: who may be paired now, and the drafts that come of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from bot.calendar import hours_mask
from bot.domain.people import Person, Role
from bot.domain.programme import PARTS_OF_DAY, Cycle, Enrolment, EnrolmentState
from bot.domain.proposal import Proposal, ProposalState, RuleKind
from bot.matching import Candidate, Pair, Request, Result, Rules, Weights
from bot.ports import Records

WORKING_WEEK = tuple(f"{weekday}-{part}" for weekday in range(5) for part in PARTS_OF_DAY)
"""The moments of somebody who named none: any working hour suits them."""
WEIGHT = "weight_"
"""What the name of a weight begins with among the settings of a cycle."""
WEIGHTS = tuple(f"{WEIGHT}{weight.name}" for weight in fields(Weights))
LIMITS = ("minimum_hours", "minimum_level_gap", "minimum_score", "stay_bonus", "fairness")
"""The other settings of a cycle, named as the matching names them."""


def request_for(records: Records, cycle: Cycle, today: date) -> Request:
    """Return the question put to the matching: everybody with room for another partner.

    Reads everything at once, whatever the number of people. People who rest or left are not in it,
    nor is anybody whose places are taken. A lock on one of them, or on two who were partners
    before, is passed over. The drafts under review are what a new run changes as little as it can.
    ``today`` decides on tenure and on the clock's offset.
    """
    volunteers = records.enrolments_in(cycle.id, EnrolmentState.JOINED)
    people = records.people([enrolment.person_id for enrolment in volunteers])
    taken = records.taken_places()
    free = {e.person_id: e.capacity - taken.get(e.person_id, 0) for e in volunteers}
    former: dict[str, set[str]] = defaultdict(set)
    for mentor_id, mentee_id in records.former_partners():
        former[mentor_id].add(mentee_id)
        former[mentee_id].add(mentor_id)
    hours = _Hours(today)
    sides: dict[Role, list[Candidate]] = {Role.MENTOR: [], Role.MENTEE: []}
    for enrolment in volunteers:
        if enrolment.role in sides and free[enrolment.person_id] > 0:
            person = people[enrolment.person_id]
            sides[enrolment.role].append(
                Candidate(
                    person_id=person.id,
                    topics=enrolment.topics,
                    languages=frozenset({person.language, *person.spoken}),
                    hours=hours.of(enrolment, person),
                    on_site="site" in enrolment.formats,
                    video="video" in enrolment.formats,
                    office=person.office,
                    department=person.department,
                    level=person.level,
                    tenure_days=(today - person.hired_on).days,
                    chain=(person.chain_left, person.chain_right),
                    interests=frozenset(enrolment.interests),
                    capacity=free[person.id],
                    rounds_waited=enrolment.rounds_waited,
                    excluded_people=frozenset(enrolment.excluded_people),
                    excluded_departments=frozenset(enrolment.excluded_departments),
                    past_partners=frozenset(former.get(person.id, ())),
                ),
            )
    ruled: dict[RuleKind, set[tuple[str, str]]] = {RuleKind.LOCK: set(), RuleKind.FORBID: set()}
    for rule in records.rules_of(cycle.id):
        ruled[rule.kind].add((rule.mentor_id, rule.mentee_id))
    return Request(
        mentors=sides[Role.MENTOR],
        mentees=sides[Role.MENTEE],
        rules=rules_of(cycle),
        locked=_possible(ruled[RuleKind.LOCK], sides),
        forbidden=frozenset(ruled[RuleKind.FORBID]),
        kept=frozenset((d.mentor_id, d.mentee_id) for d in drafts_of(records, cycle)),
    )


def rules_of(cycle: Cycle) -> Rules:
    """Return the settings of a cycle; what it does not name is as usual."""
    return rules_from(cycle.rules)


def rules_from(settings: Mapping[str, int | str]) -> Rules:
    """Return settings as the matching takes them; what they do not name is as usual.

    Raises ValueError for a value that is out of range.
    """
    values: dict[str, Any] = {**settings_of(Rules()), **settings}
    weights = Weights(**{name.removeprefix(WEIGHT): values[name] for name in WEIGHTS})
    return Rules(**{name: values[name] for name in LIMITS}, weights=weights)


def settings_of(rules: Rules) -> dict[str, int | str]:
    """Return every setting by its stored name."""
    weights = {name: getattr(rules.weights, name.removeprefix(WEIGHT)) for name in WEIGHTS}
    return {**weights, **{name: getattr(rules, name) for name in LIMITS}}


def most_points(cycle: Cycle) -> int:
    """Return what a pair would score for which everything fits."""
    weights = rules_of(cycle).weights
    return sum(getattr(weights, weight.name) for weight in fields(Weights))


def keep(records: Records, cycle: Cycle, result: Result) -> None:
    """Replace the drafts of a cycle by the pairs of a run.

    Why somebody is left is noted in their enrolment.
    """
    records.drop_drafts(cycle.id)
    records.add(*(draft(records, cycle, pair) for pair in result.pairs))
    reasons = {left.person_id: left.reason for left in result.unmatched}
    for enrolment in records.enrolments_in(cycle.id, EnrolmentState.JOINED):
        reason = reasons.get(enrolment.person_id, "")
        if enrolment.unmatched_reason != reason:
            enrolment.unmatched_reason = reason


def draft(records: Records, cycle: Cycle, pair: Pair) -> Proposal:
    """Return a pair as a draft for review."""
    return Proposal(
        organisation_id=records.organisation_id,
        id=records.new_id(),
        cycle_id=cycle.id,
        mentor_id=pair.mentor_id,
        mentee_id=pair.mentee_id,
        score=pair.score,
        reasons=[
            {"code": reason.code, "points": reason.points, "values": _plain(reason.values)}
            for reason in pair.reasons
        ],
    )


def drafts_of(records: Records, cycle: Cycle) -> list[Proposal]:
    """Return the drafts of a cycle that nobody approved yet, best score first."""
    drafts = records.proposals(cycle.id, ProposalState.DRAFT)
    return [proposal for proposal in drafts if proposal.due_at is None]


def left_over(records: Records, cycle: Cycle, drafts: Iterable[Proposal]) -> list[Enrolment]:
    """Return the volunteers with no partner, no offer and no draft, in a stable order.

    Whoever joined after the last run was not left by it.
    """
    drafted = {i for proposal in drafts for i in (proposal.mentor_id, proposal.mentee_id)}
    taken = records.taken_places()
    volunteers = records.enrolments_in(cycle.id, EnrolmentState.JOINED)
    busy = drafted | taken.keys()
    return [e for e in volunteers if e.person_id not in busy and not _is_late(e, cycle)]


def _is_late(enrolment: Enrolment, cycle: Cycle) -> bool:
    joined, run_at = enrolment.joined_at, cycle.proposed_at
    return joined is not None and run_at is not None and joined > run_at


def _possible(
    locked: set[tuple[str, str]], sides: Mapping[Role, Iterable[Candidate]]
) -> frozenset[tuple[str, str]]:
    """Leave out locks on people who are not there now, or who had each other as a partner.

    One of the two may have left, rest or have a partner: that must not hold everybody else up.
    """
    mentors = {candidate.person_id for candidate in sides[Role.MENTOR]}
    former = {candidate.person_id: candidate.past_partners for candidate in sides[Role.MENTEE]}
    return frozenset(
        (mentor_id, mentee_id)
        for mentor_id, mentee_id in locked
        if mentor_id in mentors and mentee_id in former and mentor_id not in former[mentee_id]
    )


class _Hours:
    """The free hours of many people; most share a zone and their moments."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._known: dict[tuple[tuple[str, ...], str], int] = {}

    def of(self, enrolment: Enrolment, person: Person) -> int:
        """Return somebody's free hours of a week as 168 bits of UTC."""
        key = (enrolment.slots or WORKING_WEEK, person.zone)
        if key not in self._known:
            hours = [
                (int(weekday), hour)
                for weekday, _, part in (slot.partition("-") for slot in key[0])
                for hour in PARTS_OF_DAY[part]
            ]
            self._known[key] = hours_mask(hours, person.zone, self._today)
        return self._known[key]


def _plain(values: object) -> object:
    """Return a reason's values as they come back from the store: lists for tuples."""
    if isinstance(values, dict):
        return {name: _plain(value) for name, value in values.items()}
    return [_plain(value) for value in values] if isinstance(values, tuple) else values
