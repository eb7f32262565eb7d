"""Pairings: two people learning together, their seats and their meetings."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.people import Role


class PairingState(StrEnum):
    """The life of a pairing; both people can end or pause it, with identical rights."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


LEGAL = frozenset(
    {
        (PairingState.ACTIVE, PairingState.PAUSED),
        (PairingState.PAUSED, PairingState.ACTIVE),
        (PairingState.ACTIVE, PairingState.ENDED),
        (PairingState.PAUSED, PairingState.ENDED),
    },
)
"""The only moves a pairing makes."""


class IllegalMoveError(Exception):
    """A pairing was asked for a move it cannot make from where it stands."""


class Stage(StrEnum):
    """The next milestone of a pairing."""

    MID = "mid"
    FINAL = "final"
    DONE = "done"


class HelpLabel(StrEnum):
    """All HR may ever read about one pair that could use a hand."""

    NONE = ""
    ASKED = "asked"  # the pair asked for help and agreed to say so
    NO_MEETING = "no_meeting"  # no meeting recorded for N days; both were told first


@dataclass(eq=False, kw_only=True)
class Pairing:
    """A mentor and a mentee from both saying yes to the end; ``due_at`` is the next milestone.

    ``resumed_on`` is the day the last rest ended; ``left_be`` says that they want no word about
    weeks without a meeting until they meet again.
    """

    organisation_id: str
    id: str
    cycle_id: str
    proposal_id: str
    mentor_id: str
    mentee_id: str
    started_on: date
    ends_on: date
    state: PairingState = PairingState.ACTIVE
    stage: Stage = Stage.MID
    due_at: datetime | None = None
    ended_at: datetime | None = None
    completed: bool = False
    last_met_on: date | None = None
    cancellations: int = 0
    warned_at: datetime | None = None
    left_be: bool = False
    resumed_on: date | None = None
    help_label: HelpLabel = HelpLabel.NONE

    def role_of(self, person_id: str) -> Role | None:
        """Which side somebody is on; None for a stranger to this pairing."""
        sides = {self.mentor_id: Role.MENTOR, self.mentee_id: Role.MENTEE}
        return sides.get(person_id)

    def other(self, person_id: str) -> str:
        """The id of the other side."""
        return self.mentee_id if person_id == self.mentor_id else self.mentor_id

    def move(self, state: PairingState) -> None:
        """Change state; raises IllegalMoveError when the move does not exist."""
        if (self.state, state) not in LEGAL:
            message = f"{self.state} -> {state}"
            raise IllegalMoveError(message)
        self.state = state

    def end(self, at: datetime, *, completed: bool) -> None:
        """Come to the end: the planned one (completed) or an exit."""
        self.move(PairingState.ENDED)
        self.ended_at, self.due_at, self.completed = at, None, completed
        self.help_label = HelpLabel.NONE

    def record_meeting(self, on: date) -> None:
        """Note that the two met; worries about silence are over."""
        self.last_met_on = max(on, self.last_met_on or on)
        self.cancellations, self.warned_at, self.help_label = 0, None, HelpLabel.NONE
        self.left_be = False

    def leave_be(self) -> None:
        """Say no more about weeks without a meeting, to anybody, until the two meet again."""
        self.left_be, self.warned_at = True, None
        if self.help_label is HelpLabel.NO_MEETING:
            self.help_label = HelpLabel.NONE

    def days_without_meeting(self, today: date) -> int:
        """Days since the last recorded meeting, the start or the end of the last rest."""
        since = max(self.last_met_on or self.started_on, self.resumed_on or self.started_on)
        return (today - since).days


@dataclass(eq=False, kw_only=True)
class Seat:
    """One person's side of a pairing: when they are asked next, and how the asking goes.

    ``silent_weeks`` counts unanswered check-ins in a row; ``tips`` are the numbers already given.
    ``words`` are those to the partner that were not sent yet, ``told`` how many messages went to
    them on the local day ``told_on``.
    """

    organisation_id: str
    pairing_id: str
    person_id: str
    role: Role
    next_due_at: datetime | None = None
    silent_weeks: int = 0
    low_ratings: int = 0
    good_weeks: int = 0
    stuck_weeks: int = 0
    tips: tuple[int, ...] = ()
    words: str = ""
    told_on: date | None = None
    told: int = 0


class MeetingState(StrEnum):
    """The life of one planned meeting."""

    PROPOSED = "proposed"  # the mentor picked a moment; the mentee has not said yes yet
    AGREED = "agreed"  # both said yes to the moment
    HELD = "held"  # at least one said they met, the other did not say no
    MISSED = "missed"  # its time went by without a word of it
    CANCELLED = "cancelled"  # called off by one side


@dataclass(eq=False, kw_only=True)
class Meeting:
    """One of a pairing's meetings; ``due_at`` is when its preparation is sent (the day before)."""

    organisation_id: str
    id: str
    pairing_id: str
    number: int
    starts_at: datetime
    state: MeetingState = MeetingState.PROPOSED
    due_at: datetime | None = None
    rebooked: bool = False
    minutes: int = 60
    denied: bool = False
