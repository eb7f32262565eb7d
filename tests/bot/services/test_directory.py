"""Who a chat platform's people are to the organisation: found again, made, left out, forgotten."""

from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain import rhythm
from bot.domain.people import Account, Departure, Person, Tenant
from bot.ports import Work
from bot.services import directory
from bot.services.directory import Profile, Standing
from tests.builders import ORGANISATION, a_closing
from tests.world import TENANT, World, a_person

NOW = datetime(2026, 9, 14, 14, tzinfo=UTC)
ANA = Profile(address="U1", name="Ana Slack", email="ana@example.org", zone="America/Vancouver")
NEW = Profile(address="U9", name="Zoé Neuve", email="Zoe@Example.org", zone="Europe/Paris")


@pytest.fixture
async def world() -> AsyncIterator[World]:
    world = await World.create([a_person("Ana"), a_person("Bob")])
    yield world
    world.store.close()


async def admit(world: World, *profiles: Profile) -> Counter[str]:
    def act(work: Work) -> Counter[str]:
        return directory.admit(work, slack(work), profiles, now=NOW)

    return await world.store.transact(ORGANISATION, act)


def slack(work: Work) -> Tenant:
    tenant = work.tenants.named("slack", "T1")
    if tenant is None:
        tenant = Tenant(
            organisation_id=ORGANISATION, id="slack-t1", platform="slack", external_id="T1"
        )
        work.add(tenant)
    return tenant


async def found(world: World, address: str) -> tuple[Account, Person]:
    def act(work: Work) -> tuple[Account, Person]:
        account = work.accounts.by_address("slack-t1", [address])[address]
        return account, work.people.by_id([account.person_id])[account.person_id]

    return await world.store.transact(ORGANISATION, act)


async def test_an_imported_person_is_found_by_their_email_and_keeps_hrs_name(world: World) -> None:
    await admit(world, ANA)

    account, person = await found(world, "U1")
    assert (account.person_id, person.name, person.level) == ("ana", "Ana Test", 3)
    assert (person.zone, person.subdivision) == ("America/Vancouver", "QC")


async def test_a_journey_changes_the_hours_and_not_whose_holidays_one_has(world: World) -> None:
    await admit(world, ANA, NEW)
    await admit(world, replace(ANA, zone="Europe/Paris"), replace(NEW, zone="America/Toronto"))

    _, ana = await found(world, "U1")
    assert (ana.zone, ana.country, ana.subdivision) == ("Europe/Paris", "CA", "QC")
    _, zoe = await found(world, "U9")
    assert (zoe.zone, zoe.country) == ("America/Toronto", "FR")


async def test_the_first_place_somebody_is_in_gives_their_holidays(world: World) -> None:
    await admit(world, replace(NEW, zone=""))
    await admit(world, NEW)

    _, zoe = await found(world, "U9")
    assert (zoe.zone, zoe.country) == ("Europe/Paris", "FR")


async def test_a_title_is_kept_and_cut_where_it_is_a_sentence(world: World) -> None:
    await admit(world, replace(NEW, title="Directrice, Ventes"), replace(ANA, title="x" * 500))
    await admit(world, NEW)

    assert (await found(world, "U9"))[1].title == "Directrice, Ventes"
    assert len((await found(world, "U1"))[1].title) == 120


async def test_whoever_is_new_is_off_when_everybody_is(world: World) -> None:
    await world.look(lambda work: work.add(a_closing("c"), a_closing("m", office="Montréal")))
    await admit(world, NEW)

    _, zoe = await found(world, "U9")
    assert len(zoe.closed) == 9


async def test_whoever_hr_has_not_said_anything_of_is_new(world: World) -> None:
    await admit(world, NEW)

    _, person = await found(world, "U9")
    assert (person.name, person.email, person.level) == ("Zoé Neuve", "zoe@example.org", 0)
    assert (person.zone, person.country, person.language) == ("Europe/Paris", "FR", "fr")


async def test_looking_twice_makes_nobody_twice(world: World) -> None:
    await admit(world, NEW, ANA)
    await admit(world, NEW, ANA)

    assert len(await world.look(lambda work: work.people.all())) == 3
    assert len(await world.look(lambda work: work.accounts.on("slack-t1"))) == 2


async def test_a_new_name_follows_the_platform_while_hr_is_silent(world: World) -> None:
    await admit(world, NEW)
    await admit(world, Profile(address="U9", name="Zoé Mariée"))

    assert (await found(world, "U9"))[1].name == "Zoé Mariée"


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.MEMBER])
async def test_others_are_left_out_and_counted_by_the_reason(
    world: World, standing: Standing
) -> None:
    left_out = await admit(world, ANA, Profile(address="U7", name="X", standing=standing))

    assert left_out == {standing.value: 1}
    assert await world.look(lambda work: work.accounts.by_address("slack-t1", ["U7"])) == {}


async def test_whoever_is_deactivated_is_inactive_once_no_account_is_left(world: World) -> None:
    gone = Profile(address="U1", standing=Standing.DEACTIVATED)
    gone_too = Profile(address="U9", standing=Standing.DEACTIVATED)
    await admit(world, ANA, NEW)
    await admit(world, gone, gone_too)

    account, person = await found(world, "U1")
    assert (account.reachable, person.active) == (False, True)  # the playground still reaches Ana
    account, person = await found(world, "U9")
    assert (account.reachable, person.active) == (False, False)

    await admit(world, NEW)
    account, person = await found(world, "U9")
    assert (account.reachable, person.active) == (True, True)


async def test_an_unknown_zone_is_no_reason_to_leave_somebody_out(world: World) -> None:
    await admit(world, Profile(address="U9", name="X", zone="../etc/passwd"))

    assert (await found(world, "U9"))[1].zone == "UTC"


async def test_whoever_was_erased_comes_back_only_by_their_own_word(world: World) -> None:
    def erase(work: Work) -> None:
        account = work.accounts.by_address("slack-t1", ["U9"])["U9"]
        directory.forget(work, work.accounts.all(account.person_id))
        work.people.erase(account.person_id)

    def speak(work: Work) -> None:
        directory.readmit(work, slack(work), NEW, now=NOW)

    await admit(world, NEW)
    await world.store.transact(ORGANISATION, erase)

    assert await admit(world, NEW, ANA) == {}
    kept = await world.look(lambda work: work.accounts.by_address("slack-t1", ["U9"]))
    assert kept == {}

    await world.store.transact(ORGANISATION, speak)
    assert (await found(world, "U9"))[1].name == "Zoé Neuve"
    assert (await world.look(slack)).forgotten == ()


async def test_the_fingerprint_tells_tenants_apart_and_holds_no_address(world: World) -> None:
    tenant = await world.look(slack)
    home = await world.look(lambda work: work.get(Tenant, TENANT))

    assert directory.fingerprint(tenant, "U9") != directory.fingerprint(home, "U9")
    assert "U9" not in directory.fingerprint(tenant, "U9")


async def test_who_was_left_out_is_kept_for_the_digest(world: World) -> None:
    def act(work: Work) -> Mapping[str, int]:
        tenant = slack(work)
        directory.note_left_out(tenant, Counter(guest=2, bot=0))
        return tenant.left_out

    assert await world.store.transact(ORGANISATION, act) == {"guest": 2}


async def test_a_new_address_that_the_platform_tells_finds_the_same_person(world: World) -> None:
    await admit(world, ANA)

    await admit(world, Profile(address="U1", name="Ana Côté", email="Ana.Cote@example.org"))

    at = await world.look(lambda work: work.people.at(["ana.cote@example.org"]))
    assert at["ana.cote@example.org"].id == "ana"
    assert (await found(world, "U1"))[1].email == "ana@example.org"


async def test_no_email_makes_one_person_of_two(world: World) -> None:
    """Ana's account has a new address, and her former one was given to somebody new."""
    await admit(world, ANA)

    await admit(
        world,
        Profile(address="U1", name="Ana", email="ana.cote@example.org"),
        Profile(address="U2", name="Ana Neuve", email="ana@example.org"),
    )

    assert (await found(world, "U1"))[1].id == "ana"
    newcomer = (await found(world, "U2"))[1]
    assert (newcomer.id == "ana", newcomer.name, newcomer.email) == (False, "Ana Neuve", "")


async def test_an_account_that_was_made_anew_is_the_same_persons(world: World) -> None:
    await admit(world, NEW)
    await admit(world, Profile(address="U9", standing=Standing.DEACTIVATED))

    await admit(world, replace(NEW, address="U10"))

    first, again = (await found(world, "U9"))[1], (await found(world, "U10"))[1]
    assert first.id == again.id
    assert again.active
    assert again.due_at is None


async def test_an_address_of_somebody_gone_that_was_given_away_is_the_next_owners(
    world: World,
) -> None:
    await admit(world, ANA)
    await admit(world, replace(ANA, standing=Standing.DEACTIVATED))

    await admit(world, replace(ANA, address="U7", name="Paul Smith"))
    await admit(world, replace(ANA, address="U8", name="Ana S."))

    successor, again = (await found(world, "U7"))[1], (await found(world, "U8"))[1]
    assert (again.id, again.active) == ("ana", True)
    assert (successor.id == "ana", successor.email) == (False, "")


async def test_a_closed_account_means_leaving_unless_it_is_open_again_in_time(world: World) -> None:
    await admit(world, NEW)

    await admit(world, Profile(address="U9", standing=Standing.DEACTIVATED))
    _, person = await found(world, "U9")
    assert (person.departure, person.left_at) == (Departure.PLATFORM, NOW)
    assert person.due_at == NOW + rhythm.CLOSED_BY_MISTAKE

    await admit(world, NEW)
    _, person = await found(world, "U9")
    assert (person.active, person.left_at, person.due_at) == (True, None, None)


async def test_an_account_that_sleeps_during_an_absence_is_nobodys_leaving(world: World) -> None:
    await admit(world, NEW)

    def away(work: Work) -> None:
        person = work.people.at(["zoe@example.org"])["zoe@example.org"]
        person.absent_until = NOW.date() + timedelta(days=3)

    await world.store.transact(ORGANISATION, away)
    await admit(world, Profile(address="U9", standing=Standing.DEACTIVATED))

    account, person = await found(world, "U9")
    assert (account.reachable, person.active, person.left_at) == (False, True, None)


async def test_no_account_outweighs_what_hr_said(world: World) -> None:
    await admit(world, NEW)

    def leave(work: Work) -> None:
        work.people.at(["zoe@example.org"])["zoe@example.org"].depart(Departure.HR, NOW, NOW)

    await world.store.transact(ORGANISATION, leave)
    await admit(world, NEW)

    _, person = await found(world, "U9")
    assert (person.active, person.departure) == (False, Departure.HR)
