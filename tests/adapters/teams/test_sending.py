"""Sending to Teams: its errors, its limits, our token, and what is looked at by the doctor."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from adapters.clocks import MovableClock
from adapters.teams.access import AccessToken, NoToken, no_access, with_identity
from adapters.teams.addresses import PUBLIC, Route, route
from adapters.teams.checks import examine
from adapters.teams.errors import error_of, retry_after
from adapters.teams.http import Answered
from adapters.teams.limits import CONVERSATION, LONGEST_RETRY_AFTER, REPLY_WAIT, RETRY_AFTER
from adapters.teams.pacing import Pacing
from bot.errors import BotError, Gone, RateLimited, Refused, Unreachable
from bot.messages.card import Button, Card, note
from bot.ports import Recipient
from tests.adapters.teams.company import Company, Loopback, cloud_of, company, said
from tests.adapters.teams.fake import fates
from tests.adapters.teams.fake.fates import Fate
from tests.adapters.teams.fake.person import Person
from tests.adapters.teams.fake.server import TENANT

NOW = datetime(2026, 9, 14, 13, 30, tzinfo=UTC)


@pytest.fixture
async def ana(acme: Company) -> Person:
    person = await acme.employs("Ana")
    await person.installs()
    return person


async def to(acme: Company, ana: Person) -> Recipient:
    return Recipient(TENANT, ana.user.object_id, (await acme.account(ana)).route)


@pytest.mark.parametrize(
    ("fate", "error"),
    [
        (fates.throttled("7"), RateLimited),
        (fates.throttled(None), RateLimited),
        (fates.throttled("soon"), RateLimited),
        (fates.PRECONDITION, RateLimited),
        (Fate(status=503, code="ServiceUnavailable", retry_after="4"), RateLimited),
        (fates.UNAVAILABLE, Unreachable),
        (fates.INTERNAL, Unreachable),
        (fates.BAD_GATEWAY, Unreachable),
        (fates.GATEWAY_TIMEOUT, Unreachable),
        (fates.WEB_PAGE, Unreachable),
        (fates.CUT, Unreachable),
        (fates.CUT_AFTER, Unreachable),
        (fates.HALF_AFTER, Unreachable),
        (fates.BLOCKED, Gone),
        (fates.NOT_INSTALLED, Gone),
        (fates.NOT_IN_ROSTER, Gone),
        (fates.DISABLED, Gone),
        (fates.NO_CONVERSATION, Gone),
        (fates.TOO_BIG, Refused),
        (fates.BAD_REQUEST, Refused),
        (fates.REDIRECT, Refused),
        (fates.UNAUTHORISED, RateLimited),
    ],
    ids=str,
)
async def test_each_answer_of_the_connector_is_one_of_the_four_errors(
    acme: Company, ana: Person, fate: Fate, error: type[BotError]
) -> None:
    acme.teams.connector.fates = [fate]

    with pytest.raises(error):
        await acme.service.platform.send(await to(acme, ana), note("Hello"), key="k")


async def test_whoever_has_no_stored_chat_is_found_by_their_id(acme: Company, ana: Person) -> None:
    where = Recipient(TENANT, ana.user.object_id)

    await acme.service.platform.send(where, note("One"), key="1")
    await acme.service.platform.send(where, note("Two"), key="2")

    assert said(ana)[-2:] == ["One", "Two"]


async def test_a_message_can_be_shown_anew_in_its_place(acme: Company, ana: Person) -> None:
    platform = acme.service.platform
    where = await to(acme, ana)
    message_id = await platform.send(where, note("Before"), key="k")
    [card] = platform.drawn(note("After"), nonce="n")
    content = {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}

    await platform.put(
        route(where.route), message_id, {"type": "message", "attachments": [content]}
    )

    assert said(ana)[-1] == "After"


async def test_two_copies_of_a_prompt_make_one_answer(acme: Company, ana: Person) -> None:
    """After a crash nobody knows of the first; both carry the mark by which a press is known."""
    card = Card(buttons=(Button("Yes", "checkin.met.yes", "x"),))
    await acme.service.platform.send(await to(acme, ana), card, key="k")
    async with acme.again():
        await acme.service.platform.send(await to(acme, ana), card, key="k")

    first, second = ana.screen[-2:]
    assert first.id != second.id
    assert first.card == second.card


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("7", 7.0),
        ("7.5", 7.5),
        ("0", 0.0),
        ("", RETRY_AFTER),
        ("soon", RETRY_AFTER),
        ("-3", RETRY_AFTER),
        ("nan", RETRY_AFTER),
        ("99999999999", LONGEST_RETRY_AFTER),
        ("inf", LONGEST_RETRY_AFTER),
        (format_datetime(NOW + timedelta(seconds=30), usegmt=True), 30.0),
        (format_datetime(NOW - timedelta(seconds=30), usegmt=True), 0.0),
        ("Mon, 99 Foo 2026", RETRY_AFTER),
    ],
)
def test_retry_after_may_hold_anything(said: str, seconds: float) -> None:
    assert retry_after(said, MovableClock(NOW)) == seconds


@pytest.mark.parametrize("body", [b"", b"x", b"[]", b'{"error": 3}', b'{"error": {"code": 3}}'])
def test_an_error_without_words_is_one_all_the_same(body: bytes) -> None:
    assert isinstance(error_of(Answered(403, {}, body), MovableClock(NOW)), Gone)


async def test_a_conversation_is_written_to_within_its_limits() -> None:
    clock = MovableClock(NOW)
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)
        clock.advance(timedelta(seconds=seconds))

    pacing = Pacing(clock, sleep)
    sent: list[datetime] = []
    for _ in range(200):
        try:
            await pacing.wait("chat")
        except Unreachable:
            clock.advance(timedelta(seconds=REPLY_WAIT))
        else:
            sent.append(clock.now())

    assert len(sent) > 100
    for most, seconds in CONVERSATION:
        for first, last in zip(sent, sent[most:], strict=False):
            assert last - first >= timedelta(seconds=seconds)


async def test_conversations_do_not_wait_for_one_another() -> None:
    waited: list[float] = []

    async def sleep(seconds: float) -> None:
        waited.append(seconds)

    pacing = Pacing(MovableClock(NOW), sleep)
    for number in range(100):
        await pacing.wait(f"chat-{number}")

    assert waited == []


class Counted:
    """Fetches tokens, and counts how often."""

    def __init__(self, *results: dict[str, Any] | Exception) -> None:
        self.results = list(results)
        self.calls = 0

    def __call__(self) -> dict[str, Any]:
        self.calls += 1
        result = self.results.pop(0) if self.results else token(self.calls)
        if isinstance(result, Exception):
            raise result
        return result


def token(number: int) -> dict[str, Any]:
    return {"access_token": f"token-{number}", "expires_in": 3_600}


async def test_one_token_serves_all_until_it_ends() -> None:
    clock, acquire = MovableClock(NOW), Counted()
    access = AccessToken(acquire, clock)

    assert set(await asyncio.gather(*(access.get() for _ in range(50)))) == {"token-1"}
    clock.advance(timedelta(minutes=50))
    assert await access.get() == "token-1"
    assert acquire.calls == 1
    clock.advance(timedelta(minutes=20))
    assert await access.get() == "token-2"


async def test_a_token_near_its_end_is_renewed_while_it_still_serves() -> None:
    clock, acquire = MovableClock(NOW), Counted()
    access = AccessToken(acquire, clock)
    await access.get()
    clock.advance(timedelta(minutes=57))

    assert await access.get() == "token-1"
    for _ in range(1_000):
        await asyncio.to_thread(lambda: None)  # another thread's turn, and then the loop's
    assert await access.get() == "token-2"


async def test_a_refused_token_is_fetched_anew() -> None:
    access = AccessToken(Counted(), MovableClock(NOW))
    first = await access.get()

    access.forget("another")
    assert await access.get() == first
    access.forget(first)
    assert await access.get() != first


@pytest.mark.parametrize(
    ("result", "reason"),
    [
        (
            {"error": "invalid_client", "error_description": "AADSTS7000215: Invalid … 2026"},
            "AADSTS7000215",
        ),
        ({"error": "unauthorized_client", "error_description": "no code, id 7"}, "unauthorized_"),
        ({}, "unknown"),
        (ConnectionError("with a secret in it"), "ConnectionError"),
    ],
)
async def test_a_failure_is_named_by_its_code_alone(
    result: dict[str, Any] | Exception, reason: str
) -> None:
    access = AccessToken(Counted(result), MovableClock(NOW))

    with pytest.raises(NoToken, match=reason) as failed:
        await access.get()
    assert "secret" not in str(failed.value)
    assert (await access.get()).startswith("token-")


async def test_while_entra_is_down_nothing_is_lost(acme: Company, ana: Person) -> None:
    acme.teams.entra.revoke()
    acme.teams.entra.fates = [fates.INTERNAL] * 9

    for _ in range(2):  # the old token is refused, and then there is none
        with pytest.raises(RateLimited):
            await acme.service.platform.send(await to(acme, ana), note("Hello"), key="k")
    acme.teams.entra.fates = []
    await acme.service.platform.send(await to(acme, ana), note("Hello"), key="k")

    assert said(ana)[-1] == "Hello"


@pytest.fixture
async def by_identity(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Company]:
    async with company() as acme:
        monkeypatch.setenv("IDENTITY_ENDPOINT", acme.teams.identity_endpoint)
        monkeypatch.setenv("IDENTITY_HEADER", acme.teams.app.identity_header)
        acquire = with_identity(
            cloud_of(acme.teams), app_id=acme.teams.app.id, http=Loopback(acme.teams)
        )
        async with acme.again(acquire=acquire):
            yield acme


async def test_a_managed_identity_has_a_token_without_a_secret(by_identity: Company) -> None:
    ana = await by_identity.employs("Ana")
    await ana.installs()

    assert said(ana)[0].startswith("Welcome")


async def test_the_doctor_finds_all_well(acme: Company) -> None:
    acme.clock.move_to(datetime.now(tz=UTC))  # noqa: TID251  the fake's Date header is real

    findings = await acme.service.checks()

    assert [(each.what, each.remedy) for each in findings if not each.well] == []
    assert len(findings) == 3


async def test_the_doctor_names_what_is_wrong(acme: Company) -> None:
    acme.teams.keyhost.outage = 503
    acme.teams.entra.revoke()
    acme.clock.move_to(NOW + timedelta(days=200))
    acme.teams.entra.fates = [
        Fate(status=401, body=None, code="invalid_client"),
        Fate(status=401, body=None, code="invalid_client"),
    ]

    ill = [each for each in await acme.service.checks() if not each.well]

    assert any("keys that sign" in each.what for each in ill)
    assert any("clock" in each.what for each in ill)


class Offline:
    """A network that leads nowhere (connector.Http)."""

    async def send(
        self, method: str, url: str, *, headers: Mapping[str, str], body: bytes | None
    ) -> Answered:
        raise OSError


@pytest.mark.parametrize(
    ("code", "remedy"),
    [
        ("AADSTS700016", "PASSERELLE_TEAMS_APP_ID is no app of the first tenant"),
        ("AADSTS7000215", "PASSERELLE_TEAMS_SECRET is wrong: paste the secret's value"),
        ("AADSTS7000222", "the client secret has expired"),
        ("AADSTS90002", "the first tenant in PASSERELLE_TEAMS_TENANTS does not exist"),
        ("AADSTS999", "Entra says AADSTS999"),
    ],
)
async def test_the_doctor_knows_what_entra_means(code: str, remedy: str) -> None:
    clock = MovableClock(NOW)
    result = {"error": "invalid_client", "error_description": f"{code}: Something, 2026-09-14"}
    token = AccessToken(Counted(result), clock)

    keys, entra = await examine(PUBLIC, http=Offline(), token=token, clock=clock)

    assert (keys.well, entra.well) == (False, False)
    assert PUBLIC.metadata_url in keys.remedy
    assert remedy in entra.remedy


def test_an_address_survives_the_store() -> None:
    here = Route(conversation="a:1;x", service_url="https://smba.trafficmanager.net/amer/")

    assert route(here.packed()) == here


@pytest.mark.parametrize("packed", ["", "x", "[]", "{}", "3", "null", '["a"]', '["a","b","c"]'])
def test_an_unreadable_address_leads_nowhere(packed: str) -> None:
    assert route(packed) == Route()


def test_the_playground_asks_for_no_token() -> None:
    assert no_access()["access_token"]
