"""Questions for the weekly digest: a whole cycle at once, in sums and plain rows."""

from datetime import datetime
from typing import NamedTuple, Protocol

from bot.domain.checkin import AskState, Feedback, FeedbackKind, Progress
from bot.domain.delivery import DeliveryState
from bot.domain.digest import Digest
from bot.domain.meeting import MeetingState
from bot.domain.pairing import Stage
from bot.domain.people import Role


class Answered(NamedTuple):
    """One check-in as the publisher of figures sees it; nothing else may."""

    person_id: str
    role: Role
    state: AskState
    rating: int | None
    progress: Progress
    answered_at: datetime | None


class Figures(Protocol):
    """What the weekly figures are made of, read once per digest; and the digests themselves."""

    def answered(self, cycle_id: str) -> list[Answered]:
        """Return the closed check-ins of a cycle, oldest first."""
        ...

    def feedbacks(self, cycle_id: str, kind: FeedbackKind) -> list[Feedback]:
        """Return the answered feedbacks of a kind in a cycle, in order of their answer."""
        ...

    def consenting(self, cycle_id: str, item: str) -> set[str]:
        """Return the ids of the people of a cycle who switched a consent on."""
        ...

    def meetings(self, cycle_id: str, since: datetime, until: datetime) -> dict[MeetingState, int]:
        """Return how many meetings of a cycle begin in a span of time, by state."""
        ...

    def milestones(self, cycle_id: str, until: datetime) -> dict[Stage, int]:
        """Return how many active pairings of a cycle reach a milestone by an instant."""
        ...

    def endings(self, cycle_id: str, since: datetime) -> dict[bool, int]:
        """Return how many pairings of a cycle ended since, by whether they were completed."""
        ...

    def lost(self, cycle_id: str, since: datetime) -> int:
        """Return how many pairings of a cycle ended since as somebody left the organisation."""
        ...

    def failures(self, since: datetime) -> dict[DeliveryState, int]:
        """Return how many deliveries ended badly since an instant, by how."""
        ...

    def last(self, programme_id: str) -> Digest | None:
        """Return the newest published digest."""
        ...

    def all(self, programme_id: str) -> list[Digest]:
        """Return all published digests, oldest first."""
        ...
