"""Questions about proposals, and what they come from: a coordinator's rules, and runs."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.proposal import PairRule, Proposal, ProposalState
from bot.domain.run import Run


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a draft stands among its cycle's drafts; ``number`` counts from 1, ids may be empty."""

    number: int
    count: int
    previous: str
    following: str


class Proposals(Protocol):
    """Proposals; those that nobody was told of and nobody approved are drafts."""

    def all(self, cycle_id: str, *states: ProposalState) -> list[Proposal]:
        """Return the proposals of a cycle in some states, best score first."""
        ...

    def of(self, person_id: str, *states: ProposalState) -> list[Proposal]:
        """Return the proposals that name a person in some states, newest first.

        One that was not offered yet is newer than all that were.
        """
        ...

    def counts(self, cycle_id: str) -> dict[ProposalState, int]:
        """Return how many proposals of a cycle are in each state."""
        ...

    def first_draft(self, cycle_id: str) -> Proposal | None:
        """Return the draft of a cycle with the best score."""
        ...

    def draft(self, cycle_id: str, mentor_id: str, mentee_id: str) -> Proposal | None:
        """Return the draft that joins two people."""
        ...

    def place(self, proposal: Proposal) -> Place:
        """Return where a draft stands among the drafts of its cycle, best score first."""
        ...

    def drop_drafts(self, cycle_id: str) -> int:
        """Delete the drafts of a cycle; return how many went."""
        ...

    def approve_drafts(self, cycle_id: str, now: datetime) -> int:
        """Make all drafts of a cycle due to be offered now; return how many."""
        ...

    def take_back_drafts(self, cycle_id: str) -> int:
        """Let approved drafts that were not offered yet wait for approval again; return how many.

        What another unit of work is offering at this moment goes out.
        """
        ...

    def end_offers(self, cycle_id: str) -> list[tuple[str, str, str]]:
        """Withdraw what was offered or on its way; return ids: proposal, mentor, mentee."""
        ...

    def taken_places(self) -> dict[str, int]:
        """Return how many partners each person has or is being asked about, in all cycles.

        Live pairings, offered proposals, and drafts that were approved and are on their way.
        """
        ...

    def former_partners(self) -> set[tuple[str, str]]:
        """Return (mentor, mentee) ids that were paired, in all cycles."""
        ...

    def refused_partners(self) -> set[tuple[str, str]]:
        """Return (mentor, mentee) ids of whom one ended a proposal, in all cycles: private."""
        ...

    def rules(self, cycle_id: str) -> list[PairRule]:
        """Return the coordinator's locked and forbidden pairs, in a stable order."""
        ...

    def runs(self, cycle_id: str) -> list[Run]:
        """Return the runs of the matching over a cycle, newest first."""
        ...
