"""What coordinators and their digest ask of the store: whole cycles at once, in sums and rows."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.domain.checkin import AskState, Feedback, FeedbackKind, Progress
from bot.domain.delivery import DeliveryState
from bot.domain.meeting import MeetingState
from bot.domain.pairing import Pairing, PairingState, Stage
from bot.domain.people import Person, Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.domain.proposal import Proposal, ProposalState


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a draft stands among its cycle's drafts; ``number`` counts from 1, ids may be empty."""

    number: int
    count: int
    previous: str
    following: str


class CoordinationRecords(Protocol):
    """Questions a coordinator asks about a whole cycle; each costs the same for any size."""

    def enrolment_counts(self, cycle_id: str) -> dict[tuple[EnrolmentState, Role | None], int]:
        """Return how many people of a cycle are in each state and role."""
        ...

    def enrolments_in(self, cycle_id: str, *states: EnrolmentState) -> list[Enrolment]:
        """Return the enrolments of a cycle in some states, of active people, in a stable order."""
        ...

    def people_in(self, cycle_id: str, *states: EnrolmentState) -> list[Person]:
        """Return the active people of a cycle in some states, by name."""
        ...

    def proposal_counts(self, cycle_id: str) -> dict[ProposalState, int]:
        """Return how many proposals of a cycle are in each state."""
        ...

    def pairing_counts(self, cycle_id: str) -> dict[PairingState, int]:
        """Return how many pairings of a cycle are in each state."""
        ...

    def pairs_needing_help(self, cycle_id: str) -> list[Pairing]:
        """Return the active pairings of a cycle with one of the two labels, in a stable order."""
        ...

    def uninvited(self, cycle_id: str) -> int:
        """Return how many active people have no part in a cycle yet."""
        ...

    def invite_everybody(self, cycle_id: str, now: datetime) -> int:
        """Enrol all active people without a part in a cycle as invited, due to be written to now.

        Returns how many; the schedule sends the invitations batch by batch.
        """
        ...

    def unreachable(self, cycle_id: str = "") -> int:
        """Return how many active people, of a cycle or of all, cannot be written to."""
        ...

    def unplaced(self, cycle_id: str) -> int:
        """Return how many people who take part have no level: HR has said nothing of them yet."""
        ...

    def taken_places(self) -> dict[str, int]:
        """Return how many partners each person has or is being asked about, in all cycles.

        Live pairings, offered proposals, and drafts that were approved and are on their way.
        """
        ...

    def paired(self) -> set[str]:
        """Return the ids of everybody with a live pairing, in all cycles."""
        ...

    def former_partners(self) -> set[tuple[str, str]]:
        """Return (mentor, mentee) ids that were paired or answered a proposal, in all cycles."""
        ...

    def drop_drafts(self, cycle_id: str) -> int:
        """Delete the drafts of a cycle that nobody approved; return how many went."""
        ...

    def approve_drafts(self, cycle_id: str, now: datetime) -> int:
        """Make all drafts of a cycle due to be offered now; return how many."""
        ...

    def end_offers(self, cycle_id: str) -> list[tuple[str, str, str]]:
        """Withdraw what was offered or on its way; return ids: proposal, mentor, mentee."""
        ...

    def end_invitations(self, cycle_id: str, now: datetime) -> None:
        """Withdraw the invitations to a cycle that were not sent yet."""
        ...

    def place_of(self, proposal: Proposal) -> Place:
        """Return where a draft stands among the drafts of its cycle, best score first."""
        ...

    def first_draft(self, cycle_id: str) -> Proposal | None:
        """Return the draft of a cycle with the best score."""
        ...

    def draft_of(self, cycle_id: str, mentor_id: str, mentee_id: str) -> Proposal | None:
        """Return the draft that joins two people."""
        ...


class Answered(NamedTuple):
    """One check-in as the publisher of figures sees it; nothing else may."""

    person_id: str
    role: Role
    state: AskState
    rating: int | None
    progress: Progress
    answered_at: datetime | None


class FigureRecords(Protocol):
    """What the weekly figures are made of: read once per digest, in plain rows."""

    def answered(self, cycle_id: str) -> list[Answered]:
        """Return the closed check-ins of a cycle, oldest first."""
        ...

    def feedback_answers(self, cycle_id: str, kind: FeedbackKind) -> list[Feedback]:
        """Return the answered feedbacks of a kind in a cycle, in order of their answer."""
        ...

    def consenting(self, cycle_id: str, item: str) -> set[str]:
        """Return the ids of the people of a cycle who switched a consent on."""
        ...

    def meeting_counts(
        self, cycle_id: str, since: datetime, until: datetime
    ) -> dict[MeetingState, int]:
        """Return how many meetings of a cycle begin in a span of time, by state."""
        ...

    def milestone_counts(self, cycle_id: str, until: datetime) -> dict[Stage, int]:
        """Return how many active pairings of a cycle reach a milestone by an instant."""
        ...

    def endings(self, cycle_id: str, since: datetime) -> dict[bool, int]:
        """Return how many pairings of a cycle ended since, by whether they were completed."""
        ...

    def matched(self, cycle_id: str) -> int:
        """Return how many people of a cycle have or had a pairing in it."""
        ...

    def failed_deliveries(self, since: datetime) -> dict[DeliveryState, int]:
        """Return how many deliveries ended badly since an instant, by how."""
        ...
