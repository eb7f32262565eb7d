"""Nobody but Teams gets in: bad tokens, hostile addresses, odd bodies; none is answered a 500."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web
from structlog.testing import capture_logs

from adapters.teams.addresses import PUBLIC, ForeignAddress, Route
from adapters.teams.limits import BODY, KEYS_FRESH, KEYS_PAUSE
from bot.errors import Refused
from tests.adapters.teams.company import Company
from tests.adapters.teams.fake import keys
from tests.adapters.teams.fake.person import Person
from tests.adapters.teams.fake.server import HOST, OTHER_TENANT
from tests.adapters.teams.forged import BAD_TOKENS, STRANGER, Claims, timed
from tests.adapters.teams.hostile import HOSTILE

BAD_HEADERS = (
    "",
    "Bearer",
    "Bearer ",
    "bearer {}",
    "BEARER {}",
    "Bearer  {}",
    "Bearer\t{}",
    "Token {}",
    "Basic {}",
    "{}",
    'Bearer token="{}"',
)


@pytest.fixture
async def ana(acme: Company) -> Person:
    person = await acme.employs("Ana")
    person.chat.installed = True
    await person.types("help")
    return person


async def rows(acme: Company) -> tuple[int, int]:
    """Return how much is kept of people and deliveries."""
    found: tuple[int, int] = await acme.world.look(
        lambda work: (len(work.tenants.all()), len(work.outbox.newest(100)))
    )
    return found


async def told(acme: Company, ana: Person, header: str, **more: Any) -> int:
    activity = {**acme.teams.wire.activity(ana.chat, "message", text="status"), **more}
    heard = await acme.teams.wire.post(json.dumps(activity).encode(), header)
    assert heard.body == ""
    return heard.status


def good(acme: Company, ana: Person) -> Claims:
    url = acme.teams.wire.service_url(ana.user.tenant)
    return keys.claims(acme.teams.app.id, url, acme.clock.now())


def test_there_are_enough_of_them() -> None:
    assert len(BAD_TOKENS) + len(BAD_HEADERS) >= 65
    assert len(HOSTILE) >= 100
    assert len(set(HOSTILE)) == len(HOSTILE)


async def test_a_good_token_is_let_in(acme: Company, ana: Person) -> None:
    token = acme.teams.keyhost.newest.sign(good(acme, ana))

    assert await told(acme, ana, f"Bearer {token}") == 200


@pytest.mark.parametrize(("claim", "minutes"), [("exp", -4), ("nbf", 4)])
async def test_a_clock_may_be_four_minutes_off(
    acme: Company, ana: Person, claim: str, minutes: int
) -> None:
    token = timed(claim, minutes=minutes)(acme, good(acme, ana))

    assert await told(acme, ana, f"Bearer {token}") == 200


@pytest.mark.parametrize("name", BAD_TOKENS)
async def test_a_bad_token_is_refused(acme: Company, ana: Person, name: str) -> None:
    before, screen = await rows(acme), len(ana.screen)
    token = BAD_TOKENS[name](acme, good(acme, ana))

    status = await told(acme, ana, f"Bearer {token}")

    assert status in {401, 403}
    assert (await rows(acme), len(ana.screen)) == (before, screen)


@pytest.mark.parametrize("header", BAD_HEADERS)
async def test_a_bad_header_is_refused(acme: Company, ana: Person, header: str) -> None:
    token = acme.teams.keyhost.newest.sign(good(acme, ana))

    assert await told(acme, ana, header.format(token)) == 401


async def test_a_flood_of_forgers_fills_no_log(acme: Company, ana: Person) -> None:
    acme.clock.advance(timedelta(minutes=1))
    with capture_logs() as lines:
        for _ in range(3):
            await told(acme, ana, "Bearer forged")
        acme.clock.advance(timedelta(minutes=1))
        await told(acme, ana, "Bearer forged")

    assert [line["log_level"] for line in lines] == ["warning", "debug", "debug", "warning"]
    assert "doctor" in lines[0]["remedy"]


async def test_forgers_hold_up_nobody_while_the_key_host_is_slow(
    acme: Company, ana: Person
) -> None:
    acme.teams.keyhost.hold = asyncio.Event()
    acme.clock.advance(KEYS_PAUSE)
    forged = [
        f"Bearer {BAD_TOKENS[name](acme, good(acme, ana))}"
        for name in ("an unknown key", "a long key id", "another issuer", "garbage")
    ]
    waiting = [asyncio.create_task(told(acme, ana, header)) for header in forged]

    assert (await ana.types("status")).status == 200
    assert not all(each.done() for each in waiting)

    acme.teams.keyhost.hold.set()
    assert set(await asyncio.gather(*waiting)) == {401}


async def test_a_new_key_is_fetched_at_once_but_not_for_every_stranger(
    acme: Company, ana: Person
) -> None:
    acme.clock.advance(KEYS_PAUSE)
    asked = acme.teams.keyhost.asked
    before = sum(asked.values())
    for _ in range(20):
        await told(acme, ana, f"Bearer {STRANGER.sign(good(acme, ana))}")
    assert sum(asked.values()) == before + 2

    acme.clock.advance(KEYS_PAUSE)
    acme.teams.keyhost.roll(keep_old=False)
    await ana.types("status")
    assert ana.screen[-1].by_bot


async def test_a_token_that_was_let_in_still_ends(acme: Company, ana: Person) -> None:
    header = f"Bearer {acme.teams.keyhost.newest.sign(good(acme, ana))}"
    assert await told(acme, ana, header) == 200

    acme.clock.advance(keys.LIFE + timedelta(minutes=6))

    assert await told(acme, ana, header) == 401


async def test_a_token_that_was_let_in_ends_with_its_key(acme: Company, ana: Person) -> None:
    lasting = {**good(acme, ana), "exp": (acme.clock.now() + 3 * KEYS_FRESH).timestamp()}
    header = f"Bearer {acme.teams.keyhost.newest.sign(lasting)}"
    assert await told(acme, ana, header) == 200

    acme.teams.keyhost.roll(keep_old=False)
    acme.clock.advance(KEYS_FRESH)
    await ana.types("status")  # signed with the new key, which is fetched for it

    assert await told(acme, ana, header) == 401


async def test_while_the_key_host_is_down_the_old_keys_serve(acme: Company, ana: Person) -> None:
    acme.teams.keyhost.outage = 503
    acme.clock.advance(KEYS_FRESH)

    assert (await ana.types("status")).status == 200
    assert ana.screen[-1].by_bot


@pytest.mark.parametrize("outage", [503, 404, "<html>", "[]", "{}", '{"keys": 3}'])
async def test_without_any_key_nobody_is_recognised(
    acme: Company, ana: Person, outage: int | str
) -> None:
    acme.teams.keyhost.outage = outage
    await acme.service.stop()
    fresh = acme.again()

    async with fresh:
        assert (await ana.types("status")).status == 503
        acme.teams.keyhost.outage = None
        acme.clock.advance(timedelta(seconds=11))
        assert (await ana.types("status")).status == 200


BODIES: dict[str, tuple[bytes, int]] = {
    "empty": (b"", 400),
    "not JSON": (b"{", 400),
    "not UTF-8": (b'"\xff"', 400),
    "a list": (b"[]", 400),
    "a text": (b'"x"', 400),
    "deep": (b"[" * 100_000, 400),
    "deep within": (b'{"a":' * 50_000, 400),
    "too much": (b" " * (BODY + 1), 413),
}


@pytest.mark.parametrize("name", BODIES)
async def test_an_odd_body_is_refused(acme: Company, ana: Person, name: str) -> None:
    body, status = BODIES[name]
    header = f"Bearer {acme.teams.keyhost.newest.sign(good(acme, ana))}"

    heard = await acme.teams.wire.post(body, header)

    assert (heard.status, heard.body) == (status, "")


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data"])
async def test_another_type_is_refused(acme: Company, ana: Person, kind: str) -> None:
    header = f"Bearer {acme.teams.keyhost.newest.sign(good(acme, ana))}"

    heard = await acme.teams.wire.post(b"{}", header, **{"Content-Type": kind})

    assert heard.status == 415


ODD: dict[str, tuple[dict[str, Any], int]] = {
    "no service URL": ({"serviceUrl": None}, 400),
    "an empty service URL": ({"serviceUrl": ""}, 400),
    "a service URL that is a number": ({"serviceUrl": 7}, 400),
    "no channel": ({"channelId": None}, 400),
    "another channel": ({"channelId": "webchat"}, 400),
    "no tenant": ({"channelData": {}}, 400),
    "another tenant": ({"channelData": {"tenant": {"id": OTHER_TENANT}}}, 403),
    "channel data that is a list": ({"channelData": []}, 400),
    "no conversation": ({"conversation": None}, 400),
    "a conversation without id": ({"conversation": {"id": ""}}, 400),
    "no type": ({"type": None}, 400),
    "no id": ({"id": None}, 400),
    "a text that is a list": ({"text": ["status"]}, 400),
    "a text with NUL": ({"text": "a\0b"}, 400),
    "half a character": ({"text": "\ud800"}, 400),
    "an endless text": ({"text": "x" * 100_000}, 400),
    "an unknown invoke": ({"type": "invoke", "name": "fileConsent/invoke", "value": {}}, 400),
    "an invoke without value": ({"type": "invoke", "name": "adaptiveCard/action"}, 400),
    "a button of a list": ({"value": {"button": []}}, 400),
    "a button without action": ({"value": {"button": {"action": ""}}}, 400),
    "a form of a text": ({"value": {"form": "x"}}, 400),
    "a field of a list": ({"value": {"form": {"action": "a", "card": "n"}, "f": [1]}}, 400),
    "too many fields": (
        {"value": {"form": {"action": "a", "card": "n"}} | {f"f{n}": "" for n in range(200)}},
        400,
    ),
    "nobody": ({"from": {}}, 200),
    "a reaction": ({"type": "messageReaction"}, 200),
    "a type nobody knows": ({"type": "handoff"}, 200),
}


@pytest.mark.parametrize("name", ODD)
async def test_an_odd_activity_leaves_nothing(acme: Company, ana: Person, name: str) -> None:
    change, status = ODD[name]
    before, screen = await rows(acme), len(ana.screen)
    header = f"Bearer {acme.teams.keyhost.newest.sign(good(acme, ana))}"

    assert await told(acme, ana, header, **change) == status
    assert (await rows(acme), len(ana.screen)) == (before, screen)


async def test_a_foreign_or_forged_button_changes_nothing(acme: Company, ana: Person) -> None:
    before = await rows(acme)
    for action, subject in (
        ("checkin.met.yes", "somebody-elses"),
        ("nowhere.at.all", ""),
        ("programme.home.edit", "x"),
        ("privacy.data", "../.."),
        ("\u202e", ""),
    ):
        button = {"button": {"action": action, "subject": subject, "value": "", "card": "n"}}
        value = {"action": {"type": "Action.Execute", "data": button}}
        activity = acme.teams.wire.activity(
            ana.chat, "invoke", name="adaptiveCard/action", value=value
        )
        heard = await acme.teams.wire.tell_once(activity)
        assert heard.status == 200
        assert heard.json["type"] == "application/vnd.microsoft.activity.message"
    assert await rows(acme) == before


@pytest.mark.parametrize("url", HOSTILE, ids=ascii)
def test_a_hostile_address_is_none_of_the_clouds(url: str) -> None:
    with pytest.raises(ForeignAddress):
        PUBLIC.service(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://smba.trafficmanager.net/teams/",
        "https://smba.trafficmanager.net/emea/11111111-1111-4111-8111-111111111111/",
        "https://smba.infra.gcc.teams.microsoft.com/teams",
        "https://SMBA.trafficmanager.net",
    ],
)
def test_an_address_of_the_cloud_is_taken(url: str) -> None:
    assert PUBLIC.service(url) == url.rstrip("/")


async def test_hostile_addresses_are_refused_on_receipt_and_on_sending(
    acme: Company, ana: Person
) -> None:
    """Also one that got into the database: a changed row, a restored backup."""
    calls = acme.teams.connector.calls
    before = await rows(acme)
    async with acme.again(cloud=replace(acme.registration.cloud, local=False)):
        for url in HOSTILE:
            claims = {**good(acme, ana), "serviceurl": url}
            token = acme.teams.keyhost.newest.sign(claims)
            assert await told(acme, ana, f"Bearer {token}", serviceUrl=url) in {400, 403}, url
            where = Route(conversation=url, service_url=url)
            with pytest.raises(Refused):
                await acme.service.platform.post(where, {"type": "message"})
    assert await rows(acme) == before
    assert acme.teams.connector.calls == calls


@pytest.fixture
async def trap() -> AsyncIterator[tuple[str, list[str]]]:
    """A host that is not Teams', and what was asked of it."""
    asked: list[str] = []

    async def caught(request: web.Request) -> web.Response:
        asked.append(request.headers.get("Authorization", "-"))
        return web.json_response({"id": "x"}, status=201)

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", caught)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    yield f"http://{HOST}:{runner.addresses[0][1]}", asked
    await runner.cleanup()


async def test_a_trap_hears_nothing_and_sees_no_token(
    acme: Company, ana: Person, trap: tuple[str, list[str]]
) -> None:
    url, asked = trap
    async with acme.again(cloud=replace(acme.registration.cloud, local=False)):
        claims = {**good(acme, ana), "serviceurl": url}
        token = acme.teams.keyhost.newest.sign(claims)
        assert await told(acme, ana, f"Bearer {token}", serviceUrl=url) == 403
        with pytest.raises(Refused):
            await acme.service.platform.post(
                Route(conversation="c", service_url=url), {"type": "message"}
            )
    assert asked == []


async def test_a_redirect_is_not_followed(
    acme: Company, ana: Person, trap: tuple[str, list[str]]
) -> None:
    url, asked = trap

    async def away(request: web.Request) -> web.Response:
        raise web.HTTPTemporaryRedirect(url)

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", away)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, HOST, 0).start()
    here = f"http://{HOST}:{runner.addresses[0][1]}"

    with pytest.raises(Refused):
        await acme.service.platform.post(
            Route(conversation="c", service_url=here), {"type": "message"}
        )
    await runner.cleanup()
    assert asked == []
