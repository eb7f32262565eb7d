"""What the fake tells the app: signed, once or again; and for how long the app may answer."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl

import aiohttp
import pytest
from aiohttp import web
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import Clock as SlackClock
from slack_sdk.signature import SignatureVerifier

from adapters.clocks import MovableClock
from tests.adapters.slack.fake.conftest import Bot, client
from tests.adapters.slack.fake.server import FakeSlack
from tests.history import Kind

MODAL: dict[str, Any] = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Profile"},
    "submit": {"type": "plain_text", "text": "Keep"},
    "private_metadata": "step",
    "blocks": [
        {
            "type": "input",
            "block_id": "goal",
            "label": {"type": "plain_text", "text": "Goal"},
            "element": {"type": "plain_text_input", "action_id": "goal", "max_length": 20},
        },
        {
            "type": "input",
            "block_id": "topics",
            "optional": True,
            "label": {"type": "plain_text", "text": "Topics"},
            "element": {
                "type": "checkboxes",
                "action_id": "topics",
                "options": [
                    {"text": {"type": "plain_text", "text": name}, "value": name}
                    for name in ("ai", "video")
                ],
            },
        },
    ],
}
QUESTION: list[dict[str, Any]] = [
    {"type": "section", "text": {"type": "plain_text", "text": "Did you meet?"}},
    {
        "type": "actions",
        "block_id": "buttons",
        "elements": [
            {
                "type": "button",
                "action_id": "met.yes",
                "value": "s1",
                "text": {"type": "plain_text", "text": "Yes"},
            }
        ],
    },
]


class Stopped(SlackClock):
    def __init__(self, clock: MovableClock) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock.now().timestamp()


def form(heard: tuple[bytes, dict[str, str]]) -> dict[str, str]:
    return dict(parse_qsl(heard[0].decode(), keep_blank_values=True))


def payload(heard: tuple[bytes, dict[str, str]]) -> dict[str, Any]:
    found = json.loads(form(heard)["payload"])
    assert isinstance(found, dict)
    return found


async def test_a_command_is_signed_and_its_answer_seen(
    slack: FakeSlack, bot: Bot, clock: MovableClock
) -> None:
    slack.state.install(team_id="T1")
    bot.answers = [web.json_response({"text": "You are in."})]
    ana = slack.person("T1", "U1ANA")

    await ana.types("/mentor join now")

    [(body, headers)] = bot.heard
    verifier = SignatureVerifier(slack.state.app.signing_secret, clock=Stopped(clock))
    assert verifier.is_valid_request(body, headers)
    assert not verifier.is_valid_request(body + b"&x=1", headers)
    told = form(bot.heard[0])
    assert (told["command"], told["text"], told["user_id"]) == ("/mentor", "join now", "U1ANA")
    assert told["is_enterprise_install"] == "false"
    [seen] = ana.messages
    assert (seen.text, seen.only_for) == ("You are in.", "U1ANA")
    assert [h.kind for h in slack.state.history] == [Kind.TOLD, Kind.TAKEN]


async def test_a_command_that_fails_says_so_to_whoever_typed_it(slack: FakeSlack, bot: Bot) -> None:
    slack.state.install(team_id="T1")
    bot.answers = [web.Response(status=500)]
    ana = slack.person("T1", "U1ANA")

    answer = await ana.types("/mentor join")

    assert answer.failure == "http_error"
    assert "dispatch_failed" in ana.messages[-1].text
    assert [h.kind for h in slack.state.history] == [Kind.TOLD]


async def opened(slack: FakeSlack, bot: Bot) -> str:
    """Type a command as Ana, open a modal with its trigger, and return the trigger."""
    await slack.person("T1", "U1ANA").types("/mentor join")
    return form(bot.heard[-1])["trigger_id"]


async def test_a_trigger_opens_one_modal_within_three_seconds(
    slack: FakeSlack, bot: Bot, clock: MovableClock
) -> None:
    api = client(slack)
    first = await opened(slack, bot)
    clock.advance(timedelta(seconds=2))
    await api.views_open(trigger_id=first, view=MODAL)
    second = await opened(slack, bot)
    clock.advance(timedelta(seconds=4))

    errors = []
    for trigger in (first, second, "trigger.none"):
        with pytest.raises(SlackApiError) as refused:
            await api.views_open(trigger_id=trigger, view=MODAL)
        errors.append(refused.value.response["error"])

    assert errors == ["expired_trigger_id", "expired_trigger_id", "invalid_trigger_id"]
    third = await opened(slack, bot)
    await api.views_open(trigger_id=third, view=MODAL)
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        await api.views_open(trigger_id=third, view=MODAL)


async def test_a_modal_that_breaks_a_rule_is_not_opened(slack: FakeSlack, bot: Bot) -> None:
    api = client(slack)
    trigger = await opened(slack, bot)
    wrong = {**MODAL, "title": {"type": "plain_text", "text": "x" * 25}}

    with pytest.raises(SlackApiError, match="invalid_arguments"):
        await api.views_open(trigger_id=trigger, view=wrong)

    assert slack.person("T1", "U1ANA").modal is None


async def test_a_form_with_faults_stays_open_with_what_was_typed(
    slack: FakeSlack, bot: Bot
) -> None:
    api = client(slack)
    await api.views_open(trigger_id=await opened(slack, bot), view=MODAL)
    ana = slack.person("T1", "U1ANA")
    faults = {"response_action": "errors", "errors": {"goal": "Say a little more."}}
    bot.answers = [web.json_response(faults), web.Response(status=500), web.Response()]

    await ana.submits({"goal": ("a prompt",), "topics": ("ai",)})

    assert ana.modal is not None
    assert ana.modal["errors"] == faults["errors"]
    told = payload(bot.heard[-1])["view"]
    assert told["private_metadata"] == "step"
    assert told["state"]["values"]["goal"]["goal"]["value"] == "a prompt"
    [chosen] = told["state"]["values"]["topics"]["topics"]["selected_options"]
    assert chosen["value"] == "ai"

    await ana.submits({"goal": ("a prompt",)})
    assert ana.modal is not None
    assert ana.modal["state"]["values"]["goal"]["goal"]["value"] == "a prompt"

    await ana.submits({"goal": ("a prompt",)})
    assert ana.modal is None


@pytest.mark.parametrize("typed", ["", "x" * 21])
async def test_slacks_own_client_sends_no_form_that_breaks_its_rules(
    slack: FakeSlack, bot: Bot, typed: str
) -> None:
    api = client(slack)
    await api.views_open(trigger_id=await opened(slack, bot), view=MODAL)
    before = len(bot.heard)

    answer = await slack.person("T1", "U1ANA").submits({"goal": (typed,)})

    assert (answer.failure, list(answer.body or {})) == ("client", ["goal"])
    assert len(bot.heard) == before


async def test_modals_stack_three_deep_and_are_replaced(slack: FakeSlack, bot: Bot) -> None:
    api = client(slack)
    first = await api.views_open(trigger_id=await opened(slack, bot), view=MODAL)
    for _ in range(2):
        await api.views_push(trigger_id=await opened(slack, bot), view=MODAL)
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        await api.views_push(trigger_id=await opened(slack, bot), view=MODAL)

    view = first["view"]
    await api.views_update(view_id=view["id"], hash=view["hash"], view=MODAL)
    with pytest.raises(SlackApiError, match="hash_conflict"):
        await api.views_update(view_id=view["id"], hash=view["hash"], view=MODAL)


async def test_a_click_tells_what_was_pressed_where(slack: FakeSlack, bot: Bot) -> None:
    api = client(slack)
    ana = slack.person("T1", "U1ANA")
    sent = await api.chat_postMessage(channel="U1ANA", text="Did you meet?", blocks=QUESTION)

    await ana.presses("Yes")

    told = payload(bot.heard[-1])
    [action] = told["actions"]
    assert (told["type"], told["user"]["id"], told["team"]["id"]) == (
        "block_actions",
        "U1ANA",
        "T1",
    )
    assert (action["action_id"], action["value"], action["block_id"]) == (
        "met.yes",
        "s1",
        "buttons",
    )
    assert told["container"]["message_ts"] == sent["ts"] == told["message"]["ts"]


async def test_a_response_url_answers_five_times_in_half_an_hour(
    slack: FakeSlack, bot: Bot, clock: MovableClock
) -> None:
    api = client(slack)
    ana = slack.person("T1", "U1ANA")
    await api.chat_postMessage(channel="U1ANA", text="Did you meet?", blocks=QUESTION)
    await ana.presses("Yes")
    first = payload(bot.heard[-1])["response_url"]
    await ana.presses("Yes")
    second = payload(bot.heard[-1])["response_url"]

    async def respond(url: str, **body: Any) -> int:
        async with aiohttp.ClientSession() as session, session.post(url, json=body) as response:
            return response.status

    wrong = [{"type": "poem"}]
    assert await respond(first, text="x", blocks=wrong) == 400
    statuses = [await respond(first, replace_original=True, text=f"{n}") for n in range(6)]
    clock.advance(timedelta(minutes=31))

    assert statuses == [200] * 5 + [404]
    assert [message.text for message in ana.messages] == ["4"]
    assert await respond(second, text="too late") == 404


async def test_an_event_is_told_again_at_once_after_a_minute_and_after_five(
    slack: FakeSlack, bot: Bot, clock: MovableClock
) -> None:
    slack.state.install(team_id="T1")
    bot.answers = [web.Response(status=503) for _ in range(4)]
    slack.state.changed(slack.state.workspaces["T1"].members["U1ANA"])

    await slack.post.deliver()
    assert len(bot.heard) == 2
    for minutes, heard in ((1, 3), (5, 4), (60, 4)):
        clock.advance(timedelta(minutes=minutes))
        await slack.post.deliver()
        assert len(bot.heard) == heard

    numbers = [headers.get("X-Slack-Retry-Num") for _, headers in bot.heard]
    ids = {json.loads(body)["event_id"] for body, _ in bot.heard}
    assert numbers == [None, "1", "2", "3"]
    assert bot.heard[1][1]["X-Slack-Retry-Reason"] == "http_error"
    assert len(ids) == 1
    assert slack.post.next_due is None


async def test_an_app_can_ask_for_no_retry(slack: FakeSlack, bot: Bot) -> None:
    slack.state.install(team_id="T1")
    bot.answers = [web.Response(status=400, headers={"X-Slack-No-Retry": "1"})]
    slack.state.changed(slack.state.workspaces["T1"].members["U1ANA"])

    await slack.post.deliver()

    assert len(bot.heard) == 1
    assert slack.post.next_due is None


async def test_the_home_tab_is_asked_for_and_published(slack: FakeSlack, bot: Bot) -> None:
    api = client(slack)
    ana = slack.person("T1", "U1ANA")

    await ana.opens_home()
    await api.views_publish(user_id="U1ANA", view={"type": "home", "blocks": QUESTION})
    await ana.presses_in_view("Yes", home=True)

    event = json.loads(bot.heard[0][0])
    assert event["event"]["type"] == "app_home_opened"
    assert event["event"]["tab"] == "home"
    told = payload(bot.heard[1])
    assert told["container"]["type"] == "view"
    assert "response_url" not in told


@pytest.mark.parametrize("tokens_first", [False, True])
async def test_an_uninstall_tells_both_events_in_either_order(
    slack: FakeSlack, bot: Bot, *, tokens_first: bool
) -> None:
    install = slack.state.install(team_id="T1")

    slack.state.uninstall(install, tokens_first=tokens_first)
    await slack.post.deliver()

    kinds = [json.loads(body)["event"]["type"] for body, _ in bot.heard]
    assert kinds == ["tokens_revoked", "app_uninstalled"][:: 1 if tokens_first else -1]
