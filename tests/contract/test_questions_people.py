"""Questions about people: each finds what it should, and nothing else, on both databases."""

from datetime import timedelta

import pytest

from bot.domain.people import Account
from bot.ports import Work
from tests.builders import (
    NOW,
    ORGANISATION,
    a_consent,
    a_person,
    a_tenant,
    an_account,
    an_alias,
    an_organisation,
)
from tests.contract.asking import OTHER, Ask, ids, lay_out

DAY = timedelta(days=1)


async def test_the_organisation_is_the_one_whose_rows_these_are(ask: Ask) -> None:
    def act(work: Work) -> str:
        lay_out(work, an_organisation("other"), an_organisation())
        return work.tenants.organisation().id

    assert await ask(act) == ORGANISATION


async def test_without_its_organisation_nothing_is_known(ask: Ask) -> None:
    with pytest.raises(LookupError):
        await ask(lambda work: work.tenants.organisation())


async def test_a_tenant_is_named_by_its_platform(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(
            work,
            a_tenant(id="one", platform="slack", external_id="T1", active=False),
            a_tenant(id="two", platform="teams", external_id="T1"),
            a_tenant(id="three", platform="slack", external_id="T2", **OTHER),
        )
        asked = [("slack", "T1"), ("teams", "T1"), ("slack", "T2"), ("slack", "t1")]
        return ids(work.tenants.named(*each) for each in asked)

    assert await ask(act) == ["one", "two", "", ""]


async def test_all_tenants_are_listed_suspended_ones_too(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(
            work,
            a_tenant(id="b", external_id="T2", active=False),
            a_tenant(id="a"),
            a_tenant(id="c", external_id="T3", **OTHER),
        )
        return ids(work.tenants.all())

    assert await ask(act) == ["a", "b"]


async def test_an_address_leads_to_its_account_of_an_active_tenant(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(
            work,
            a_tenant(),
            a_tenant(id="shut", external_id="T2", active=False),
            a_tenant(id="theirs", external_id="T3", **OTHER),
            *(a_person(id_) for id_ in ("ana", "bob")),
            an_account("ana", id="acc-1", address="U1"),
            an_account("bob", id="acc-2", address="U1", tenant_id="shut"),
            a_person("cyd", **OTHER),
            an_account("cyd", id="acc-3", address="U1", tenant_id="theirs", **OTHER),
        )
        asked = [("T1", "U1"), ("T1", "u1"), ("T2", "U1"), ("T3", "U1")]
        found = [work.accounts.at("playground", *each) for each in asked]
        found.append(work.accounts.at("slack", "T1", "U1"))
        return ids(found)

    assert await ask(act) == ["acc-1", "", "", "", ""]


async def test_somebody_is_written_to_where_they_can_be_reached(ask: Ask) -> None:
    """Alone or in a batch: the first of the reachable accounts, or else the first of all."""
    people = ("ana", "bob", "cyd", "dan")

    def accounts() -> list[Account]:
        return [
            an_account("ana", id="a3", address="1", reachable=False),
            an_account("ana", id="a2", address="2"),
            an_account("ana", id="a1", address="3"),
            an_account("ana", id="a0", address="4", reachable=False),
            an_account("bob", id="b2", address="5", reachable=False),
            an_account("bob", id="B1", address="6", reachable=False),
            an_account("cyd", id="c1", reachable=False),
            an_account("cyd", id="c0", **OTHER),
        ]

    def alone(work: Work) -> list[str]:
        lay_out(work, *accounts())
        return ids(work.accounts.of(person) for person in people)

    def batch(work: Work) -> list[str]:
        lay_out(work, *accounts())
        work.accounts.warm(iter(people))
        return ids(work.accounts.of(person) for person in people)

    for way in (alone, batch):
        assert await ask(way) == ["a1", "B1", "c1", ""]


async def test_accounts_are_listed_by_tenant_and_by_person(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[str], list[str]]:
        lay_out(
            work,
            an_account("bob", id="b", address="1"),
            an_account("ana", id="c", address="2", reachable=False),
            an_account("ana", id="A", address="3", tenant_id="second"),
            an_account("ana", id="d", address="4", **OTHER),
        )
        return ids(work.accounts.on("tenant")), ids(work.accounts.all("ana"))

    assert await ask(act) == (["b", "c"], ["A", "c"])


async def test_people_are_found_by_id_if_they_exist(ask: Ask) -> None:
    def act(work: Work) -> list[tuple[str, str]]:
        lay_out(work, a_person("ana"), a_person("gone", active=False), a_person("eve", **OTHER))
        found = work.people.by_id(["gone", "ana", "eve", "ana", "nobody"])
        return [(id_, person.id) for id_, person in found.items()]

    assert await ask(act) == [("gone", "gone"), ("ana", "ana")]


def company(work: Work) -> None:
    """Names as people have them; those who left and those of others would come first."""
    lay_out(
        work,
        a_person("zoe", name="Zoé Roy", is_coordinator=True, level=2, department="Ventes"),
        a_person("b", name="Ana Roy", is_concern_contact=True, level=7, department="ventes"),
        a_person("eva", name="eva Lim", is_coordinator=True, department="Évaluation"),
        a_person("a", name="Ana Roy", is_coordinator=True, department="Finances"),
        a_person("eli", name="Élise Côté", is_concern_contact=True, email="e.cote@example.org"),
        a_person(
            "out",
            name="Abel Roy",
            active=False,
            level=9,
            department="Achats",
            is_coordinator=True,
            is_concern_contact=True,
        ),
        a_person(
            "far",
            name="Abel Roy",
            level=0,
            department="Achats",
            is_coordinator=True,
            is_concern_contact=True,
            **OTHER,
        ),
    )


async def test_people_are_listed_as_in_a_telephone_book(ask: Ask) -> None:
    def act(work: Work) -> list[list[str]]:
        company(work)
        return [
            ids(work.people.all()),
            ids(work.people.coordinators()),
            ids(work.people.concern_contacts()),
        ]

    staff, coordinators, contacts = await ask(act)

    assert staff == ["a", "b", "eli", "eva", "zoe"]
    assert coordinators == ["a", "eva", "zoe"]
    assert contacts == ["b", "eli"]


@pytest.mark.parametrize(
    ("words", "limit", "found"),
    [
        ("ana roy", 9, ["a", "b"]),
        ("Ana Roy", 1, ["a"]),
        ("ROY", 2, ["a", "b"]),
        ("élise", 9, ["eli"]),
        ("ÉLISE CÔTÉ", 9, ["eli"]),
        ("elise cote", 9, ["eli"]),
        ("E.Cote@", 9, ["eli"]),
        ("ev", 9, ["eva"]),
        ("%", 9, []),
        ("_", 9, []),
        ("Abel", 9, []),
        (" . ", 9, []),
    ],
)
async def test_people_are_found_by_what_somebody_would_type(
    ask: Ask, words: str, limit: int, found: list[str]
) -> None:
    def act(work: Work) -> list[str]:
        company(work)
        return ids(work.people.named(words, limit))

    assert await ask(act) == found


async def test_many_are_called_by_their_whole_names_or_emails_at_once(ask: Ask) -> None:
    def act(work: Work) -> dict[str, list[str]]:
        company(work)
        asked = ["ana roy", "ÉLISE CÔTÉ", "E.Cote@example.org", "roy", "Abel", "", " . "]
        return {name: ids(people) for name, people in work.people.called(asked).items()}

    assert await ask(act) == {
        "ana roy": ["a", "b"],
        "ÉLISE CÔTÉ": ["eli"],
        "E.Cote@example.org": ["eli"],
        "roy": [],
        "Abel": [],
    }


async def test_departments_and_levels_are_those_of_active_people(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[str], tuple[int, int]]:
        company(work)
        return work.people.departments(), work.seniority.levels()

    names = ["Évaluation", "Finances", "Marketing", "Ventes", "ventes"]
    assert await ask(act) == (names, (2, 7))
    assert await ask(lambda work: (work.people.departments(), work.seniority.levels())) == (
        [],
        (0, 0),
    )


async def test_nobody_works_in_a_department_without_a_name(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(work, a_person("new", department=""), a_person("old", department="Data"))
        return work.people.departments()

    assert await ask(act) == ["Data"]


async def test_consents_come_in_the_order_in_which_they_were_given(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(
            work,
            a_consent("ana", "facts", id="c", at=NOW),
            a_consent("ana", "matching", id="d", at=NOW - DAY, given=False),
            a_consent("ana", "matching", id="b", at=NOW),
            a_consent("bob", "facts", id="e", at=NOW),
            a_consent("ana", "facts", id="f", at=NOW - 2 * DAY, **OTHER),
        )
        return ids(work.people.consents("ana"))

    assert await ask(act) == ["d", "b", "c"]


async def test_accounts_and_people_are_found_by_what_a_platform_calls_them(ask: Ask) -> None:
    """Inactive ones too, of one tenant and one organisation; a blank e-mail finds nobody.

    An address that is somebody's now is not looked for among those that were somebody else's.
    """

    def act(work: Work) -> tuple[dict[str, str], dict[str, str]]:
        lay_out(
            work,
            a_person("ana", active=False),
            a_person("bob"),
            a_person("dan", email=""),
            a_person("cyd", email="bob@example.org", **OTHER),
            an_account("ana", id="a", address="U1", reachable=False),
            an_account("bob", id="b", address="U2", tenant_id="second"),
            an_account("cyd", id="c", address="U2", **OTHER),
            an_alias("a.roy@example.org", "ana"),
            an_alias("bob@example.org", "ana"),
            an_alias("x@example.org", "cyd", **OTHER),
        )
        accounts = work.accounts.by_address("tenant", ["U1", "U2", "U1", "U3"])
        asked = ["bob", "ana", "x", "a.roy"]
        people = work.people.at(["", *(f"{name}@example.org" for name in asked)])
        return (
            {address: account.id for address, account in accounts.items()},
            {email: person.id for email, person in people.items()},
        )

    accounts, people = await ask(act)
    assert accounts == {"U1": "a"}
    assert people == {
        "ana@example.org": "ana",
        "bob@example.org": "bob",
        "a.roy@example.org": "ana",
    }


async def test_an_address_of_two_records_is_that_of_the_one_who_works_here(ask: Ask) -> None:
    def act(work: Work) -> list[str]:
        lay_out(
            work,
            a_person("ana", email="a@example.org"),
            a_person("bob", email="a@example.org", active=False),
        )
        return ids(work.people.at(["a@example.org"]).values())

    assert await ask(act) == ["ana"]


async def test_everybody_is_known_and_all_their_addresses(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[str], list[str], list[str]]:
        lay_out(
            work,
            a_person("bob", active=False),
            a_person("ana"),
            a_person("cyd", **OTHER),
            an_alias("z@example.org", "ana"),
            an_alias("y@example.org", "bob"),
            an_alias("x@example.org", "cyd", **OTHER),
        )
        every, hers = work.people.aliases(), work.people.aliases("ana")
        return ids(work.people.known()), [a.email for a in every], [a.email for a in hers]

    assert await ask(act) == (
        ["ana", "bob"],
        ["y@example.org", "z@example.org"],
        ["z@example.org"],
    )


async def test_who_can_be_written_to_on_a_tenant_is_known_for_many(ask: Ask) -> None:
    def act(work: Work) -> set[str]:
        lay_out(
            work,
            an_account("ana", id="a", address="U1"),
            an_account("bob", id="b", address="U2", reachable=False),
            an_account("cyd", id="c", address="U3", tenant_id="second"),
            an_account("dan", id="d", address="U4"),
            an_account("eve", id="e", address="U5", **OTHER),
        )
        return work.accounts.holders("tenant", ["ana", "bob", "cyd", "eve"])

    assert await ask(act) == {"ana"}
