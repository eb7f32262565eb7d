"""Fictional people in two offices, with reporting lines, levels, departments and languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from adapters.simulate.house import Chats, Seats, platforms
from adapters.simulate.names import DEPARTMENTS, FAMILY, GIVEN
from bot.domain.org_chart import reporting_intervals
from bot.domain.people import Account, Organisation, Person, Tenant
from bot.ports import Store, Work
from bot.texts.folding import folded

ORGANISATION = "rehearsal"
TENANT = "stage"
REPORTS = 2
"""People who report to one person: about half lead somebody, so both roles fill."""
TOP_LEVEL, LOWEST_LEADER, HIGHEST_OTHER = 13, 8, 5
"""Levels: leaders and others lie on the two sides of the middle, with a step between them."""
MONTREAL_SHARE = 0.6
LONGEST_SERVICE = 9_000
"""Days somebody may have been with the company."""
ALIKE = 4
"""People whose names are like another's."""
CHUNK = 2_000
"""People inserted in one transaction."""


@dataclass(frozen=True)
class Office:
    """Where people sit: their zone, their holidays, and how likely French is their language."""

    name: str
    zone: str
    subdivision: str
    french: float


MONTREAL = Office("Montréal", "America/Toronto", "QC", french=0.8)
VANCOUVER = Office("Vancouver", "America/Vancouver", "BC", french=0.1)
OFFICES = (MONTREAL, VANCOUVER)


def invent(count: int, seed: int, *, language: str, today: date) -> list[Person]:
    """Return people whose names all differ, top of the company first.

    The last two are the coordinator, who reads ``language``, and the contact for concerns; the
    same arguments give the same people.
    """
    chance = Random(f"{seed}:people")  # noqa: S311 - chance that can be played again, not secrecy
    names = _names(count, chance)
    people = [
        _person(place, name, chance, today=today, is_leader=leads(place, count))
        for place, name in enumerate(names)
    ]
    people[-1].is_coordinator, people[-1].language = True, language
    people[-2].is_concern_contact = True
    chart = reporting_intervals([(person.id, person.manager_id) for person in people])
    for person in people:
        person.chain_left, person.chain_right = chart[person.id]
    return people


def name_alike(people: Sequence[Person], seed: int) -> None:
    """Give two people one name, and two more one first name, as happens in every company.

    They are leaders, so that one mentor may have both; their addresses stay their own.
    """
    chance = Random(f"{seed}:names")  # noqa: S311 - chance that can be played again, not secrecy
    leaders = [p for place, p in enumerate(people) if leads(place, len(people))]
    if len(leaders) < ALIKE:
        return
    one, same, other, named_alike = chance.sample(leaders, ALIKE)
    same.name = one.name
    family = named_alike.name.partition(" ")[2]
    named_alike.name = f"{other.first_name} {family}"


def forget_standing(people: Sequence[Person]) -> None:
    """Leave of people what a chat platform alone tells: no level, no manager, no department."""
    for person in people:
        person.level, person.manager_id, person.department = 0, None, ""
    chart = reporting_intervals([(person.id, None) for person in people])
    for person in people:
        person.chain_left, person.chain_right = chart[person.id]


async def settle(store: Store, people: Sequence[Person], seats: Seats) -> None:
    """Keep people in an empty store, each with an account on the platform where they sit."""
    tenants = {chats: _tenant(chats, number) for number, chats in enumerate(platforms(seats))}
    await store.transact(ORGANISATION, lambda work: work.add(*tenants.values()))
    for start in range(0, len(people), CHUNK):
        chunk = people[start : start + CHUNK]

        def keep(work: Work, chunk: Sequence[Person] = chunk) -> None:
            work.add_many(chunk)
            work.add_many([_account(person, seats[person.id], tenants) for person in chunk])

        await store.transact(ORGANISATION, keep)


def organisation(language: str) -> Organisation:
    """Return the employer of everybody invented here."""
    return Organisation(id=ORGANISATION, name="Répétition", language=language)


def leads(place: int, count: int) -> bool:
    """Whether the person at a place of ``invent``'s list has people who report to them."""
    return place * REPORTS + 1 < count


def _names(count: int, chance: Random) -> list[str]:
    """Return names that all differ; given names repeat as late as possible."""
    given, family = list(GIVEN), list(FAMILY)
    chance.shuffle(given)
    chance.shuffle(family)
    rounds = len(given)
    return [f"{given[n % rounds]} {family[(n + n // rounds) % len(family)]}" for n in range(count)]


def _person(place: int, name: str, chance: Random, *, today: date, is_leader: bool) -> Person:
    office = MONTREAL if chance.random() < MONTREAL_SHARE else VANCOUVER
    language = "fr" if chance.random() < office.french else "en"
    other = "en" if language == "fr" else "fr"
    bilingual = chance.random() < 0.7  # noqa: PLR2004 - two in three speak the other one, too
    depth = (place + 1).bit_length() - 1  # how far below the top: two report to each
    level = max(LOWEST_LEADER, TOP_LEVEL - depth)
    given, _, family = name.partition(" ")
    return Person(
        organisation_id=ORGANISATION,
        id=f"p{place:05}",
        email=f"{folded(given)}.{folded(family)}@example.org",
        name=name,
        language=language,
        spoken=(language, other) if bilingual else (language,),
        zone=office.zone,
        country="CA",
        subdivision=office.subdivision,
        office=office.name,
        department=chance.choice(DEPARTMENTS),
        level=level if is_leader else chance.randint(1, HIGHEST_OTHER),
        hired_on=today - timedelta(days=chance.randrange(30, LONGEST_SERVICE)),
        manager_id=f"p{(place - 1) // REPORTS:05}" if place else None,
    )


def _tenant(chats: Chats, number: int) -> Tenant:
    return Tenant(
        organisation_id=ORGANISATION,
        id=f"{TENANT}-{number}" if number else TENANT,
        platform=chats.platform.name,
        external_id=chats.tenant,
    )


def _account(person: Person, chats: Chats, tenants: Mapping[Chats, Tenant]) -> Account:
    return Account(
        organisation_id=ORGANISATION,
        id=f"a{person.id}",
        tenant_id=tenants[chats].id,
        person_id=person.id,
        address=chats.address(person.id),
    )
