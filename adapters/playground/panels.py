"""What the page shows beside the chats: who is here, the clock, the outbox, what HR sees."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from adapters.playground.chats import Chats, Parts
from adapters.playground.limits import DELIVERIES, DIGESTS
from adapters.playground.moves import Progress
from adapters.playground.render import delivery_json, message_json, person_json
from bot import calendar
from bot.courier import working_time
from bot.domain.people import Person
from bot.ports import Records

Json = dict[str, Any]
T = TypeVar("T")

DIGEST = "digest:"
"""How the keys of digests begin."""


class Panels:
    """Looks that change nothing, each one transaction."""

    def __init__(self, parts: Parts, chats: Chats) -> None:
        self._parts = parts
        self._chats = chats

    async def people(self) -> list[Json]:
        """Return everybody who can be played, by name."""

        def look(records: Records) -> list[Json]:
            return [person_json(person, address) for person, address in self._staff(records)]

        return await self._ask(look)

    async def clock(self, progress: Progress) -> Json:
        """Return where the clock stands, and which offices are at work."""
        now = self._parts.clock.now()
        offices = await self._ask(lambda records: _offices(records.staff(), now))
        return {**progress_json(progress), "offices": offices}

    async def outbox(self) -> Json:
        """Return the newest deliveries, and how many there are in each state."""

        def look(records: Records) -> Json:
            newest = records.deliveries(DELIVERIES)
            people = records.people(sorted({delivery.person_id for delivery in newest}))
            names = {person_id: person.name for person_id, person in people.items()}
            rows = [delivery_json(delivery, names) for delivery in newest]
            return {"counts": records.delivery_counts(), "rows": rows}

        return await self._ask(look)

    async def digests(self) -> list[Json]:
        """Return the newest digests that coordinators got, newest first."""

        def look(records: Records) -> list[Json]:
            heads = {person.id for person in records.coordinators()}
            staff = self._staff(records)
            return [person_json(p, address) for p, address in staff if p.id in heads]

        found = [
            {"to": head, "message": message_json(message)}
            for head in await self._ask(look)
            for message in self._chats.messages(head["address"])
            if message.key.startswith(DIGEST)
        ]
        found.sort(key=lambda digest: int(digest["message"]["version"]), reverse=True)
        return list(islice(found, DIGESTS))

    def _staff(self, records: Records) -> list[tuple[Person, str]]:
        """Return active people with their address here, by name."""
        staff = records.staff()
        tenant = records.tenant_named(self._parts.platform.name, self._parts.tenant)
        records.warm_accounts([person.id for person in staff])
        accounts = [(person, records.account_of(person.id)) for person in staff]
        return [
            (person, account.address)
            for person, account in accounts
            if account and tenant and account.tenant_id == tenant.id
        ]

    async def _ask(self, look: Callable[[Records], T]) -> T:
        return await self._parts.store.transact(self._parts.organisation_id, look)


def progress_json(progress: Progress) -> Json:
    """Return where the clock stands as a live event."""
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(progress).items()
    }


def _offices(staff: list[Person], now: datetime) -> list[Json]:
    """Return each office once, with whether its people are at work."""
    offices: dict[str, Json] = {}
    for person in staff:
        where = working_time(person)
        offices.setdefault(
            person.office,
            {
                "name": person.office,
                "zone": person.zone,
                "open": calendar.is_open(now, where),
                "opens_at": calendar.next_open(now, where).isoformat(),
            },
        )
    return sorted(offices.values(), key=lambda office: str(office["name"]))
