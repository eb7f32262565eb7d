"""An outbox with people, a clock and a platform that fails as told, for tests of deliveries."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import count
from typing import TypeVar

from adapters.clocks import MovableClock
from adapters.playground.send import PlaygroundPlatform
from bot.domain.delivery import Delivery, DeliveryState, Lane
from bot.domain.people import Account
from bot.messages.card import Card, Text
from bot.ports import Capabilities, Pace, Recipient, Work
from bot.runtime.outbox import Outbox
from storage.database import SqlStore
from tests.builders import (
    NOW,
    ORGANISATION,
    a_delivery,
    a_person,
    a_tenant,
    an_account,
    an_organisation,
)

Result = TypeVar("Result")
EXTERNAL = "T1"


class Killed(BaseException):
    """The process ended here; nothing of ours catches it."""


class Flaky(PlaygroundPlatform):
    """The playground, failing as scripted: before it takes a message, or after.

    ``before`` and ``after`` hold what to raise at each sending in turn (None: nothing). ``asked``
    lists the keys of all sendings, refused ones too; ``on_send`` is called first at each.
    """

    def __init__(self, clock: MovableClock) -> None:
        super().__init__(clock)
        self.before: deque[BaseException | None] = deque()
        self.after: deque[BaseException | None] = deque()
        self.asked: list[str] = []
        self.on_send: Callable[[], None] = lambda: None

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        self.asked.append(key)
        self.on_send()
        await asyncio.sleep(0)  # another worker may get its turn here, as in a real call
        _raise_next(self.before)
        remote_id = await super().send(to, card, key=key)
        _raise_next(self.after)
        return remote_id


class Blind(Flaky):
    """A platform without memory: it cannot be searched, and shows again what comes again."""

    capabilities = Capabilities(finds_sent=False)

    def __init__(self, clock: MovableClock) -> None:
        super().__init__(clock)
        self._copies = count()

    async def send(self, to: Recipient, card: Card, *, key: str) -> str:
        return await super().send(to, card, key=f"{key}#{next(self._copies)}")


class Searchable(Blind):
    """A platform that can be searched, but shows again what comes again."""

    capabilities = Capabilities(finds_sent=True)

    async def find(self, to: Recipient, *, key: str) -> str | None:
        copies = (m.id for m in self.messages(to.tenant, to.address) if m.key.startswith(f"{key}#"))
        return next(copies, None)


def _raise_next(script: deque[BaseException | None]) -> None:
    error = script.popleft() if script else None
    if error is not None:
        raise error


class Post:
    """One worker of the outbox of one organisation, and what its people got."""

    def __init__(self, store: SqlStore, kind: type[Flaky] = Flaky) -> None:
        self.store = store
        self.clock = MovableClock(NOW)
        self.platform = kind(self.clock)
        self.outbox = self.worker("first")

    def worker(self, owner: str, store: SqlStore | None = None) -> Outbox:
        """Return one more worker, on a store of its own if given."""
        return Outbox(store or self.store, self.clock, {"playground": self.platform}, owner=owner)

    async def open(self, *people: str, tenant: str = "tenant", external: str = EXTERNAL) -> None:
        """Found the organisation and a tenant, with these people on it."""
        await self.store.found(an_organisation())

        def act(work: Work) -> None:
            work.add(a_tenant(id=tenant, external_id=external))
            for id_ in people:
                work.add(a_person(id_), an_account(id_, tenant_id=tenant))

        await self.do(act)
        self.platform.admit(external, *people)

    async def do(self, act: Callable[[Work], Result]) -> Result:
        """Do something in one transaction."""
        return await self.store.transact(ORGANISATION, act)

    async def queue(self, *deliveries: Delivery) -> None:
        """Put deliveries into the outbox; each card says its key."""

        def act(work: Work) -> None:
            for delivery in deliveries:
                delivery.payload = {
                    "title": "",
                    "body": [{"kind": "text", "text": delivery.key}],
                    "buttons": [],
                    "next": "",
                }
                work.outbox.enqueue(delivery)

        await self.do(act)

    async def queue_one(self, key: str = "k", person_id: str = "ana", **changes: object) -> None:
        """Put one delivery into the outbox."""
        await self.queue(a_delivery(key, person_id, **changes))

    async def run_at(self, instant: datetime) -> int:
        """Move the clock forward and drain what is due then."""
        self.clock.move_to(instant)
        return await self.outbox.run()

    async def delivery(self, key: str = "k") -> Delivery:
        """Return a delivery as it stands."""
        found = await self.do(lambda work: work.outbox.newest(1000))
        return next(delivery for delivery in found if delivery.key == key)

    async def states(self) -> dict[str, DeliveryState]:
        """Return the state of every delivery."""
        found = await self.do(lambda work: work.outbox.newest(1000))
        return {delivery.key: delivery.state for delivery in found}

    async def account(self, person_id: str = "ana") -> Account:
        """Return somebody's account as it stands."""
        account = await self.do(lambda work: work.accounts.of(person_id))
        assert account is not None
        return account

    async def lane(self, tenant: str = "tenant") -> Lane:
        """Return a tenant's lane as it stands."""
        lane = await self.do(lambda work: work.outbox.lane(tenant, NOW))
        assert lane is not None
        return lane

    def got(self, person_id: str = "ana", external: str = EXTERNAL) -> list[str]:
        """Return what somebody reads, oldest first."""
        return [
            block.text
            for message in self.platform.messages(external, person_id)
            if message.card
            for block in message.card.body
            if isinstance(block, Text)
        ]

    def slow_down(self, pace: Pace) -> None:
        """Change how fast a tenant may be written to."""
        self.platform.pace = pace


def keys(prefix: str, numbers: Iterable[int]) -> list[str]:
    """Return keys in an order that sorts as text."""
    return [f"{prefix}{number:03}" for number in numbers]
