"""Proposals: two people the matching would pair, on their way to both saying yes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.moves import Move, Moves, State
from bot.domain.people import Role


class ProposalState(State):
    """The life of a proposal."""

    DRAFT = "draft", "It is under the coordinator's review; nobody was told."
    OFFERED = "offered", "It is approved; each side is asked privately."
    ACCEPTED = "accepted", "Both said yes: a pairing exists."
    DECLINED = "declined", "One side said no, took a break or left; never said which."
    LAPSED = "lapsed", "The time to answer went by without both answers."
    WITHDRAWN = "withdrawn", "A coordinator, an erasure or a rule took it back."


PROPOSAL_MOVES = Moves(
    ProposalState.DRAFT,
    offer=Move(ProposalState.DRAFT, to=ProposalState.OFFERED),
    accept=Move(ProposalState.OFFERED, to=ProposalState.ACCEPTED),
    decline=Move(ProposalState.OFFERED),
    give_up=Move(ProposalState.OFFERED),
    conclude=Move(ProposalState.OFFERED, to=ProposalState.DECLINED),
    lapse=Move(ProposalState.OFFERED, to=ProposalState.LAPSED),
    withdraw=Move(ProposalState.DRAFT, ProposalState.OFFERED, to=ProposalState.WITHDRAWN),
)
"""The only moves of a proposal; one yes alone is none yet, and one no is concluded later."""
UNDECIDED = PROPOSAL_MOVES.sources(ProposalState.WITHDRAWN)
"""Where a proposal may still become something."""
CAME_TO_NOTHING = (ProposalState.DECLINED, ProposalState.LAPSED, ProposalState.WITHDRAWN)
"""Where a proposal ended without a pairing."""


class Answer(StrEnum):
    """What one side said to a proposal."""

    NONE = ""
    YES = "yes"
    NO = "no"


class RuleKind(StrEnum):
    """A coordinator's override of the matching."""

    LOCK = "lock"
    FORBID = "forbid"


@dataclass(eq=False, kw_only=True)
class PairRule:
    """A pair the coordinator wants kept, or never made, in one cycle."""

    organisation_id: str
    cycle_id: str
    mentor_id: str
    mentee_id: str
    kind: RuleKind


@dataclass(eq=False, kw_only=True)
class Proposal:
    """A mentor and a mentee who may become a pairing; ``due_at`` is the reminder, then the lapse.

    ``reasons`` is what the matching said: {code, points, values} each; points sum to ``score``.
    Whoever ends it is done with it at once (``over_by``, their id), while the other side is still
    asked until ``over_at``: so nobody can tell a no by what happens to their own answer.
    """

    organisation_id: str
    id: str
    cycle_id: str
    mentor_id: str
    mentee_id: str
    score: int
    reasons: Sequence[Mapping[str, object]] = ()
    state: ProposalState = ProposalState.DRAFT
    mentor_answer: Answer = Answer.NONE
    mentee_answer: Answer = Answer.NONE
    offered_at: datetime | None = None
    reminded: bool = False
    due_at: datetime | None = None
    over_at: datetime | None = None
    over_by: str = ""

    def role_of(self, person_id: str) -> Role | None:
        """Which side somebody is on; None for a stranger to this proposal."""
        sides = {self.mentor_id: Role.MENTOR, self.mentee_id: Role.MENTEE}
        return sides.get(person_id)

    def other(self, person_id: str) -> str:
        """The id of the other side."""
        return self.mentee_id if person_id == self.mentor_id else self.mentor_id

    @property
    def is_undecided(self) -> bool:
        """Whether it may still become something."""
        return self.state in UNDECIDED

    def answer_of(self, person_id: str) -> Answer:
        """What one side said so far; a stranger said nothing."""
        answers = {self.mentor_id: self.mentor_answer, self.mentee_id: self.mentee_answer}
        return answers.get(person_id, Answer.NONE)

    def offer(self, at: datetime, due_at: datetime) -> None:
        """Ask both sides."""
        PROPOSAL_MOVES.make("offer", self)
        self.offered_at, self.due_at = at, due_at

    def is_over_for(self, person_id: str) -> bool:
        """Whether one side has nothing to do with it any more: it ended, or they ended it."""
        has_refused = self.answer_of(person_id) is Answer.NO
        return self.state in CAME_TO_NOTHING or has_refused or person_id == self.over_by

    def plan(self, at: datetime) -> None:
        """Set when it is looked at next: then, or when the other side may know that it is over."""
        self.due_at = at if self.over_at is None else min(at, self.over_at)

    def accept(self, person_id: str) -> bool:
        """Note one side's yes; True when it was the second one, and nobody has ended it."""
        self._note("accept", person_id, Answer.YES)
        is_agreed = self.mentor_answer is self.mentee_answer is Answer.YES
        if self.over_at is not None or not is_agreed:
            return False
        PROPOSAL_MOVES.make("accept", self)
        self.due_at = None
        return True

    def accept_in_vain(self, person_id: str, until: datetime) -> None:
        """Note the yes that would be the second one, where the two may no longer be paired."""
        self._note("accept", person_id, Answer.YES)
        self.be_in_vain(until)

    def be_in_vain(self, until: datetime) -> None:
        """Come to nothing by nobody's word; both sides are still asked until an instant."""
        if self.over_at is None:
            self.over_at = until
            self.plan(self.due_at or until)

    def decline(self, person_id: str, until: datetime) -> None:
        """Note one side's no; the other side is still asked until an instant."""
        self._note("decline", person_id, Answer.NO)
        self._be_over(person_id, until)

    def give_up(self, person_id: str, until: datetime) -> None:
        """Be over for one side, whatever they answered; nothing changes if it was for the other."""
        PROPOSAL_MOVES.make("give_up", self)
        self._be_over(person_id, until)

    def conclude(self) -> None:
        """End what one side ended, now that the other may know."""
        self._end("conclude")

    def lapse(self) -> None:
        """End without both answers in time."""
        self._end("lapse")

    def withdraw(self) -> None:
        """Take it back, whether anybody was asked or not."""
        self._end("withdraw")

    def _be_over(self, person_id: str, until: datetime) -> None:
        if not self.over_by:
            self.over_by, self.over_at = person_id, until
            self.plan(self.due_at or until)

    def _end(self, move: str) -> None:
        PROPOSAL_MOVES.make(move, self)
        self.due_at, self.over_at, self.over_by = None, None, ""

    def _note(self, move: str, person_id: str, answer: Answer) -> None:
        """Keep what one side says while both are asked; a stranger's word is nobody's."""
        PROPOSAL_MOVES.check(move, self)
        match self.role_of(person_id):
            case Role.MENTOR:
                self.mentor_answer = answer
            case Role.MENTEE:
                self.mentee_answer = answer
            case _:
                raise PROPOSAL_MOVES.refusal(move, self, "by a stranger")
