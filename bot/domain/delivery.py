"""Deliveries: messages on their way out, each with a key that makes it happen once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from bot.domain.moves import Move, Moves, State


class Kind(StrEnum):
    """What is done with a message whose sending has an unknown outcome, or that comes too late."""

    PROMPT = "prompt"  # expects an answer: sent again (two cards with one key make one answer)
    NOTICE = "notice"  # tells something once: sent again
    URGENT = "urgent"  # awaited, or with a day of its own: waits for no week with room; sent again
    NUDGE = "nudge"  # a reminder: dropped rather than doubled or late


class Told(StrEnum):
    """What became of a message to somebody; only the last of these is no news for them at all."""

    NEW = "new"  # it is on its way now
    ALREADY = "already"  # the same message was on its way before, and goes out once
    NOWHERE = ""  # they cannot be written to, or a reminder has no room in their week


class DeliveryState(State):
    """Where a delivery stands; all but the first two are ends."""

    PENDING = "pending", "It waits for the instant at which it is visible."
    SENDING = "sending", "It is claimed, until its lease ends."
    SENT = "sent", "The platform took it, and named it."
    GONE = "gone", "The person left or blocked the bot."
    REFUSED = "refused", "The platform refused the message itself."
    EXPIRED = "expired", "It could not be delivered in time."
    DROPPED = "dropped", "A reminder not worth sending: late, or of unknown outcome."
    CANCELLED = "cancelled", "It was withdrawn before it was sent."


LIVE_STATES = (DeliveryState.PENDING, DeliveryState.SENDING)
END_STATES = tuple(state for state in DeliveryState if state not in LIVE_STATES)
DELIVERY_MOVES = Moves(
    DeliveryState.PENDING,
    claim=Move(*LIVE_STATES, to=DeliveryState.SENDING),
    postpone=Move(DeliveryState.SENDING, to=DeliveryState.PENDING),
    arrive=Move(DeliveryState.SENDING, DeliveryState.CANCELLED, to=DeliveryState.SENT),
    lose=Move(DeliveryState.SENDING, to=DeliveryState.GONE),
    refuse=Move(DeliveryState.SENDING, to=DeliveryState.REFUSED),
    expire=Move(DeliveryState.SENDING, to=DeliveryState.EXPIRED),
    drop=Move(DeliveryState.SENDING, to=DeliveryState.DROPPED),
    cancel=Move(*LIVE_STATES, to=DeliveryState.CANCELLED),
)
"""The only moves of a delivery. One that was withdrawn on its way counts as sent if it arrived.

A delivery has no methods for them: it moves by the outbox's statements, many at a time and fenced
by a lease, and these take from here which deliveries may go where.
"""


class Awaited(NamedTuple):
    """What a card awaits an answer to, by the stored names of its flow and step; empty: nothing."""

    flow: str = ""
    step: str = ""
    subject: str = ""


NOTHING = Awaited()
"""What a card awaits that only tells something."""


@dataclass(eq=False, kw_only=True)
class Delivery:
    """One proactive message to one conversation.

    ``due_at`` is the planned instant and orders a conversation; ``visible_at`` is due time,
    back-off and lease end at once; ``closes_at`` ends the open window in which it may arrive, and
    after ``expires_at`` it is worthless, because what it tells of has come.
    ``id`` is given by the store; ``payload`` is the card as JSON; ``also_to`` is the account of a
    second person, who reads the message in one room with the first. ``flow``, ``step`` and
    ``subject`` name what the card awaits an answer to once it has arrived, if anything.
    """

    organisation_id: str
    tenant_id: str
    account_id: str
    person_id: str
    key: str
    kind: Kind
    due_at: datetime
    visible_at: datetime
    closes_at: datetime
    payload: Mapping[str, object] = field(default_factory=dict)
    also_to: str = ""
    expires_at: datetime | None = None
    flow: str = ""
    step: str = ""
    subject: str = ""
    id: int | None = None
    state: DeliveryState = DeliveryState.PENDING
    attempts: int = 0
    lease_owner: str = ""
    remote_id: str = ""
    error: str = ""
    settled_at: datetime | None = None

    @property
    def awaits(self) -> Awaited:
        """What is awaited once it has arrived."""
        return Awaited(self.flow, self.step, self.subject)


@dataclass(frozen=True)
class Lease:
    """Who holds claimed deliveries, and until when; an owner's name is never used twice."""

    owner: str
    ends_at: datetime


@dataclass(eq=False, kw_only=True)
class Lane:
    """A tenant's way out: a token bucket, shut until ``closed_until`` when the platform says so."""

    organisation_id: str
    tenant_id: str
    tokens: float
    updated_at: datetime
    closed_until: datetime | None = None

    def refill(self, now: datetime, per_second: float, burst: float) -> None:
        """Add what has flowed in since the last look."""
        flowed = max(0.0, (now - self.updated_at).total_seconds()) * per_second
        self.tokens, self.updated_at = min(burst, self.tokens + flowed), now

    def token_in(self, per_second: float) -> timedelta:
        """Return how long after the last look the bucket holds a whole token."""
        return timedelta(seconds=max(0.0, 1.0 - self.tokens) / per_second)

    def is_closed(self, now: datetime) -> bool:
        """Whether the platform asked for silence until later than ``now``."""
        return self.closed_until is not None and now < self.closed_until
