"""The outbox: every delivery ends in a named state, in order, at an open hour."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from bot.domain.delivery import DeliveryState
from bot.errors import Gone, RateLimited, Refused, Sorry, Unreachable
from bot.ports import Work
from bot.runtime.outbox import FIRST_BACKOFF, LEASE, MAX_ATTEMPTS, WAVE, Outbox
from tests.builders import NOW, a_delivery
from tests.post import Post, Result, keys


async def test_what_is_due_is_sent_once(post: Post) -> None:
    await post.queue_one()

    assert [await post.outbox.run() for _ in range(2)] == [1, 0]

    delivery = await post.delivery()
    assert (delivery.state, delivery.attempts, delivery.settled_at) == ("sent", 1, NOW)
    assert delivery.remote_id
    assert post.got() == ["k"]


async def test_what_is_not_due_waits(post: Post) -> None:
    await post.queue_one(visible_at=NOW + timedelta(minutes=1))

    assert await post.outbox.run() == 0
    assert await post.run_at(NOW + timedelta(minutes=1)) == 1


async def test_everything_due_goes_out_in_one_run(post: Post) -> None:
    await post.queue(*(a_delivery(key) for key in keys("a", range(WAVE + 5))))
    await post.queue_one("b", "bob")

    await post.outbox.run()

    assert set((await post.states()).values()) == {DeliveryState.SENT}


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (Gone("left"), DeliveryState.GONE),
        (Refused("too long"), DeliveryState.REFUSED),
    ],
)
async def test_an_error_for_good_ends_a_delivery_at_once(
    post: Post, error: Exception, state: DeliveryState
) -> None:
    post.platform.before.append(error)
    await post.queue_one()

    await post.outbox.run()
    await post.run_at(NOW + timedelta(hours=1))

    delivery = await post.delivery()
    assert (delivery.state, delivery.error) == (state, type(error).__name__)
    assert post.platform.asked == ["k"]


async def test_whoever_is_gone_is_not_written_to_again(post: Post) -> None:
    post.platform.dismiss("T1", "ana")
    await post.queue_one("first")
    await post.queue_one("second", due_at=NOW + timedelta(seconds=1))
    await post.queue_one("other", "bob")

    await post.outbox.run()
    await post.run_at(NOW + timedelta(minutes=1))

    assert not (await post.account("ana")).reachable
    assert (await post.account("bob")).reachable
    assert await post.states() == {"first": "gone", "second": "gone", "other": "sent"}
    assert post.platform.asked == ["first", "other"]


@pytest.mark.parametrize("gone", ["ana", "bob"])
async def test_of_two_in_a_room_only_the_one_known_to_be_gone_is_not_written_to(
    post: Post, gone: str
) -> None:
    stays = {"ana": "bob", "bob": "ana"}[gone]
    post.platform.dismiss("T1", gone)
    await post.queue_one("alone", gone)
    await post.outbox.run()
    await post.queue_one("room", "bob", also_to="acc-ana", due_at=NOW + timedelta(seconds=1))

    await post.outbox.run()

    assert (await post.delivery("room")).state is DeliveryState.GONE
    assert not (await post.account(gone)).reachable
    assert (await post.account(stays)).reachable


async def test_a_room_that_a_platform_calls_gone_says_of_nobody_that_they_are(post: Post) -> None:
    post.platform.before.append(Gone("one of them"))
    await post.queue_one("room", "bob", also_to="acc-ana")

    await post.outbox.run()

    assert (await post.delivery("room")).state is DeliveryState.GONE
    assert [(await post.account(name)).reachable for name in ("ana", "bob")] == [True, True]


async def test_an_unreachable_platform_is_tried_again_ever_later_then_given_up(post: Post) -> None:
    post.platform.before.extend([Unreachable("no answer")] * 20)
    await post.queue_one()
    tried: list[datetime] = []
    post.platform.on_send = lambda: tried.append(post.clock.now())

    while (await post.delivery()).state is DeliveryState.PENDING:
        await post.run_at((await post.delivery()).visible_at)

    delivery = await post.delivery()
    assert (delivery.state, delivery.error) == ("expired", "Unreachable")
    assert len(tried) == MAX_ATTEMPTS
    waits = [after - before for before, after in pairwise(tried)]
    for number, wait in enumerate(waits):
        planned = FIRST_BACKOFF * 2**number
        assert planned <= wait < planned * 1.5
    assert len({wait / (FIRST_BACKOFF * 2**n) for n, wait in enumerate(waits)}) == len(waits)


async def test_two_deliveries_that_fail_together_do_not_come_back_together(post: Post) -> None:
    post.platform.before.extend([Unreachable("no answer")] * 2)
    await post.queue_one("a")
    await post.queue_one("b", "bob")

    await post.outbox.run()

    assert (await post.delivery("a")).visible_at != (await post.delivery("b")).visible_at


async def test_a_platform_that_comes_back_gets_what_waited(post: Post) -> None:
    post.platform.before.extend([Unreachable("no answer"), None])
    await post.queue_one()
    await post.outbox.run()

    await post.run_at((await post.delivery()).visible_at)

    delivery = await post.delivery()
    assert (delivery.state, delivery.attempts, delivery.error) == ("sent", 2, "")
    assert post.got() == ["k"]


@pytest.mark.parametrize("error", [ValueError("a bug of ours"), Sorry("stale"), KeyError("x")])
async def test_an_error_nobody_thought_of_stops_no_other_delivery(
    post: Post, error: Exception
) -> None:
    post.platform.before.extend([error] * MAX_ATTEMPTS)
    await post.queue_one("poison")
    await post.outbox.run()
    assert (await post.delivery("poison")).state is DeliveryState.PENDING

    post.platform.before.extend([None])
    await post.queue_one("good", "bob", visible_at=NOW + timedelta(hours=1))
    for minutes in (2, 5, 10, 20, 40, 60):
        await post.run_at(NOW + timedelta(minutes=minutes))

    poison = await post.delivery("poison")
    assert (poison.state, poison.error) == ("expired", type(error).__name__)
    assert (await post.delivery("good")).state is DeliveryState.SENT


async def test_a_card_nobody_can_read_any_more_ends_by_itself(post: Post) -> None:
    broken = a_delivery("broken")
    await post.queue(broken)
    await post.queue_one("good", "bob")

    def spoil(work):
        work.outbox.newest(10)[1].payload = {"no": "card"}

    await post.do(spoil)
    for minutes in (0, 2, 5, 10, 20, 40):
        await post.run_at(NOW + timedelta(minutes=minutes))

    assert await post.states() == {"broken": "expired", "good": "sent"}


class TestRateLimit:
    """Retry-After closes the lane of one tenant."""

    @pytest.fixture(autouse=True)
    async def _other_tenant(self, post: Post) -> None:
        await post.open("cleo", tenant="second", external="T2")

    async def test_it_closes_the_lane_and_other_tenants_go_on(self, post: Post) -> None:
        post.platform.before.append(RateLimited(90))
        await post.queue_one("first")
        await post.outbox.run()
        await post.queue_one("later", "bob")
        await post.queue_one("elsewhere", "cleo", tenant_id="second")

        await post.run_at(NOW + timedelta(seconds=89))
        assert await post.states() == {"first": "pending", "later": "pending", "elsewhere": "sent"}
        assert post.platform.asked == ["first", "elsewhere"]

        await post.run_at(NOW + timedelta(seconds=90))
        assert set((await post.states()).values()) == {DeliveryState.SENT}

    async def test_it_is_no_failed_attempt(self, post: Post) -> None:
        post.platform.before.extend([RateLimited(60)] * 20)
        await post.queue_one()

        for minutes in range(20):
            await post.run_at(NOW + timedelta(minutes=minutes))
        assert (await post.delivery()).attempts == 0

        await post.run_at(NOW + timedelta(minutes=20))
        assert (await post.delivery()).state is DeliveryState.SENT

    async def test_a_shorter_silence_does_not_end_a_longer_one(self, post: Post) -> None:
        post.platform.before.extend([RateLimited(300), RateLimited(5)])
        await post.queue_one("a")
        await post.queue_one("b", "bob")

        await post.outbox.run()

        assert (await post.lane()).closed_until == NOW + timedelta(seconds=300)


class TestOrder:
    """Effects come in order within one conversation."""

    async def test_messages_arrive_in_the_order_they_were_planned(self, post: Post) -> None:
        for minutes in (2, 1, 3):
            due_at = NOW - timedelta(minutes=minutes)
            await post.queue_one(f"-{minutes}", due_at=due_at, visible_at=due_at)

        await post.outbox.run()

        assert post.got() == ["-3", "-2", "-1"]

    async def test_what_failed_holds_back_its_own_conversation_only(self, post: Post) -> None:
        post.platform.before.append(Unreachable("no answer"))
        await post.queue_one("1", due_at=NOW - timedelta(minutes=2))
        await post.queue_one("2", due_at=NOW - timedelta(minutes=1))
        await post.queue_one("b", "bob")

        await post.outbox.run()
        assert (post.got("ana"), post.got("bob")) == ([], ["b"])

        await post.run_at(NOW + timedelta(minutes=2))
        assert post.got("ana") == ["1", "2"]

    async def test_what_ended_badly_frees_its_conversation(self, post: Post) -> None:
        post.platform.before.append(Refused("too long"))
        await post.queue_one("1", due_at=NOW - timedelta(minutes=2))
        await post.queue_one("2", due_at=NOW - timedelta(minutes=1))

        await post.outbox.run()

        assert post.got() == ["2"]


class Suspended:
    """The store of a process put to sleep after its first claim, while another one goes on."""

    def __init__(self, post: Post) -> None:
        self._post = post
        self._slept = False
        self.tenants = post.store.tenants
        self.next_due = post.store.next_due

    async def transact(self, organisation_id: str, act: Callable[[Work], Result]) -> Result:
        result = await self._post.store.transact(organisation_id, act)
        if not self._slept:
            self._slept = True
            self._post.clock.advance(LEASE)
            await self._post.outbox.run()
        return result


async def test_whoever_overslept_its_lease_sends_nothing(post: Post) -> None:
    await post.queue_one()
    platforms = {"playground": post.platform}

    await Outbox(Suspended(post), post.clock, platforms, owner="sleeper").run()

    assert post.platform.asked == ["k"]
    assert (await post.delivery()).state is DeliveryState.SENT
