"""Questions about whom coordinators invite, and who was reached."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.domain.invitation import Invitation
from bot.domain.people import Person


@dataclass(frozen=True, kw_only=True)
class Group:
    """So many people of one level who can be written to, or cannot; ``leads`` is what was said."""

    level: int
    leads: bool | None
    reachable: bool
    count: int


class Invitations(Protocol):
    """Invitations, and those they are for: active people who were not asked, or not reached.

    An invitation is on its way, reached its person, or neither: then it can be sent again.
    """

    def draft(self, cycle_id: str, author_id: str) -> Invitation | None:
        """Return the invitation to a cycle that somebody has under way, if any."""
        ...

    def sent(self, cycle_id: str = "") -> list[Invitation]:
        """Return the invitations that were sent, to a cycle or to any, newest first."""
        ...

    def groups(self, invitation: Invitation) -> list[Group]:
        """Return how many an invitation would go to, by level and whether they can be reached."""
        ...

    def people(self, invitation: Invitation, first: int, most: int) -> list[Person]:
        """Return some of those an invitation would go to, by name, from a place on."""
        ...

    def unreached(self, cycle_id: str) -> int:
        """Return how many were invited to a cycle, and not reached."""
        ...

    def send(self, invitation: Invitation, now: datetime) -> int:
        """Enrol everybody an invitation is for as invited, due to be written to now.

        Returns how many; the schedule sends them batch by batch. Who was not reached before is
        asked as if for the first time.
        """
        ...

    def unwritten(self, invitation_id: str) -> int:
        """Return for how many parts no message was written yet."""
        ...

    def waiting(self, invitation_id: str) -> list[str]:
        """Return the parts, by id, that were written to and not answered."""
        ...

    def forget(self, enrolment_ids: list[str]) -> int:
        """Take back parts of people who have not answered, as if they had not been asked.

        Returns how many.
        """
        ...

    def forget_unwritten(self, invitation_id: str) -> int:
        """Take back the parts that no message was written for yet; return how many."""
        ...

    def reached(self, invitation_id: str) -> list[Person]:
        """Return who got an invitation, or may have, by name; not those it still waits for."""
        ...
