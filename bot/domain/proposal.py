"""Proposals: two people the matching would pair, on their way to both saying yes."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.people import Role


class ProposalState(StrEnum):
    """The life of a proposal."""

    DRAFT = "draft"  # under the coordinator's review; nobody was told
    OFFERED = "offered"  # approved; each side is asked privately
    ACCEPTED = "accepted"  # both said yes: a pairing exists
    DECLINED = "declined"  # one side said no; never said which
    LAPSED = "lapsed"  # five working days without both answers
    WITHDRAWN = "withdrawn"  # the coordinator or an exit took it back


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
    """

    organisation_id: str
    id: str
    cycle_id: str
    mentor_id: str
    mentee_id: str
    score: int
    reasons: list[dict[str, object]] = field(default_factory=list)
    state: ProposalState = ProposalState.DRAFT
    mentor_answer: Answer = Answer.NONE
    mentee_answer: Answer = Answer.NONE
    offered_at: datetime | None = None
    reminded: bool = False
    due_at: datetime | None = None

    def role_of(self, person_id: str) -> Role | None:
        """Which side somebody is on; None for a stranger to this proposal."""
        sides = {self.mentor_id: Role.MENTOR, self.mentee_id: Role.MENTEE}
        return sides.get(person_id)

    def other(self, person_id: str) -> str:
        """The id of the other side."""
        return self.mentee_id if person_id == self.mentor_id else self.mentor_id

    def answer_of(self, person_id: str) -> Answer:
        """What one side said so far."""
        return self.mentor_answer if person_id == self.mentor_id else self.mentee_answer

    def offer(self, at: datetime, due_at: datetime) -> None:
        """Ask both sides."""
        self.state, self.offered_at, self.due_at = ProposalState.OFFERED, at, due_at

    def accept(self, person_id: str) -> bool:
        """Note one side's yes; True when it was the second one."""
        if person_id == self.mentor_id:
            self.mentor_answer = Answer.YES
        else:
            self.mentee_answer = Answer.YES
        if self.mentor_answer is self.mentee_answer is Answer.YES:
            self.state, self.due_at = ProposalState.ACCEPTED, None
            return True
        return False

    def decline(self, person_id: str) -> None:
        """Note one side's no; the proposal is over."""
        if person_id == self.mentor_id:
            self.mentor_answer = Answer.NO
        else:
            self.mentee_answer = Answer.NO
        self.state, self.due_at = ProposalState.DECLINED, None

    def end(self, state: ProposalState) -> None:
        """Lapse or withdraw."""
        self.state, self.due_at = state, None
