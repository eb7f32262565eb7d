"""Puts a card on its way to a person: at an open hour, if their week has room, once per key."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot import calendar
from bot.calendar import WorkingTime
from bot.calendar.people import working_time
from bot.domain.delivery import NOTHING, Awaited, Delivery, Kind
from bot.domain.people import Account, Person
from bot.messages.card import Card
from bot.messages.codec import card_to_json
from bot.ports import Work

LOOKS = 64
"""Looks for an hour in common before there is none: a month of days, twice a day."""


def make_room(
    account: Account, person: Person, at: datetime, *, kind: Kind, now: datetime
) -> datetime:
    """Return the first open instant from an open one on whose week has room, and count it there.

    An urgent card takes the instant it asks for.
    """
    where = working_time(person)
    while kind is not Kind.URGENT and not account.has_room(calendar.local_week(at, person.zone)):
        day = calendar.local_date(at, where.zone)
        monday = day + timedelta(days=7 - day.weekday())
        at = calendar.next_open(calendar.at_local(monday, where.opens, where.zone), where)
    this_week = calendar.local_week(now, person.zone)
    account.count_message(calendar.local_week(at, person.zone), since=this_week)
    return at


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
        expires_at: datetime | None = None,
        awaits: Awaited = NOTHING,
    ) -> bool:
        """Queue a card for a person; False when it goes nowhere.

        Nobody is written to in quiet hours, at week-ends, on a holiday, or more often than a local
        week has room for: what does not fit waits for the next open hour or week, and a nudge is
        dropped. Only an urgent card, which would come too late, does not wait for room; what can
        only come when it is worthless goes nowhere.
        """
        account = self._work.accounts.of(person.id)
        if account is None or not account.reachable or not person.active:
            return False
        where = working_time(person)
        at = calendar.next_open(max(self._now, not_before or self._now), where)
        if kind is Kind.NUDGE and not account.has_room(calendar.local_week(at, person.zone)):
            return False
        if expires_at is not None and at >= expires_at:
            return False
        at = make_room(account, person, at, kind=kind, now=self._now)
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
        return True

    def send_to_both(
        self, pair: tuple[Account, Account], card: Card, *, kind: Kind, key: str
    ) -> bool:
        """Queue a card for two people of one tenant, to be read in one room; never a need.

        It comes when both are at work, and not at all when the week of one of them is full.
        """
        people = [self._work.get(Person, account.person_id) for account in pair]
        both = [(a, p) for a, p in zip(pair, people, strict=True) if p is not None]
        places = [working_time(person) for _, person in both]
        at = open_for_all(self._now, places)
        if at is None:
            return False
        weeks = [calendar.local_week(at, person.zone) for _, person in both]
        if not all(a.has_room(week) for (a, _), week in zip(both, weeks, strict=True)):
            return False
        for (account, person), week in zip(both, weeks, strict=True):
            account.count_message(week, since=calendar.local_week(self._now, person.zone))
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
                closes_at=min(calendar.closes_at(at, place) for place in places),
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
