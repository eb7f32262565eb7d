"""Questions about pairings and what people answered in them."""

from typing import Protocol

from bot.domain.checkin import CheckIn, Digest, Feedback
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, PairingState, Seat


class PairingRecords(Protocol):
    """Questions about pairings and what people answered in them."""

    def pairings(self, cycle_id: str, *states: PairingState) -> list[Pairing]:
        """Return the pairings of a cycle in some states, in a stable order."""
        ...

    def pairings_of(self, person_id: str, *states: PairingState) -> list[Pairing]:
        """Return a person's pairings in some states, newest first."""
        ...

    def seat(self, pairing_id: str, person_id: str) -> Seat:
        """Return one side of a pairing."""
        ...

    def meetings(self, pairing_id: str) -> list[Meeting]:
        """Return a pairing's meetings in order of their number."""
        ...

    def open_checkin(self, pairing_id: str, person_id: str) -> CheckIn | None:
        """Return the check-in that still awaits this person's answer."""
        ...

    def last_checkins(self, pairing_id: str, person_id: str, limit: int) -> list[CheckIn]:
        """Return this person's newest check-ins of a pairing, newest first."""
        ...

    def checkins(self, cycle_id: str) -> list[CheckIn]:
        """Return all check-ins of a cycle, for the publisher of figures only."""
        ...

    def feedback_of(self, pairing_id: str, person_id: str, kind: str) -> Feedback | None:
        """Return a person's mid-point or final feedback."""
        ...

    def feedbacks(self, cycle_id: str) -> list[Feedback]:
        """Return all feedbacks of a cycle, for the publisher of figures only."""
        ...

    def last_digest(self, programme_id: str) -> Digest | None:
        """Return the newest published digest."""
        ...

    def digests(self, programme_id: str) -> list[Digest]:
        """Return all published digests, oldest first."""
        ...
