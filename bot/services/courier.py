"""Puts a card on its way to a person: at an open hour, if their week has room, once per key."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot import calendar
from bot.calendar import WorkingTime
from bot.calendar.people import working_time
from bot.domain.delivery import NOTHING, Awaited, Delivery, Kind, Told
from bot.domain.pairing import Pairing
from bot.domain.people import Account, Person
from bot.messages.card import Card
from bot.messages.codec import card_to_json
from bot.ports import Work
from bot.services.places import Places

KEPT_LONGER = timedelta(hours=1)
"""Past the end of a pairing, which withdraws whatever was kept from the side that stopped it."""

LOOKS = 64
"""Looks for an hour in common before there is none: a month of days, twice a day."""


def kept_until(work: Work, person: Person, key: str) -> datetime | None:
    """Until when a message about a pairing is kept from somebody who stopped it; None: it is not.

    The other side does not know yet, and may still write; should the end be taken back, it arrives.
    """
    kind, _, rest = key.partition(":")
    pairing = work.get(Pairing, rest.partition(":")[0]) if kind == "pairing" else None
    if pairing is None or pairing.over_at is None or not pairing.is_stopped_by(person.id):
        return None
    return pairing.over_at + KEPT_LONGER


class Courier:
    """Writes deliveries into the outbox of one unit of work."""

    def __init__(self, work: Work, now: datetime) -> None:
        self._work = work
        self._now = now

    def send(  # noqa: PLR0913  one call says all about one message
        self,
        person: Person,
        card: Card,
        *,
        kind: Kind,
        key: str,
        not_before: datetime | None = None,
        daily: bool = False,
        expires_at: datetime | None = None,
        awaits: Awaited = NOTHING,
    ) -> Told:
        """Queue a card for a person; say whether something new is on its way to them.

        Nobody is written to in quiet hours, at week-ends, on a holiday, or more often than a local
        week has room for: what does not fit waits for the next open hour or week, and a nudge is
        dropped. Only an urgent card, which would come too late, does not wait for room; what can
        only come when it is worthless goes nowhere. What is ``daily`` is one message however often
        a day has cause for it: its key ends with that day.
        """
        account = self._work.accounts.of(person.id)
        kept = kept_until(self._work, person, key)
        # Whoever is leaving is not known to be, before it is seen to and their partner is told.
        is_here = person.active or person.due_at is not None
        if account is None or not (kept or (account.reachable and is_here)):
            return Told.NOWHERE
        if self._work.outbox.knows(key):
            return Told.ALREADY
        where = working_time(person)
        opens = calendar.next_open(max(self._now, not_before or self._now), where)
        if expires_at is not None and opens >= expires_at:
            return Told.NOWHERE
        # After that look, so that the other side cannot tell from the answer that it is kept.
        opens = calendar.next_open(max(opens, kept or opens), where)
        places = Places(self._work.outbox, person, self._now)
        at = places.find(account, opens, kind=kind)
        if kind is Kind.NUDGE and at > opens:
            return Told.NOWHERE
        if daily:
            key = f"{key}:{calendar.local_date(at, person.zone)}"
            if self._work.outbox.knows(key):
                return Told.ALREADY
        places.give(account, at)
        self._work.outbox.enqueue(
            Delivery(
                organisation_id=self._work.organisation_id,
                tenant_id=account.tenant_id,
                account_id=account.id,
                person_id=person.id,
                key=key,
                kind=kind,
                due_at=at,
                visible_at=at,
                closes_at=calendar.closes_at(at, where),
                expires_at=expires_at,
                payload=card_to_json(card),
                **awaits._asdict(),
            ),
        )
        return Told.NEW

    def send_to_both(
        self, pair: tuple[Account, Account], card: Card, *, kind: Kind, key: str
    ) -> bool:
        """Queue a card for two people of one tenant, to be read in one room; never a need.

        It comes when both are at work, and not at all when the week of one of them is full.
        """
        people = [self._work.get(Person, account.person_id) for account in pair]
        both = [(a, p) for a, p in zip(pair, people, strict=True) if p is not None]
        where = [working_time(person) for _, person in both]
        at = open_for_all(self._now, where)
        if at is None or self._work.outbox.knows(key):
            return False
        weeks = [
            (Places(self._work.outbox, person, self._now), account) for account, person in both
        ]
        if any(places.find(account, at, kind=kind) > at for places, account in weeks):
            return False
        for places, account in weeks:
            places.give(account, at)
        self._work.outbox.enqueue(
            Delivery(
                organisation_id=self._work.organisation_id,
                tenant_id=pair[0].tenant_id,
                account_id=pair[0].id,
                person_id=pair[0].person_id,
                also_to=pair[1].id,
                key=key,
                kind=kind,
                due_at=at,
                visible_at=at,
                closes_at=min(calendar.closes_at(at, place) for place in where),
                payload=card_to_json(card),
            ),
        )
        return True


def open_for_all(at: datetime, places: Sequence[WorkingTime]) -> datetime | None:
    """Return the first instant from one on at which everybody is at work; None: hours never meet.

    Each look leaps to the opening of whoever is away the longest, so that weeks take a few looks.
    """
    for _ in range(LOOKS):
        later = max(calendar.next_open(at, place) for place in places)
        if later == at:
            return at
        at = later
    return None
