"""The manifest: complete, with no right it does not need, and printed as it can be pasted."""

import json

import pytest
from typer.testing import CliRunner

from adapters.__main__ import app
from adapters.slack.app import EVENTS
from adapters.slack.manifest import SCOPES, Shape, manifest, reasons
from adapters.slack.oauth import REDIRECT

URL = "https://mentor.example.org"


def test_it_asks_for_the_least_and_says_why() -> None:
    assert list(reasons(Shape())) == [
        "commands",
        "chat:write",
        "im:write",
        "mpim:write",
        "users:read",
    ]
    assert all(
        len(reason) > 10
        for reason in reasons(Shape(emails=True, profiles=True, history=True)).values()
    )
    assert not [scope for scope in SCOPES if "history" in scope or "profile" in scope]
    assert "users.profile:read" in reasons(Shape(profiles=True))


def test_every_address_in_it_is_one_that_is_served() -> None:
    made = manifest(Shape(several=True), URL)

    [command] = made["features"]["slash_commands"]
    assert command["url"] == f"{URL}{EVENTS}"
    assert made["settings"]["event_subscriptions"]["request_url"] == f"{URL}{EVENTS}"
    assert made["settings"]["interactivity"]["request_url"] == f"{URL}{EVENTS}"
    assert made["oauth_config"]["redirect_urls"] == [f"{URL}{REDIRECT}"]
    assert made["settings"]["token_rotation_enabled"]


def test_one_workspace_keeps_a_token_that_does_not_end() -> None:
    made = manifest(Shape(), URL)

    assert not made["settings"]["token_rotation_enabled"]
    assert "redirect_urls" not in made["oauth_config"]


def test_over_a_socket_slack_needs_no_address() -> None:
    made = manifest(Shape(socket=True), URL)

    assert URL not in json.dumps(made)
    assert made["settings"]["socket_mode_enabled"]


def test_nobody_can_write_what_the_bot_would_have_to_read() -> None:
    home = manifest(Shape(), URL)["features"]["app_home"]

    assert home["messages_tab_read_only_enabled"]
    assert home["home_tab_enabled"]


def test_the_command_prints_json_alone() -> None:
    printed = CliRunner().invoke(app, ["slack", "manifest", "--url", URL, "--emails"])

    assert printed.exit_code == 0
    assert json.loads(printed.stdout) == manifest(Shape(emails=True), URL)
    assert "users:read.email" in printed.stderr


@pytest.mark.parametrize("url", ["http://host", "https://host/path", "host", "https://", ""])
def test_an_address_slack_cannot_call_is_refused(url: str) -> None:
    printed = CliRunner().invoke(app, ["slack", "manifest", "--url", url])

    assert printed.exit_code == 2
    assert "https://host" in printed.stderr
