"""The fake's Web API through Slack's own SDK: what it takes, what it refuses, and by which name."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError

from adapters.clocks import MovableClock
from tests.adapters.slack.fake.conftest import client
from tests.adapters.slack.fake.faults import Fault, Manner
from tests.adapters.slack.fake.server import FakeSlack
from tests.history import Intent, faults

HELLO: list[dict[str, Any]] = [
    {"type": "section", "text": {"type": "plain_text", "text": "Hello"}},
]


async def refusal(call: Any) -> SlackApiError:
    with pytest.raises(SlackApiError) as refused:
        await call
    return refused.value


@pytest.mark.parametrize("encoding", ["query", "form", "json"])
async def test_arguments_come_in_the_query_a_form_or_json(slack: FakeSlack, encoding: str) -> None:
    token = slack.state.install(team_id="T1").token
    args = {"channel": "U1ANA", "text": "Hi", "blocks": json.dumps(HELLO)}
    sent: dict[str, Any] = {{"query": "params", "form": "data", "json": "json"}[encoding]: args}
    headers = {"Authorization": f"Bearer {token}"}

    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{slack.api_url}chat.postMessage", headers=headers, **sent) as response,
    ):
        body = await response.json()

    assert body["ok"], body
    [message] = slack.person("T1", "U1ANA").messages
    assert message.blocks == HELLO


async def test_the_same_people_have_one_conversation(slack: FakeSlack) -> None:
    bot = client(slack)

    alone = await bot.conversations_open(users="U1ANA")
    again = await bot.conversations_open(users=["U1ANA"])
    group = await bot.conversations_open(users=["U1BOB", "U1ANA"])
    turned = await bot.conversations_open(users=["U1ANA", "U1BOB"])

    assert alone["channel"]["id"] == again["channel"]["id"]
    assert alone["channel"]["id"].startswith("D")
    assert again["already_open"]
    assert group["channel"]["id"] == turned["channel"]["id"]
    assert group["channel"]["id"].startswith("G")


@pytest.mark.parametrize(
    ("users", "error"),
    [
        ("", "users_list_not_supplied"),
        (",".join(f"U1X{n}" for n in range(9)), "too_many_users"),
        ("U9", "user_not_found"),
        ("U1GONE", "user_disabled"),
        ("U1BOT2", "cannot_dm_bot"),
        ("USLACKBOT", "cannot_dm_bot"),
        ("U1FAR", "user_not_visible"),
        ("U1ANA,U1GONE", "user_disabled"),
    ],
)
async def test_a_conversation_that_cannot_be_is_refused(
    slack: FakeSlack, users: str, error: str
) -> None:
    place = slack.state.workspaces["T1"]
    place.join("U1GONE", "Gone Test", deleted=True)
    place.join("U1BOT2", "Other Bot", is_bot=True)
    place.join("U1FAR", "Far Test", is_stranger=True)

    refused = await refusal(client(slack).conversations_open(users=users))

    assert refused.response["error"] == error


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        ("D404", "channel_not_found"),
        ("U404", "channel_not_found"),
        ("U1GONE", "user_disabled"),
        ("USLACKBOT", "cannot_dm_bot"),
        ("C_ELSEWHERE", "not_in_channel"),
        ("C_OLD", "is_archived"),
    ],
)
async def test_a_message_to_nowhere_is_refused(slack: FakeSlack, channel: str, error: str) -> None:
    bot = client(slack)
    place = slack.state.workspaces["T1"]
    place.join("U1GONE", "Gone Test", deleted=True)
    elsewhere = place.open("channel", frozenset({"U1ANA"}))
    old = place.open("channel", frozenset({"U1ANA", "U1BOT"}))
    old.is_archived = True
    known = {"C_ELSEWHERE": elsewhere.id, "C_OLD": old.id}

    refused = await refusal(bot.chat_postMessage(channel=known.get(channel, channel), text="Hi"))

    assert refused.response["error"] == error


async def test_blocks_slack_would_not_take_are_refused_with_every_reason(slack: FakeSlack) -> None:
    wrong: list[dict[str, Any]] = [
        {"type": "header", "text": {"type": "mrkdwn", "text": "x" * 151}},
        {"type": "poem"},
    ]

    refused = await refusal(
        client(slack).chat_postMessage(channel="U1ANA", text="Hi", blocks=wrong)
    )

    assert refused.response["error"] == "invalid_blocks"
    assert len(refused.response["errors"]) >= 2
    assert "blocks[1]" in refused.response["response_metadata"]["messages"][-1]
    assert slack.person("T1", "U1ANA").messages == []


@pytest.mark.parametrize(
    ("message", "error"),
    [
        ({"text": "", "markdown_text": "only here"}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "Hi", "metadata": {"event_type": "x"}}, "invalid_metadata_format"),
        (
            {"text": "Hi", "metadata": {"event_type": "x", "event_payload": {"k": "v" * 9_000}}},
            "metadata_too_large",
        ),
    ],
)
async def test_a_message_that_cannot_be_is_refused(
    slack: FakeSlack, message: dict[str, Any], error: str
) -> None:
    refused = await refusal(client(slack).chat_postMessage(channel="U1ANA", **message))

    assert refused.response["error"] == error


async def test_one_client_msg_id_is_one_message_for_a_while(
    slack: FakeSlack, clock: MovableClock
) -> None:
    bot = client(slack)
    letter: dict[str, Any] = {
        "channel": "U1ANA",
        "text": "Hi",
        "client_msg_id": "8b1a9953-c461-5296-a827-abf8c47804d7",
        "metadata": {"event_type": "delivery", "event_payload": {"key": "k1"}},
    }

    first = await bot.chat_postMessage(**letter)
    second = await bot.chat_postMessage(**letter)

    assert first["ts"] == second["ts"]
    intents = [Intent(tenant="T1", conversation=first["channel"], key="k1", remote_id=first["ts"])]
    assert faults(slack.state.history, intents) == []
    clock.advance(timedelta(hours=2))
    await bot.chat_postMessage(**letter)
    assert len(slack.person("T1", "U1ANA").messages) == 2
    [doubled] = faults(slack.state.history, intents)
    assert doubled.startswith("doubled")


async def test_messages_are_changed_and_deleted_by_their_author(slack: FakeSlack) -> None:
    bot = client(slack)
    sent = await bot.chat_postMessage(channel="U1ANA", text="Hi")
    where = {"channel": sent["channel"], "ts": sent["ts"]}

    await bot.chat_update(**where, text="Hello", blocks=HELLO)
    [message] = slack.person("T1", "U1ANA").messages
    assert (message.text, message.edits) == ("Hello", 1)

    await bot.chat_delete(**where)
    assert slack.person("T1", "U1ANA").messages == []
    gone = await refusal(bot.chat_update(**where, text="?"))
    assert gone.response["error"] == "message_not_found"


async def test_people_come_page_by_page_with_every_flag(slack: FakeSlack) -> None:
    place = slack.state.workspaces["T1"]
    place.join("U1GUEST", "Guest Test", is_restricted=True, is_ultra_restricted=True)
    place.join("U1FAR", "Far Test", is_stranger=True)
    place.join("U1GONE", "Gone Test", deleted=True)
    bot = client(slack)

    pages = [
        [member["id"] for member in page["members"]]
        async for page in await bot.users_list(limit=3, include_locale=True)
    ]
    people = (await bot.users_list(include_locale=True))["members"]

    assert pages == [["USLACKBOT", "U1ANA", "U1BOB"], ["U1GUEST", "U1FAR", "U1GONE"], ["U1BOT"]]
    flags = {person["id"]: person for person in people}
    assert flags["U1BOB"]["locale"] == "fr-CA"
    assert flags["U1BOB"]["tz"] == "America/Toronto"
    assert flags["U1GUEST"]["is_ultra_restricted"]
    assert flags["U1FAR"]["is_stranger"]
    assert flags["U1GONE"]["deleted"]
    assert "tz" not in flags["U1GONE"]
    assert flags["U1BOT"]["is_bot"]
    assert "email" not in flags["U1ANA"]["profile"]


async def test_a_cursor_nobody_gave_is_refused(slack: FakeSlack) -> None:
    refused = await refusal(client(slack).users_list(limit=2, cursor="dXNlcjpVMDYx"))

    assert refused.response["error"] == "invalid_cursor"


async def test_addresses_are_told_only_with_their_scope(slack: FakeSlack) -> None:
    without, allowed = client(slack, "T1"), client(slack, "T2", "users:read.email")

    refused = await refusal(without.users_lookupByEmail(email="ana@example.org"))
    found = await allowed.users_lookupByEmail(email="ANA@example.org")

    assert refused.response["error"] == "missing_scope"
    assert refused.response["needed"] == "users:read.email"
    assert "users:read" in refused.response["provided"].split(",")
    assert found["user"]["profile"]["email"] == "ana@example.org"


async def test_what_was_sent_is_read_only_with_the_scope(slack: FakeSlack) -> None:
    blind, seeing = client(slack, "T1"), client(slack, "T2", "im:history")
    metadata = {"event_type": "delivery", "event_payload": {"key": "k1"}}
    for bot, person in ((blind, "U1ANA"), (seeing, "U2ANA")):
        for number in range(3):
            await bot.chat_postMessage(channel=person, text=f"Hi {number}", metadata=metadata)
    here, there = (slack.person(f"T{n}", f"U{n}ANA").chat.id for n in (1, 2))

    refused = await refusal(blind.conversations_history(channel=here))
    page = await seeing.conversations_history(channel=there, limit=2, include_all_metadata=True)
    rest = await seeing.conversations_history(
        channel=there, limit=2, cursor=page["response_metadata"]["next_cursor"]
    )

    assert refused.response["needed"] == "im:history"
    assert [message["text"] for message in page["messages"]] == ["Hi 2", "Hi 1"]
    assert page["messages"][0]["metadata"] == metadata
    assert page["has_more"]
    assert [message["text"] for message in rest["messages"]] == ["Hi 0"]
    assert "metadata" not in rest["messages"][0]


@pytest.mark.parametrize(
    ("token", "error"), [("xoxb-nobody", "invalid_auth"), ("xapp-1", "invalid_auth")]
)
async def test_a_token_nobody_gave_is_refused(slack: FakeSlack, token: str, error: str) -> None:
    refused = await refusal(client(slack, token=token).auth_test())

    assert refused.response["error"] == error


async def test_a_token_ends_with_its_app_and_with_its_time(
    slack: FakeSlack, clock: MovableClock
) -> None:
    bot, other = client(slack, "T1"), client(slack, "T2")
    install = slack.state.installed_in("T1")
    assert install is not None

    slack.state.uninstall(install)
    gone = await refusal(bot.auth_test())
    clock.advance(timedelta(hours=12))
    late = await refusal(other.auth_test())

    assert gone.response["error"] == "account_inactive"
    assert late.response["error"] == "token_expired"


async def test_workspaces_know_nothing_of_each_other(slack: FakeSlack) -> None:
    first, second = client(slack, "T1"), client(slack, "T2")
    sent = await first.chat_postMessage(channel="U1ANA", text="Hi")

    person = await refusal(second.chat_postMessage(channel="U1ANA", text="Hi"))
    room = await refusal(second.chat_postMessage(channel=sent["channel"], text="Hi"))

    assert person.response["error"] == room.response["error"] == "channel_not_found"
    assert (await second.auth_test())["team_id"] == "T2"


async def test_one_install_serves_a_whole_organisation(slack: FakeSlack) -> None:
    slack.state.install(enterprise_id="E1")
    bot = client(slack, "T4")

    await bot.chat_postMessage(channel="U4ANA", text="Hi")
    who = await bot.auth_test()
    here = await bot.users_list(team_id="T3")
    refused = await refusal(bot.users_list(team_id="T1"))

    assert slack.person("T4", "U4ANA").messages[0].text == "Hi"
    assert (who["is_enterprise_install"], who["enterprise_id"]) == (True, "E1")
    assert "U3ANA" in {member["id"] for member in here["members"]}
    assert refused.response["error"] == "team_not_found"
    teams = (await bot.auth_teams_list())["teams"]
    assert [team["id"] for team in teams] == ["T3", "T4"]


async def test_a_method_that_does_not_exist_is_refused(slack: FakeSlack) -> None:
    refused = await refusal(client(slack).api_call("chat.whisper"))

    assert refused.response["error"] == "unknown_method"


@pytest.mark.parametrize(
    ("fault", "there"),
    [
        (Fault(Manner.DROPPED), 0),
        (Fault(Manner.DROPPED_AFTER), 1),
        (Fault(Manner.GARBLED_AFTER), 1),
    ],
)
async def test_a_connection_is_dropped_before_or_after_the_post_was_taken(
    slack: FakeSlack, fault: Fault, there: int
) -> None:
    bot = client(slack)
    slack.state.faults.befall("chat.postMessage", fault)

    with pytest.raises(aiohttp.ClientError):
        await bot.chat_postMessage(channel="U1ANA", text="Hi")

    assert len(slack.person("T1", "U1ANA").messages) == there
    await bot.chat_postMessage(channel="U1ANA", text="Hi again")
    assert len(slack.person("T1", "U1ANA").messages) == there + 1


async def test_a_call_hangs_and_a_page_comes_instead_of_json(slack: FakeSlack) -> None:
    bot = client(slack)
    bot.timeout = 0.05  # type: ignore[assignment]  # the SDK hands it to aiohttp, which takes parts
    slack.state.faults.befall("*", Fault(Manner.HANGS), Fault(Manner.STATUS, "502"))

    with pytest.raises(asyncio.TimeoutError):
        await bot.chat_postMessage(channel="U1ANA", text="Hi")
    bot.timeout = 5
    page = await refusal(bot.chat_postMessage(channel="U1ANA", text="Hi"))

    assert page.response.status_code == 502
    assert slack.person("T1", "U1ANA").messages == []
