"""The doctor: a wrong token, scope, secret or clock is named, with what to do."""

from dataclasses import replace
from datetime import timedelta

import aiohttp
import pytest

from adapters.clocks import MovableClock
from adapters.serving.service import Finding
from adapters.slack.app import SlackService
from adapters.slack.options import IncompleteSlack, SlackOptions, stand_in
from tests.adapters.slack import signing
from tests.adapters.slack.office import SECRET, Office

TOKEN, WRONG = "xoxb-1", "xoxb-wrong"


def ill(findings: list[Finding]) -> dict[str, str]:
    return {finding.what: finding.remedy for finding in findings if not finding.well}


async def examined(office: Office, **changes: object) -> dict[str, str]:
    """Let a doctor of these options look, as another process would."""
    options = replace(office.service.options, **changes)  # type: ignore[arg-type]  # named as in it
    return ill(await SlackService(office.core, options).checks())


async def test_a_healthy_installation_has_no_finding(office: Office) -> None:
    assert await examined(office) == {}


async def test_a_wrong_token_is_named(office: Office) -> None:
    found = await examined(office, bot_token=WRONG)

    assert "Bot User OAuth Token" in found["Slack knows PASSERELLE_SLACK_BOT_TOKEN"]


async def test_a_missing_scope_is_named(office: Office) -> None:
    [install] = office.slack.state.installs
    install.scopes -= {"mpim:write"}

    found = await examined(office)

    remedy = found["PASSERELLE_SLACK_BOT_TOKEN has every scope it needs"]
    assert "mpim:write" in remedy
    assert "users:read" not in remedy


async def test_a_scope_is_missed_only_where_its_setting_is_on(office: Office) -> None:
    found = await examined(office, reads_profiles=True)

    [remedy] = found.values()
    assert "users.profile:read" in remedy


async def test_a_clock_that_is_off_is_named(office: Office) -> None:
    behind = replace(office.core, clock=MovableClock(office.clock.now() - timedelta(seconds=90)))

    found = ill(await SlackService(behind, office.service.options).checks())

    assert found == {
        "this machine's clock and Slack's differ by 90 s": "set the clock by NTP; above 300 s every"
        " request is refused"
    }


async def test_slack_out_of_reach_is_named(office: Office) -> None:
    found = await examined(office, place=stand_in("http://127.0.0.1:1/api/"))

    assert "reach slack.com" in found["Slack knows PASSERELLE_SLACK_BOT_TOKEN"]


async def test_a_wrong_app_token_is_named(office: Office) -> None:
    found = await examined(office, app_token=WRONG)

    assert "connections:write" in found["Slack opens a socket for PASSERELLE_SLACK_APP_TOKEN"]


async def test_a_wrong_signing_secret_is_known_by_the_requests_it_refused(office: Office) -> None:
    what = "the requests that came were signed with PASSERELLE_SLACK_SIGNING_SECRET"
    body = b"command=%2Fmentor"
    forged = signing.headers(office.clock.now(), body)
    url = f"{office.url}/slack/events"
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=forged) as response,
    ):
        assert response.status == 401
    await office.service.desk.settle()

    assert "Signing Secret" in (await examined(office))[what]

    office.clock.advance(timedelta(seconds=1))
    await office.person().types("/mentor help")
    await office.service.desk.settle()

    assert what not in await examined(office)


@pytest.mark.parametrize(
    ("options", "missing"),
    [
        (SlackOptions(), "PASSERELLE_SLACK_BOT_TOKEN"),
        (SlackOptions(bot_token=TOKEN), "PASSERELLE_SLACK_SIGNING_SECRET"),
        (
            SlackOptions(client_id="1.2", signing_secrets=(SECRET,)),
            "PASSERELLE_SLACK_CLIENT_SECRET",
        ),
    ],
    ids=["nothing", "no secret", "half a client"],
)
async def test_settings_that_do_not_go_together_are_named(
    office: Office, options: SlackOptions, missing: str
) -> None:
    with pytest.raises(IncompleteSlack, match=missing):
        SlackService(office.core, options)
