"""Weekly check-ins and the two longer feedbacks: what one person answered, privately."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.moves import Move, Moves, State
from bot.domain.people import Role


class AskState(State):
    """The life of a question put to one person."""

    OPEN = "open", "It awaits an answer."
    ANSWERED = "answered", "What was asked is answered, wholly or as far as somebody wished."
    LAPSED = "lapsed", "The next one came, or its pairing rests or ended; no remark is made of it."


ASK_MOVES = Moves(
    AskState.OPEN,
    answer=Move(AskState.OPEN, to=AskState.ANSWERED),
    lapse=Move(AskState.OPEN, to=AskState.LAPSED),
    reopen=Move(AskState.ANSWERED, to=AskState.OPEN),
)
"""The only moves of a check-in and of a feedback: what lapsed is never asked again.

An answer may be put right until the next question comes.
"""
CLOSED = (AskState.ANSWERED, AskState.LAPSED)
"""Where a question takes no answer any more."""


class Met(StrEnum):
    """Did you meet since last time?"""

    UNSAID = ""
    YES = "yes"
    PLANNED = "planned"
    NOT_THIS_WEEK = "not_this_week"
    STUCK = "stuck"


class Progress(StrEnum):
    """Your objective?"""

    UNSAID = ""
    FORWARD = "forward"
    SAME = "same"
    HAND = "hand"


@dataclass(eq=False, kw_only=True)
class CheckIn:
    """One weekly question to one person about one pairing; ``due_at`` is the next reminder.

    ``week`` is the ISO week of the person's local date; one check-in exists per person, pairing
    and week. ``meeting_id`` is the meeting that its answer speaks of. ``thanks`` holds a thank-you
    to the partner between its writing and its sending, no longer.
    """

    organisation_id: str
    id: str
    pairing_id: str
    person_id: str
    role: Role
    week: str
    asked_at: datetime
    state: AskState = AskState.OPEN
    met: Met = Met.UNSAID
    meeting_id: str = ""
    rating: int | None = None
    progress: Progress = Progress.UNSAID
    stuck_on: str = ""
    note: str = ""
    thanks: str = ""
    reminders: int = 0
    due_at: datetime | None = None
    answered_at: datetime | None = None

    def answer(self, at: datetime) -> None:
        """All that was asked is answered."""
        ASK_MOVES.make("answer", self)
        self.answered_at, self.due_at = at, None

    def reopen(self) -> None:
        """Ask from the beginning: what was answered is taken back by whoever asks."""
        ASK_MOVES.make("reopen", self)

    def lapse(self) -> None:
        """Nobody answered in time; no remark is ever made of it."""
        ASK_MOVES.make("lapse", self)
        self.due_at = None


class FeedbackKind(StrEnum):
    """Which of the two longer feedbacks."""

    MID = "mid"
    FINAL = "final"


@dataclass(eq=False, kw_only=True)
class Feedback:
    """A mid-point or final feedback of one person about one pairing; ``due_at`` is its reminder."""

    organisation_id: str
    id: str
    pairing_id: str
    person_id: str
    role: Role
    kind: FeedbackKind
    asked_at: datetime
    state: AskState = AskState.OPEN
    answers: Mapping[str, object] = field(default_factory=dict)
    reminders: int = 0
    due_at: datetime | None = None
    answered_at: datetime | None = None

    def answer(self, at: datetime) -> None:
        """The form was sent in."""
        ASK_MOVES.make("answer", self)
        self.answered_at, self.due_at = at, None

    def reopen(self) -> None:
        """Take the form once more; what was answered stands until it is sent in anew."""
        ASK_MOVES.make("reopen", self)

    def lapse(self) -> None:
        """Nobody answered in time."""
        ASK_MOVES.make("lapse", self)
        self.due_at = None
