"""The fake connector refuses what the real one refuses, in its own words."""

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from adapters.clocks import MovableClock
from tests.adapters.teams.fake import fates
from tests.adapters.teams.fake.fates import Fate
from tests.adapters.teams.fake.server import OTHER_TENANT, FakeTeams
from tests.adapters.teams.fake.stub_bot import StubBot, message
from tests.history import Kind


@pytest.fixture
async def chat(teams: FakeTeams, bot: StubBot) -> str:
    ana = teams.person("Ana Test")
    await ana.installs()
    return f"/{ana.chat.id}/activities"


async def test_a_message_is_kept_changed_and_deleted(
    teams: FakeTeams, bot: StubBot, chat: str
) -> None:
    status, sent, _ = await bot.calls("POST", chat, message())
    assert status == 201
    assert (await bot.calls("PUT", f"{chat}/{sent['id']}", message()))[0] == 200
    assert (await bot.calls("DELETE", f"{chat}/{sent['id']}"))[0] == 200
    assert (await bot.calls("DELETE", f"{chat}/{sent['id']}"))[0] == 404

    happened = teams.connector.history.of(Kind.POSTED, Kind.CHANGED, Kind.DELETED)
    assert [each.kind for each in happened] == [Kind.POSTED, Kind.CHANGED, Kind.DELETED]
    assert {each.remote_id for each in happened} == {sent["id"]}
    assert teams.faults == []


async def test_the_eighth_message_in_a_second_waits(
    teams: FakeTeams, bot: StubBot, chat: str, clock: MovableClock
) -> None:
    answers = [await bot.calls("POST", chat, message()) for _ in range(8)]
    assert [status for status, _, _ in answers] == [201] * 7 + [429]
    assert answers[-1][2]["Retry-After"] == "1"
    assert answers[-1][1]["error"]["code"] == "Throttled"

    clock.advance(timedelta(seconds=1))
    assert (await bot.calls("POST", chat, message()))[0] == 201
    assert teams.connector.throttled == 1


async def test_a_tenant_has_a_limit_of_its_own(teams: FakeTeams, bot: StubBot) -> None:
    chats = []
    for number in range(11):
        person = teams.person(f"Person {number}")
        await person.installs()
        chats.append(f"/{person.chat.id}/activities")

    statuses = [(await bot.calls("POST", chats[n // 5], message()))[0] for n in range(51)]

    assert statuses == [201] * 50 + [429]


@pytest.mark.parametrize("token", ["", "made-up", "connector-token-2"])
async def test_a_token_nobody_gave_is_refused(bot: StubBot, chat: str, token: str) -> None:
    await bot.token()

    assert (await bot.calls("POST", chat, message(), token=token))[0] == 401


async def test_a_token_ends_with_its_hour_or_when_it_is_revoked(
    teams: FakeTeams, bot: StubBot, chat: str, clock: MovableClock
) -> None:
    token = await bot.token()
    assert (await bot.calls("POST", chat, message(), token=token))[0] == 201
    clock.advance(timedelta(minutes=60))
    assert (await bot.calls("POST", chat, message(), token=token))[0] == 401

    token = await bot.token()
    teams.entra.revoke()
    assert (await bot.calls("POST", chat, message(), token=token))[0] == 401


async def test_whoever_blocked_left_or_never_installed_is_not_written_to(
    teams: FakeTeams, bot: StubBot
) -> None:
    blocker, leaver, stranger = (teams.person(name) for name in ("Ann Al", "Bo Bi", "Cy Ce"))
    await blocker.installs()
    await leaver.installs()
    blocker.blocks()
    leaver.leaves()

    codes = []
    for person in (blocker, leaver, stranger):
        status, body, _ = await bot.calls("POST", f"/{person.chat.id}/activities", message())
        codes.append((status, body["error"]["code"]))

    assert codes == [
        (403, "MessageWritesBlocked"),
        (403, "BotNotInConversationRoster"),
        (403, "ForbiddenOperationException"),
    ]
    assert (await bot.calls("POST", "/a:nowhere/activities", message()))[0] == 404


async def test_nothing_crosses_from_one_tenant_to_another(teams: FakeTeams, bot: StubBot) -> None:
    foreigner = teams.person("Fay Far", OTHER_TENANT)
    await foreigner.installs()

    status, _, _ = await bot.calls("POST", f"/{foreigner.chat.id}/activities", message())

    assert status == 403
    assert "another tenant" in teams.faults[0]


@pytest.mark.parametrize(
    ("activity", "fault"),
    [
        (message({"type": "TextBlok", "text": "x"}), "unknown type"),
        (message(ms_teams={}), "unknown property"),
        ({"type": "message"}, "a message of nothing"),
        ({"type": "event"}, "of type 'event'"),
    ],
)
async def test_a_wrong_message_is_refused_and_told_of(
    teams: FakeTeams, chat: str, bot: StubBot, activity: dict[str, Any], fault: str
) -> None:
    assert (await bot.calls("POST", chat, activity))[0] == 400
    assert [fault in line for line in teams.faults] == [True]
    assert teams.connector.history.of(Kind.POSTED) == []


async def test_a_message_too_big_is_refused(bot: StubBot, chat: str) -> None:
    status, body, _ = await bot.calls("POST", chat, {"type": "message", "text": "x" * 60_000})

    assert (status, body["error"]["code"]) == (413, "MessageSizeTooBig")


@pytest.mark.parametrize(
    ("fate", "status"),
    [
        (fates.throttled("17"), 429),
        (fates.PRECONDITION, 412),
        (fates.TOO_BIG, 413),
        (fates.BAD_GATEWAY, 502),
        (fates.UNAVAILABLE, 503),
        (fates.GATEWAY_TIMEOUT, 504),
        (fates.WEB_PAGE, 502),
    ],
)
async def test_what_is_to_befall_a_call_befalls_it_once(
    teams: FakeTeams, bot: StubBot, chat: str, fate: Fate, status: int
) -> None:
    teams.connector.fates.append(fate)

    assert [(await bot.calls("POST", chat, message()))[0] for _ in range(2)] == [status, 201]


@pytest.mark.parametrize(
    ("fate", "kept"), [(fates.CUT, 0), (fates.CUT_AFTER, 1), (fates.HALF_AFTER, 1)]
)
async def test_a_connection_is_cut_before_or_after_the_message_was_taken(
    teams: FakeTeams, bot: StubBot, chat: str, fate: Fate, kept: int
) -> None:
    await bot.token()
    teams.connector.fates.append(fate)

    with pytest.raises(aiohttp.ClientError):
        await bot.calls("POST", chat, message())

    assert len(teams.connector.history.of(Kind.POSTED)) == kept


async def test_a_call_that_hangs_hangs_until_it_is_let_go(
    teams: FakeTeams, bot: StubBot, chat: str
) -> None:
    await bot.token()
    teams.connector.fates.append(fates.HANGS_AFTER)
    call = asyncio.ensure_future(bot.calls("POST", chat, message()))
    await teams.connector.hanging.wait()

    assert len(teams.connector.history.of(Kind.POSTED)) == 1
    assert not call.done()
    teams.connector.release()
    with pytest.raises(aiohttp.ClientError):
        await call


async def test_a_chat_begins_with_one_person_of_the_tenant_only(
    teams: FakeTeams, bot: StubBot
) -> None:
    ana, bob = teams.person("Ana Test"), teams.person("Bob Test")
    ana.chat.installed = True
    asked = {"members": [{"id": ana.user.mri}], "tenantId": teams.app.tenant}

    status, body, _ = await bot.calls("POST", "", {**asked, "activity": message()})
    assert (status, body["id"]) == (201, ana.chat.id)
    assert body["activityId"] in ana.chat.messages

    both = [{"id": ana.user.mri}, {"id": bob.user.mri}]
    assert (await bot.calls("POST", "", {**asked, "members": both}))[0] == 400
    assert (await bot.calls("POST", "", {**asked, "tenantId": OTHER_TENANT}))[0] == 400
    assert (await bot.calls("POST", "", {**asked, "members": [{"id": bob.user.mri}]}))[0] == 403


async def test_the_roster_tells_who_somebody_is(teams: FakeTeams, bot: StubBot) -> None:
    ana = teams.person("Ana Test", role="guest")
    path = f"/{ana.chat.id}/members/{ana.user.object_id}"

    _, found, _ = await bot.calls("GET", path)

    assert (found["email"], found["userRole"]) == ("ana.test@example.org", "guest")
    assert (await bot.calls("GET", f"/{ana.chat.id}/members/nobody"))[0] == 404
