"""The profile fields a workspace made for itself: read where granted, and believed last."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
import structlog

from adapters.slack.own_fields import fields_of
from bot.ports import Work
from bot.services.reporting import Told
from tests.adapters.slack.fake.faults import Fault, Manner
from tests.adapters.slack.fake.state import SCOPES
from tests.adapters.slack.office import Office, one_workspace

DEPARTMENT = {"id": "Xf1", "label": "Département", "type": "options_list"}
MANAGER = {"id": "Xf2", "label": "Supérieur(e) immédiat(e)", "type": "user"}
ASKED = {"team.profile.get", "users.profile.get"}


@pytest.fixture
async def company() -> AsyncIterator[Office]:
    """A workspace with both fields, whose operator granted the scope; nothing is filled in yet."""
    async with one_workspace(reads_profiles=True) as office:
        state = office.slack.state
        state.installs[0].scopes |= {"users.profile:read"}
        state.workspaces["T1"].fields = [DEPARTMENT, MANAGER]
        yield office


def fills(office: Office, address: str, department: str = "", manager: str = "") -> None:
    said = {"Xf1": department, "Xf2": manager}
    member = office.slack.state.workspaces["T1"].members[address]
    member.fields = {name: value for name, value in said.items() if value}


async def day(office: Office) -> None:
    """Look at everybody, and finish what that began."""
    await office.service.daily()
    await office.service.desk.settle()


async def change(office: Office, address: str) -> None:
    """Let Slack tell that somebody changed their profile."""
    state = office.slack.state
    state.changed(state.workspaces["T1"].members[address])
    await office.slack.post.deliver()
    await office.service.desk.settle()


def asked(office: Office) -> list[str]:
    return [name for name, _ in office.slack.state.calls if name in ASKED]


async def chart(office: Office) -> dict[str, tuple[str, str | None]]:
    """Return everybody's department and manager's first name, by first name."""
    people = (await office.everybody()).values()
    names = {person.id: person.first_name for person in people}
    return {
        person.first_name: (person.department, names.get(person.manager_id or ""))
        for person in people
    }


async def test_departments_and_managers_are_known_after_a_day(company: Office) -> None:
    fills(company, "U1ANA", " Ventes  et\nmarketing ", "U1BOB")
    fills(company, "U1BOB", "Ventes", "U1HR")

    await day(company)

    assert await chart(company) == {
        "Ana": ("Ventes et marketing", "Bob"),
        "Bob": ("Ventes", "Claire"),
        "Claire": ("", None),
    }
    people = await company.everybody()
    assert people["Claire Test"].is_above(people["Ana Test"])


async def test_only_those_of_whom_nothing_is_known_are_asked_about_again(company: Office) -> None:
    fills(company, "U1ANA", "Ventes")
    fills(company, "U1BOB", "", "U1HR")
    await day(company)
    company.slack.state.calls.clear()

    await day(company)

    assert asked(company) == ["team.profile.get", "users.profile.get"]
    assert company.slack.state.calls[-1][1]["user"] == "U1HR"


async def test_whoever_joins_or_changes_is_looked_at_once(company: Office) -> None:
    workspace = company.slack.state.workspaces["T1"]
    company.slack.state.changed(workspace.join("U9NEW", "New Person"), "team_join")
    fills(company, "U9NEW", "Ventes", "U1BOB")
    await company.slack.post.deliver()
    await company.service.desk.settle()
    assert (await chart(company))["New"] == ("Ventes", "Bob")

    fills(company, "U9NEW", "Achats", "U1ANA")
    await change(company, "U9NEW")

    assert (await chart(company))["New"] == ("Achats", "Ana")
    assert asked(company).count("users.profile.get") >= 2


async def test_a_blank_field_takes_nothing_back(company: Office) -> None:
    fills(company, "U1ANA", "Ventes", "U1BOB")
    await day(company)

    fills(company, "U1ANA")
    await change(company, "U1ANA")

    assert (await chart(company))["Ana"] == ("Ventes", "Bob")


async def test_what_hr_said_stands_and_is_not_asked_about(company: Office) -> None:
    def imported(work: Work) -> None:
        [ana] = [person for person in work.people.all() if person.name == "Ana Test"]
        ana.level, ana.department = 3, "Achats"

    await company.look(imported)
    fills(company, "U1ANA", "Ventes", "U1BOB")
    await day(company)
    await change(company, "U1ANA")

    assert (await chart(company))["Ana"] == ("Achats", None)
    users = [
        args["user"]
        for name, args in company.slack.state.calls
        if name in ASKED - {"team.profile.get"}
    ]
    assert "U1ANA" not in users


@pytest.mark.parametrize("manager", ["U1ANA", "U9NOBODY", "Bob Test"])
async def test_a_manager_who_cannot_be_is_passed_over(company: Office, manager: str) -> None:
    fills(company, "U1ANA", "Ventes", manager)

    await day(company)

    assert (await chart(company))["Ana"] == ("Ventes", None)


async def test_a_circle_is_refused_and_counted_without_a_name(company: Office) -> None:
    fills(company, "U1ANA", "", "U1BOB")
    await day(company)
    fills(company, "U1BOB", "Ventes", "U1ANA")

    with structlog.testing.capture_logs() as logs:
        await change(company, "U1BOB")

    assert await chart(company) == {
        "Ana": ("", "Bob"),
        "Bob": ("Ventes", None),
        "Claire": ("", None),
    }
    [line] = [line for line in logs if line["event"] == "slack.own_fields_read"]
    assert line["circles"] == 1
    assert "U1" not in str(line)


async def test_without_the_grant_nothing_is_asked(office: Office) -> None:
    office.slack.state.workspaces["T1"].fields = [DEPARTMENT, MANAGER]
    fills(office, "U1ANA", "Ventes", "U1BOB")

    await day(office)
    await change(office, "U1ANA")

    assert asked(office) == []
    assert (await chart(office))["Ana"] == ("", None)


async def test_a_grant_that_slack_does_not_know_of_changes_nothing_else(company: Office) -> None:
    company.slack.state.installs[0].scopes = frozenset(SCOPES)
    fills(company, "U1ANA", "Ventes")

    await day(company)

    assert set(asked(company)) == {"team.profile.get"}
    [tenant] = await company.core.store.tenants()
    assert tenant.active


async def test_a_workspace_without_such_fields_is_asked_no_more(company: Office) -> None:
    company.slack.state.workspaces["T1"].fields = [{**DEPARTMENT, "is_hidden": True}]
    company.slack.state.calls.clear()

    await day(company)

    assert asked(company) == ["team.profile.get"]


@pytest.mark.parametrize("method", sorted(ASKED))
async def test_what_fails_is_read_the_next_day(company: Office, method: str) -> None:
    fills(company, "U1ANA", "Ventes")
    company.slack.state.faults.befall(method, Fault(Manner.ERROR, "fatal_error"))

    await day(company)
    assert (await chart(company))["Ana"] == ("", None)

    await day(company)
    assert (await chart(company))["Ana"] == ("Ventes", None)


async def test_a_rest_that_slack_asks_for_is_kept(company: Office) -> None:
    fills(company, "U1ANA", "Ventes")
    company.slack.state.faults.befall("users.profile.get", Fault(Manner.LIMITED, "0"))

    await day(company)

    assert (await chart(company))["Ana"] == ("Ventes", None)


async def test_whoever_is_gone_by_now_does_not_keep_the_others_from_being_read(
    company: Office,
) -> None:
    fills(company, "U1BOB", "Ventes")
    await company.service.daily()
    del company.slack.state.workspaces["T1"].members["U1ANA"]

    await company.service.desk.settle()

    assert (await chart(company))["Bob"] == ("Ventes", None)


async def test_nobody_waits_for_a_slow_profile(
    company: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    company.slack.state.workspaces["T1"].join("U9NEW", "New Person")
    monkeypatch.setattr("adapters.slack.own_fields.READ_WITHIN", 0.3)
    company.slack.state.faults.befall("users.profile.get", Fault(Manner.HANGS))

    answer = await asyncio.wait_for(company.person("U9NEW").types("/mentor help"), 2)

    assert answer.status == 200
    assert "New Person" in await company.everybody()
    await company.service.desk.settle()


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ({"label": "Department", "type": "text"}, Told(department="U1")),
        ({"label": "  DÉPARTEMENT ", "type": "options_list"}, Told(department="U1")),
        ({"label": "Direction", "type": "text"}, Told(department="U1")),
        ({"label": "Department", "type": "link"}, Told()),
        ({"label": "Department head", "type": "text"}, Told()),
        ({"label": "Manager", "type": "user"}, Told(manager="U1")),
        ({"label": "Reports to", "type": "user"}, Told(manager="U1")),
        ({"label": "Supérieur·e hiérarchique", "type": "user"}, Told(manager="U1")),
        ({"label": "Gestionnaire", "type": "user"}, Told(manager="U1")),
        ({"label": "Manager", "type": "text"}, Told()),
        ({"label": "Buddy", "type": "user"}, Told()),
        ({"label": None, "type": None}, Told()),
    ],
)
def test_only_a_label_that_can_mean_nothing_else_counts(field: dict[str, Any], told: Told) -> None:
    fields = fields_of([{"id": "Xf9", **field}])

    assert fields.told({"fields": {"Xf9": {"value": "U1"}}}) == told
    assert fields.told({"fields": []}) == Told()
    assert fields.told({"fields": {"Xf9": None}}) == Told()
