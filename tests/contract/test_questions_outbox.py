"""What is asked of the outbox in one unit of work, on both databases."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.delivery import Delivery, DeliveryState, Lane, Lease
from bot.ports import Records
from tests.builders import NOW, ORGANISATION, a_delivery
from tests.contract.asking import OTHER, Ask, lay_out

MINUTE = timedelta(minutes=1)
LEASE = Lease("worker", NOW + MINUTE)
SENDING: dict[str, Any] = {"state": DeliveryState.SENDING, "lease_owner": "worker", "attempts": 1}


def keys(deliveries: list[Delivery]) -> list[str]:
    return [delivery.key for delivery in deliveries]


async def test_claimed_are_the_due_heads_of_a_tenants_conversations(ask: Ask) -> None:
    def work(records: Records) -> tuple[list[str], list[tuple[Any, ...]]]:
        earlier: dict[str, Any] = {"due_at": NOW - MINUTE}
        later: dict[str, Any] = {"visible_at": NOW + MINUTE}
        lay_out(
            records,
            a_delivery("ana 2"),
            a_delivery("ana 1", **earlier),
            a_delivery("bob sent", "bob", state=DeliveryState.SENT, **earlier),
            a_delivery("bob 1", "bob"),
            a_delivery("bob 2", "bob"),
            a_delivery("cyd backs off", "cyd", **earlier, **later),
            a_delivery("cyd 2", "cyd"),
            a_delivery("dan, his worker died", "dan", **SENDING | {"lease_owner": "old"}),
            a_delivery("eve, on its way", "eve", **SENDING, **later),
            a_delivery("hal elsewhere", "hal", tenant_id="else"),
            a_delivery("ian is another", "ian", **OTHER),
            a_delivery("bob 0", "bob", **earlier, **OTHER),
        )
        claimed = records.claim("tenant", NOW, LEASE, 9)
        facts = {(d.state, d.visible_at, d.lease_owner) for d in claimed}
        return keys(claimed), [*facts, *((d.key, d.attempts) for d in claimed)]

    claimed, facts = await ask(work)

    assert claimed == ["ana 1", "bob 1", "dan, his worker died"]
    assert facts == [
        (DeliveryState.SENDING, NOW + MINUTE, "worker"),
        ("ana 1", 1),
        ("bob 1", 1),
        ("dan, his worker died", 2),
    ]


async def test_no_more_is_claimed_than_asked_longest_visible_first(ask: Ask) -> None:
    def work(records: Records) -> list[list[str]]:
        for minutes, person in ((1, "ana"), (3, "bob"), (2, "cyd")):
            lay_out(records, a_delivery(person, person, visible_at=NOW - minutes * MINUTE))
        return [keys(records.claim("tenant", NOW, LEASE, limit)) for limit in (0, 2, 2, 2)]

    assert await ask(work) == [[], ["bob", "cyd"], ["ana"], []]


def held(records: Records) -> Delivery:
    """What a worker holds of one delivery: a copy, not a row of the unit of work."""
    lay_out(records, a_delivery("k"))
    return records.claim("tenant", NOW, LEASE, 1)[0]


def nothing(records: Records) -> None:
    """Nobody else looks at the delivery."""


def cancelled(records: Records) -> None:
    records.cancel_deliveries("ana", NOW)


def taken_over(records: Records) -> None:
    [delivery] = records.claim("tenant", NOW + MINUTE, Lease("other", NOW + 2 * MINUTE), 1)
    assert delivery.attempts == 2


@pytest.mark.parametrize(
    ("meanwhile", "end", "settled", "state"),
    [
        (nothing, DeliveryState.SENT, True, DeliveryState.SENT),
        (nothing, DeliveryState.GONE, True, DeliveryState.GONE),
        (cancelled, DeliveryState.SENT, True, DeliveryState.SENT),
        (cancelled, DeliveryState.GONE, False, DeliveryState.CANCELLED),
        (taken_over, DeliveryState.SENT, False, DeliveryState.SENDING),
    ],
)
async def test_settled_is_what_this_worker_still_holds(
    ask: Ask,
    meanwhile: Callable[[Records], None],
    end: DeliveryState,
    settled: bool,  # noqa: FBT001
    state: DeliveryState,
) -> None:
    def work(records: Records) -> list[object]:
        mine = held(records)
        meanwhile(records)
        mine.remote_id = "1/2"
        done = [records.settle(mine, end, NOW), records.settle(mine, end, NOW)]
        [row] = records.deliveries(9)
        return [*done, row.state, row.remote_id]

    assert await ask(work) == [settled, False, state, "1/2" if settled else ""]


@pytest.mark.parametrize("meanwhile", [nothing, cancelled, taken_over])
async def test_postponed_is_what_this_worker_still_holds(
    ask: Ask, meanwhile: Callable[[Records], None]
) -> None:
    def work(records: Records) -> tuple[bool, tuple[object, ...]]:
        mine = held(records)
        meanwhile(records)
        mine.attempts, mine.error = 0, "RateLimited"
        done = records.postpone(mine, NOW + 3 * MINUTE)
        [row] = records.deliveries(9)
        return done, (row.state, row.visible_at, row.attempts, row.error)

    done, row = await ask(work)

    assert done is (meanwhile is nothing)
    if done:
        assert row == (DeliveryState.PENDING, NOW + 3 * MINUTE, 0, "RateLimited")
    else:
        assert row[-1] == ""


async def test_withdrawn_is_what_one_person_was_not_sent(ask: Ask) -> None:
    def work(records: Records) -> tuple[int, dict[str, DeliveryState]]:
        lay_out(
            records,
            a_delivery("pairing:p_1:new"),
            a_delivery("pairing:p_1:tried", attempts=2),
            a_delivery("pairing:p_1:going", **SENDING),
            a_delivery("pairing:p_1:sent", state=DeliveryState.SENT),
            a_delivery("pairing:pX1:like"),
            a_delivery("pairing:P_1:capital"),
            a_delivery("pairing:p_1:bob", "bob"),
            a_delivery("pairing:p_1:far", **OTHER),
        )
        records.enqueue(a_delivery("pairing:p_1:queued"))
        records.enqueue(a_delivery("pairing:p_2:queued"))
        untold = records.cancel_deliveries("ana", NOW, prefix="pairing:p_1:")
        untold += 10 * records.cancel_deliveries("bob", NOW, prefix="pairing:p_2:")
        return untold, {each.key.rpartition(":")[2]: each.state for each in records.deliveries(20)}

    untold, states = await ask(work)

    assert untold == 2
    gone = {name for name, state in states.items() if state is DeliveryState.CANCELLED}
    assert gone == {"new", "tried", "going"}


async def test_all_that_waits_for_somebody_is_withdrawn_without_a_prefix(ask: Ask) -> None:
    def work(records: Records) -> tuple[int, dict[str, int]]:
        lay_out(records, a_delivery("a"), a_delivery("b"), a_delivery("c", "bob"))
        return records.cancel_deliveries("ana", NOW), records.delivery_counts()

    assert await ask(work) == (2, {"cancelled": 2, "pending": 1})


async def test_the_newest_deliveries_are_those_queued_last(ask: Ask) -> None:
    def work(records: Records) -> list[list[str]]:
        for key in "cab":
            lay_out(records, a_delivery(key), a_delivery(key, **OTHER))
        return [keys(records.deliveries(limit)) for limit in (2, 9)]

    assert await ask(work) == [["b", "a"], ["b", "a", "c"]]


async def test_a_lane_closes_until_the_latest_instant(ask: Ask) -> None:
    def work(records: Records) -> list[datetime | None]:
        lanes = [("tenant", {}), ("second", {}), ("tenant", OTHER)]
        for tenant_id, changes in lanes:
            values: dict[str, Any] = {"organisation_id": ORGANISATION, **changes}
            lay_out(records, Lane(**values, tenant_id=tenant_id, tokens=1.5, updated_at=NOW))
        for minutes in (2, 3, 1):
            records.close_lane("tenant", NOW + minutes * MINUTE)
        found = [records.lane(tenant_id, NOW) for tenant_id in ("tenant", "second")]
        return [lane.closed_until for lane in found if lane]

    assert await ask(work) == [NOW + 3 * MINUTE, None]


async def test_a_lane_is_made_full_on_first_use(ask: Ask) -> None:
    def work(records: Records) -> list[float]:
        lane = records.lane("tenant", NOW)
        assert lane is not None
        full = lane.tokens
        lane.refill(NOW, 1.0, 5.0)
        again = records.lane("tenant", NOW)
        assert again is not None
        return [full, again.tokens]

    full, again = await ask(work)

    assert full > 100
    assert again == 5.0
