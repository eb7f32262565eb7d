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
    interests {interests: codes}, waiting {mentor, mentee: rounds}, department {mentor, mentee:
    names}, gap {levels}, format {formats: "on_site", "video"; office: where, if on site}, languages
    {languages: codes}.
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
    """Why two people can never be paired: the first broken rule (bot.matching.model.rules.CODES).

    ``codes`` are all broken rules but the private one, which is named only when nothing else
    explains the refusal. Whoever may not know of that one asks without it (Request.veiled).
    """

    code: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Unmatched:
    """Somebody without a partner after the run.

    Suitable is who passes every filter (bot.matching.model.filters), and so has the points.
    ``reason`` is "taken" if there is somebody suitable and none of them free for this person,
    "minimum_score" if nobody is, but some would be if they had the points, "nobody_on_other_side",
    or else the rule that rules out the most people for this person. A private exclusion is no such
    rule: whoever it keeps apart is suitable, and not free for one another. It is "not_weighed" if
    somebody suitable has room, which only a run that was stopped leaves behind. ``topics`` are
    codes: for "no_common_topic" all of this person's, for "taken" and "not_weighed" those shared
    with somebody suitable.
    """

    person_id: str
    role: Role
    reason: str
    topics: tuple[str, ...]


@dataclass(frozen=True, order=True)
class Change:
    """A pair of an earlier run that is gone, and why.

    ``reason`` is a broken rule (bot.matching.model.rules.CODES), "absent" if one of the two takes
    no part any more, else "moved": they could still be paired, but all in all another is better.
    """

    mentor_id: str
    mentee_id: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Result:
    """The pairs, best first, and everybody who is left, mentees first and then by id.

    ``total_score`` sums the pairs. ``upper_bound`` is what no solution that serves as many people,
    who waited as long, with as many pairs, and no pair below ``least_score``, can exceed in total;
    it rests on the dual values alone (bot.matching.solver.duals) and holds over all feasible pairs.
    None after a repair, which weighs only some. ``is_proven`` says that nothing is better in any of
    these respects; a run that was stopped has a bound, but no such proof. With
    a stay bonus or a concave fairness, what is bounded is the total with these; the bound given
    here is its distance, added to the total. ``least_score`` is the minimum score, or the best
    possible score of the worst pair, if asked for and higher (of a repair: the worst that stood).
    ``edges`` is how many pairs the solver held, ``rounds`` how often it looked for better ones.
    ``changes`` are the kept pairs that are gone, sorted. ``warm`` is where the next question in the
    same process may begin.
    """

    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    total_score: int
    upper_bound: int | None
    least_score: int
    edges: int
    rounds: int
    mentees_served: int
    mentors_served: int
    changes: tuple[Change, ...] = ()
    is_proven: bool = False
    warm: object = field(default=None, compare=False, repr=False)

    def __getstate__(self) -> dict[str, object]:
        # What only spares time is not worth its way to another process: 100 MB for 100,000 a side.
        return {**self.__dict__, "warm": None}

    @property
    def certified(self) -> bool:
        """Whether it is proven that nothing better exists."""
        return self.is_proven and self.upper_bound == self.total_score


@dataclass(frozen=True, kw_only=True)
class Price:
    """What a change costs: who is served, pairs, lowest score, total before and after; who pays.

    ``lost`` and ``gained`` are the pairs (mentor_id, mentee_id) that would go and come, as few as
    the best total allows. ``moved`` are the ids of all in them; ``unserved`` lose their only
    partner, ``served`` get their first. All sorted.
    """

    total_before: int
    total_after: int
    mentees_before: int
    mentees_after: int
    pairs_before: int
    pairs_after: int
    least_before: int
    least_after: int
    lost: tuple[tuple[str, str], ...]
    gained: tuple[tuple[str, str], ...]
    moved: tuple[str, ...]
    unserved: tuple[str, ...]
    served: tuple[str, ...]


class ContradictoryRules(BotError):
    """A locked pair cannot be kept: it breaks a hard rule, exceeds a capacity, or is forbidden too.

    ``code`` is the broken rule (bot.matching.model.rules.CODES), "capacity", or "absent" if one of
    the two takes no part.
    """

    def __init__(self, mentor_id: str, mentee_id: str, code: str) -> None:
        super().__init__(f"{mentor_id} and {mentee_id} are locked together, against: {code}")
        self.mentor_id = mentor_id
        self.mentee_id = mentee_id
        self.code = code

    def __reduce__(self) -> tuple[type, tuple[str, str, str]]:
        # An exception travels between processes by its arguments, which here are not the message.
        return type(self), (self.mentor_id, self.mentee_id, self.code)
