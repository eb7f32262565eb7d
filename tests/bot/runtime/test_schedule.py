"""The schedule: one subject that fails does not hold up the others."""

from datetime import datetime, timedelta
from typing import cast

import pytest
from sqlalchemy import select

from bot.domain.pairing import Pairing, PairingState, Seat
from bot.domain.people import AuditEntry
from bot.ports import Work
from bot.runtime import schedule
from bot.runtime.schedule import AGAIN_AFTER, Schedule, StillDue
from storage import tables as t
from storage.database import open_store
from storage.work import SqlWork
from tests.builders import KEYS, NOW, ORGANISATION, a_programme, an_organisation


class StillClock:
    def now(self):
        return NOW


def no_partner(work: Work, pairing_id: str) -> None:
    raise LookupError("no such partner")


def a_move_that_does_not_exist(work: Work, pairing_id: str) -> None:
    pairing = work.get(Pairing, pairing_id)
    assert pairing is not None
    pairing.end(NOW, completed=False)
    pairing.rest()


FAILURES = {no_partner: "LookupError", a_move_that_does_not_exist: "IllegalMove"}


@pytest.fixture(params=FAILURES)
def failing_for_bob(request: pytest.FixtureRequest):
    """The act on a seat, for the length of a test: it fails for one of the two, half-way."""
    kept = schedule.ACTS[Seat]

    def act(work: Work, now, seat: Seat) -> None:
        seat.next_due_at = now + timedelta(days=7)
        seat.silent_weeks = 9
        if seat.person_id == "bob":
            request.param(work, seat.pairing_id)

    schedule.ACTS[Seat] = act
    yield FAILURES[request.param]
    schedule.ACTS[Seat] = kept


@pytest.fixture
def idle_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The act on a seat does nothing, and two seats are a full batch."""
    monkeypatch.setitem(schedule.ACTS, Seat, lambda _work, _now, _seat: None)
    monkeypatch.setattr(schedule, "BATCH", 2)


@pytest.mark.usefixtures("idle_acts")
async def test_an_act_that_leaves_its_instant_is_put_off_and_told(database_url: str) -> None:
    store = open_store(database_url, KEYS)
    await store.found(an_organisation())
    await store.transact(ORGANISATION, a_programme)
    told: list[tuple[str, type]] = []

    acted = await Schedule(
        store, StillClock(), lambda kind, error: told.append((kind, type(error)))
    ).run()

    def look(work: Work) -> list[datetime | None]:
        return [work.pairings.seat("pair", name).next_due_at for name in ("ana", "bob")]

    assert acted == 2
    assert told == [("Seat", StillDue)] * 2
    assert await store.transact(ORGANISATION, look) == [NOW + AGAIN_AFTER] * 2
    store.close()


@pytest.fixture
def acts_for_both(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done about one seat settles the other, as when a pairing rests."""

    def act(work: Work, _now: datetime, seat: Seat) -> None:
        for name in ("ana", "bob"):
            work.pairings.seat(seat.pairing_id, name).next_due_at = None

    monkeypatch.setitem(schedule.ACTS, Seat, act)


@pytest.mark.usefixtures("acts_for_both")
async def test_what_another_act_settled_meanwhile_is_no_failure(database_url: str) -> None:
    store = open_store(database_url, KEYS)
    await store.found(an_organisation())
    await store.transact(ORGANISATION, a_programme)
    told: list[tuple[str, Exception]] = []

    await Schedule(store, StillClock(), lambda *failure: told.append(failure)).run()

    assert told == []
    store.close()


async def test_what_fails_is_put_off_and_the_rest_is_done(
    database_url: str, failing_for_bob: str
) -> None:
    store = open_store(database_url, KEYS)
    await store.found(an_organisation())
    await store.transact(ORGANISATION, a_programme)

    acted = await Schedule(store, StillClock()).run()

    def look(work: SqlWork):
        seats = [work.pairings.seat("pair", name) for name in ("ana", "bob")]
        failures = [
            e for e in work.unit.read(AuditEntry, select(t.audit)) if e.action == "due.failed"
        ]
        pairing = work.get(Pairing, "pair")
        kept = [(s.next_due_at, s.silent_weeks) for s in seats]
        return kept, [e.details for e in failures], pairing and pairing.state

    seats, failures, state = await store.transact(
        ORGANISATION, lambda work: look(cast("SqlWork", work))
    )
    store.close()
    assert acted == 2
    assert seats == [(NOW + timedelta(days=7), 9), (NOW + AGAIN_AFTER, 0)]
    assert failures == [{"error": failing_for_bob}]
    assert state is PairingState.ACTIVE
