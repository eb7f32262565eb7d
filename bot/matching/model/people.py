"""What a pairing run is asked: a cycle's volunteers, its rules, and the pairs decided by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Literal, get_args

HOURS_OF_A_WEEK = 168
LEVELS = (1, 2, 3, 4, 5)
"""How sure a mentor is of a topic, or how far a mentee has come with it, by their own account."""
LARGEST_WEIGHT = 1000
ROUNDS_THAT_COUNT = 2
"""Who waited for longer than this comes no sooner: nobody is left far behind everybody else."""
TOPICS_THAT_FIT = 3
"""Six meetings hold about three topics: what a mentee wants beyond that neither helps nor hurts."""

Fairness = Literal["total", "worst", "concave"]
"""What comes before the highest total of points, once it is settled who is served.

"total": nothing. "worst": first the best possible score of the worst pair. "concave": pairs below
600 points lose more the further below they are, (600 - score)² / 400, so that few are poor.
"""
NOBODY: frozenset[str] = frozenset()
FAIR_SCORE = 600
STEEPNESS = 400


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """One volunteer in one role of one cycle.

    ``topics`` maps a topic's code to a self-rated level 1 to 5: for a mentor how sure they are of
    what they offer, for a mentee how far they are today with what they want. ``hours`` is a mask of
    the 168 UTC hours of a week (bit 0 = Monday 00:00). ``level`` is a grade, higher is more senior,
    0 where nobody said it; then ``leads`` counts in its place: whether somebody leads people or a
    budget, None where that is unknown too. An empty office or department is one nobody said.
    ``chain`` is the person's nested interval in the org chart: a is above b if a.left < b.left and
    b.right < a.right. ``interests`` are codes of any kind. ``rounds_waited`` counts earlier rounds
    without a partner. The exclusions are private: no result names them. Raises ValueError for a
    value out of range.
    """

    person_id: str
    topics: Mapping[str, int]
    languages: frozenset[str]
    hours: int
    on_site: bool
    video: bool
    office: str
    department: str
    level: int
    tenure_days: int
    chain: tuple[int, int]
    interests: frozenset[str] = frozenset()
    capacity: int = 1
    rounds_waited: int = 0
    excluded_people: frozenset[str] = frozenset()
    excluded_departments: frozenset[str] = frozenset()
    past_partners: frozenset[str] = frozenset()
    leads: bool | None = None

    def __post_init__(self) -> None:
        if self.capacity < 0 or self.rounds_waited < 0:
            raise ValueError(f"{self.person_id}: capacity and rounds_waited are 0 or more")
        if not 0 <= self.hours < 1 << HOURS_OF_A_WEEK:
            raise ValueError(f"{self.person_id}: hours is a mask of {HOURS_OF_A_WEEK} bits")
        if not all(level in LEVELS for level in self.topics.values()):
            raise ValueError(f"{self.person_id}: topic levels are 1 to 5")


@dataclass(frozen=True, kw_only=True)
class Weights:
    """The most points each reason can earn; 0 to 1000; the defaults sum to 1000.

    All terms are integers, rounded down one by one, so that a score is exactly the sum of its
    reasons on every machine. Raises ValueError for a weight out of range.
    """

    topics: int = 550
    """What one wants and the other offers, out of the topics the mentee wants, three at most.
    Levels are private, so that no points come from them: a reader of the points could work out
    somebody's own. They decide between choices of equal points alone (``propose``)."""
    hours: int = 90
    """Common hours of a week, out of 12 (three half-days): beyond that a slot is easily found."""
    interests: int = 80
    """Common interests outside work, out of three: something to begin a first conversation with."""
    waiting: int = 40
    """Earlier rounds without a partner, out of two for each side. That they go first is settled
    before any score is looked at (bot.matching.solver.flow.Bonus); the points show it where points
    are."""
    department: int = 80
    """A fresh view: all or nothing, earned when the two are known to work in different
    departments."""
    gap: int = 60
    """Distance in levels, out of 5: the further apart, the newer what each hears. Where the level
    of one is unknown there is no distance, and nothing is earned."""
    format: int = 60
    """All or nothing, for a way to meet that suits both: video, or on site in the same office, if
    it is known."""
    languages: int = 40
    """Common languages, out of two: the second one is a comfort."""

    def __post_init__(self) -> None:
        for weight in fields(self):
            if not 0 <= getattr(self, weight.name) <= LARGEST_WEIGHT:
                raise ValueError(f"the weight of {weight.name} is 0 to {LARGEST_WEIGHT}")


@dataclass(frozen=True, kw_only=True)
class Rules:
    """The settings of a cycle: what a pair must have, and what makes it good.

    ``minimum_hours`` is the number of common hours in a week. ``minimum_level_gap`` is how many
    levels the mentee must be above the mentor, since the mentor is the junior in reverse mentoring.
    With 0, two people of one level may be paired if the mentee has been there for longer; a mentor
    of a higher level never teaches. Where the level of one is unknown, the mentee must lead people
    or a budget and the mentor must not. A pair needs ``minimum_score`` points. ``stay_bonus`` is
    what keeping a pair of an earlier run is worth in points, so that a new run changes few of them:
    with 50 about one pair in fifty where one in ten would change without. Raises ValueError for a
    value out of range.
    """

    minimum_hours: int = 2
    minimum_level_gap: int = 1
    minimum_score: int = 0
    stay_bonus: int = 50
    fairness: Fairness = "worst"
    weights: Weights = field(default_factory=Weights)

    def __post_init__(self) -> None:
        if self.minimum_hours < 0 or self.minimum_level_gap < 0 or self.minimum_score < 0:
            raise ValueError("minimum_hours, minimum_level_gap and minimum_score are 0 or more")
        if not 0 <= self.stay_bonus <= LARGEST_WEIGHT:
            raise ValueError(f"stay_bonus is 0 to {LARGEST_WEIGHT}")
        if self.fairness not in get_args(Fairness):
            raise ValueError(f"fairness is one of {', '.join(get_args(Fairness))}")


@dataclass(frozen=True, kw_only=True)
class Request:
    """A whole question; ``locked``, ``forbidden`` and ``kept`` hold (mentor_id, mentee_id).

    ``locked`` pairs come whatever they score: those decided by hand, and those already accepted.
    ``kept`` are the pairs of an earlier run that earn the stay bonus, as far as they may still be.
    With ``by_levels`` the private levels decide between choices that are equal in everything else,
    unless there are too many pairs to list.
    Somebody with capacity 0 takes no part: they are neither paired nor listed as unmatched.
    Raises ValueError if somebody is listed twice on one side.
    """

    mentors: Sequence[Candidate]
    mentees: Sequence[Candidate]
    rules: Rules = field(default_factory=Rules)
    locked: frozenset[tuple[str, str]] = frozenset()
    forbidden: frozenset[tuple[str, str]] = frozenset()
    kept: frozenset[tuple[str, str]] = frozenset()
    by_levels: bool = False

    def __post_init__(self) -> None:
        for side in (self.mentors, self.mentees):
            if len({candidate.person_id for candidate in side}) < len(side):
                raise ValueError("somebody is listed twice on one side")

    @property
    def veiled(self) -> "Request":
        """The question without anything private: whoever reads an answer to it learns nothing."""
        mentors, mentees = (
            [replace(p, excluded_people=NOBODY, excluded_departments=NOBODY) for p in side]
            for side in (self.mentors, self.mentees)
        )
        return replace(self, mentors=mentors, mentees=mentees, by_levels=False)
