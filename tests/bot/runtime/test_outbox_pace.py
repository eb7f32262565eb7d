"""The outbox's pace: a tenant's bucket, and turns between tenants."""

import asyncio
from datetime import timedelta

from bot.messages.card import Card
from bot.ports import Capabilities, Pace, Recipient
from bot.runtime.outbox import REFILL, WAVE, Outbox
from tests.builders import NOW, a_delivery
from tests.post import Flaky, Post, keys


async def test_no_more_goes_out_than_the_bucket_holds(post: Post) -> None:
    post.slow_down(Pace(per_second=0.5, burst=2))
    for key in "abcd":
        await post.queue_one(key, "ana", due_at=NOW + timedelta(seconds=ord(key)))

    counts = [len(post.got())]
    for seconds in (0, 1, 2, 4):
        await post.run_at(NOW + timedelta(seconds=seconds))
        counts.append(len(post.got()))

    assert counts == [0, 2, 2, 3, 4]


async def test_a_crowd_is_written_to_at_the_pace_and_never_faster(post: Post) -> None:
    pace = Pace(per_second=40, burst=40)
    post.slow_down(pace)
    crowd = keys("p", range(300))
    await post.open(*crowd, tenant="large", external="T0")
    await post.queue(*(a_delivery(f"to-{id_}", id_, tenant_id="large") for id_ in crowd))
    sent_at: list[float] = []
    post.platform.on_send = lambda: sent_at.append((post.clock.now() - NOW).total_seconds())

    runs = 0
    while len(sent_at) < len(crowd):
        await post.outbox.run()
        runs += 1
        post.clock.advance(post.outbox.refills_in or timedelta(seconds=1))

    planned = (len(crowd) - pace.burst) / pace.per_second
    assert sent_at[-1] <= planned + REFILL.total_seconds()
    for number, instant in enumerate(sent_at, start=1):
        assert number <= pace.burst + pace.per_second * instant + 1e-6
    assert runs <= planned / REFILL.total_seconds() + 2, "no more often than is worth it"


async def test_an_outbox_with_nothing_more_to_send_does_not_ask_to_be_woken(
    post: Post,
) -> None:
    post.slow_down(Pace(per_second=4, burst=2))
    await post.queue(a_delivery("a"), a_delivery("b", "bob"))

    await post.outbox.run()
    assert post.outbox.refills_in == timedelta(seconds=0.25)
    post.clock.advance(post.outbox.refills_in)
    await post.outbox.run()

    assert post.outbox.refills_in is None


async def test_a_tenant_whose_platform_is_slow_does_not_hold_up_another(post: Post) -> None:
    await post.open("zoe", tenant="small", external="T9")
    await post.queue(a_delivery("to-ana"), a_delivery("to-zoe", "zoe", tenant_id="small"))
    platforms = {"playground": Halting(post.platform, until="to-zoe")}

    await Outbox(post.store, post.clock, platforms, owner="second").run()

    assert post.platform.asked == ["to-zoe", "to-ana"]


async def test_a_large_tenant_does_not_hold_up_a_small_one(post: Post) -> None:
    crowd = keys("p", range(3 * WAVE))
    await post.open(*crowd, tenant="large", external="T0")
    await post.open("zoe", tenant="small", external="T9")
    await post.queue(*(a_delivery(f"to-{id_}", id_, tenant_id="large") for id_ in crowd))
    await post.queue_one("to-zoe", "zoe", tenant_id="small")

    await post.outbox.run()

    assert len(post.platform.asked) == 3 * WAVE + 1
    assert post.platform.asked.index("to-zoe") <= 2 * WAVE


class Halting:
    """A platform that takes no message before a certain one has come to it."""

    capabilities = Capabilities()

    def __init__(self, platform: Flaky, *, until: str) -> None:
        self.name = platform.name
        self.pace = platform.pace
        self.find = platform.find
        self._platform = platform
        self._until = until
        self._came = asyncio.Event()

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        if key == self._until:
            self._came.set()
        await self._came.wait()
        return await self._platform.send(to, card, key=key)
