"""Questions about pairings, and what people answered in them."""

from datetime import datetime
from typing import Protocol

from bot.domain.checkin import CheckIn, Feedback
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, PairingState, Seat


class Pairings(Protocol):
    """Pairings, their seats and their meetings."""

    def all(self, cycle_id: str, *states: PairingState) -> list[Pairing]:
        """Return the pairings of a cycle in some states, in a stable order."""
        ...

    def of(self, person_id: str, *states: PairingState) -> list[Pairing]:
        """Return a person's pairings that stand so for them, newest first.

        What they stopped has ended for them, though the other side does not know of it yet.
        """
        ...

    def seat(self, pairing_id: str, person_id: str) -> Seat:
        """Return one side of a pairing."""
        ...

    def meetings(self, pairing_id: str) -> list[Meeting]:
        """Return a pairing's meetings in order of their number."""
        ...

    def dated(self, since: datetime, until: datetime) -> list[Meeting]:
        """Return the meetings of live pairings between two instants, in order of their date.

        Those that both said yes to, and those that are off.
        """
        ...

    def counts(self, cycle_id: str) -> dict[PairingState, int]:
        """Return how many pairings of a cycle are in each state."""
        ...

    def needing_help(self, cycle_id: str) -> list[Pairing]:
        """Return the active pairings of a cycle with one of the two labels, in a stable order."""
        ...

    def ever_paired(self, cycle_id: str) -> set[str]:
        """Return the ids of everybody who has or had a pairing in a cycle."""
        ...

    def bereft(self) -> set[str]:
        """Return whose newest pairing ended because the other side left the organisation."""
        ...

    def paired(self) -> set[str]:
        """Return the ids of everybody with a live pairing, in all cycles."""
        ...


class CheckIns(Protocol):
    """Weekly check-ins and the two longer feedbacks."""

    def open(self, pairing_id: str, person_id: str) -> CheckIn | None:
        """Return the check-in that still awaits this person's answer."""
        ...

    def last(self, pairing_id: str, person_id: str, limit: int) -> list[CheckIn]:
        """Return this person's newest check-ins of a pairing, newest first."""
        ...

    def all(self, cycle_id: str) -> list[CheckIn]:
        """Return all check-ins of a cycle, for the publisher of figures only."""
        ...

    def feedback(self, pairing_id: str, person_id: str, kind: str) -> Feedback | None:
        """Return a person's mid-point or final feedback."""
        ...

    def feedbacks(self, cycle_id: str) -> list[Feedback]:
        """Return all feedbacks of a cycle, for the publisher of figures only."""
        ...
