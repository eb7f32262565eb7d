"""Questions about programmes, cycles, enrolments and proposals."""

from typing import Protocol

from bot.domain.programme import Cycle, Enrolment, Programme
from bot.domain.proposal import PairRule, Proposal, ProposalState
from bot.domain.run import Run
from bot.domain.topic import OwnTopic


class ProgrammeRecords(Protocol):
    """Questions about programmes, cycles, enrolments and proposals."""

    def programmes(self) -> list[Programme]:
        """Return all programmes, in a stable order."""
        ...

    def one_at_a_time(self) -> None:
        """Let one unit of work of the organisation that says this be done after the other.

        Whichever comes second begins again and sees what the first left, so that both can ask
        whether something exists and make it.
        """
        ...

    def current_cycle(self) -> Cycle | None:
        """Return the cycle that welcomes volunteers; there is one at most."""
        ...

    def last_cycle(self) -> Cycle | None:
        """Return the newest cycle, whatever its state."""
        ...

    def enrolment(self, cycle_id: str, person_id: str) -> Enrolment | None:
        """Return a person's part in a cycle."""
        ...

    def latest_enrolment(self, person_id: str) -> Enrolment | None:
        """Return a person's part in the newest cycle they were asked into."""
        ...

    def enrolments_of(self, person_id: str) -> list[Enrolment]:
        """Return a person's parts in all cycles, newest cycle first."""
        ...

    def enrolments(self, cycle_id: str) -> list[Enrolment]:
        """Return all enrolments of a cycle, in a stable order."""
        ...

    def rules_of(self, cycle_id: str) -> list[PairRule]:
        """Return the coordinator's locked and forbidden pairs, in a stable order."""
        ...

    def runs(self, cycle_id: str) -> list[Run]:
        """Return the runs of the matching over a cycle, newest first."""
        ...

    def own_topics(self) -> list[OwnTopic]:
        """Return the topics the organisation added to the catalogue, in a stable order."""
        ...

    def remove(self, *entities: object) -> None:
        """Delete rows: drafts and rules that a new matching run replaces."""
        ...

    def proposals(self, cycle_id: str, *states: ProposalState) -> list[Proposal]:
        """Return the proposals of a cycle in some states, best score first."""
        ...

    def proposals_of(self, person_id: str, *states: ProposalState) -> list[Proposal]:
        """Return the proposals that name a person in some states, newest first.

        One that was not offered yet is newer than all that were.
        """
        ...
