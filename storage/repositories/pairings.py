"""Pairings, their seats and their meetings."""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import and_, bindparam, or_, select, union_all

from bot.domain.meeting import Meeting
from bot.domain.pairing import BOTH, LIVE, HelpLabel, Pairing, PairingState, Seat
from bot.ports.pairings import Pairings
from storage import tables as t
from storage.asking import Asking, any_of, equal, names, own, tally, within

_pairings = t.pairings.c

IN_CYCLE = (
    select(t.pairings).where(own(t.pairings), equal(_pairings.cycle_id)).order_by(_pairings.id)
)
IN_STATES = IN_CYCLE.where(within(_pairings.state, "states"))
NEEDING_HELP = IN_CYCLE.where(
    _pairings.state == PairingState.ACTIVE, _pairings.help_label != HelpLabel.NONE
)
COUNTS = tally(_pairings.state, where=(equal(_pairings.cycle_id),))
IS_LIVE = any_of(_pairings.state, LIVE)
PAIRED = union_all(
    select(_pairings.mentor_id).where(own(t.pairings), IS_LIVE),
    select(_pairings.mentee_id).where(own(t.pairings), IS_LIVE),
)
EVER_PAIRED = union_all(
    *(
        select(side).where(own(t.pairings), equal(_pairings.cycle_id))
        for side in (_pairings.mentor_id, _pairings.mentee_id)
    )
)
GONE = (
    select(t.people.c.id)
    .where(
        own(t.people),
        t.people.c.id.in_((_pairings.mentor_id, _pairings.mentee_id)),
        t.people.c.left_at <= _pairings.ended_at,
        t.people.c.due_at.is_(None),
    )
    .correlate(t.pairings)
    .exists()
)
"""Whether a pairing ended when one of its two had left the organisation, which was seen to."""
LOST = select(_pairings.mentor_id, _pairings.mentee_id, _pairings.started_on).where(
    own(t.pairings), _pairings.state == PairingState.ENDED, ~_pairings.completed, GONE
)
STARTS = select(_pairings.mentor_id, _pairings.mentee_id, _pairings.started_on).where(
    own(t.pairings)
)
MEETINGS = (
    select(t.meetings)
    .where(own(t.meetings), equal(t.meetings.c.pairing_id))
    .order_by(t.meetings.c.number)
)
SEAT = select(t.seats).where(own(t.seats), equal(t.seats.c.pairing_id, t.seats.c.person_id))


class PairingsRepository(Pairings):
    """Pairings, their seats and their meetings."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def all(self, cycle_id: str, *states: PairingState) -> list[Pairing]:
        return self._asking.all(Pairing, IN_STATES, cycle_id=cycle_id, states=states)

    def of(self, person_id: str, *states: PairingState) -> list[Pairing]:
        return self._asking.all(Pairing, _of_person(states), person=person_id)

    def seat(self, pairing_id: str, person_id: str) -> Seat:
        key = (self._asking.organisation_id, pairing_id, person_id)
        found = self._asking.unit.find(Seat, key) or self._asking.one(
            Seat, SEAT, pairing_id=pairing_id, person_id=person_id
        )
        if found is None:
            raise LookupError(pairing_id)
        return found

    def meetings(self, pairing_id: str) -> list[Meeting]:
        return self._asking.all(Meeting, MEETINGS, pairing_id=pairing_id)

    def counts(self, cycle_id: str) -> dict[PairingState, int]:
        return dict(self._asking.rows(COUNTS, cycle_id=cycle_id).all())

    def needing_help(self, cycle_id: str) -> list[Pairing]:
        return self._asking.all(Pairing, NEEDING_HELP, cycle_id=cycle_id)

    def ever_paired(self, cycle_id: str) -> set[str]:
        return set(self._asking.rows(EVER_PAIRED, cycle_id=cycle_id).scalars())

    def bereft(self) -> set[str]:
        lost = self._asking.rows(LOST).all()
        if not lost:
            return set()
        newest: dict[str, date] = {}
        for mentor, mentee, started_on in self._asking.rows(STARTS):
            for person in (mentor, mentee):
                newest[person] = max(started_on, newest.get(person, started_on))
        return {
            person
            for mentor, mentee, started_on in lost
            for person in (mentor, mentee)
            if newest[person] == started_on
        }

    def paired(self) -> set[str]:
        return set(self._asking.rows(PAIRED).scalars())


@cache
def _of_person(states: tuple[PairingState, ...]) -> Any:
    """The question of ``of``, which nearly every turn asks: built once for each set of states."""
    is_over = or_(_pairings.over_by == bindparam("person"), _pairings.over_by == BOTH)
    stands = and_(any_of(_pairings.state, states), ~is_over)
    fits = or_(stands, is_over) if PairingState.ENDED in states else stands
    mine = select(t.pairings).where(names(t.pairings), fits)
    return mine.order_by(_pairings.started_on.desc(), _pairings.id)
