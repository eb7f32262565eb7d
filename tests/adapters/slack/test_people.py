"""Who works in a workspace: everybody daily, one by one as they come, change and go."""

from typing import Any

import pytest

from adapters.slack.people import profile_of
from bot.domain.people import Tenant
from bot.ports import Work
from bot.services.directory import Standing
from tests.adapters.slack.fake.faults import Fault, Manner
from tests.adapters.slack.office import Office, one_workspace
from tests.adapters.slack.shown import words

ANA: dict[str, Any] = {
    "id": "U1",
    "team_id": "T1",
    "name": "ana",
    "real_name": "Ana  Test",
    "tz": "America/Vancouver",
    "locale": "fr-CA",
    "profile": {
        "real_name": "Ana\nTest",
        "email": "ANA@example.org",
        "title": " Directrice,  Ventes ",
    },
}


def test_a_profile_is_what_slack_tells() -> None:
    profile = profile_of(ANA, "T1")

    assert profile.name == "Ana Test"
    assert profile.email == "ANA@example.org"
    assert profile.zone == "America/Vancouver"
    assert profile.language == "fr"
    assert profile.title == "Directrice, Ventes"
    assert profile.standing is Standing.MEMBER


@pytest.mark.parametrize(
    ("flags", "standing"),
    [
        ({"is_bot": True}, Standing.BOT),
        ({"is_workflow_bot": True}, Standing.BOT),
        ({"id": "USLACKBOT"}, Standing.BOT),
        ({"deleted": True}, Standing.DEACTIVATED),
        ({"deleted": True, "is_restricted": True}, Standing.DEACTIVATED),
        ({"is_restricted": True}, Standing.GUEST),
        ({"is_ultra_restricted": True}, Standing.GUEST),
        ({"is_stranger": True}, Standing.STRANGER),
        ({"team_id": "T2"}, Standing.STRANGER),
        ({"team_id": "T2", "enterprise_user": {"enterprise_id": "T1"}}, Standing.MEMBER),
    ],
)
def test_only_members_belong(flags: dict[str, Any], standing: Standing) -> None:
    assert profile_of({**ANA, **flags}, "T1").standing is standing


def test_a_member_of_any_workspace_belongs_to_the_organisation() -> None:
    assert profile_of({**ANA, "team_id": "T9"}, "E1").standing is Standing.MEMBER


@pytest.mark.parametrize(
    "member",
    [{"id": "U1"}, {"id": "U1", "profile": None, "tz": None, "locale": "de-DE", "name": None}],
)
def test_what_slack_leaves_out_is_empty(member: dict[str, Any]) -> None:
    profile = profile_of(member, "T1")

    assert (profile.name, profile.email, profile.zone, profile.language) == ("", "", "", "")
    assert profile.title == ""


async def test_everybody_is_known_page_by_page_and_hr_learns_who_is_not() -> None:
    async with one_workspace() as office:
        workspace = office.slack.state.workspaces["T1"]
        for number in range(450):
            workspace.join(f"U9{number:03}", f"Person {number:03}")
        workspace.join("U9GUEST", "Guest", is_restricted=True)
        workspace.join("U9GONE", "Gone", deleted=True)
        workspace.join("U9OTHER", "Other", is_stranger=True)

        await office.service.daily()

        names = set(await office.everybody())
        assert {f"Person {number:03}" for number in range(450)} <= names
        assert not {"Guest", "Gone", "Other", "Slackbot", "Passerelle"} & names
        [tenant] = await office.core.store.tenants()
        assert tenant.left_out == {"bot": 2, "guest": 1, "deactivated": 1, "stranger": 1}
        pages = [args for name, args in office.slack.state.calls if name == "users.list"]
        assert len(pages) >= 4


async def test_a_list_that_is_limited_goes_on_when_slack_says(office: Office) -> None:
    office.slack.state.workspaces["T1"].join("U9NEW", "New Person")
    office.slack.state.faults.befall("users.list", Fault(Manner.LIMITED, "0"))

    await office.service.daily()

    assert "New Person" in await office.everybody()


async def test_a_workspace_that_cannot_be_asked_does_not_stop_the_day(office: Office) -> None:
    office.slack.state.faults.befall("users.list", Fault(Manner.ERROR, "fatal_error"))

    await office.service.daily()

    assert "Ana Test" in await office.everybody()


async def test_somebody_who_joins_changes_and_leaves_is_followed(office: Office) -> None:
    state = office.slack.state
    member = state.workspaces["T1"].join("U9NEW", "New Person", tz="America/Vancouver")
    state.changed(member, "team_join")
    await office.slack.post.deliver()
    assert (await office.everybody())["New Person"].zone == "America/Vancouver"

    member.tz, member.name = "Europe/Paris", "Newer Person"
    state.changed(member)
    await office.slack.post.deliver()
    newer = (await office.everybody())["Newer Person"]
    assert (newer.zone, newer.country, newer.subdivision) == ("Europe/Paris", "CA", "BC")

    member.deleted = True
    state.changed(member)
    await office.slack.post.deliver()
    assert "Newer Person" not in await office.everybody()


async def test_whoever_turns_to_the_bot_before_the_daily_look_is_met(office: Office) -> None:
    office.slack.state.workspaces["T1"].join("U9NEW", "New Person", locale="fr-CA")

    answer = await office.person("U9NEW").types("/mentor aide")

    assert answer.body is not None
    assert "Où j’en suis" in "\n".join(words(answer.body["blocks"]))
    await office.person("U9NEW").types("/mentor statut")
    assert [name for name, _ in office.slack.state.calls].count("users.info") == 1


@pytest.mark.parametrize(
    "flags", [{"is_restricted": True}, {"is_stranger": True}, {"is_bot": True}]
)
async def test_whoever_does_not_belong_is_told_so(office: Office, flags: dict[str, bool]) -> None:
    office.slack.state.workspaces["T1"].join("U9X", "Somebody", **flags)

    answer = await office.person("U9X").types("/mentor join")

    assert answer.body is not None
    assert "I do not know you yet" in answer.body["text"]
    assert "Je ne vous connais pas" in answer.body["text"]
    assert "Somebody" not in await office.everybody()


async def test_slack_not_saying_who_somebody_is_is_no_failure(office: Office) -> None:
    office.slack.state.workspaces["T1"].join("U9NEW", "New Person")
    office.slack.state.faults.befall("users.info", Fault(Manner.STATUS, "503"))

    answer = await office.person("U9NEW").types("/mentor help")

    assert answer.status == 200
    assert answer.body is not None


async def test_the_named_coordinator_is_one_from_the_first_day(office: Office) -> None:
    def coordinators(work: Work) -> list[str]:
        return [person.name for person in work.people.coordinators()]

    assert await office.look(coordinators) == ["Claire Test"]


async def test_nobody_of_a_suspended_tenant_is_looked_at(office: Office) -> None:
    def suspend(work: Work) -> None:
        for tenant in work.tenants.all():
            assert isinstance(tenant, Tenant)
            tenant.active = False

    await office.look(suspend)
    before = len(office.slack.state.calls)

    await office.service.daily()

    assert len(office.slack.state.calls) == before
