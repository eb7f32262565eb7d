"""Departments and managers as a platform tells them, on both databases: HR's word comes first."""

from bot.domain.people import Person, Tenant
from bot.ports import Work
from bot.services.reporting import Told, take_told, to_ask_about
from tests.builders import a_person, a_tenant, an_account, an_organisation
from tests.contract.asking import Ask, lay_out

ADDRESSES = {"ana": "U1", "bob": "U2", "cyd": "U3", "dee": "U4"}


def company(work: Work, **levels: int) -> Tenant:
    """Lay out four people, of whom HR said nothing unless ``levels`` says so."""
    people = [
        a_person(each, level=levels.get(each, 0), department="HR’s" if each in levels else "")
        for each in ADDRESSES
    ]
    accounts = [
        an_account(id=f"on-{each}", tenant_id="t", person_id=each, address=address)
        for each, address in ADDRESSES.items()
    ]
    tenant = a_tenant(id="t", platform="slack", external_id="T1")
    lay_out(work, an_organisation(), tenant, *people, *accounts)
    found = work.tenants.named("slack", "T1")
    assert found is not None
    return found


def everybody(work: Work) -> dict[str, Person]:
    return {person.id: person for person in work.people.known()}


async def test_the_line_is_drawn_as_it_is_told(ask: Ask) -> None:
    def act(work: Work) -> tuple[int, list[bool]]:
        told = {"U1": Told(manager="U2"), "U2": Told(manager="U3")}
        refused = take_told(work, company(work), told)
        people = everybody(work)
        return refused, [people["cyd"].is_above(people[each]) for each in ("ana", "bob", "dee")]

    assert await ask(act) == (0, [True, True, False])


async def test_what_hr_said_of_somebody_stands(ask: Ask) -> None:
    def act(work: Work) -> list[tuple[str, str | None]]:
        word = Told(department="Slack’s", manager="U3")
        take_told(work, company(work, ana=4), {"U1": word, "U2": word})
        people = everybody(work)
        return [(people[each].department, people[each].manager_id) for each in ("ana", "bob")]

    assert await ask(act) == [("HR’s", None), ("Slack’s", "cyd")]


async def test_oneself_and_a_circle_are_refused_and_counted(ask: Ask) -> None:
    def act(work: Work) -> tuple[int, list[str | None]]:
        told = {
            "U1": Told(manager="U2"),
            "U2": Told(manager="U3"),
            "U3": Told(manager="U1"),
            "U4": Told(manager="U4"),
        }
        refused = take_told(work, company(work), told)
        return refused, [person.manager_id for person in everybody(work).values()]

    assert await ask(act) == (2, ["bob", "cyd", None, None])


async def test_blank_or_unknown_takes_nothing_back(ask: Ask) -> None:
    def act(work: Work) -> tuple[str, str | None]:
        tenant = company(work)
        take_told(work, tenant, {"U1": Told(department="Ventes", manager="U2")})
        take_told(work, tenant, {"U1": Told(), "U9": Told(department="Nobody’s")})
        take_told(work, tenant, {"U1": Told(manager="U9")})
        ana = everybody(work)["ana"]
        return ana.department, ana.manager_id

    assert await ask(act) == ("Ventes", "bob")


async def test_a_long_department_is_cut_as_it_can_be_kept(ask: Ask) -> None:
    def act(work: Work) -> int:
        take_told(work, company(work), {"U1": Told(department="d" * 500)})
        return len(everybody(work)["ana"].department)

    assert await ask(act) == 120


async def test_those_are_asked_about_of_whom_hr_said_nothing(ask: Ask) -> None:
    def act(work: Work) -> tuple[list[str], list[str]]:
        tenant = company(work, dee=2)
        take_told(work, tenant, {"U1": Told(manager="U2"), "U3": Told(department="Ventes")})
        return (
            to_ask_about(work, tenant, ()),
            sorted(to_ask_about(work, tenant, ("U1", "U4", "U9"))),
        )

    assert await ask(act) == (["U2"], ["U1"])
