"""What was decided is noted: who, what and when, by ids only."""

from datetime import datetime
from typing import Protocol

from bot.domain.people import AuditEntry, Person
from bot.ports import Work


class Deciding(Protocol):
    """A turn, as far as decisions go: somebody decides at an instant."""

    work: Work
    now: datetime
    person: Person


def audit(turn: Deciding, action: str, subject: str = "", **details: object) -> None:
    """Note a decision of this person, by ids only."""
    turn.work.add(
        AuditEntry(
            organisation_id=turn.work.organisation_id,
            id=turn.work.new_id(),
            actor_id=turn.person.id,
            action=action,
            subject=subject,
            at=turn.now,
            details=details,
        ),
    )
