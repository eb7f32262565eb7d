"""Questions about programmes, their cycles, and people's parts in these."""

from datetime import datetime
from typing import Protocol

from bot.domain.people import Person, Role
from bot.domain.programme import Announcement, Cycle, Enrolment, EnrolmentState, Programme
from bot.domain.topic import OwnTopic


class Programmes(Protocol):
    """Programmes, their cycles, and the topics that people learn about in them."""

    def running(self) -> Programme | None:
        """Return the programme the organisation runs; the one place that knows which it is."""
        ...

    def all(self) -> list[Programme]:
        """Return all programmes, in a stable order."""
        ...

    def current_cycle(self) -> Cycle | None:
        """Return the cycle that welcomes volunteers; there is one at most."""
        ...

    def last_cycle(self) -> Cycle | None:
        """Return the newest cycle, whatever its state."""
        ...

    def announcements(self, cycle_id: str) -> list[Announcement]:
        """Return the announcements that were sent in a cycle, newest first."""
        ...

    def topics(self) -> list[OwnTopic]:
        """Return the topics the organisation added to the catalogue, in a stable order."""
        ...


class Enrolments(Protocol):
    """People's parts in cycles."""

    def part(self, cycle_id: str, person_id: str) -> Enrolment | None:
        """Return a person's part in a cycle."""
        ...

    def latest(self, person_id: str) -> Enrolment | None:
        """Return a person's part in the newest cycle they were asked into."""
        ...

    def of(self, person_id: str) -> list[Enrolment]:
        """Return a person's parts in all cycles, newest cycle first."""
        ...

    def all(self, cycle_id: str) -> list[Enrolment]:
        """Return all enrolments of a cycle, in a stable order."""
        ...

    def active(self, cycle_id: str, *states: EnrolmentState) -> list[Enrolment]:
        """Return the enrolments of a cycle in some states, of active people, in a stable order."""
        ...

    def people(self, cycle_id: str, *states: EnrolmentState) -> list[Person]:
        """Return the active people of a cycle in some states, by name."""
        ...

    def counts(self, cycle_id: str) -> dict[tuple[EnrolmentState, Role | None], int]:
        """Return how many people of a cycle are in each state and role."""
        ...

    def uninvited(self, cycle_id: str) -> int:
        """Return how many active people have no part in a cycle yet."""
        ...

    def end_invitations(self, cycle_id: str, now: datetime) -> None:
        """Withdraw the invitations to a cycle that were not sent yet."""
        ...
