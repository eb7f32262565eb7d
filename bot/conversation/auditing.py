"""What was decided is noted: who, what and when, by ids only."""

from datetime import datetime
from typing import Protocol

from bot.domain.people import AuditEntry, Person
from bot.ports import Records


class Deciding(Protocol):
    """A turn, as far as decisions go: somebody decides at an instant."""

    records: Records
    now: datetime
    person: Person


def audit(turn: Deciding, action: str, subject: str = "", **details: object) -> None:
    """Note a decision of this person, by ids only."""
    turn.records.add(
        AuditEntry(
            organisation_id=turn.records.organisation_id,
            id=turn.records.new_id(),
            actor_id=turn.person.id,
            action=action,
            subject=subject,
            at=turn.now,
            details=details,
        ),
    )
