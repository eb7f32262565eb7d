"""The outbox when a worker dies between the call and its commit, and when two work at once."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

import pytest

from bot.domain.delivery import Delivery, DeliveryState, Kind, Lease
from bot.domain.people import Organisation
from bot.errors import RateLimited
from bot.ports import Work
from bot.runtime.outbox import LEASE, MAX_ATTEMPTS, WAVE
from storage.database import SqlStore, open_store
from tests.builders import KEYS, NOW, ORGANISATION, a_delivery, a_person, a_tenant, an_account
from tests.post import Blind, Flaky, Killed, Post, Searchable, keys

Opened = Callable[..., Post]


@pytest.fixture
async def opened(database_url: str) -> AsyncIterator[Opened]:
    """Makes a post office on one database of either kind."""
    store = open_store(database_url, KEYS)
    yield lambda kind=Flaky: Post(store, kind)
    store.close()


async def crash(post: Post, *, taken: bool) -> None:
    """Let the worker die at its next sending, before or after the platform took the message."""
    (post.platform.after if taken else post.platform.before).append(Killed())
    with pytest.raises(Killed):
        await post.outbox.run()
    assert (await post.delivery()).state is DeliveryState.SENDING


async def test_what_arrived_before_the_crash_is_found_and_not_sent_again(opened: Opened) -> None:
    post = opened()
    await post.open("ana")
    await post.queue_one()
    await crash(post, taken=True)

    await post.run_at(NOW + LEASE)

    delivery = await post.delivery()
    [message] = post.platform.messages("T1", "ana")
    assert (delivery.state, delivery.remote_id) == (DeliveryState.SENT, message.id)
    assert post.platform.asked == ["k"]


@pytest.mark.parametrize("kind", Kind)
async def test_what_did_not_arrive_before_the_crash_is_sent(opened: Opened, kind: Kind) -> None:
    post = opened()
    await post.open("ana")
    await post.queue_one(kind=kind)
    await crash(post, taken=False)

    await post.run_at(NOW + LEASE)

    assert (await post.delivery()).state is DeliveryState.SENT
    assert post.got() == ["k"]


@pytest.mark.parametrize("taken", [True, False])
@pytest.mark.parametrize(
    ("kind", "state", "again"),
    [
        (Kind.PROMPT, DeliveryState.SENT, 1),
        (Kind.NOTICE, DeliveryState.SENT, 1),
        (Kind.NUDGE, DeliveryState.DROPPED, 0),
    ],
)
async def test_where_nothing_is_found_prompts_are_sent_again_and_nudges_are_not(
    opened: Opened, kind: Kind, *, state: DeliveryState, again: int, taken: bool
) -> None:
    post = opened(Blind)
    await post.open("ana")
    await post.queue_one(kind=kind)
    await crash(post, taken=taken)

    await post.run_at(NOW + LEASE)

    assert (await post.delivery()).state is state
    assert post.got() == ["k"] * (taken + again)


async def test_nobody_touches_a_delivery_while_its_lease_lasts(opened: Opened) -> None:
    post = opened()
    await post.open("ana")
    await post.queue_one()
    await crash(post, taken=False)

    await post.run_at(NOW + LEASE - timedelta(seconds=1))

    assert post.platform.asked == ["k"]


async def test_a_crash_holds_back_the_rest_of_its_conversation_only(opened: Opened) -> None:
    post = opened()
    await post.open("ana", "bob")
    await post.queue_one()
    await post.queue_one("k2", due_at=NOW + timedelta(seconds=1))
    await crash(post, taken=False)
    await post.queue_one("b", "bob")

    await post.outbox.run()
    assert (post.got("ana"), post.got("bob")) == ([], ["b"])

    await post.run_at(NOW + LEASE)
    assert post.got("ana") == ["k", "k2"]


async def test_the_others_of_a_wave_that_crashed_are_not_doubled(opened: Opened) -> None:
    post = opened()
    crowd = keys("p", range(WAVE))
    await post.open(*crowd)
    await post.queue(*(a_delivery(f"to-{id_}", id_) for id_ in crowd))
    post.platform.after.extend([None] * 7 + [Killed()])
    with pytest.raises(Killed):
        await post.outbox.run()

    await post.run_at(NOW + LEASE)

    assert set((await post.states()).values()) == {DeliveryState.SENT}
    assert [len(post.got(id_)) for id_ in crowd] == [1] * WAVE


async def test_what_kills_every_worker_is_given_up(opened: Opened) -> None:
    post = opened()
    await post.open("ana")
    await post.queue_one()
    for number in range(MAX_ATTEMPTS):
        post.clock.move_to(NOW + number * LEASE)
        await crash(post, taken=False)

    await post.run_at(NOW + MAX_ATTEMPTS * LEASE)

    assert (await post.delivery()).state is DeliveryState.EXPIRED
    assert len(post.platform.asked) == MAX_ATTEMPTS


async def test_a_rate_limit_keeps_in_mind_that_the_outcome_is_unknown(opened: Opened) -> None:
    post = opened(Blind)
    await post.open("ana")
    await post.queue_one(kind=Kind.PROMPT)
    await crash(post, taken=True)
    post.platform.before.append(RateLimited(60))

    await post.run_at(NOW + LEASE)

    assert (await post.delivery()).attempts == 1


async def test_whoever_left_after_the_crash_gets_nothing(opened: Opened) -> None:
    post = opened()
    await post.open("ana")
    await post.queue_one()
    await crash(post, taken=False)

    untold = await post.do(lambda work: work.outbox.cancel("ana", NOW))
    await post.run_at(NOW + LEASE)

    assert (await post.delivery()).state is DeliveryState.CANCELLED
    assert (untold, post.got()) == (0, [])


def claim_of(owner: str) -> Callable[[Work], Delivery]:
    lease = Lease(owner, NOW + LEASE)
    return lambda work: work.outbox.claim("tenant", NOW, lease, 1)[0]


async def test_what_is_withdrawn_on_its_way_and_arrives_counts_as_sent(opened: Opened) -> None:
    post = opened()
    await post.open("ana")
    await post.queue_one()
    claimed = await post.do(claim_of("worker"))

    await post.do(lambda work: work.outbox.cancel("ana", NOW))
    settled = await post.do(lambda work: work.outbox.settle(claimed, DeliveryState.SENT, NOW))

    assert settled
    assert (await post.delivery()).state is DeliveryState.SENT


async def test_equal_ids_of_two_organisations_do_not_hold_each_other_up(opened: Opened) -> None:
    post = opened()
    await post.open("ana")
    await post.store.found(Organisation(id="other", name="Other"))
    theirs = {"organisation_id": "other"}
    later = NOW + timedelta(hours=1)

    def arrange(work: Work) -> None:
        work.add(a_tenant(external_id="T2", **theirs), a_person("ana", **theirs))
        work.add(an_account("ana", **theirs))
        work.outbox.enqueue(a_delivery("theirs", due_at=NOW - LEASE, visible_at=later, **theirs))

    await post.store.transact("other", arrange)
    await post.queue_one("ours")

    await post.outbox.run()

    assert post.got() == ["ours"]


@pytest.mark.postgres
@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
class TestTwoWorkers:
    """Two processes on one PostgreSQL."""

    crowd = keys("p", range(WAVE + 7))

    @pytest.fixture
    async def other(self, database_url: str) -> AsyncIterator[SqlStore]:
        store = open_store(database_url, KEYS)
        yield store
        store.close()

    async def fill(self, post: Post) -> None:
        await post.open(*self.crowd)
        for number in range(3):
            due_at = NOW - timedelta(minutes=9 - number)
            await post.queue(
                *(a_delivery(f"{id_}-{number}", id_, due_at=due_at) for id_ in self.crowd)
            )

    def assert_each_got_all_once_and_in_order(self, post: Post) -> None:
        for id_ in self.crowd:
            assert post.got(id_) == [f"{id_}-{number}" for number in range(3)]

    async def test_nothing_is_doubled_and_nothing_overtakes(
        self, opened: Opened, other: SqlStore
    ) -> None:
        post = opened(Blind)
        await self.fill(post)
        workers = [post.outbox, post.worker("second", other)]

        while any(await asyncio.gather(*(worker.run() for worker in workers))):
            pass

        self.assert_each_got_all_once_and_in_order(post)
        assert set((await post.states()).values()) == {DeliveryState.SENT}

    async def test_crashes_of_both_lose_and_double_nothing_that_can_be_found(
        self, opened: Opened, other: SqlStore
    ) -> None:
        post = opened(Searchable)
        await self.fill(post)
        quiet: list[BaseException | None] = [None] * 9
        post.platform.before.extend([*quiet, Killed(), *quiet, *quiet, Killed()])
        post.platform.after.extend([*quiet[:4], Killed(), *quiet, Killed(), *quiet, Killed()])

        deaths = 0
        for life in range(12):
            post.clock.move_to(NOW + life * LEASE)
            pair = (post.worker(f"a{life}"), post.worker(f"b{life}", other))
            ends = await asyncio.gather(*(w.run() for w in pair), return_exceptions=True)
            deaths += sum(isinstance(end, Killed) for end in ends)

        assert deaths > 1
        self.assert_each_got_all_once_and_in_order(post)
        assert set((await post.states()).values()) == {DeliveryState.SENT}

    async def test_closing_a_lane_waits_for_whoever_holds_it(
        self, opened: Opened, other: SqlStore
    ) -> None:
        post = opened()
        await post.open("ana")
        await post.lane()
        holds, may_end = threading.Event(), threading.Event()

        def hold(work: Work) -> None:
            assert work.outbox.lane("tenant", NOW) is not None
            holds.set()
            assert may_end.wait(10)

        holding = asyncio.create_task(other.transact(ORGANISATION, hold))
        await asyncio.to_thread(holds.wait, 10)
        closing = asyncio.create_task(
            post.do(lambda work: work.outbox.close_lane("tenant", NOW + LEASE))
        )
        await asyncio.sleep(0)
        may_end.set()
        await asyncio.gather(holding, closing)

        assert (await post.lane()).closed_until == NOW + LEASE
