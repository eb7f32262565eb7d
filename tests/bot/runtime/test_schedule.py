"""The schedule: one subject that fails does not hold up the others."""

from datetime import timedelta
from typing import cast

import pytest

from bot.domain.pairing import Seat
from bot.domain.people import AuditEntry
from bot.ports import Records
from bot.runtime import schedule
from bot.runtime.schedule import AGAIN_AFTER, Schedule
from storage.database import open_store
from storage.records import SqlRecords
from tests.builders import NOW, ORGANISATION, a_programme, an_organisation


class StillClock:
    def now(self):
        return NOW


@pytest.fixture
def failing_for_bob():
    """The act on a seat, for the length of a test: it fails for one of the two."""
    kept = schedule.ACTS[Seat]

    def act(records: Records, now, seat: Seat) -> None:
        seat.next_due_at = now + timedelta(days=7)
        seat.silent_weeks = 9
        if seat.person_id == "bob":
            raise LookupError("no such partner")

    schedule.ACTS[Seat] = act
    yield
    schedule.ACTS[Seat] = kept


@pytest.mark.usefixtures("failing_for_bob")
async def test_what_fails_is_put_off_and_the_rest_is_done(
    database_url: str,
) -> None:
    store = open_store(database_url)
    await store.found(an_organisation())
    await store.transact(ORGANISATION, a_programme)

    acted = await Schedule(store, StillClock()).run()

    def look(records: SqlRecords):
        seats = [records.seat("pair", name) for name in ("ana", "bob")]
        failures = [e for e in records.all(AuditEntry) if e.action == "due.failed"]
        return [(s.next_due_at, s.silent_weeks) for s in seats], [e.details for e in failures]

    seats, failures = await store.transact(ORGANISATION, lambda r: look(cast("SqlRecords", r)))
    store.close()
    assert acted == 2
    assert seats == [(NOW + timedelta(days=7), 9), (NOW + AGAIN_AFTER, 0)]
    assert failures == [{"error": "LookupError"}]
