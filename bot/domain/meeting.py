"""A pairing's meetings: their dates, what counts as held, and which ones people may mean.

Held = at least one side says yes and the other does not say no: silence undoes no yes. What is
still to come is never held, and what was called off stays so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain import rhythm
from bot.domain.moves import Move, Moves, State
from bot.domain.people import Role


class MeetingState(State):
    """The life of one planned meeting."""

    PROPOSED = "proposed", "One side picked a moment; the other has not said yes yet."
    AGREED = "agreed", "Both said yes to the moment."
    HELD = "held", "At least one said they met, and the other did not say no."
    MISSED = "missed", "Its time went by without a word of it, or one said they did not meet."
    CANCELLED = "cancelled", "One side called it off, or its pairing rested or ended."
    LAPSED = "lapsed", "Nobody said yes to its moment in time, so that it was never agreed."


class Said(StrEnum):
    """What one side says of a meeting whose time has come."""

    NOTHING = ""
    YES = "yes"
    NO = "no"


OPEN = (MeetingState.PROPOSED, MeetingState.AGREED)
"""Where a meeting is still meant to happen."""
ONCE_AGREED = (
    *(MeetingState.AGREED, MeetingState.HELD),
    *(MeetingState.MISSED, MeetingState.CANCELLED),
)
"""Where a meeting had a date; one that is only proposed was never agreed."""
UNDATED = (MeetingState.PROPOSED, MeetingState.CANCELLED, MeetingState.LAPSED)
"""Where a meeting takes its date from the first moment somebody picks for all that are to come."""
SPEAKABLE = (MeetingState.AGREED, MeetingState.HELD, MeetingState.MISSED)
"""What people may mean when they speak of a meeting whose time has come."""
CLOSING = "closing"
"""By what a meeting is off whose day is one on which an office of the two is closed."""
MEETING_MOVES = Moves(
    MeetingState.PROPOSED,
    propose=Move(*UNDATED, to=MeetingState.PROPOSED),
    agree=Move(*UNDATED, to=MeetingState.AGREED),
    move=Move(*OPEN),
    rebook=Move(MeetingState.CANCELLED, to=MeetingState.AGREED),
    cancel=Move(MeetingState.AGREED, to=MeetingState.CANCELLED),
    lapse=Move(MeetingState.PROPOSED, to=MeetingState.LAPSED),
    want=Move(MeetingState.AGREED, MeetingState.CANCELLED),
    hold=Move(*SPEAKABLE, to=MeetingState.HELD),
    miss=Move(*OPEN, to=MeetingState.MISSED),
    deny=Move(*SPEAKABLE, to=MeetingState.MISSED),
    unsay=Move(*SPEAKABLE, to=MeetingState.AGREED),
)
"""The only moves of a meeting: what is off is not moved, but proposed, agreed or booked anew."""


@dataclass(eq=False, kw_only=True)
class Meeting:
    """One of a pairing's meetings; ``due_at`` is when something is next to be done about it.

    ``wanted_at`` is another moment that one side suggests for it, and ``proposed_by`` whose moment
    awaits the other's yes (nobody named: the mentor's); until then ``starts_at`` stands, or, if it
    was called off (by ``off_by``: one side, or a closing day), no date at all. ``news`` is the key
    of the delivery that told the other side of it last (of a closing day, both: the key begins so);
    ``prepared_for`` the date for which preparations went out. ``noted`` is what nobody had planned,
    and somebody told of afterwards.
    """

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
    proposed_by: str = ""
    wanted_at: datetime | None = None
    off_by: str = ""
    news: str = ""
    prepared_for: datetime | None = None
    noted: bool = False
    mentor_said: Said = Said.NOTHING
    mentee_said: Said = Said.NOTHING

    @property
    def is_undated(self) -> bool:
        """Whether nobody agreed to its date yet, or it was called off."""
        return self.state in UNDATED

    @property
    def is_open(self) -> bool:
        """Whether it is still meant to happen."""
        return self.state in OPEN

    @property
    def is_closed(self) -> bool:
        """Whether it is off because its day is closed."""
        return self.state is MeetingState.CANCELLED and self.off_by == CLOSING

    @property
    def is_prepared(self) -> bool:
        """Whether what is sent before its date has gone out."""
        return self.prepared_for == self.starts_at

    def propose(self, by: str) -> None:
        """Put somebody's moment for it to the other side."""
        MEETING_MOVES.make("propose", self)
        self.proposed_by, self.wanted_at = by, None

    def agree(self) -> None:
        """Both said yes to its moment."""
        MEETING_MOVES.make("agree", self)

    def rebook(self) -> None:
        """Both have a moment for it again after it was called off."""
        MEETING_MOVES.make("rebook", self)
        self.rebooked, self.off_by = True, ""

    def want(self, at: datetime, by: str) -> None:
        """Suggest another moment for it; what stood before stands until the other says yes."""
        MEETING_MOVES.make("want", self)
        self.wanted_at, self.proposed_by = at, by

    def drop_wish(self) -> None:
        """Let go of the other moment that was suggested."""
        self.wanted_at = None

    def move(self, starts_at: datetime) -> None:
        """Give it a date; nobody has said a word of that one yet."""
        MEETING_MOVES.make("move", self)
        self.starts_at, self.wanted_at, self.denied = starts_at, None, False
        self.mentor_said = self.mentee_said = Said.NOTHING

    def cancel(self, by: str = "") -> None:
        """Call it off; nobody does where its pairing rests or ends."""
        MEETING_MOVES.make("cancel", self)
        self.off_by, self.wanted_at, self.due_at, self.rebooked = by, None, None, False

    def close(self, at: datetime) -> None:
        """Its day is closed; both are told at ``at``, and nobody was yet."""
        self.cancel(CLOSING)
        self.news, self.due_at = "", at

    def reopen(self, at: datetime) -> None:
        """Its day is closed no more; whoever read that it was is told at ``at``."""
        MEETING_MOVES.make("rebook", self)
        self.off_by, self.due_at = "", at

    def lapse(self) -> None:
        """Nobody said yes in time."""
        MEETING_MOVES.make("lapse", self)
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

    def unsay(self) -> None:
        """Nobody says a word of it any more; its week may be over, and then it is missed."""
        MEETING_MOVES.make("unsay", self)
        self.due_at = self.starts_at + rhythm.MISSED_AFTER

    def said_by(self, role: Role) -> Said:
        """What one side says of it."""
        return self.mentor_said if role is Role.MENTOR else self.mentee_said

    def hear(self, role: Role, said: Said, at: datetime) -> None:
        """One side says whether they met, or takes it back; a no outweighs the other's yes."""
        if self.starts_at > at:
            raise MEETING_MOVES.refusal("hold", self, "it is still to come")
        MEETING_MOVES.check("hold", self)
        if role is Role.MENTOR:
            self.mentor_said = said
        else:
            self.mentee_said = said
        both = {self.mentor_said, self.mentee_said}
        self.denied = Said.NO in both
        if self.denied:
            self.deny()
        elif Said.YES in both:
            self.hold()
        else:
            self.unsay()


def upcoming(meetings: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Return the next meeting that is still meant to happen."""
    ahead = [meeting for meeting in meetings if meeting.is_open and meeting.starts_at > now]
    return min(ahead, key=lambda meeting: meeting.starts_at, default=None)


def agreed(meetings: Sequence[Meeting], now: datetime) -> list[Meeting]:
    """Return the meetings to come that both said yes to, the next one first."""
    ahead = [m for m in meetings if m.state is MeetingState.AGREED and m.starts_at > now]
    return sorted(ahead, key=lambda meeting: meeting.starts_at)


def may_mean(
    meetings: Sequence[Meeting], role: Role, now: datetime, *, besides: str = ""
) -> list[Meeting]:
    """Return the planned meetings of late that a side's "we met" may mean, the oldest first.

    Those it spoke of are told already, but for the one whose id is ``besides``: it is being put
    right. What the other side said changes nothing here.
    """
    since = now - rhythm.MEANT_WITHIN
    past = [
        meeting
        for meeting in meetings
        if meeting.state in SPEAKABLE and not meeting.noted and since < meeting.starts_at <= now
    ]
    untold = [m for m in past if m.said_by(role) is Said.NOTHING or m.id == besides]
    return sorted(untold, key=lambda meeting: meeting.starts_at)


def obvious(candidates: Sequence[Meeting], now: datetime) -> Meeting | None:
    """Return the only meeting that a "we met" can mean: one there was, and within the week."""
    if len(candidates) != 1 or candidates[0].starts_at <= now - rhythm.MISSED_AFTER:
        return None
    return candidates[0]


def denied_by_a_no(meetings: Sequence[Meeting], role: Role, now: datetime) -> Meeting | None:
    """Return the meeting that "not this week" says was not held: the last one of the week past.

    One of which the same side said yes is not meant.
    """
    since = now - rhythm.MISSED_AFTER
    past = [m for m in meetings if m.state in SPEAKABLE and since < m.starts_at <= now]
    open_to_doubt = [m for m in past if m.said_by(role) is not Said.YES]
    return max(open_to_doubt, key=lambda meeting: meeting.starts_at, default=None)


def forget_old(meetings: Sequence[Meeting], now: datetime) -> None:
    """Let meetings nobody spoke of for a week count as missed."""
    for meeting in meetings:
        if meeting.is_open and meeting.starts_at <= now - rhythm.MISSED_AFTER:
            meeting.miss()
