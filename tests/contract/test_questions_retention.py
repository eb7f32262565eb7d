"""What was kept long enough goes by itself, on the day after at the latest, and nothing earlier."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import select

from adapters.clocks import MovableClock
from bot.domain import rhythm
from bot.domain.checkin import CheckIn, Feedback
from bot.domain.delivery import DeliveryState
from bot.domain.people import AuditEntry
from bot.ports import Work
from bot.runtime.retention import Retention, oldest
from bot.runtime.schedule import Schedule
from storage import tables as t
from storage.database import open_store
from tests.builders import (
    KEYS,
    NOW,
    ORGANISATION,
    a_checkin,
    a_delivery,
    a_feedback,
    a_programme,
    an_organisation,
)

DAY = timedelta(days=1)
LENGTHS = {
    "answers": rhythm.KEEP_ANSWERS,
    "notes": rhythm.KEEP_NOTES,
    "messages": rhythm.KEEP_MESSAGES,
    "turns": rhythm.KEEP_TURNS,
    "trail": rhythm.KEEP_TRAIL,
}


def arrange(work: Work) -> None:
    """Keep one of each, all of NOW; the check-in with a note, its pairing ended."""
    pairing = a_programme(work)
    pairing.end(NOW, completed=True)
    work.add(a_checkin(note="nota"), a_feedback("f"))
    settled: dict[str, Any] = {"state": DeliveryState.SENT, "settled_at": NOW}
    work.outbox.enqueue(a_delivery("sent", payload={"title": "mots"}, **settled))
    work.outbox.enqueue(a_delivery("waits", payload={"title": "mots"}))
    work.first_time("tap", NOW)
    org: dict[str, Any] = {"organisation_id": ORGANISATION, "actor_id": "ana", "action": "x"}
    work.add(AuditEntry(**org, subject="", id="a", at=NOW))


def left(work: Work) -> set[str]:
    """Return what is kept still, by its kind."""
    checkins = work.load(CheckIn, ["check"])
    sent = {delivery.key: delivery.payload for delivery in work.outbox.newest(9)}
    connection = work.unit.connection  # type: ignore[attr-defined]
    turns = set(connection.execute(select(t.turns.c.key)).scalars())
    kept = {
        "answers": bool(checkins or work.load(Feedback, ["f"])),
        "notes": any(checkin.note for checkin in checkins),
        "messages": bool(sent["sent"]),
        "turns": "tap" in turns,
        "trail": work.get(AuditEntry, "a") is not None,
    }
    assert sent["waits"] == {"title": "mots"}
    return {name for name, is_kept in kept.items() if is_kept}


def due(now: datetime) -> set[str]:
    """Return what may be kept no longer."""
    return {name for name, length in LENGTHS.items() if now - NOW > length}


async def test_each_kind_goes_at_its_own_time(database_url: str) -> None:
    def end(work: Work, days: int) -> None:
        work.retention.end(oldest(NOW + days * DAY))

    store = open_store(database_url, KEYS)
    await store.found(an_organisation())
    await store.transact(ORGANISATION, arrange)
    gone = []
    for days in (7, 8, 14, 15, 90, 91, 365, 366, 730, 731):
        await store.transact(ORGANISATION, partial(end, days=days))
        gone.append(len(LENGTHS) - len(await store.transact(ORGANISATION, left)))
    store.close()

    assert gone == [0, 1, 1, 2, 2, 3, 3, 4, 4, 5]


async def test_nothing_outlives_its_clock_by_more_than_a_day(database_url: str) -> None:
    store = open_store(database_url, KEYS)
    await store.found(an_organisation())
    await store.transact(ORGANISATION, arrange)
    clock = MovableClock(NOW)
    retention = Retention(store, clock)
    for days in (1, 7, 8, 9, 14, 15, 16, 90, 91, 92, 365, 366, 367, 730, 731, 732, 1095):
        clock.move_to(NOW + days * DAY)
        await retention.run(ORGANISATION)

        kept = await store.transact(ORGANISATION, left)

        assert kept & due(clock.now() - DAY) == set(), days
        assert set(LENGTHS) - kept <= due(clock.now()), days
    store.close()


async def test_a_day_is_looked_at_once_and_the_wake_up_does_it(database_url: str) -> None:
    store = open_store(database_url, KEYS)
    await store.found(an_organisation())
    await store.transact(ORGANISATION, arrange)
    clock = MovableClock(NOW + 8 * DAY)
    # Another replica was first on this day.
    mark = f"retention:{clock.now().date().isoformat()}"
    await store.transact(ORGANISATION, lambda work: work.first_time(mark, clock.now()))

    await Retention(store, clock).run(ORGANISATION)
    early = await store.transact(ORGANISATION, left)
    clock.advance(DAY)
    await Schedule(store, clock).run()

    assert "messages" in early
    assert "messages" not in await store.transact(ORGANISATION, left)
    store.close()
