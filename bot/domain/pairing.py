"""Pairings: two people learning together, and their seats."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain import rhythm
from bot.domain.moves import Move, Moves, State
from bot.domain.people import Role


class PairingState(State):
    """The life of a pairing; both people can end or pause it, with identical rights."""

    ACTIVE = "active", "The two meet, and are asked every week how it goes."
    PAUSED = "paused", "It rests for some weeks at most: somebody is on a break, or was silent."
    ENDED = "ended", "It came to its planned end, or one of the two stopped it."


LIVE = (PairingState.ACTIVE, PairingState.PAUSED)
"""Where a pairing has not ended."""
BOTH = "both"
"""Who stopped a pairing, once the second one has stopped it before the first one’s morning."""
PAIRING_MOVES = Moves(
    PairingState.ACTIVE,
    rest=Move(PairingState.ACTIVE, to=PairingState.PAUSED),
    wake=Move(PairingState.PAUSED, to=PairingState.ACTIVE),
    part=Move(*LIVE),
    stay=Move(*LIVE),
    end=Move(*LIVE, to=PairingState.ENDED),
)
"""The only moves of a pairing."""


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
    weeks without a meeting until they meet again. Whoever stops it is out of it at once
    (``over_by``, their id, or BOTH), while for the other side it stands until ``over_at``.
    ``rests_until`` is when a rest ends it. ``help_asked_at`` is when the pair asked for a hand
    last; only a meeting after it ends that. ``cancellations`` are those of the mentee in a row, the
    last of them at ``cancelled_at``; a meeting whose time comes ends the row.
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
    cancelled_at: datetime | None = None
    warned_at: datetime | None = None
    left_be: bool = False
    resumed_on: date | None = None
    help_label: HelpLabel = HelpLabel.NONE
    over_at: datetime | None = None
    over_by: str = ""
    rests_until: datetime | None = None
    help_asked_at: datetime | None = None

    def role_of(self, person_id: str) -> Role | None:
        """Which side somebody is on; None for a stranger to this pairing."""
        sides = {self.mentor_id: Role.MENTOR, self.mentee_id: Role.MENTEE}
        return sides.get(person_id)

    def other(self, person_id: str) -> str:
        """The id of the other side."""
        return self.mentee_id if person_id == self.mentor_id else self.mentor_id

    def state_for(self, person_id: str) -> PairingState:
        """Return how it stands for one side: whoever stopped it is out of it before it ends."""
        return PairingState.ENDED if self.is_stopped_by(person_id) else self.state

    def is_stopped_by(self, person_id: str) -> bool:
        """Whether one side stopped it, and its end is still to come."""
        return self.over_by in {person_id, BOTH}

    @property
    def sides(self) -> tuple[str, ...]:
        """The ids of the two, but for one who stopped it: for them it is over."""
        both = (self.mentor_id, self.mentee_id)
        return tuple(each for each in both if not self.is_stopped_by(each))

    def runs_for(self, person_id: str) -> bool:
        """Whether something may be done in it by one side: it neither rests nor is over."""
        return self.state_for(person_id) is PairingState.ACTIVE

    def part(self, person_id: str, at: datetime) -> None:
        """Be over for one side, which stops it; for the other one it stands until an instant.

        Until then the other one may stop it as well, and neither can tell.
        """
        PAIRING_MOVES.make("part", self)
        is_second = self.over_by == self.other(person_id)
        self.over_by = BOTH if is_second else person_id
        self.over_at = max(at, self.over_at or at)

    def stay(self, person_id: str) -> None:
        """Go on for somebody as if they had not stopped it: the other side was not told yet."""
        PAIRING_MOVES.make("stay", self)
        if self.over_by == BOTH:
            self.over_by = self.other(person_id)
        else:
            self.over_by, self.over_at = "", None

    def rest(self) -> None:
        """Fall silent: no milestone comes meanwhile, and what is due is the end of the rest."""
        PAIRING_MOVES.make("rest", self)
        self.due_at = None

    def wake(self, on: date | None, due_at: datetime) -> None:
        """Go on after a rest; weeks without a meeting count from that day, and worries are over.

        Without a day they count on as they were: the rest was over before anything was due.
        """
        PAIRING_MOVES.make("wake", self)
        self.due_at, self.rests_until = due_at, None
        if on is not None:
            self.resumed_on, self.warned_at = on, None
            self.cancellations, self.cancelled_at = 0, None

    def end(self, at: datetime, *, completed: bool) -> None:
        """Come to the end: the planned one (completed) or an exit."""
        PAIRING_MOVES.make("end", self)
        self.ended_at, self.due_at, self.completed = at, None, completed
        self.over_at, self.over_by, self.rests_until = None, "", None
        self.help_label, self.help_asked_at = HelpLabel.NONE, None

    def ask_for_help(self, at: datetime) -> None:
        """Ask coordinators for a hand; the pair agreed to say so."""
        self.help_label, self.help_asked_at = HelpLabel.ASKED, at

    def record_meeting(self, on: date, began_at: datetime) -> None:
        """Note that the two met: worries about silence are over, and what was asked before it."""
        self.last_met_on = max(on, self.last_met_on or on)
        self.warned_at, self.left_be = None, False
        if not self._asks_since(began_at):
            self.help_label = HelpLabel.NONE

    def forget_meetings(self, *, met_on: date | None, began_at: datetime | None) -> None:
        """Let the last meeting be an earlier one, or none; what it had ended is asked again."""
        self.last_met_on = met_on
        if self.help_asked_at is not None and (began_at is None or self._asks_since(began_at)):
            self.help_label = HelpLabel.ASKED

    def _asks_since(self, instant: datetime) -> bool:
        return self.help_asked_at is not None and self.help_asked_at >= instant

    def leave_be(self) -> None:
        """Say no more about weeks without a meeting, to anybody, until the two meet again."""
        self.left_be, self.warned_at = True, None
        if self.help_label is HelpLabel.NO_MEETING:
            self.help_label = HelpLabel.NONE

    def days_without_meeting(self, today: date) -> int:
        """Days since the last recorded meeting, the start or the end of the last rest."""
        since = max(self.last_met_on or self.started_on, self.resumed_on or self.started_on)
        return (today - since).days

    def days_on_record(self, today: date) -> int:
        """Days since the last recorded meeting or the start, whether the pairing rested or not."""
        return (today - (self.last_met_on or self.started_on)).days


@dataclass(eq=False, kw_only=True)
class Seat:
    """One person's side of a pairing: when they are asked next, and how the asking goes.

    ``silent_weeks`` counts the weeks in a row in which a check-in was left and nothing else was
    heard; ``tips`` are the numbers already given. ``in_vain`` counts the moments this side picked
    in a row without an answer, the last of them until ``in_vain_at``. ``words`` are those to the
    partner that were not sent yet, ``told`` how many messages went to them on the local day
    ``told_on``.
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
    in_vain: int = 0
    in_vain_at: datetime | None = None

    def ask_in_vain(self, at: datetime) -> None:
        """A moment this side picked got no answer."""
        self.in_vain, self.in_vain_at = self.in_vain + 1, at

    def hear(self) -> None:
        """The other side answered, whatever the answer was."""
        self.in_vain, self.in_vain_at = 0, None

    def asks_again_from(self, now: datetime) -> datetime | None:
        """Return until when this side has to wait with its next moment; None: it need not."""
        if self.in_vain < rhythm.ASKED_IN_VAIN or self.in_vain_at is None:
            return None
        free = self.in_vain_at + rhythm.ASKED_AGAIN_AFTER
        return free if free > now else None
