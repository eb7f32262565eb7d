"""Variables that Slack's SDK would read by itself change nothing: our settings alone decide."""

from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientSession

from adapters.clocks import MovableClock
from adapters.slack.manifest import reasons
from adapters.slack.oauth import INSTALL
from adapters.slack.options import SlackOptions, stand_in
from tests.adapters.slack.fake.server import running
from tests.adapters.slack.fake.state import App
from tests.adapters.slack.office import MONDAY, SECRET, one_workspace, serving

THEIRS = {
    "SLACK_BOT_TOKEN": "xoxb-theirs",
    "SLACK_CLIENT_ID": "1.theirs",
    "SLACK_CLIENT_SECRET": "theirs",
    "SLACK_INSTALL_PATH": "/theirs",
    "SLACK_REDIRECT_URI": "https://theirs.example/back",
    "SLACK_SCOPES": "channels:history,files:read",
    "SLACK_SIGNING_SECRET": "theirs",
    "SLACK_USER_SCOPES": "search:read",
}


@pytest.fixture(autouse=True)
def _theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in THEIRS.items():
        monkeypatch.setenv(name, value)


async def test_bolt_begins_no_installation_of_its_own() -> None:
    async with one_workspace() as office:
        bolt = office.service.desk.bolt

        assert bolt.oauth_flow is None
        assert bolt.installation_store is None
        assert bolt.client.token is None
        answer = await office.person().types("/mentor help")
        assert answer.status == 200


async def test_an_installation_asks_for_our_scopes_and_leads_back_to_us() -> None:
    clock, app = MovableClock(MONDAY), App(signing_secret=SECRET)
    async with running(clock, app) as slack:
        options = SlackOptions(
            signing_secrets=(SECRET,),
            client_id=app.client_id,
            client_secret=app.client_secret,
            place=stand_in(slack.api_url),
        )
        async with (
            serving(slack, clock, options) as office,
            ClientSession() as browser,
            browser.get(office.url + INSTALL) as page,
        ):
            text = (await page.text()).replace("&amp;", "&")

    asked = parse_qs(urlsplit(text.split('href="http')[1].split('"')[0]).query)
    assert asked["client_id"] == [app.client_id]
    assert set(asked["scope"][0].split(",")) == set(reasons(options.shape))
    assert not {"redirect_uri", "user_scope"} & asked.keys()
