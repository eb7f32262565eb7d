"""What reaches the product from HR's list and from the platform, as both know the company."""

from collections.abc import Mapping

from adapters.people.csv import PersonRow
from adapters.people.staff import Word
from adapters.people.store import Appointments, Changes, keep_people
from adapters.simulate.house import Seats
from adapters.simulate.outside.truth import Truth
from adapters.simulate.population import OFFICES, ORGANISATION
from bot.domain.people import Person
from bot.ports import Clock, Store, Work
from bot.services import directory
from bot.services.directory import Profile, Standing

REGIONS = {office.name: ("CA", office.subdivision) for office in OFFICES}


class Registry:
    """Sends the whole list again, or tells where somebody is today."""

    def __init__(self, store: Store, clock: Clock, seats: Seats, truth: Truth) -> None:
        self._store = store
        self._clock = clock
        self._seats = seats
        self._truth = truth

    async def import_again(self, same: Mapping[str, str]) -> Changes:
        """Import everybody who works there, as they are; ``same`` maps new addresses to former."""
        staff = self._truth.people.values()
        rows = [self._row(p) for p in staff if p.id not in self._truth.gone]
        appointments = Appointments(
            coordinators=frozenset(p.email for p in staff if p.is_coordinator),
            concern_contacts=frozenset(p.email for p in staff if p.is_concern_contact),
            regions=REGIONS,
        )
        word, now = Word(same=same), self._clock.now()

        def keep(work: Work) -> Changes:
            return keep_people(work, rows, appointments, now=now, word=word)

        return await self._store.transact(ORGANISATION, keep)

    async def tell_zone(self, person: Person) -> None:
        """Let the platform tell in which zone somebody is."""
        await self.tell_standing(person, Standing.MEMBER)

    async def tell_standing(self, person: Person, standing: Standing) -> None:
        """Let the platform tell whether somebody's account is open, and in which zone they are."""
        chats = self._seats[person.id]
        profile = Profile(
            address=chats.address(person.id),
            name=person.name,
            email=person.email,
            zone=person.zone,
            standing=standing,
        )
        platform, tenant, now = chats.platform.name, chats.tenant, self._clock.now()

        def admit(work: Work) -> None:
            directory.admit(work, directory.tenant_at(work, platform, tenant), [profile], now=now)

        await self._store.transact(ORGANISATION, admit)

    def _row(self, person: Person) -> PersonRow:
        manager = self._truth.managers[person.id]
        other = [code for code in person.spoken if code != person.language]
        return PersonRow(
            line=2 + int(person.id[1:]),
            email=person.email,
            name=person.name,
            manager_email=self._truth.people[manager].email if manager else None,
            level=person.level,
            hired_on=person.hired_on,
            department=person.department,
            office=person.office,
            time_zone=person.zone,
            languages=(person.language, *other),
        )
