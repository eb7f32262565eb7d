"""Several workspaces install the app, rotate tokens, take it away and come back."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from aiohttp import ClientSession

from adapters.clocks import MovableClock
from adapters.sealing import Sealer, new_key
from adapters.slack.app import SlackService
from adapters.slack.errors import Suspended
from adapters.slack.options import SlackOptions, stand_in
from bot.domain.people import Secret
from bot.errors import Gone
from bot.messages.card import note
from bot.ports import Recipient, Work
from tests.adapters.slack.fake.oauth import Admin
from tests.adapters.slack.fake.server import running
from tests.adapters.slack.fake.state import App
from tests.adapters.slack.office import MONDAY, SECRET, Office, serving
from tests.adapters.slack.shown import words

ANA = Recipient("T1", "U1ANA")


@pytest.fixture
async def several() -> AsyncIterator[Office]:
    """Two workspaces and an organisation of two, none of which has the app yet."""
    clock = MovableClock(MONDAY)
    app = App(signing_secret=SECRET)
    async with running(clock, app) as slack:
        for team_id, enterprise_id in (("T1", ""), ("T2", ""), ("T3", "E1"), ("T4", "E1")):
            workspace = slack.state.add_workspace(team_id, team_id, enterprise_id=enterprise_id)
            workspace.join(f"U{team_id[1:]}ANA", f"Ana {team_id}", is_admin=True)
        options = SlackOptions(
            signing_secrets=(SECRET,),
            client_id=app.client_id,
            client_secret=app.client_secret,
            workspaces=frozenset({"T1", "E1"}),
            place=stand_in(slack.api_url),
        )
        async with serving(slack, clock, options) as office:
            yield office


async def install(office: Office, team_id: str = "", enterprise_id: str = "") -> tuple[int, str]:
    """Walk through the pages as an administrator with a browser; return the last page."""
    user = f"U{team_id[1:] or '3'}ANA"
    office.slack.admin = Admin(user=user, team_id=team_id, enterprise_id=enterprise_id)
    jar = aiohttp.CookieJar(unsafe=True, treat_as_secure_origin=[office.url])
    async with ClientSession(cookie_jar=jar) as browser:
        async with browser.get(f"{office.url}/slack/install") as page:
            text = await page.text()
        address = "http" + text.split('href="http')[1].split('"')[0].replace("&amp;", "&")
        async with browser.get(address, allow_redirects=False) as consent:
            back = consent.headers["Location"]
        query = {name: values[0] for name, values in parse_qs(urlsplit(back).query).items()}
        async with browser.get(f"{office.url}/slack/oauth_redirect", params=query) as page:
            status, text = page.status, await page.text()
    await office.service.desk.settle()
    return status, text


async def test_an_installation_is_one_sealed_row_and_its_people_are_known(several: Office) -> None:
    status, _ = await install(several, "T1")
    await install(several, "T1")

    assert status == 200
    assert "Ana T1" in await several.everybody()

    def rows(work: Work) -> list[str]:
        secret = work.get(Secret, "slack:installation:T1")
        return [secret.sealed] if secret else []

    [sealed] = await several.look(rows)
    assert "xox" not in sealed
    sent = await several.service.platform.send(ANA, note("Hello"), key="k")
    assert sent.startswith("D1")


async def test_whoever_installs_first_coordinates_until_somebody_else_does(
    several: Office,
) -> None:
    await install(several, "T1")
    await install(several, enterprise_id="E1")

    coordinators = await several.look(lambda work: work.people.coordinators())
    assert [person.name for person in coordinators] == ["Ana T1"]


async def test_whoever_installs_is_told_once_what_to_do_next(several: Office) -> None:
    await install(several, "T1")
    await install(several, "T1")

    installer = several.person("U1ANA", "T1")
    [message] = installer.messages
    assert message.text.startswith("Welcome")
    assert "open a round" in message.text
    await installer.presses("Set up the programme")
    assert installer.modal is not None


async def test_whoever_installs_where_others_coordinate_is_no_coordinator(several: Office) -> None:
    await install(several, "T1")
    await install(several, enterprise_id="E1")

    [message] = several.person("U3ANA", "T3").messages
    assert message.text.startswith("Hello")


async def test_where_none_is_named_the_first_workspace_installs_and_no_other(
    several: Office,
) -> None:
    options = replace(several.service.options, workspaces=frozenset())
    async with serving(several.slack, several.clock, options) as office:
        assert (await install(office, "T2"))[0] == 200
        assert (await install(office, "T2"))[0] == 200
        assert (await install(office, "T1"))[0] == 403


async def test_a_workspace_that_may_not_install_is_told_how_it_could(several: Office) -> None:
    status, text = await install(several, "T2")

    assert status == 403
    assert "PASSERELLE_SLACK_WORKSPACES" in text
    with pytest.raises(Gone):
        await several.service.platform.send(Recipient("T2", "U2ANA"), note("Hello"), key="k")


async def test_a_state_is_good_once_and_in_one_browser(several: Office) -> None:
    async with ClientSession() as browser, browser.get(f"{several.url}/slack/install") as page:
        cookie = page.headers["Set-Cookie"].split(";")[0]
        state = cookie.partition("=")[2]
    callback = f"{several.url}/slack/oauth_redirect"
    query = {"code": "none", "state": state}

    async def status(headers: dict[str, str]) -> int:
        async with (
            ClientSession() as browser,
            browser.get(callback, params=query, headers=headers) as page,
        ):
            return page.status

    assert await status({}) == 400
    assert await status({"Cookie": cookie + "x"}) == 400
    # The first time it is the code that is wrong, the second time the state.
    assert await status({"Cookie": cookie}) == 401
    assert await status({"Cookie": cookie}) == 401
    several.clock.advance(timedelta(minutes=11))
    assert await status({"Cookie": cookie}) == 401


async def test_an_organisation_installs_once_for_all_its_workspaces(several: Office) -> None:
    status, _ = await install(several, enterprise_id="E1")

    assert status == 200
    assert {"Ana T3", "Ana T4"} <= set(await several.everybody())
    for team_id in ("T3", "T4"):
        answer = await several.person(f"U{team_id[1:]}ANA", team_id).types("/mentor help")
        assert answer.body is not None
        assert "What I can do" in "\n".join(words(answer.body["blocks"]))


async def test_a_token_is_rotated_before_it_ends(several: Office) -> None:
    await install(several, "T1")
    before = several.slack.state.installed_in("T1")
    assert before is not None
    first = before.token
    ends_at = before.expires_at
    assert ends_at is not None
    several.clock.move_to(MONDAY + timedelta(hours=11))

    await several.service.platform.send(ANA, note("Hello"), key="k")

    after = several.slack.state.installed_in("T1")
    assert after is not None
    assert after.token != first


@pytest.mark.parametrize("tokens_first", [False, True])
async def test_taking_the_app_away_stops_all_sending_until_it_comes_back(
    several: Office, *, tokens_first: bool
) -> None:
    await install(several, "T1")
    living = several.slack.state.installed_in("T1")
    assert living is not None

    several.slack.state.uninstall(living, tokens_first=tokens_first)
    await several.slack.post.deliver()

    assert [t.external_id for t in await several.core.store.tenants()] == []
    assert await several.look(lambda work: work.get(Secret, "slack:installation:T1")) is None
    assert "Ana T1" in await several.everybody()
    with pytest.raises(Suspended):
        await several.service.platform.send(ANA, note("Hello"), key="k")

    await install(several, "T1")

    assert [t.external_id for t in await several.core.store.tenants()] == ["T1"]
    await several.service.platform.send(ANA, note("Hello again"), key="k2")


async def test_a_token_that_slack_refuses_suspends_the_tenant(several: Office) -> None:
    await install(several, "T1")
    living = several.slack.state.installed_in("T1")
    assert living is not None
    living.revoked = "token_revoked"

    with pytest.raises(Suspended):
        await several.service.platform.send(ANA, note("Hello"), key="k")

    assert await several.core.store.tenants() == []


async def test_the_doctor_names_a_token_that_another_key_sealed(several: Office) -> None:
    await install(several, "T1")
    changed = replace(several.core, sealer=Sealer([new_key()]))

    findings = await SlackService(changed, several.service.options).checks()

    [found] = [each for each in findings if each.what == "the token of T1 is there"]
    assert "PASSERELLE_SECRET_KEY" in found.remedy


async def test_messages_wait_while_their_token_cannot_be_unsealed(several: Office) -> None:
    await install(several, "T1")
    changed = replace(several.core, sealer=Sealer([new_key()]))

    with pytest.raises(Suspended):
        await SlackService(changed, several.service.options).platform.send(
            ANA, note("Hello"), key="k"
        )

    assert [t.external_id for t in await several.core.store.tenants()] == ["T1"]
    assert await several.service.platform.send(ANA, note("Hello"), key="k")
