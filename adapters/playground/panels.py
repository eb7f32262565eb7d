"""What the page shows beside the chats: who is here, the clock, the outbox, what HR sees."""

from collections.abc import Callable
from itertools import islice
from typing import Any, TypeVar

from adapters.playground.chats import Chats, Parts
from adapters.playground.limits import DELIVERIES, DIGESTS
from adapters.playground.message import Change
from adapters.playground.moves import Progress
from adapters.playground.render import delivery_json, local, message_json, person_json
from bot import calendar
from bot.calendar.people import working_time
from bot.domain.people import Person, Role
from bot.ports import Work
from bot.services.directory import FALLBACK_ZONE

Json = dict[str, Any]
T = TypeVar("T")

DIGEST = "digest:"
"""How the keys of digests begin."""


class Panels:
    """Looks that change nothing, each one transaction."""

    def __init__(self, parts: Parts, chats: Chats) -> None:
        self._parts = parts
        self._chats = chats
        self._zones: dict[str, str] = {}

    async def people(self) -> list[Json]:
        """Return everybody who can be played, by name."""
        staff = await self._ask(self._staff)
        # Whoever was erased meanwhile stays, for a page that still shows their chat.
        self._zones |= {address: person.zone for person, address in staff}
        return [person_json(person, address, self._commands(person)) for person, address in staff]

    async def employees(self) -> list[tuple[Person, str]]:
        """Return everybody without a standing role, with their address."""
        staff = await self._ask(self._staff)
        return [(person, address) for person, address in staff if person.roles == {Role.MEMBER}]

    async def zone(self, address: str) -> str:
        """Return the time zone of somebody who is here, or was until they were erased."""
        if address not in self._zones:
            await self.people()
        return self._zones.get(address, FALLBACK_ZONE)

    async def change(self, change: Change) -> Json:
        """Return a change as a live event."""
        zone = await self.zone(change.address)
        return {"address": change.address, "message": message_json(change.message, zone)}

    async def clock(self, progress: Progress) -> Json:
        """Return where the clock stands, in each office and in whole."""
        staff = await self._ask(lambda work: work.people.all())
        return {
            "offices": [_office(person, progress) for person in _one_per_office(staff)],
            "version": progress.version,
            "running": progress.running,
            "done": progress.done,
            "arrived": progress.arrived,
            "failed": progress.failed,
        }

    async def outbox(self) -> Json:
        """Return the newest deliveries, and how many there are in each state."""

        def look(work: Work) -> Json:
            newest = work.outbox.newest(DELIVERIES)
            people = work.people.by_id(sorted({delivery.person_id for delivery in newest}))
            names = {person_id: person.name for person_id, person in people.items()}
            zone = next((person.zone for person in _one_per_office(work.people.all())), "UTC")
            rows = [delivery_json(delivery, names, zone) for delivery in newest]
            return {"counts": work.outbox.counts(), "rows": rows}

        return await self._ask(look)

    async def digests(self) -> list[Json]:
        """Return the newest digests that coordinators got, newest first."""
        staff = await self._ask(self._staff)
        found = [
            (message, person)
            for person, address in staff
            if person.is_coordinator
            for message in self._chats.messages(address)
            if message.key.startswith(DIGEST)
        ]
        found.sort(key=lambda digest: digest[0].version, reverse=True)
        return [
            {
                "name": person.name,
                "language": person.language,
                "message": message_json(message, person.zone),
            }
            for message, person in islice(found, DIGESTS)
        ]

    def _staff(self, work: Work) -> list[tuple[Person, str]]:
        """Return active people with their address here, by name."""
        staff = work.people.all()
        tenant = work.tenants.named(self._parts.platform.name, self._parts.tenant)
        work.accounts.warm([person.id for person in staff])
        accounts = [(person, work.accounts.of(person.id)) for person in staff]
        return [
            (person, account.address)
            for person, account in accounts
            if account and tenant and account.tenant_id == tenant.id
        ]

    def _commands(self, person: Person) -> list[str]:
        """Return what somebody may type after /mentor, as their language spells it."""
        allowed = self._parts.registry.allowed(person.roles)
        return sorted(command.word(person.language) for command in allowed)

    async def _ask(self, look: Callable[[Work], T]) -> T:
        return await self._parts.store.transact(self._parts.organisation_id, look)


def _one_per_office(staff: list[Person]) -> list[Person]:
    """Return somebody of each office, by the office's name."""
    offices: dict[str, Person] = {}
    for person in staff:
        offices.setdefault(person.office, person)
    return [offices[name] for name in sorted(offices)]


def _office(person: Person, progress: Progress) -> Json:
    """Return the local time of an office, and whether its people are at work."""
    where = working_time(person)
    return {
        "name": person.office,
        "now": local(progress.now, person.zone),
        "open": calendar.is_open(progress.now, where),
        "opens_at": local(calendar.next_open(progress.now, where), person.zone),
    }
