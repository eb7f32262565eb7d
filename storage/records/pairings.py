"""Questions about pairings and what people answered in them."""

from functools import cache
from typing import Any

from sqlalchemy import Select, select

from bot.domain.checkin import AskState, CheckIn, Digest, Feedback
from bot.domain.meeting import Meeting
from bot.domain.pairing import Pairing, PairingState, Seat
from storage import tables as t
from storage.records.base import BaseRecords, any_of, names


class PairingRecords(BaseRecords):
    """Pairings, seats, meetings, check-ins, feedbacks and digests."""

    def pairings(self, cycle_id: str, *states: PairingState) -> list[Pairing]:
        """Return the pairings of a cycle in some states, in a stable order."""
        columns = t.pairings.c
        mine = columns.cycle_id == cycle_id
        return self.all(Pairing, mine, columns.state.in_(states), order=columns.id)

    def pairings_of(self, person_id: str, *states: PairingState) -> list[Pairing]:
        """Return a person's pairings in some states, newest first."""
        values = {"organisation_id": self.organisation_id, "person_id": person_id}
        return self.read(Pairing, _pairings_of(states), values)

    def seat(self, pairing_id: str, person_id: str) -> Seat:
        """Return one side of a pairing."""
        found = self.get(Seat, pairing_id, person_id)
        if found is None:
            raise LookupError(pairing_id)
        return found

    def meetings(self, pairing_id: str) -> list[Meeting]:
        """Return a pairing's meetings in order of their number."""
        return self.find(Meeting, "number", pairing_id=pairing_id)

    def open_checkin(self, pairing_id: str, person_id: str) -> CheckIn | None:
        """Return the check-in that still awaits this person's answer."""
        mine = {"pairing_id": pairing_id, "person_id": person_id}
        return self.first(CheckIn, "-week", **mine, state=AskState.OPEN)

    def last_checkins(self, pairing_id: str, person_id: str, limit: int) -> list[CheckIn]:
        """Return this person's newest check-ins of a pairing, newest first."""
        mine = {"pairing_id": pairing_id, "person_id": person_id}
        return self.find(CheckIn, "-week", most=limit, **mine)

    def checkins(self, cycle_id: str) -> list[CheckIn]:
        """Return all check-ins of a cycle, for the publisher of figures only."""
        columns = t.checkins.c
        mine = columns.pairing_id.in_(self._pairings_of_cycle(cycle_id))
        return self.all(CheckIn, mine, order=columns.id)

    def feedback_of(self, pairing_id: str, person_id: str, kind: str) -> Feedback | None:
        """Return a person's mid-point or final feedback."""
        return self.first(Feedback, pairing_id=pairing_id, person_id=person_id, kind=kind)

    def feedbacks(self, cycle_id: str) -> list[Feedback]:
        """Return all feedbacks of a cycle, for the publisher of figures only."""
        columns = t.feedbacks.c
        mine = columns.pairing_id.in_(self._pairings_of_cycle(cycle_id))
        return self.all(Feedback, mine, order=columns.id)

    def last_digest(self, programme_id: str) -> Digest | None:
        """Return the newest published digest."""
        columns = t.digests.c
        return self.one(Digest, columns.programme_id == programme_id, order=columns.number.desc())

    def digests(self, programme_id: str) -> list[Digest]:
        """Return all published digests, oldest first."""
        columns = t.digests.c
        return self.all(Digest, columns.programme_id == programme_id, order=columns.number)

    def _pairings_of_cycle(self, cycle_id: str) -> Select[str]:
        columns = t.pairings.c
        return select(columns.id).where(
            columns.organisation_id == self.organisation_id,
            columns.cycle_id == cycle_id,
        )


@cache
def _pairings_of(states: tuple[PairingState, ...]) -> Any:
    """The question of ``pairings_of``, built once: nearly every turn asks it."""
    columns = t.pairings.c
    question = select(t.pairings).where(
        names(t.pairings),
        any_of(columns.state, states),
    )
    return question.order_by(columns.started_on.desc(), columns.id)
