"""The question one run puts to the matching: who may be paired now, by which criteria."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from bot.calendar import hours_mask
from bot.domain import rhythm
from bot.domain.people import Person, Role
from bot.domain.programme import SLOTS, Cycle, Enrolment, EnrolmentState
from bot.domain.proposal import RuleKind
from bot.matching import ROUNDS_THAT_COUNT, Candidate, Request
from bot.ports import Work
from bot.services.rounds.criteria import rules_of
from bot.services.rounds.drafts import drafts_of
from bot.services.seniority import leads


def request_for(work: Work, cycle: Cycle, today: date) -> Request:
    """Return the question put to the matching: everybody with room for another partner.

    Reads everything at once, whatever the number of people. People who rest or left are not in it,
    nor is anybody whose places are taken. A lock on one of them, or on two who were partners
    before, is passed over. The drafts under review are what a new run changes as little as it can.
    ``today`` decides on tenure and on the clock's offset.
    """
    volunteers = work.enrolments.active(cycle.id, EnrolmentState.JOINED)
    people = work.people.by_id([enrolment.person_id for enrolment in volunteers])
    taken = work.proposals.taken_places()
    free = {e.person_id: e.capacity - taken.get(e.person_id, 0) for e in volunteers}
    former = _by_person(work.proposals.former_partners())
    # A no is private, and so is a wish to be spared somebody: a no that was said beforehand.
    refused = _by_person(work.proposals.refused_partners())
    bereft = work.pairings.bereft()
    hours = _Hours(today)
    levels = work.seniority.levels()
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
                    leads=leads(person, levels),
                    tenure_days=(today - person.hired_on).days,
                    chain=(person.chain_left, person.chain_right),
                    interests=frozenset(enrolment.interests),
                    capacity=free[person.id],
                    # Nobody goes before those whose partner left the organisation.
                    rounds_waited=max(
                        enrolment.rounds_waited, ROUNDS_THAT_COUNT * (person.id in bereft)
                    ),
                    excluded_people=frozenset(
                        {*enrolment.excluded_people, *refused.get(person.id, ())}
                    ),
                    excluded_departments=frozenset(enrolment.excluded_departments),
                    past_partners=frozenset(former.get(person.id, ())),
                ),
            )
    ruled: dict[RuleKind, set[tuple[str, str]]] = {RuleKind.LOCK: set(), RuleKind.FORBID: set()}
    for rule in work.proposals.rules(cycle.id):
        ruled[rule.kind].add((rule.mentor_id, rule.mentee_id))
    return Request(
        mentors=sides[Role.MENTOR],
        mentees=sides[Role.MENTEE],
        rules=rules_of(cycle),
        locked=_possible(ruled[RuleKind.LOCK], sides),
        forbidden=frozenset(ruled[RuleKind.FORBID]),
        kept=frozenset((d.mentor_id, d.mentee_id) for d in drafts_of(work, cycle)),
    )


def _by_person(pairs: Iterable[tuple[str, str]]) -> Mapping[str, set[str]]:
    """Return whom each person is with in some pairs."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found


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
        # Whoever named no moments can be met in any working hour.
        key = (enrolment.slots or SLOTS, person.zone)
        if key not in self._known:
            hours = [
                (int(weekday), hour)
                for weekday, _, part in (slot.partition("-") for slot in key[0])
                for hour in rhythm.PARTS_OF_DAY[part]
            ]
            self._known[key] = hours_mask(hours, person.zone, self._today)
        return self._known[key]
