"""What is asked of the outbox in one unit of work, on both databases."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.delivery import END_STATES, Delivery, DeliveryState, Lane, Lease
from bot.ports import Work
from tests.builders import NOW, ORGANISATION, a_delivery, an_account
from tests.contract.asking import OTHER, Ask, lay_out

MINUTE = timedelta(minutes=1)
LEASE = Lease("worker", NOW + MINUTE)
SENDING: dict[str, Any] = {"state": DeliveryState.SENDING, "lease_owner": "worker", "attempts": 1}


def keys(deliveries: list[Delivery]) -> list[str]:
    return [delivery.key for delivery in deliveries]


async def test_claimed_are_the_due_heads_of_a_tenants_conversations(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[str], list[tuple[Any, ...]]]:
        earlier: dict[str, Any] = {"due_at": NOW - MINUTE}
        later: dict[str, Any] = {"visible_at": NOW + MINUTE}
        lay_out(
            work,
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
        claimed = work.outbox.claim("tenant", NOW, LEASE, 9)
        facts = {(d.state, d.visible_at, d.lease_owner) for d in claimed}
        return keys(claimed), [*facts, *((d.key, d.attempts) for d in claimed)]

    claimed, facts = await ask(act)

    assert claimed == ["ana 1", "bob 1", "dan, his worker died"]
    assert facts == [
        (DeliveryState.SENDING, NOW + MINUTE, "worker"),
        ("ana 1", 1),
        ("bob 1", 1),
        ("dan, his worker died", 2),
    ]


async def test_no_more_is_claimed_than_asked_longest_visible_first(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        for minutes, person in ((1, "ana"), (3, "bob"), (2, "cyd")):
            lay_out(work, a_delivery(person, person, visible_at=NOW - minutes * MINUTE))
        return [keys(work.outbox.claim("tenant", NOW, LEASE, limit)) for limit in (0, 2, 2, 2)]

    assert await ask(act) == [[], ["bob", "cyd"], ["ana"], []]


def held(work: Work) -> Delivery:
    """What a worker holds of one delivery: a copy, not a row of the unit of work."""
    lay_out(work, a_delivery("k"))
    return work.outbox.claim("tenant", NOW, LEASE, 1)[0]


def nothing(work: Work) -> None:
    """Nobody else looks at the delivery."""


def cancelled(work: Work) -> None:
    work.outbox.cancel("ana", NOW)


def taken_over(work: Work) -> None:
    [delivery] = work.outbox.claim("tenant", NOW + MINUTE, Lease("other", NOW + 2 * MINUTE), 1)
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
    meanwhile: Callable[[Work], None],
    end: DeliveryState,
    settled: bool,  # noqa: FBT001
    state: DeliveryState,
) -> None:
    def act(work: Work) -> list[object]:
        mine = held(work)
        meanwhile(work)
        mine.remote_id = "1/2"
        done = [work.outbox.settle(mine, end, NOW), work.outbox.settle(mine, end, NOW)]
        [row] = work.outbox.newest(9)
        return [*done, row.state, row.remote_id]

    assert await ask(act) == [settled, False, state, "1/2" if settled else ""]


@pytest.mark.parametrize("meanwhile", [nothing, cancelled, taken_over])
async def test_postponed_is_what_this_worker_still_holds(
    ask: Ask, meanwhile: Callable[[Work], None]
) -> None:
    def act(work: Work) -> tuple[bool, tuple[object, ...]]:
        mine = held(work)
        meanwhile(work)
        mine.attempts, mine.error = 0, "RateLimited"
        done = work.outbox.postpone(mine, NOW + 3 * MINUTE)
        [row] = work.outbox.newest(9)
        return done, (row.state, row.visible_at, row.attempts, row.error)

    done, row = await ask(act)

    assert done is (meanwhile is nothing)
    if done:
        assert row == (DeliveryState.PENDING, NOW + 3 * MINUTE, 0, "RateLimited")
    else:
        assert row[-1] == ""


async def test_withdrawn_is_what_one_person_was_not_sent(ask: Ask) -> None:
    def act(work: Work) -> tuple[int, dict[str, DeliveryState]]:
        lay_out(
            work,
            a_delivery("pairing:p_1:new"),
            a_delivery("pairing:p_1:tried", attempts=2),
            a_delivery("pairing:p_1:going", **SENDING),
            a_delivery("pairing:p_1:sent", state=DeliveryState.SENT),
            a_delivery("pairing:pX1:like"),
            a_delivery("pairing:P_1:capital"),
            a_delivery("pairing:p_1:bob", "bob"),
            a_delivery("pairing:p_1:far", **OTHER),
        )
        work.outbox.enqueue(a_delivery("pairing:p_1:queued"))
        work.outbox.enqueue(a_delivery("pairing:p_2:queued"))
        untold = work.outbox.cancel("ana", NOW, prefix="pairing:p_1:")
        untold += 10 * work.outbox.cancel("bob", NOW, prefix="pairing:p_2:")
        return untold, {each.key.rpartition(":")[2]: each.state for each in work.outbox.newest(20)}

    untold, states = await ask(act)

    assert untold == 2
    gone = {name for name, state in states.items() if state is DeliveryState.CANCELLED}
    assert gone == {"new", "tried", "going"}


async def test_all_that_waits_for_somebody_is_withdrawn_without_a_prefix(ask: Ask) -> None:
    def act(work: Work) -> tuple[int, dict[str, int]]:
        lay_out(work, a_delivery("a"), a_delivery("b"), a_delivery("c", "bob"))
        return work.outbox.cancel("ana", NOW), work.outbox.counts()

    assert await ask(act) == (2, {"cancelled": 2, "pending": 1})


async def test_arrived_is_what_was_sent_under_exactly_that_key(ask: Ask) -> None:
    def act(work: Work) -> list[bool]:
        lay_out(
            work,
            a_delivery("sent", state=DeliveryState.SENT),
            a_delivery("waits"),
            a_delivery("expired", state=DeliveryState.EXPIRED),
            a_delivery("elsewhere", state=DeliveryState.SENT, **OTHER),
        )
        asked = ("sent", "waits", "expired", "elsewhere", "sen", "nothing")
        return [work.deliveries.has_arrived(key) for key in asked]

    assert await ask(act) == [True, False, False, False, False, False]


async def test_the_newest_deliveries_are_those_queued_last(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        for key in "cab":
            lay_out(work, a_delivery(key), a_delivery(key, **OTHER))
        return [keys(work.outbox.newest(limit)) for limit in (2, 9)]

    assert await ask(act) == [["b", "a"], ["b", "a", "c"]]


async def test_a_lane_closes_until_the_latest_instant(ask: Ask) -> None:
    def act(work: Work) -> list[datetime | None]:
        lanes = [("tenant", {}), ("second", {}), ("tenant", OTHER)]
        for tenant_id, changes in lanes:
            values: dict[str, Any] = {"organisation_id": ORGANISATION, **changes}
            lay_out(work, Lane(**values, tenant_id=tenant_id, tokens=1.5, updated_at=NOW))
        for minutes in (2, 3, 1):
            work.outbox.close_lane("tenant", NOW + minutes * MINUTE)
        found = [work.outbox.lane(tenant_id, NOW) for tenant_id in ("tenant", "second")]
        return [lane.closed_until for lane in found if lane]

    assert await ask(act) == [NOW + 3 * MINUTE, None]


async def test_a_lane_is_made_full_on_first_use(ask: Ask) -> None:
    def act(work: Work) -> list[float]:
        lane = work.outbox.lane("tenant", NOW)
        assert lane is not None
        full = lane.tokens
        lane.refill(NOW, 1.0, 5.0)
        again = work.outbox.lane("tenant", NOW)
        assert again is not None
        return [full, again.tokens]

    full, again = await ask(act)

    assert full > 100
    assert again == 5.0


SENT: dict[str, Any] = {"state": DeliveryState.SENT, "settled_at": NOW - MINUTE}


async def test_a_key_is_known_whatever_became_of_its_delivery(ask: Ask) -> None:
    def act(work: Work) -> list[bool]:
        lay_out(
            work,
            a_delivery("waits"),
            a_delivery("off", state=DeliveryState.CANCELLED),
            a_delivery("elsewhere", **OTHER),
        )
        work.outbox.look_up(["off", "never"])
        work.outbox.enqueue(a_delivery("now"))
        names = ("waits", "off", "elsewhere", "never", "now")
        return [work.outbox.knows(name) for name in names]

    assert await ask(act) == [True, True, False, False, True]


async def test_a_week_holds_what_waits_and_what_arrived(ask: Ask) -> None:
    """Of a person on any account, and of the second reader in a room."""

    def act(work: Work) -> list[datetime]:
        account = an_account("ana")
        lay_out(
            work,
            a_delivery("waits", visible_at=NOW + MINUTE),
            a_delivery("on its way", **SENDING, visible_at=NOW + 2 * MINUTE),
            a_delivery("arrived", **SENT),
            a_delivery("long ago", **SENT | {"settled_at": NOW - 9 * MINUTE}),
            *(
                a_delivery(state, state=state, settled_at=NOW)
                for state in END_STATES
                if state is not DeliveryState.SENT
            ),
            a_delivery("another account", account_id="old", visible_at=NOW + 3 * MINUTE),
            a_delivery("a room", "bob", also_to=account.id, visible_at=NOW + 4 * MINUTE),
            a_delivery("his", "bob"),
            a_delivery("elsewhere", **OTHER),
        )
        work.outbox.enqueue(a_delivery("now", visible_at=NOW + 5 * MINUTE))
        return sorted(at for _, at in work.outbox.held(account, NOW - 5 * MINUTE))

    assert await ask(act) == [NOW - MINUTE, *(NOW + minutes * MINUTE for minutes in range(1, 6))]


async def test_the_same_words_of_one_kind_wait_in_another_delivery(ask: Ask) -> None:
    def act(work: Work) -> list[bool]:
        words: dict[str, Any] = {"payload": {"title": "Over"}}
        lay_out(
            work,
            a_delivery("over:1", **words),
            a_delivery("over:2", **words, due_at=NOW + MINUTE),
            a_delivery("else:1", **words),
            a_delivery("else:2", payload={"title": "Else"}),
            a_delivery("his:1", **words),
            a_delivery("his:2", "bob", **words),
        )
        by_key = {delivery.key: delivery for delivery in work.outbox.newest(9)}
        return [
            work.outbox.same_words(by_key[key], until=NOW + MINUTE + wait)
            for key, wait in (
                ("over:1", MINUTE),
                ("over:1", -MINUTE),
                ("over:2", MINUTE),
                ("else:1", MINUTE),
                ("his:1", MINUTE),
            )
        ]

    assert await ask(act) == [True, False, True, False, False]
