"""A company of which HR sends files, for what they do to the people known."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from io import BytesIO

import pytest

from adapters.people.csv import PeopleFile, read_people
from adapters.people.importing import DryRun
from adapters.people.staff import Word
from adapters.people.store import Appointments, Changes, Refused, keep_people
from bot.domain.people import Person, Role
from bot.domain.programme import Enrolment, EnrolmentState
from bot.ports import Work
from bot.services import directory
from bot.services.directory import Profile
from tests.transcripts.volunteers import Joining
from tests.world import MONDAY

NUMBERED = "email,name,manager_email,level,hired_on,department,office,time_zone,languages,matricule"
HEADINGS = NUMBERED.removesuffix(",matricule")
REST = "Sales,Montréal,America/Toronto,fr"
MARC = f"marc@x.org,Marc Roy,,9,2009-05-04,{REST}"
NADIA = f"nadia@x.org,Nadia Ba,marc@x.org,2,2024-02-05,{REST}"
OMAR = f"omar@x.org,Omar Diallo,marc@x.org,2,2023-08-14,{REST}"
MARC_MOVED = MARC.replace("marc@x.org", "marc.roy@y.org")
NADIA_MOVED = NADIA.replace("marc@x.org", "marc.roy@y.org")
SAME = Word(same={"marc.roy@y.org": "marc@x.org"})
LEFT_MARC = Word(left=frozenset({"marc@x.org"}))


class Office(Joining):
    """A company of which HR sends files, and an open cycle."""

    async def imports(
        self, *lines: str, word: Word | None = None, coordinators: Collection[str] = ()
    ) -> Changes:
        """Keep a file of these lines, the headings first, unless it asks something."""

        def act(work: Work) -> Changes:
            staff = work.people.known()
            content = BytesIO("\n".join(lines).encode())
            known = {person.email for person in staff}
            file = read_people(content, today=MONDAY.date(), known=known)
            assert isinstance(file, PeopleFile), file
            given = Appointments(coordinators=frozenset(coordinators))
            changes = keep_people(work, file.rows, given, now=MONDAY, word=word or Word())
            if changes.questions:
                raise DryRun(changes)
            return changes

        try:
            changes: Changes = await self.look(act)
        except DryRun as dry:
            return dry.changes
        return changes

    async def staff(self) -> dict[str, Person]:
        """Return everybody with an address, by its beginning, whether they left or not."""
        people: Sequence[Person] = await self.look(lambda work: work.people.known())
        return {person.email.partition("@")[0]: person for person in people if person.email}

    async def links(self, *profiles: Profile) -> None:
        """A platform tells of people."""

        def act(work: Work) -> None:
            tenant = directory.tenant_at(work, "slack", "T1")
            directory.admit(work, tenant, profiles, now=MONDAY)

        await self.look(act)


async def refusal(office: Office, *lines: str, word: Word | None = None) -> list[str]:
    """Import what cannot be; return the keys of the sentences that say why."""
    before = [vars(person).copy() for person in (await office.staff()).values()]
    with pytest.raises(Refused) as refused:
        await office.imports(HEADINGS, *lines, word=word)
    assert [vars(person) for person in (await office.staff()).values()] == before
    return [key for key, _ in refused.value.faults]


async def takes_part(office: Office, person: Person) -> None:
    """Somebody joins the cycle."""

    def act(work: Work) -> None:
        work.add(
            Enrolment(
                organisation_id=person.organisation_id,
                id=work.new_id(),
                cycle_id="cycle",
                person_id=person.id,
                state=EnrolmentState.JOINED,
                role=Role.MENTEE,
                joined_at=datetime(2026, 9, 1, tzinfo=UTC),
            )
        )

    await office.look(act)
