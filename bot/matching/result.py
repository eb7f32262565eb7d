"""What a pairing run answers: pairs and why, who is left and why, what an override costs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.errors import BotError

Role = Literal["mentor", "mentee"]
Value = str | int | tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """One term of a pair's score: ``points`` vanish from the score when the fact does.

    ``code`` and ``values``: topics {topics: codes}, hours {hours: common hours of a week},
    waiting {mentor, mentee: rounds}, department {mentor, mentee: names}, gap {levels},
    format {formats: "on_site", "video"; office: where, if on site}, languages {languages: codes}.
    """

    code: str
    points: int
    values: Mapping[str, Value] = field(hash=False)


@dataclass(frozen=True)
class Pair:
    """Two people the run would pair; the points of ``reasons``, most first, sum to ``score``."""

    mentor_id: str
    mentee_id: str
    score: int
    reasons: tuple[Reason, ...]
    locked: bool


@dataclass(frozen=True)
class Refusal:
    """Why two people can never be paired: the first broken rule (bot.matching.rules.CODES).

    ``codes`` are all broken rules but a private exclusion, which is named only when nothing else
    explains the refusal; even then it does not say whose it is.
    """

    code: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Unmatched:
    """Somebody without a partner after the run.

    ``reason`` is "taken" if a suitable partner exists (all have others, or are full),
    "nobody_on_other_side", or else the rule that rules out the most people for this person; a
    coordinator's forbidden pairs count as "excluded". ``topics`` are codes: for
    "no_common_topic" all of this person's, for "taken" those shared with a suitable partner.
    """

    person_id: str
    role: Role
    reason: str
    topics: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Result:
    """The pairs, best first, and everybody who is left, mentees first and then by id.

    ``total_score`` sums the pairs. ``exact`` says that all feasible pairs were weighed, so nothing
    better exists; otherwise only the most promising ``edges`` were. ``upper_bound`` is what no
    solution that serves as many people, who waited as long, with as many pairs can exceed in total,
    computed from the dual values alone (equal to ``total_score``: proven); None if it was not
    computed.
    """

    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    total_score: int
    upper_bound: int | None
    exact: bool
    edges: int
    mentees_served: int
    mentors_served: int


@dataclass(frozen=True, kw_only=True)
class Price:
    """What an override costs: the total before and after, and who pays.

    ``lost`` and ``gained`` are the pairs (mentor_id, mentee_id) that would go and come, as few as
    the best total allows. ``moved`` are the ids of all in them; ``unserved`` lose their only
    partner, ``served`` get their first. All sorted.
    """

    total_before: int
    total_after: int
    lost: tuple[tuple[str, str], ...]
    gained: tuple[tuple[str, str], ...]
    moved: tuple[str, ...]
    unserved: tuple[str, ...]
    served: tuple[str, ...]


class ContradictoryRules(BotError):
    """A locked pair cannot be kept: it breaks a hard rule, exceeds a capacity, or is forbidden too.

    ``code`` is the broken rule (bot.matching.rules.CODES), "capacity", or "absent" if one of the
    two takes no part.
    """

    def __init__(self, mentor_id: str, mentee_id: str, code: str) -> None:
        super().__init__(f"{mentor_id} and {mentee_id} are locked together, against: {code}")
        self.mentor_id = mentor_id
        self.mentee_id = mentee_id
        self.code = code
