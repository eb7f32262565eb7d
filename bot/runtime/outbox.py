"""Hands due deliveries to the platforms: claimed under a lease, sent, settled in a named end state.

Claiming and settling are transactions of their own, with the platform call between them, so a
crash can leave a delivery whose sending has an unknown outcome. Such a one is looked up where the
platform can (``finds_sent``); elsewhere a prompt or notice is sent again, because two cards with
one key make one answer, and a nudge is dropped. Nothing is sent once its lease has ended, because
another worker may be at it.

A typed line answers a card once it has arrived: what it awaits is awaited when its delivery is
settled as sent, unless the person was in the middle of a form, or has gone on meanwhile.

A run ends when nothing more may go. Where that is because a tenant's bucket ran empty, the outbox
says when it is worth coming again, so that a tenant is written to at its pace, not at the rhythm of
whoever wakes the outbox.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot import calendar
from bot.calendar.people import working_time
from bot.conversation.arriving import Standing, arrive, standing
from bot.domain.delivery import Delivery, DeliveryState, Kind, Lease
from bot.domain.people import Account, Person, Tenant
from bot.errors import Gone, RateLimited, Refused
from bot.messages.codec import card_from_json
from bot.ports import ChatPlatform, Clock, Recipient, Store, Work
from bot.services.courier import open_for_all
from bot.services.places import Places

LEASE = timedelta(seconds=60)
"""How long a worker may hold a delivery; four times the platforms' own time-outs."""
WAVE = 20
"""Deliveries claimed, sent together and settled together; bounds what a crash leaves unknown."""
MAX_ATTEMPTS = 6
"""Attempts without an answer, about 20 minutes in all, after which a delivery is given up."""
FIRST_BACKOFF = timedelta(seconds=30)
REFILL = timedelta(milliseconds=100)
"""Least time given a bucket that ran empty: messages cost less a few at a time than one by one."""


@dataclass(frozen=True)
class Outcome:
    """What became of one attempt: an end state, or the instant of the next attempt."""

    delivery: Delivery
    state: DeliveryState | None = None
    again_at: datetime | None = None
    lane_closed_until: datetime | None = None


@dataclass(frozen=True)
class Wave:
    """What was claimed at once: how many deliveries, and those to be sent with where they go.

    ``stood`` says where the conversation with each account stood, and ``refill_in`` is how long an
    empty bucket takes to hold something.
    """

    count: int = 0
    ready: Sequence[tuple[Delivery, Recipient | None]] = ()
    stood: Standing = field(default_factory=dict)
    refill_in: timedelta | None = None


class Outbox:
    """Drains the outbox of every tenant; any number of them may run at once on one database."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        platforms: Mapping[str, ChatPlatform],
        *,
        owner: str,
    ) -> None:
        self._store = store
        self._clock = clock
        self._platforms = platforms
        self._owner = owner
        self._claims = 0
        self._refills: dict[str, timedelta] = {}

    @property
    def refills_in(self) -> timedelta | None:
        """Until a bucket that ended the last run for its tenant holds something; None: none did."""
        return min(self._refills.values(), default=None)

    async def run(self) -> int:
        """Send what is due now, in waves to all tenants at once; return how many were taken up."""
        taken = 0
        self._refills = {}
        waiting = [t for t in await self._store.tenants() if t.platform in self._platforms]
        while waiting:
            waves = map(self._wave, waiting)
            # All waves come to their end, even if one fails: nothing goes on behind a run.
            counts = await asyncio.gather(*waves, return_exceptions=True)
            for count in counts:
                if isinstance(count, BaseException):
                    raise count
                taken += count
            # What was sent may have uncovered the next message of its conversation: only a tenant
            # with an empty wave has nothing left.
            waiting = [tenant for tenant, count in zip(waiting, counts, strict=True) if count]
        return taken

    async def _wave(self, tenant: Tenant) -> int:
        now = self._clock.now()
        self._claims += 1
        lease = Lease(f"{self._owner}:{self._claims}", now + LEASE)
        platform = self._platforms[tenant.platform]

        def claim(work: Work) -> Wave:
            lane = work.outbox.lane(tenant.id, now)
            if lane is None or lane.is_closed(now):
                return Wave()
            lane.refill(now, platform.pace.per_second, platform.pace.burst)
            if lane.tokens < 1:
                return Wave(refill_in=max(REFILL, lane.token_in(platform.pace.per_second)))
            claimed = work.outbox.claim(tenant.id, now, lease, min(WAVE, int(lane.tokens)))
            lane.tokens -= len(claimed)
            work.accounts.warm(delivery.person_id for delivery in claimed)
            work.people.by_id(delivery.person_id for delivery in claimed)
            late = [delivery for delivery in claimed if not _may_arrive(work, delivery, now)]
            for delivery in late:
                _wait_or_drop(work, delivery, now)
            ready = [delivery for delivery in claimed if delivery not in late]
            return Wave(
                len(claimed),
                [(each, _recipient(work, tenant, each)) for each in ready],
                standing(work, ready),
            )

        wave = await self._store.transact(tenant.organisation_id, claim)
        if wave.refill_in is not None:
            self._refills[tenant.id] = wave.refill_in
        if not wave.ready:
            return wave.count
        outcomes = await asyncio.gather(*(self._attempt(platform, *pair) for pair in wave.ready))
        await self._store.transact(
            tenant.organisation_id,
            lambda work: _settle(work, tenant, outcomes, now=self._clock.now(), stood=wave.stood),
        )
        return wave.count

    async def _attempt(
        self,
        platform: ChatPlatform,
        delivery: Delivery,
        to: Recipient | None,
    ) -> Outcome:
        """Send one delivery, or find out what became of its last attempt."""
        if to is None:
            return Outcome(delivery, DeliveryState.GONE)
        try:
            known = await self._known(platform, delivery, to) if delivery.attempts > 1 else None
            if known is not None:
                return known
            card = card_from_json(delivery.payload)
            if self._clock.now() >= delivery.visible_at:
                delivery.attempts -= 1
                return Outcome(delivery, again_at=self._clock.now())
            return _sent(delivery, await platform.send(to, card, key=delivery.key))
        except Exception as error:  # noqa: BLE001  one delivery must not hold up all others
            return self._failed(delivery, error)

    @staticmethod
    async def _known(platform: ChatPlatform, delivery: Delivery, to: Recipient) -> Outcome | None:
        """What became of a delivery whose last attempt has an unknown outcome; None: send again."""
        if platform.capabilities.finds_sent:
            found = await platform.find(to, key=delivery.key)
            if found is not None:
                return _sent(delivery, found)
        elif delivery.kind is Kind.NUDGE:
            return Outcome(delivery, DeliveryState.DROPPED)
        if delivery.attempts > MAX_ATTEMPTS:  # no attempt came back to be counted: all crashed
            return Outcome(delivery, DeliveryState.EXPIRED)
        return None

    def _failed(self, delivery: Delivery, error: Exception) -> Outcome:
        """Turn an error into an end state or a later attempt; an unforeseen one may pass, too."""
        now = self._clock.now()
        delivery.error = type(error).__name__
        match error:
            case RateLimited(retry_after=seconds):
                until = now + timedelta(seconds=seconds)
                delivery.attempts -= 1  # the platform did not look at it
                return Outcome(delivery, again_at=until, lane_closed_until=until)
            case Gone():
                return Outcome(delivery, DeliveryState.GONE)
            case Refused():
                return Outcome(delivery, DeliveryState.REFUSED)
        if delivery.attempts >= MAX_ATTEMPTS:
            return Outcome(delivery, DeliveryState.EXPIRED)
        wait = FIRST_BACKOFF * 2 ** (delivery.attempts - 1)
        wait += calendar.jitter(f"{delivery.key}:{delivery.attempts}", wait / 2)
        return Outcome(delivery, again_at=now + wait)


def _recipient(work: Work, tenant: Tenant, delivery: Delivery) -> Recipient | None:
    """Where a delivery goes; None when somebody it is for cannot be written to any more."""
    account = work.get(Account, delivery.account_id)
    other = work.get(Account, delivery.also_to) if delivery.also_to else None
    if account is None or not account.reachable:
        return None
    if delivery.also_to and (other is None or not other.reachable):
        return None
    also = other.address if other else ""
    return Recipient(tenant.external_id, account.address, account.route, also)


def _sent(delivery: Delivery, remote_id: str) -> Outcome:
    delivery.remote_id, delivery.error = remote_id, ""
    return Outcome(delivery, DeliveryState.SENT)


def _may_arrive(work: Work, delivery: Delivery, now: datetime) -> bool:
    """Whether its window is open still; a closing day or a journey may have come since."""
    places = [working_time(person) for person in _readers(work, delivery)]
    if now >= delivery.closes_at or _is_worthless(delivery, now):
        return False
    return all(calendar.is_open(now, place) for place in places)


def _readers(work: Work, delivery: Delivery) -> list[Person]:
    """Return who reads a delivery: one person, or the two in a room."""
    other = work.get(Account, delivery.also_to) if delivery.also_to else None
    ids = (delivery.person_id, other.person_id if other else "")
    found = (work.get(Person, person_id) for person_id in ids if person_id)
    return [person for person in found if person is not None]


def _is_worthless(delivery: Delivery, at: datetime) -> bool:
    """Whether what a delivery tells of has come, or will have."""
    return delivery.expires_at is not None and delivery.expires_at <= at


def _wait_or_drop(work: Work, delivery: Delivery, now: datetime) -> None:
    """A delivery whose open window has closed waits for the next one; a nudge is not worth it.

    What would only come when it is worthless is not sent at all; whoever queued it sees to that.
    """
    person = work.get(Person, delivery.person_id)
    account = work.get(Account, delivery.account_id)
    if delivery.kind is Kind.NUDGE or person is None or account is None:
        work.outbox.settle(delivery, DeliveryState.DROPPED, now)
        return
    where = [working_time(reader) for reader in _readers(work, delivery)]
    opens = open_for_all(now, where)
    if opens is None:  # two in a room, who are no longer at work at the same time
        work.outbox.settle(delivery, DeliveryState.DROPPED, now)
        return
    if _is_worthless(delivery, opens):
        work.outbox.settle(delivery, DeliveryState.EXPIRED, now)
        return
    planned = calendar.local_week(delivery.closes_at, person.zone)
    if calendar.local_week(opens, person.zone) != planned:
        places = Places(work.outbox, person, now, but=delivery.id)
        room_at = places.find(account, opens, kind=delivery.kind)
        places.give(account, room_at)
        if room_at > opens:  # it must not hold up what was planned for the weeks between
            opens = delivery.due_at = room_at
    delivery.closes_at = min(calendar.closes_at(opens, place) for place in where)
    if work.outbox.same_words(delivery, until=delivery.closes_at):
        # Two days' worth of the same words would arrive on one: the later one says it all.
        work.outbox.settle(delivery, DeliveryState.CANCELLED, now)
        return
    delivery.attempts -= 1
    work.outbox.postpone(delivery, opens)


def _settle(
    work: Work,
    tenant: Tenant,
    outcomes: list[Outcome],
    *,
    now: datetime,
    stood: Standing,
) -> None:
    closed = [o.lane_closed_until for o in outcomes if o.lane_closed_until is not None]
    if closed:
        work.outbox.close_lane(tenant.id, max(closed))
    work.accounts.warm(o.delivery.person_id for o in outcomes if o.delivery.step)
    for outcome in outcomes:
        delivery = outcome.delivery
        if outcome.state is None:
            work.outbox.postpone(delivery, outcome.again_at or now)
            continue
        settled = work.outbox.settle(delivery, outcome.state, now)
        if settled and outcome.state is DeliveryState.SENT:
            arrive(work, delivery, stood)
        if settled and outcome.state is DeliveryState.GONE and not delivery.also_to:
            # Of two in a room nobody knows who is gone: the next card to each of them shows.
            account = work.lock(Account, delivery.account_id)
            if account is not None:
                account.reachable = False
