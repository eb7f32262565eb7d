"""A pairing's meetings: their dates, what counts as held, and which one people mean by "we met".

Held = at least one side says yes and the other does not say no: silence undoes no yes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import rhythm
from bot.domain.moves import Move, Moves, State


class MeetingState(State):
    """The life of one planned meeting."""

    PROPOSED = "proposed", "The mentor picked a moment; the mentee has not said yes yet."
    AGREED = "agreed", "Both said yes to the moment."
    HELD = "held", "At least one said they met, and the other did not say no."
    MISSED = "missed", "Its time went by without a word of it, or one said they did not meet."
    CANCELLED = "cancelled", "One side called it off, or its pairing rested or ended."


OPEN = (MeetingState.PROPOSED, MeetingState.AGREED)
"""Where a meeting is still meant to happen."""
ONCE_AGREED = (
    *(MeetingState.AGREED, MeetingState.HELD),
    *(MeetingState.MISSED, MeetingState.CANCELLED),
)
"""Where a meeting had a date; one that is only proposed was never agreed."""
UNDATED = (MeetingState.PROPOSED, MeetingState.CANCELLED)
"""Where a meeting takes its date from the first moment somebody picks for all that are to come."""
SPEAKABLE = (*OPEN, MeetingState.HELD, MeetingState.MISSED)
"""What people may mean when they speak of a meeting whose time has come."""
MEETING_MOVES = Moves(
    MeetingState.PROPOSED,
    propose=Move(*UNDATED, to=MeetingState.PROPOSED),
    agree=Move(*UNDATED, to=MeetingState.AGREED),
    move=Move(*OPEN),
    rebook=Move(MeetingState.CANCELLED, to=MeetingState.AGREED),
    cancel=Move(*OPEN, to=MeetingState.CANCELLED),
    hold=Move(*SPEAKABLE, to=MeetingState.HELD),
    miss=Move(*OPEN, to=MeetingState.MISSED),
    deny=Move(MeetingState.AGREED, MeetingState.HELD, MeetingState.MISSED, to=MeetingState.MISSED),
)
"""The only moves of a meeting: what is off is not moved, but proposed, agreed or booked anew."""


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
    minutes: int = rhythm.MEETING
    denied: bool = False

    @property
    def is_undated(self) -> bool:
        """Whether nobody agreed to its date yet, or it was called off."""
        return self.state in UNDATED

    @property
    def is_open(self) -> bool:
        """Whether it is still meant to happen."""
        return self.state in OPEN

    def propose(self) -> None:
        """Put its moment to the mentee."""
        MEETING_MOVES.make("propose", self)

    def agree(self) -> None:
        """Both said yes to its moment."""
        MEETING_MOVES.make("agree", self)

    def rebook(self) -> None:
        """Both have a moment for it again after it was called off."""
        MEETING_MOVES.make("rebook", self)
        self.rebooked = True

    def move(self, starts_at: datetime, due_at: datetime) -> None:
        """Give it a date; nobody has denied that one yet."""
        MEETING_MOVES.make("move", self)
        self.starts_at, self.due_at, self.denied = starts_at, due_at, False

    def cancel(self) -> None:
        """Call it off."""
        MEETING_MOVES.make("cancel", self)
        self.due_at = None

    def hold(self) -> None:
        """One side said that they met."""
        MEETING_MOVES.make("hold", self)
        self.due_at = None

    def miss(self) -> None:
        """Its time went by without a word."""
        MEETING_MOVES.make("miss", self)
        self.due_at = None

    def deny(self) -> None:
        """One side said that they did not meet."""
        MEETING_MOVES.make("deny", self)
        self.denied, self.due_at = True, None


def upcoming(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Return the next meeting that is still meant to happen."""
    ahead = [meeting for meeting in meetings if meeting.is_open and meeting.starts_at > now]
    return min(ahead, key=lambda meeting: meeting.starts_at, default=None)


def agreed(meetings: Sequence[Meeting], now: datetime) -> list[Meeting]:
    """Return the meetings to come that both said yes to, the next one first."""
    ahead = [m for m in meetings if m.state is MeetingState.AGREED and m.starts_at > now]
    return sorted(ahead, key=lambda meeting: meeting.starts_at)


def latest(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Return the last meeting whose time has come and that was not called off."""
    past = [m for m in meetings if m.state in SPEAKABLE and m.starts_at <= now]
    return max(past, key=lambda meeting: meeting.starts_at, default=None)


def say_yes(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Take one side's "we met": mark what it means as held, and return it.

    It means the last meeting whose time has come; when there is none of late, the next one: they
    met early. None when nothing planned is meant. A meeting the other side denied this week stays
    as it is, and is returned, so that the caller sees the two do not agree.
    """
    last = latest(meetings, now)
    if last is not None and last.starts_at > now - rhythm.MEANT_WITHIN:
        if not last.denied:
            last.hold()
            return last
        if last.starts_at > now - rhythm.MISSED_AFTER:
            return last
    early = [m for m in meetings if m.state is MeetingState.HELD and m.starts_at > now]
    meant = early[0] if early else upcoming(meetings, now)
    if meant is not None:
        meant.hold()
    return meant


def say_no(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Take one side's "we did not meet": a meeting agreed for the week past was not held.

    Return it, or None when nothing was planned for that week.
    """
    last = latest(meetings, now)
    if (
        last is None
        or last.starts_at <= now - rhythm.MISSED_AFTER
        or last.state is MeetingState.PROPOSED
    ):
        return None
    last.deny()
    return last


def forget_old(meetings: Sequence[Meeting], now: datetime) -> None:
    """Let meetings nobody spoke of for a week count as missed."""
    for meeting in meetings:
        if meeting.is_open and meeting.starts_at <= now - rhythm.MISSED_AFTER:
            meeting.miss()
